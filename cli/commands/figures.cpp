// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/choices.hpp"
#include "cli/documents/books.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "core/figures/catalogue.hpp"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <algorithm>
#include <fmt/format.h>
#include <iostream>

namespace termbook::cli {

namespace {

/// The marks asked for; without any, every figure that needs no code.
std::vector<FigureRequest> requests(const std::vector<std::string>& marks) {
    std::vector<FigureRequest> all;
    for (const std::string& mark : marks)
        all.push_back(read_request(mark));
    if (!marks.empty()) return all;
    for (const FigureDefinition& figure : termbook::catalogue())
        if (!figure.needs_code && !figure.needs_subject) all.push_back({std::string(figure.key), {}, {}});
    return all;
}

void require_dimension(const std::string& by) {
    const auto known = Figures::dimensions();
    if (!by.empty() && std::find(known.begin(), known.end(), by) == known.end())
        refuse_word("--by", by, {known.begin(), known.end()});
}

/// A request for each member of a dimension. What the mark itself selects stays as it is.
std::vector<FigureRequest> spread(const Figures& book, const FigureRequest& request,
                                  const std::string& dimension) {
    if (dimension.empty()) return {request};
    const FigureDefinition* figure = find_figure(request.figure); // answer() refuses a figure that is none
    std::vector<FigureRequest> all;
    for (const Member& member : book.members(dimension, request.selectors, figure)) {
        FigureRequest each = request;
        for (const auto& [name, value] : member.selectors)
            each.selectors.try_emplace(name, value);
        all.push_back(std::move(each));
    }
    return all;
}

std::vector<FigureAnswer> answers(Books& books, const Trust& trust, const FiguresOptions& options) {
    std::vector<FigureAnswer> all;
    for (const std::string& school : schools_meant(trust, options.school)) {
        const Figures& book = books.of(school, options.audience);
        for (const FigureRequest& request : requests(options.marks)) {
            for (const FigureRequest& each : spread(book, request, options.by))
                all.push_back(book.answer(each));
        }
    }
    return all;
}

std::string number(const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : "";
}

void print_table(const std::vector<FigureAnswer>& all, TableFormat format) {
    Table table({"figure", "whose", "period", "shown as", "counted", "out of", "value", "status", "mark"});
    for (const FigureAnswer& each : all)
        table.add({each.title, each.who, each.period.name, display(each), number(numerator_shown(each)),
                   number(each.denominator), each.value ? fmt::format("{}", *each.value) : "",
                   std::string(to_string(each.status)), each.mark()});
    table.print(format);
}

Poco::JSON::Array sources_json(const FigureAnswer& answer) {
    Poco::JSON::Array sources;
    for (const FigureSource& source : answer.sources) {
        Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
        object.set("file", source.file);
        object.set("sha256", source.sha256);
        object.set("rows", source.rows);
        object.set("as_at",
                   source.as_at ? Poco::Dynamic::Var(iso_text(*source.as_at)) : Poco::Dynamic::Var());
        sources.add(object);
    }
    return sources;
}

template<typename Value>
Poco::Dynamic::Var or_null(const std::optional<Value>& value) {
    return value ? Poco::Dynamic::Var(*value) : Poco::Dynamic::Var();
}

Poco::JSON::Object json(const FigureAnswer& answer) {
    Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("mark", answer.mark());
    object.set("figure", answer.request.figure);
    object.set("school", answer.request.selectors.at("school"));
    object.set("period", answer.period.key);
    object.set("value", or_null(answer.value));
    object.set("unit", std::string(to_string(answer.unit)));
    if (answer.unit == Unit::score)
        object.set("numerator", or_null(numerator_shown(answer)));
    else
        object.set("numerator", or_null(answer.numerator));
    object.set("denominator", or_null(answer.denominator));
    object.set("display", display(answer));
    object.set("status", std::string(to_string(answer.status)));
    object.set("coverage", coverage(answer));
    object.set("sources", sources_json(answer));
    return object;
}

void print_json(const std::vector<FigureAnswer>& all) {
    Poco::JSON::Array array;
    for (const FigureAnswer& each : all)
        array.add(json(each));
    array.stringify(std::cout, 2);
    std::cout << '\n';
}

} // namespace

ExitStatus figures(const WorkspaceOptions& options, const FiguresOptions& asked) {
    require_dimension(asked.by);
    const Workspace workspace = open_workspace(options);
    Books books(workspace.trust, asked.period);
    std::vector<FigureAnswer> all;
    books.settle([&] { all = answers(books, workspace.trust, asked); });
    if (all.empty())
        std::cerr << fmt::format(
            "there is nothing to list by {} in this period: the exports do not tell it\n", asked.by);
    if (asked.format == TableFormat::json)
        print_json(all);
    else
        print_table(all, asked.format);
    // Beside what machines read, not in it.
    if (asked.audience == Audience::staff)
        (asked.format == TableFormat::table ? std::cout : std::cerr) << not_suppressed << '\n';
    return status_of(options, workspace);
}

} // namespace termbook::cli
