// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/columns/widen_sheets.hpp"

#include "templates/fill/columns/columns_writer.hpp"
#include "templates/fill/layout/instances.hpp"
#include "templates/fill/reading/template_reading.hpp"
#include "templates/fill/writing/block_names.hpp"
#include "templates/fill/writing/linked_parts.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

Origin origin_of(const SheetPlan& plan) {
    Origin origin{plan.sheet.origin.sheet, plan.sheet.origin.scope, {}};
    if (!plan.grows()) return origin;
    for (const auto& lines : plan.lines) {
        const auto* const scope = lines.instance == 0 ? nullptr : plan.instances[lines.instance].scope;
        origin.columns[lines.at] = {lines.first, scope};
    }
    return origin;
}

} // namespace

bool any_columns(const std::vector<TemplateSheet>& sheets) {
    return std::any_of(sheets.begin(), sheets.end(),
                       [](const TemplateSheet& sheet) { return sheet.columns.size() > 1; });
}

std::vector<Origin> widen_sheets(odf::Document& document, const std::vector<TemplateSheet>& sheets,
                                 Scopes& scopes, Entries& entries, const DocumentLists& lists) {
    std::vector<SheetPlan> plans;
    for (const auto& sheet : sheets)
        plans.push_back(plan_of_columns(sheet));
    Instances(plans, scopes, entries, lists).make();
    note_wanted_lines(plans);
    for (auto& plan : plans)
        place(plan);
    const References references(plans);
    for (std::size_t sheet = 0; sheet < sheets.size(); ++sheet)
        ColumnsWriter(sheet, references, sheets[sheet]).write();
    rewrite_document_links(document, references);
    name_blocks(document.spreadsheet(), plans);
    std::vector<Origin> origins;
    for (const auto& plan : plans)
        origins.push_back(origin_of(plan));
    return origins;
}

} // namespace termbook::fill
