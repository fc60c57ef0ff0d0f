// SPDX-License-Identifier: MPL-2.0
// How a comparison is printed: as tables with a summary above them, as one table of CSV, or as JSON.
#include "cli/comparing/comparison_report.hpp"

#include "cli/table.hpp"
#include "core/figures/figure.hpp"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <utility>

namespace termbook::cli {

namespace {

/// More lines than these are for a spreadsheet, not a terminal.
constexpr std::size_t rows_shown = 40;

std::string number(std::uint64_t count) {
    return with_thousands(static_cast<std::int64_t>(count));
}

/// "1,204 figures identical, 3 differ", and what only one side has, if anything.
template<typename Compared>
std::string counted(std::string_view one, const Compared& compared) {
    std::string text = fmt::format("{} {}{} identical, {} differ", number(compared.identical), one,
                                   compared.identical == 1 ? "" : "s", number(compared.differing));
    if (compared.only_a > 0) text += fmt::format(", {} only in A", number(compared.only_a));
    if (compared.only_b > 0) text += fmt::format(", {} only in B", number(compared.only_b));
    return text;
}

void print_note_of_more(std::size_t rows) {
    if (rows > rows_shown)
        std::cout << "… and " << number(rows - rows_shown) << " more: --format csv lists them all\n";
}

Poco::JSON::Object json(const std::vector<std::pair<std::string, std::string>>& values) {
    Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    for (const auto& [name, value] : values)
        object.set(name, value);
    return object;
}

template<typename Compared>
Poco::JSON::Object summary_json(const Compared& compared) {
    Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
    object.set("identical", compared.identical);
    object.set("differing", compared.differing);
    object.set("only_a", compared.only_a);
    object.set("only_b", compared.only_b);
    return object;
}

} // namespace

std::string ComparisonReport::figures_in_words() const {
    return counted("figure", m_figures);
}

std::string ComparisonReport::pupils_in_words() const {
    return counted("pupil", m_pupils);
}

void ComparisonReport::print_table(const CompareOptions& options) const {
    std::cout << "A        " << options.a.string() << "\nB        " << options.b.string() << "\nfigures  "
              << figures_in_words() << "\npupils   " << pupils_in_words() << '\n';
    for (const Issue& issue : m_pupils.not_compared.issues())
        std::cout << "note     " << to_string(issue) << '\n';
    if (!m_figure_rows.empty()) {
        Table table({"figure", "whose", "period", "A", "B", "counted in A", "counted in B"});
        for (std::size_t i = 0; i < std::min(m_figure_rows.size(), rows_shown); ++i) {
            const FigureRow& each = m_figure_rows[i];
            table.add(
                {each.figure, each.who, each.period, each.in_a, each.in_b, each.counts_a, each.counts_b});
        }
        std::cout << '\n';
        table.print(TableFormat::table);
        print_note_of_more(m_figure_rows.size());
    }
    if (m_pupil_rows.empty()) return;
    const bool staff = options.audience == Audience::staff;
    std::vector<std::string> header{"row in A", "row in B", "school", "what differs", "A", "B"};
    if (staff) header.insert(header.end(), {"UPN", "name"});
    Table table(std::move(header));
    for (std::size_t i = 0; i < std::min(m_pupil_rows.size(), rows_shown); ++i) {
        const PupilRow& each = m_pupil_rows[i];
        std::vector<std::string> cells{each.row_a, each.row_b, each.school, each.what, each.in_a, each.in_b};
        if (staff) cells.insert(cells.end(), {each.upn, each.name});
        table.add(std::move(cells));
    }
    std::cout << '\n';
    table.print(TableFormat::table);
    print_note_of_more(m_pupil_rows.size());
}

void ComparisonReport::print_csv(const CompareOptions& options) const {
    std::cerr << figures_in_words() << '\n' << pupils_in_words() << '\n';
    for (const Issue& issue : m_pupils.not_compared.issues())
        std::cerr << "note: " << to_string(issue) << '\n';
    const bool staff = options.audience == Audience::staff;
    std::vector<std::string> header{"kind",         "what",         "whose",    "period",   "A",   "B",
                                    "counted in A", "counted in B", "row in A", "row in B", "mark"};
    if (staff) header.insert(header.end(), {"UPN", "name"});
    Table table(std::move(header));
    const auto add = [&](std::vector<std::string> cells, const std::string& upn, const std::string& name) {
        if (staff) cells.insert(cells.end(), {upn, name});
        table.add(std::move(cells));
    };
    for (const FigureRow& each : m_figure_rows)
        add({"figure", each.figure, each.who, each.period, each.in_a, each.in_b, each.counts_a, each.counts_b,
             "", "", each.mark},
            {}, {});
    for (const PupilRow& each : m_pupil_rows)
        add({"pupil", each.what, each.school, "", each.in_a, each.in_b, "", "", each.row_a, each.row_b, ""},
            each.upn, each.name);
    table.print(TableFormat::csv);
}

void ComparisonReport::print_json(const CompareOptions& options) const {
    Poco::JSON::Array figures;
    for (const FigureRow& each : m_figure_rows)
        figures.add(json({{"mark", each.mark},
                          {"figure", each.figure},
                          {"whose", each.who},
                          {"period", each.period},
                          {"a", each.in_a},
                          {"b", each.in_b},
                          {"counted_a", each.counts_a},
                          {"counted_b", each.counts_b}}));
    Poco::JSON::Array pupils;
    for (const PupilRow& each : m_pupil_rows) {
        std::vector<std::pair<std::string, std::string>> values{
            {"row_a", each.row_a}, {"row_b", each.row_b}, {"school", each.school},
            {"what", each.what},   {"a", each.in_a},      {"b", each.in_b}};
        if (options.audience == Audience::staff)
            values.insert(values.end(), {{"upn", each.upn}, {"name", each.name}});
        pupils.add(json(values));
    }
    Poco::JSON::Array notes;
    for (const Issue& issue : m_pupils.not_compared.issues())
        notes.add(to_string(issue));
    Poco::JSON::Object all(Poco::JSON_PRESERVE_KEY_ORDER);
    all.set("figures", summary_json(m_figures));
    all.set("pupils", summary_json(m_pupils));
    all.set("not_compared", notes);
    all.set("figures_that_differ", figures);
    all.set("rows_that_differ", pupils);
    all.stringify(std::cout, 2);
    std::cout << '\n';
}

} // namespace termbook::cli
