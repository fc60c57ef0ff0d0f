// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/sheets/copy_rules.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/fill/writing/row_elements.hpp"
#include "templates/formulas/address.hpp"

namespace termbook::fill {

using formulas::Reference;

const SheetCopies* CopyRules::find(const std::optional<std::string>& sheet) const {
    if (!sheet) return nullptr;
    const auto found = m_copies.find(*sheet);
    return found == m_copies.end() ? nullptr : &found->second;
}

/// Whether there is a copy of the sheet for each copy of the sheet that the reference stands in.
bool CopyRules::goes_along(const std::string& sheet, const SheetCopies& copies) const {
    if (sheet == m_sheet) return true;
    const auto* const own = find(m_sheet);
    return own != nullptr && !own->each.empty() && own->each == copies.each;
}

void CopyRules::rewrite_over_sheets(Reference& reference, bool over_sheets) const {
    auto& first = reference.first;
    auto& last = reference.last;
    const auto* const copies = find(first.sheet);
    if (last && last->sheet && first.sheet && *last->sheet != *first.sheet) {
        // From one sheet to another: the copies of both ends are between.
        if (copies != nullptr) first.sheet = copies->names.front();
        if (const auto* const of_last = find(last->sheet)) last->sheet = of_last->names.back();
        return;
    }
    if (copies == nullptr) return;
    const bool along = goes_along(*first.sheet, *copies);
    first.sheet = copies->names[along ? m_nth : 0];
    if (last && last->sheet) last->sheet = first.sheet;
    if (along || !over_sheets || copies->names.size() == 1) return;
    if (!last) last = first;
    last->sheet = copies->names.back();
    last->sheet_absolute = first.sheet_absolute;
}

void CopyRules::rewrite(Reference& reference, bool) const {
    rewrite_over_sheets(reference, false);
}

std::vector<Reference> CopyRules::exactly(const Reference& range) const {
    auto renamed = range;
    rewrite_over_sheets(renamed, false);
    return {renamed};
}

std::string CopyRules::expression(std::string_view text, const std::optional<formulas::CellRef>&) const {
    return rewrite_bracketed(text, [&](std::string_view address) {
        try {
            auto reference = formulas::parse_reference(address);
            rewrite_over_sheets(reference, false);
            return formulas::to_odf_address(reference);
        } catch (const Error&) {
            return std::string(address); // another document's cell, or what a later version may write
        }
    });
}

std::string CopyRules::formula(const std::string& text) const {
    auto formula = parse_formula(text);
    if (!formula) return expression(text, {});
    formula->rewrite_references([&](Reference& reference, const formulas::Formula::Place& place) {
        rewrite_over_sheets(reference, place.over_sheets);
    });
    return formula->to_open_formula();
}

} // namespace termbook::fill
