// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/grid.hpp"

#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/fill/writing/row_elements.hpp"
#include "templates/formulas/address.hpp"
#include "templates/odf/times.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace termbook::fill {

namespace {

/// Formulas that wait for each other this deep are computed from the far end.
constexpr int deepest = 200;

formulas::Value moment(std::optional<double> days) {
    return days ? formulas::Value(*days) : formulas::Value(formulas::FormulaError::value);
}

formulas::Value value_of(pugi::xml_node cell) {
    const std::string_view type = cell.attribute("office:value-type").value();
    if (type.empty()) return formulas::Blank{};
    if (type == "string") {
        const auto own = cell.attribute("office:string-value");
        return own ? std::string(own.value()) : text_of(cell);
    }
    if (type == "boolean") return std::string_view(cell.attribute("office:boolean-value").value()) == "true";
    if (type == "date") return moment(odf::to_serial_date(cell.attribute("office:date-value").value()));
    if (type == "time") return moment(odf::to_days(cell.attribute("office:time-value").value()));
    return cell.attribute("office:value").as_double();
}

} // namespace

Grid::Grid(pugi::xml_node spreadsheet, FilledFormulas& known) {
    read_names(spreadsheet, m_names);
    for (const auto table : tables_of(spreadsheet))
        read_sheet(table, known);
}

void Grid::read_names(pugi::xml_node holder, std::unordered_map<std::string, formulas::Reference>& names) {
    for (const auto name : holder.child("table:named-expressions").children("table:named-range")) {
        try {
            names[lower(name.attribute("table:name").value())] =
                formulas::parse_reference(name.attribute("table:cell-range-address").value());
        } catch (const Error&) {
            continue; // a name without cells: formulas over it have no result here
        }
    }
}

void Grid::read_sheet(pugi::xml_node table, FilledFormulas& known) {
    const std::string name = table.attribute("table:name").value();
    Sheet& sheet = m_sheets[name];
    m_order.push_back(name);
    read_names(table, sheet.names);
    const auto styles = column_styles(table);
    for (const auto& entry : rows_of(table)) {
        Row row{entry.first, entry.repeat, {}};
        const std::string_view row_style = entry.node.attribute("table:default-cell-style-name").value();
        for_each_cell(entry.node, [&](pugi::xml_node node, std::int32_t column, std::int32_t columns) {
            const auto before = m_formulas.size();
            read_cell(node, {column, columns, -1, {}}, row, {name, column, entry.first}, known);
            if (m_formulas.size() == before) return;
            const auto style = styles.lower_bound(column);
            m_formulas.back().column_style =
                !row_style.empty() || style == styles.end() ? std::string(row_style) : style->second;
        });
        if (row.cells.empty()) continue;
        sheet.used_rows = entry.first + entry.repeat;
        sheet.used_columns = std::max(sheet.used_columns, row.cells.back().column + row.cells.back().columns);
        sheet.rows.push_back(std::move(row));
    }
}

void Grid::read_cell(pugi::xml_node node, Cell cell, Row& row, const formulas::Position& place,
                     FilledFormulas& known) {
    const auto text = node.attribute("table:formula");
    if (text && !known.is_settled(node)) {
        auto formula = known.take(node);
        if (!formula) formula = parse_formula(text.value());
        cell.formula = static_cast<std::int64_t>(m_formulas.size());
        const auto state = formula ? FormulaCell::State::waiting : FormulaCell::State::unknown;
        if (!formula) formula = formulas::Formula::parse_open_formula("of:=NA()");
        m_formulas.push_back({node, place, std::move(*formula), {}, state, false, {}});
    } else {
        cell.value = value_of(node);
        if (std::holds_alternative<formulas::Blank>(cell.value)) return;
    }
    row.cells.push_back(std::move(cell));
}

