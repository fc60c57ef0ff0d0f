// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/template_reading.hpp"

#include "templates/fill/layout/references.hpp"
#include "templates/fill/writing/row_elements.hpp"

#include <set>

namespace termbook::fill {

namespace {

void add_figures(const marks::Condition& condition, std::set<std::string>& used) {
    for (const auto& tests : condition.any_of)
        for (const auto& test : tests)
            for (const auto* const operand : {&test.left, &test.right})
                if (const auto* const mark = std::get_if<marks::Mark>(operand)) used.insert(mark->key);
}

} // namespace

std::vector<TemplateSheet> read_sheets(const odf::Document& document, const OnError& on_error,
                                       const std::vector<Origin>& origins) {
    std::vector<TemplateSheet> sheets;
    for (const auto table : tables_of(document.spreadsheet()))
        sheets.push_back(
            read_template_sheet(table, document.name(), on_error,
                                sheets.size() < origins.size() ? origins[sheets.size()] : Origin{}));
    return sheets;
}

std::vector<std::string> figures_used(const std::vector<TemplateSheet>& sheets) {
    std::set<std::string> used;
    for (const auto& sheet : sheets)
        for (const auto& cell : sheet.cells)
            for (const auto& piece : cell.pieces) {
                if (const auto* const mark = std::get_if<marks::Mark>(&piece.content)) used.insert(mark->key);
                if (const auto* const condition = std::get_if<marks::Condition>(&piece.content))
                    add_figures(*condition, used);
            }
    std::vector<std::string> figures;
    for (const auto& figure : catalogue())
        if (used.contains(std::string(figure.key))) figures.emplace_back(figure.key);
    return figures;
}

void note_wanted_lines(std::vector<SheetPlan>& plans) {
    for (std::size_t sheet = 0; sheet < plans.size(); ++sheet) {
        const SheetPlan& plan = plans[sheet];
        if (!plan.grows()) continue;
        for (const auto& row : plan.sheet.rows) {
            if (plan.axis == Axis::rows && plan.sheet.block_of(row.first) == 0) continue;
            for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
                const auto text = cell.attribute("table:formula");
                const auto line = plan.axis == Axis::rows ? row.first : column;
                if (!text || plan.sheet.block_of(line) == 0) return;
                auto formula = parse_formula(text.value());
                if (!formula) return;
                formula->rewrite_references([&](formulas::Reference& reference, const auto&) {
                    note_wanted(plans, sheet, line, reference);
                });
            });
        }
    }
}

} // namespace termbook::fill
