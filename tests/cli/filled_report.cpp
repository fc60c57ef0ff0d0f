// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/filled_report.hpp"

#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/odf/document.hpp"

#include <regex>

namespace termbook::test {

namespace {

ReportCell read_cell(pugi::xml_node node) {
    ReportCell cell{fill::text_of(node), std::nullopt, node.attribute("table:formula").value()};
    if (const auto value = node.attribute("office:value")) cell.value = value.as_double();
    return cell;
}

/// An office writes equal cells and rows once, with how often they stand there.
ReportSheet read_sheet(pugi::xml_node table) {
    ReportSheet sheet;
    for (const auto& row : fill::rows_of(table))
        fill::for_each_cell(row.node, [&](pugi::xml_node node, std::int32_t first, std::int32_t columns) {
            const ReportCell cell = read_cell(node);
            if (cell.text.empty() && cell.formula.empty() && !cell.value) return;
            for (std::int32_t r = 0; r < row.repeat; ++r)
                for (std::int32_t c = 0; c < columns; ++c)
                    sheet[{row.first + r, first + c}] = cell;
        });
    return sheet;
}

std::vector<SourcesReference> references_in(const std::string& formula) {
    static const std::regex pattern(R"(\$?Sources\.\$?([A-Z])\$?([0-9]+))");
    std::vector<SourcesReference> found;
    for (std::sregex_iterator match(formula.begin(), formula.end(), pattern), end; match != end; ++match)
        found.push_back({(*match)[1].str().front(), std::stoi((*match)[2]) - 1});
    return found;
}

bool is_plain_text(const ReportCell& cell) {
    return cell.formula.empty() && !cell.value && !cell.text.empty();
}

std::string label_of(const ReportSheet& sheet, std::int32_t row, std::int32_t column) {
    for (auto cell = sheet.lower_bound({row, 0}); cell != sheet.end() && cell->first < std::pair(row, column);
         ++cell)
        if (is_plain_text(cell->second)) return cell->second.text;
    return {};
}

std::string title_of(const ReportSheet& sheet, std::int32_t row, std::int32_t column) {
    while (row-- > 0)
        if (const auto cell = sheet.find({row, column}); cell != sheet.end() && is_plain_text(cell->second))
            return cell->second.text;
    return {};
}

} // namespace

std::string FigureCell::place() const {
    return fill::cell_place(sheet, column, row) + ": " + cell.formula;
}

FilledReport::FilledReport(const std::filesystem::path& path) {
    const auto document = odf::Document::read(path);
    m_school = document.property("termbook-school");
    m_period = document.property("termbook-period");
    for (const auto table : fill::tables_of(document.spreadsheet()))
        m_sheets.emplace(table.attribute("table:name").value(), read_sheet(table));
}

std::vector<FigureCell> FilledReport::figure_cells() const {
    std::vector<FigureCell> found;
    for (const auto& [name, sheet] : m_sheets)
        for (const auto& [place, cell] : sheet) {
            auto references = references_in(cell.formula);
            if (references.empty()) continue;
            const auto [row, column] = place;
            found.push_back({name, row, column, cell, std::move(references), label_of(sheet, row, column),
                             title_of(sheet, row, column)});
        }
    return found;
}

ReportCell FilledReport::source(std::int32_t row, char column) const {
    const auto found = sources().find({row, column - 'A'});
    return found == sources().end() ? ReportCell{} : found->second;
}

std::vector<std::int32_t> FilledReport::source_rows() const {
    std::vector<std::int32_t> rows;
    for (const auto& [place, cell] : sources())
        if (place.first > 0 && place.second == 0) rows.push_back(place.first);
    return rows;
}

std::string without_format(const std::string& mark) {
    return mark.substr(0, mark.find(" | "));
}

} // namespace termbook::test
