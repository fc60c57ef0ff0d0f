// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/evaluator.hpp"

#include "templates/formulas/address.hpp"
#include "templates/formulas/aggregating.hpp"
#include "templates/formulas/evaluation/operators.hpp"
#include "templates/formulas/functions/table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace termbook::formulas {

namespace {

constexpr std::array<std::pair<FormulaError, std::string_view>, 7> error_names{{
    {FormulaError::null, "#NULL!"},
    {FormulaError::div0, "#DIV/0!"},
    {FormulaError::value, "#VALUE!"},
    {FormulaError::ref, "#REF!"},
    {FormulaError::name, "#NAME?"},
    {FormulaError::num, "#NUM!"},
    {FormulaError::na, "#N/A"},
}};

/// The area of a reference in the sheet of its first corner.
Area to_area(const Reference& reference, const std::string& own_sheet) {
    const CellRef& first = reference.first;
    const CellRef& last = reference.last ? *reference.last : first;
    Area area{.sheet = first.sheet.value_or(own_sheet)};
    std::tie(area.first_column, area.last_column) = std::minmax(first.column, last.column);
    std::tie(area.first_row, area.last_row) = std::minmax(first.row, last.row);
    if (reference.whole_columns) {
        area.first_row = 0;
        area.last_row = sheet_rows - 1;
    }
    if (reference.whole_rows) {
        area.first_column = 0;
        area.last_column = sheet_columns - 1;
    }
    return area;
}

} // namespace

std::string to_string(FormulaError error) {
    const auto known = std::find_if(error_names.begin(), error_names.end(),
                                    [&](const auto& entry) { return entry.first == error; });
    return std::string(known->second);
}

Operand Evaluator::evaluate(const Node& node, Mode mode) {
    const bool around = m_gathers_sheets;
    if (node.kind == NodeKind::call)
        m_gathers_sheets = gathers_sheets(node.text);
    else if (node.kind != NodeKind::parentheses && node.kind != NodeKind::reference)
        m_gathers_sheets = false;
    Operand operand = part(node, mode);
    m_gathers_sheets = around;
    return operand;
}

Operand Evaluator::part(const Node& node, Mode mode) {
    switch (node.kind) {
    case NodeKind::number:
        return Value(node.number);
    case NodeKind::text:
        return Value(node.text);
    case NodeKind::error: {
        const auto known = std::find_if(error_names.begin(), error_names.end(),
                                        [&](const auto& entry) { return entry.second == node.text; });
        return known == error_names.end() ? give_up() : Value(known->first);
    }
    case NodeKind::reference:
        return reference(node);
    case NodeKind::external:
        return give_up();
    case NodeKind::name:
        return name(node);
    case NodeKind::call:
        return call_function(*this, node, mode);
    case NodeKind::prefix:
        return for_each_place(*this, {evaluate(node.children.front(), mode)}, mode, [&](const auto& values) {
            return apply_sign(*this, node.operators.front(), values.front());
        });
    case NodeKind::percent:
        return for_each_place(*this, {evaluate(node.children.front(), mode)}, mode,
                              [&](const auto& values) { return apply_percent(*this, values.front()); });
    case NodeKind::chain:
        return chain(node, mode);
    case NodeKind::parentheses:
        return evaluate(node.children.front(), mode);
    case NodeKind::array:
        return array_of(node);
    case NodeKind::missing:
        return Value(Blank{});
    }
    return give_up();
}

Value Evaluator::give_up() {
    m_given_up = true;
    return FormulaError::value;
}

Operand Evaluator::reference(const Node& node) {
    const Reference& reference = node.reference;
    if (reference.first.broken || (reference.last && reference.last->broken)) return Value(FormulaError::ref);
    auto area = to_area(reference, m_position.sheet);
    if (!reference.last || !reference.last->sheet || *reference.last->sheet == area.sheet)
        return Areas{std::move(area)};
    if (!m_gathers_sheets) return give_up();
    Areas areas;
    for (auto& sheet : m_cells.sheets_between(area.sheet, *reference.last->sheet)) {
        areas.push_back(area);
        areas.back().sheet = std::move(sheet);
    }
    if (areas.empty()) return give_up();
    return areas;
}

/// A name that is not known may still stand for an expression, so it has no sure result.
Operand Evaluator::name(const Node& node) {
    const auto reference = m_cells.name(node.text, node.sheet.value_or(m_position.sheet));
    if (!reference) return give_up();
    Node stand_in;
    stand_in.kind = NodeKind::reference;
    stand_in.reference = *reference;
    return this->reference(stand_in);
}

Operand Evaluator::chain(const Node& node, Mode mode) {
    Operand result = evaluate(node.children.front(), mode);
    for (std::size_t i = 0; i < node.operators.size(); ++i) {
        const Operator operation = node.operators[i];
        Operand right = evaluate(node.children[i + 1], mode);
        if (operation >= Operator::unite) {
            result = join_areas(operation, result, right);
            continue;
        }
        result = for_each_place(*this, {std::move(result), std::move(right)}, mode, [&](const auto& values) {
            return apply(*this, operation, values[0], values[1]);
        });
    }
    return result;
}

Operand Evaluator::join_areas(Operator operation, const Operand& left, const Operand& right) {
    for (const auto* side : {&left, &right})
        if (const auto* value = std::get_if<Value>(side);
            value && std::holds_alternative<FormulaError>(*value))
            return *value;
    const auto* a = std::get_if<Areas>(&left);
    const auto* b = std::get_if<Areas>(&right);
    if (a == nullptr || b == nullptr) return give_up();
    if (operation == Operator::unite) {
        Areas both = *a;
        both.insert(both.end(), b->begin(), b->end());
        return both;
    }
    if (a->size() != 1 || b->size() != 1 || a->front().sheet != b->front().sheet) return give_up();
    Area area = a->front();
    const Area& other = b->front();
    if (operation == Operator::range) {
        area.first_column = std::min(area.first_column, other.first_column);
        area.first_row = std::min(area.first_row, other.first_row);
        area.last_column = std::max(area.last_column, other.last_column);
        area.last_row = std::max(area.last_row, other.last_row);
        return Areas{area};
    }
    area.first_column = std::max(area.first_column, other.first_column);
    area.first_row = std::max(area.first_row, other.first_row);
    area.last_column = std::min(area.last_column, other.last_column);
    area.last_row = std::min(area.last_row, other.last_row);
    if (area.columns() < 1 || area.rows() < 1) return Value(FormulaError::null);
    return Areas{area};
}

Operand Evaluator::array_of(const Node& node) {
    Array array{.columns = node.columns, .rows = node.children.size() / node.columns, .values = {}};
    for (const auto& child : node.children)
        array.values.push_back(single(child, Mode::single));
    return array;
}

} // namespace termbook::formulas
