// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/documents/books.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>
#include <iostream>

namespace termbook::cli {

namespace {

void line(std::string_view label, const std::string& text) {
    if (!text.empty()) std::cout << fmt::format("{:<12} {}\n", label, text);
}

std::string counted(const FigureAnswer& answer) {
    const FigureDefinition& definition = *answer.definition;
    if (definition.denominator.empty()) return std::string(definition.numerator);
    return fmt::format("{} ÷ {}", definition.numerator, definition.denominator);
}

std::string counts(const FigureAnswer& answer) {
    if (!answer.numerator) return {};
    if (!answer.denominator) return std::to_string(*answer.numerator);
    return fmt::format("{} of {}", *numerator_shown(answer), *answer.denominator);
}

void print(const FigureAnswer& answer) {
    line("figure", answer.title);
    line("whose", answer.who);
    line("period", fmt::format("{} ({} to {})", answer.period.name, iso_text(answer.period.from),
                               iso_text(answer.period.to)));
    line("shown as", display(answer));
    line("value", answer.value ? fmt::format("{}", *answer.value) : "");
    line("counts", counts(answer));
    line("worked out", answer.working);
    line("status", std::string(to_string(answer.status)));
    line("because", answer.reason);
    line("counted", counted(answer));
    line("definition", std::string(answer.definition->definition));
    line("coverage", coverage(answer));
    for (const FigureSource& source : answer.sources)
        line("source",
             fmt::format("{}, {} rows, as at {}, sha256 {}", source.file, source.rows,
                         source.as_at ? iso_text(*source.as_at) : "an unknown date", source.sha256));
    for (const std::string& note : answer.left_out)
        line("note", note);
    line("mark", answer.mark());
}

} // namespace

ExitStatus explain(const WorkspaceOptions& options, const FiguresOptions& asked) {
    const Workspace workspace = open_workspace(options);
    Books books(workspace.trust, asked.period);
    std::vector<FigureAnswer> all;
    books.settle([&] {
        all.clear();
        for (const std::string& school : schools_meant(workspace.trust, asked.school))
            for (const std::string& mark : asked.marks)
                all.push_back(books.of(school, asked.audience).answer(read_request(mark)));
    });
    for (const FigureAnswer& answer : all) {
        if (&answer != &all.front()) std::cout << '\n';
        print(answer);
        if (asked.audience == Audience::staff) line("note", std::string(not_suppressed));
    }
    return status_of(options, workspace);
}

} // namespace termbook::cli
