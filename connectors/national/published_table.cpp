// SPDX-License-Identifier: MPL-2.0
#include "connectors/national/published_table.hpp"

#include "connectors/mis/tables/values.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

namespace termbook {

namespace {

/// What the DfE writes in place of a figure: in performance tables suppressed, not applicable, no entries,
/// not published, low coverage, a new school; in statistics the Government Statistical Service's symbols.
constexpr std::string_view symbols[] = {"supp", "na", "ne",  "np", "lowcov", "new", "c",
                                        "z",    "x",  "low", "k",  "u",      ":",   "~"};

bool is_symbol(std::string_view text) {
    const std::string word = lower(std::string(text));
    return word.empty() || std::find(std::begin(symbols), std::end(symbols), word) != std::end(symbols);
}

/// "64%", "104", "94.7233194599495".
std::optional<double> parse_figure(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string what_it_is_of(const Comparator& row) {
    return fmt::format("{} {} {} {} {} {} {} {} {} {}", row.figure, to_string(row.area), row.local_authority,
                       row.school, row.phase ? to_string(*row.phase) : "", row.group, row.subject, row.year,
                       row.period, row.up_to ? iso_text(*row.up_to) : "");
}

} // namespace

PublishedTable::PublishedTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                               Intake& intake)
    : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_trust(intake.trust()),
      m_source(fmt::format("{}, {}", table.profile->title, file.name)) {
    for (std::size_t i = 0; i < table.fields.size(); ++i)
        if (auto field = parse_published_field(table.fields[i])) m_columns.push_back({i, std::move(*field)});
    for (const Comparator& row : m_trust.comparators)
        if (row.origin == ComparatorOrigin::file) m_known.emplace(what_it_is_of(row), row.value);
}

std::vector<FigureOfFile> PublishedTable::figures(const Comparator& of) {
    std::vector<FigureOfFile> found;
    for (const Column& column : m_columns) {
        const std::string_view text = m_rows.cell(column.column);
        const auto value = parse_figure(text);
        if (!value) {
            if (!is_symbol(text))
                m_rows.report(column.column, fmt::format("the figure {}", shown(text)),
                              "a number, a percentage or a symbol such as SUPP or c",
                              "there is nothing to compare with; check the file");
            continue;
        }
        Comparator row = of;
        row.figure = column.field.figure;
        row.subject = column.field.subject;
        row.group = column.field.group;
        row.value = *value;
        row.source = m_source;
        row.origin = ComparatorOrigin::file;
        row.file = m_file.source;
        found.push_back({std::move(row), m_rows.place(column.column)});
    }
    return found;
}

void PublishedTable::add(FigureOfFile figure) {
    const auto [known, is_new] = m_known.try_emplace(what_it_is_of(figure.row), figure.row.value);
    if (is_new)
        m_trust.comparators.push_back(std::move(figure.row));
    else if (known->second != figure.row.value)
        m_trust.issues.add({std::move(figure.pos),
                            "a published figure that differs from another row or file",
                            "one figure for each area, group and year",
                            "that of the newest file is compared with; remove the file that is out of date",
                            1,
                            {}});
}

void PublishedTable::add(std::vector<FigureOfFile> figures) {
    for (FigureOfFile& each : figures)
        add(std::move(each));
}

} // namespace termbook