const Grid::Cell* Grid::find(const Sheet& sheet, std::int32_t column, std::int32_t row) const {
    const auto below = std::upper_bound(sheet.rows.begin(), sheet.rows.end(), row,
                                        [](std::int32_t r, const Row& each) { return r < each.first; });
    if (below == sheet.rows.begin() || row >= (below - 1)->first + (below - 1)->rows) return nullptr;
    const auto& cells = (below - 1)->cells;
    const auto right = std::upper_bound(cells.begin(), cells.end(), column,
                                        [](std::int32_t c, const Cell& each) { return c < each.column; });
    if (right == cells.begin() || column >= (right - 1)->column + (right - 1)->columns) return nullptr;
    return &*(right - 1);
}

formulas::Value Grid::value(const std::string& sheet, std::int32_t column, std::int32_t row) {
    const auto found = m_sheets.find(sheet);
    if (found == m_sheets.end()) return formulas::FormulaError::ref;
    const Cell* const cell = find(found->second, column, row);
    if (cell == nullptr) return formulas::Blank{};
    return cell->formula < 0 ? cell->value : of_formula(static_cast<std::size_t>(cell->formula));
}

std::int32_t Grid::used_rows(const std::string& sheet) {
    const auto found = m_sheets.find(sheet);
    return found == m_sheets.end() ? 0 : found->second.used_rows;
}

std::int32_t Grid::used_columns(const std::string& sheet) {
    const auto found = m_sheets.find(sheet);
    return found == m_sheets.end() ? 0 : found->second.used_columns;
}

std::vector<std::string> Grid::sheets_between(const std::string& first, const std::string& last) {
    auto begin = std::find(m_order.begin(), m_order.end(), first);
    auto end = std::find(m_order.begin(), m_order.end(), last);
    if (begin == m_order.end() || end == m_order.end()) return {};
    if (end < begin) std::swap(begin, end);
    return {begin, end + 1};
}

std::optional<formulas::Reference> Grid::name(const std::string& name, const std::string& sheet) {
    const auto key = lower(name);
    if (const auto own = m_sheets.find(sheet); own != m_sheets.end())
        if (const auto found = own->second.names.find(key); found != own->second.names.end())
            return found->second;
    const auto found = m_names.find(key);
    return found == m_names.end() ? std::nullopt : std::optional(found->second);
}

formulas::Value Grid::of_formula(std::size_t index) {
    FormulaCell& cell = m_formulas[index];
    if (cell.state == FormulaCell::State::waiting && !cell.pending) {
        if (m_depth >= deepest) throw TooDeep{index};
        compute_one(index);
    }
    if (cell.state == FormulaCell::State::done) return cell.value;
    m_asked_unknown = true; // unknown, or being computed: it depends on itself
    return formulas::FormulaError::na;
}

void Grid::compute_one(std::size_t index) {
    FormulaCell& cell = m_formulas[index];
    const bool asked_before = std::exchange(m_asked_unknown, false);
    cell.state = FormulaCell::State::computing;
    ++m_depth;
    try {
        auto value = formulas::evaluate(cell.formula, *this, cell.position);
        const bool known = value.has_value() && !m_asked_unknown;
        cell.state = known ? FormulaCell::State::done : FormulaCell::State::unknown;
        if (known) cell.value = std::move(*value);
    } catch (...) {
        cell.state = FormulaCell::State::waiting;
        --m_depth;
        m_asked_unknown = asked_before;
        throw;
    }
    --m_depth;
    m_asked_unknown = asked_before;
}

void Grid::compute() {
    for (std::size_t index = 0; index < m_formulas.size(); ++index) {
        std::vector<std::size_t> pending{index};
        m_formulas[index].pending = true;
        while (!pending.empty()) {
            if (m_formulas[pending.back()].state != FormulaCell::State::waiting) {
                m_formulas[pending.back()].pending = false;
                pending.pop_back();
                continue;
            }
            try {
                compute_one(pending.back());
            } catch (const TooDeep& deep) {
                pending.push_back(deep.formula);
                m_formulas[deep.formula].pending = true;
            }
        }
    }
}

} // namespace termbook::fill
