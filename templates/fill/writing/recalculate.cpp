// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/recalculate.hpp"

#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/fill/writing/cell_writer.hpp"
#include "templates/fill/writing/grid.hpp"
#include "templates/fill/writing/number_text.hpp"
#include "templates/odf/times.hpp"

#include <chrono>
#include <cmath>
#include <fmt/format.h>

namespace termbook::fill {

namespace {

void write_number(pugi::xml_node cell, double number, pugi::xml_node format) {
    const std::string_view kind = format.name();
    if (kind == "number:date-style" && std::floor(number) == number) {
        const Date date = odf::null_date + std::chrono::days(static_cast<int>(number));
        set_type(cell, "date");
        set_attribute(cell, "office:date-value", iso_text(date));
    } else {
        set_type(cell, kind == "number:percentage-style" ? "percentage" : "float");
        set_attribute(cell, "office:value", fmt::format("{}", number));
    }
    set_text(cell, number_text(number, format));
}

/// An error has no type of its own in ODF: its text is what the cell shows, and the office computes it again.
void write_error(pugi::xml_node cell, formulas::FormulaError error) {
    set_attribute(cell, "office:value-type", "string");
    set_attribute(cell, "office:string-value", "");
    set_attribute(cell, "calcext:value-type", "error");
    set_text(cell, to_string(error));
}

void write_result(pugi::xml_node cell, const formulas::Value& value, pugi::xml_node format) {
    if (const auto* const number = std::get_if<double>(&value)) return write_number(cell, *number, format);
    if (const auto* const text = std::get_if<std::string>(&value)) {
        set_type(cell, "string");
        set_attribute(cell, "office:string-value", *text);
        return set_text(cell, *text);
    }
    if (const auto* const truth = std::get_if<bool>(&value)) {
        set_type(cell, "boolean");
        set_attribute(cell, "office:boolean-value", *truth ? "true" : "false");
        return set_text(cell, *truth ? "TRUE" : "FALSE");
    }
    if (const auto* const error = std::get_if<formulas::FormulaError>(&value))
        return write_error(cell, *error);
    write_number(cell, 0, format); // a formula that refers to an empty cell shows 0
}

} // namespace

void recalculate(pugi::xml_node spreadsheet, FilledFormulas& formulas, const CellStyles& styles) {
    Grid grid(spreadsheet, formulas);
    grid.compute();
    for (const auto& cell : grid.formula_cells()) {
        const std::string formula = cell.node.attribute("table:formula").value();
        clear_value(cell.node);
        set_attribute(cell.node, "table:formula", formula);
        if (cell.state != FormulaCell::State::done) continue;
        const auto own = cell.node.attribute("table:style-name");
        write_result(cell.node, cell.value, styles.data_style(own ? own.value() : cell.column_style));
    }
}

} // namespace termbook::fill
