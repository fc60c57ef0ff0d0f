// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/sheets/repeat_sheets.hpp"

#include "templates/fill/columns/kept_marks.hpp"
#include "templates/fill/sheets/copied_parts.hpp"
#include "templates/fill/sheets/sheet_names.hpp"
#include "templates/fill/writing/linked_parts.hpp"
#include "templates/fill/writing/texts.hpp"
#include "templates/marks/lexer.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

bool is_renamed(const TemplateSheet& sheet) {
    return sheet.by_sheet || marks::may_hold_marks(sheet.name);
}

std::string filled(std::string text, const TextRule& rule, const Scope& scope) {
    const auto replacements = rule(text, scope);
    for (auto each = replacements.rbegin(); each != replacements.rend(); ++each)
        text.replace(each->begin, each->end - each->begin, each->text);
    return text;
}

/// What a member is called: its name, or the first thing that is known of it.
std::string name_of(const Member& member, const std::string& dimension) {
    for (const auto* const field : {".name", ".title", ".key"})
        if (const auto found = member.fields.find(dimension + field); found != member.fields.end())
            return field_text(found->second, true);
    return member.fields.empty() ? dimension : field_text(member.fields.begin()->second, true);
}

/// What stays of a name when its marks are taken away.
std::string without_marks(const std::string& name) {
    std::string rest;
    for (const auto& piece : pieces_of_text(name))
        if (const auto* const text = std::get_if<std::string>(&piece.content)) rest += *text;
    return rest;
}

class Repetition {
  public:
    Repetition(odf::Document& document, const std::vector<TemplateSheet>& sheets, Scopes& scopes,
               Entries& entries, const DocumentLists& lists)
        : m_document(document), m_sheets(sheets), m_scopes(scopes), m_entries(entries), m_lists(lists) {}

    std::vector<Origin> run() {
        for (const auto& sheet : m_sheets)
            if (!marks::may_hold_marks(sheet.name)) m_names.take(sheet.name);
        std::vector<std::vector<const Scope*>> members;
        for (const auto& sheet : m_sheets)
            members.push_back(is_renamed(sheet) ? name_copies(sheet) : std::vector<const Scope*>{nullptr});
        std::vector<Origin> origins;
        for (std::size_t i = 0; i < m_sheets.size(); ++i) {
            copy(m_sheets[i], members[i]);
            for (const auto* const scope : members[i])
                origins.push_back({m_sheets[i].name, scope, {}});
        }
        const CopyRules of_document(m_copies, {}, 0);
        rewrite_links_beside_sheets(m_document, of_document);
        for (const auto& [sheet, copies] : m_copies)
            copy_views(m_document, sheet, copies);
        return origins;
    }

  private:
    /// Gives each copy its name. Returns the scope of each; null: of no member.
    std::vector<const Scope*> name_copies(const TemplateSheet& sheet) {
        const auto rule = fill_marks(m_scopes, m_entries);
        SheetCopies copies;
        std::vector<const Scope*> scopes;
        const bool marked = marks::may_hold_marks(sheet.name);
        const auto place = place_of_name(m_document, sheet.name);
        const auto add = [&](const std::string& name, const Scope* scope) {
            copies.names.push_back(m_names.make(name));
            scopes.push_back(scope);
        };
        try {
            if (!sheet.by_sheet) {
                add(filled(sheet.name, rule, m_scopes.outermost()), nullptr);
            } else {
                const auto& each = sheet.by_sheet->each;
                copies.each = each.text();
                for (auto& member : members(*sheet.by_sheet)) {
                    const auto called = sheet.name + " " + name_of(member, each.dimension);
                    const Scope& scope = m_scopes.inside(m_scopes.outermost(), std::move(member));
                    add(marked ? filled(sheet.name, rule, scope) : called, &scope);
                }
                if (scopes.empty() && marked) add(without_marks(sheet.name), nullptr);
            }
            if (scopes.empty()) {
                copies.names.push_back(sheet.name);
                scopes.push_back(nullptr);
            }
        } catch (const Error& error) {
            throw error.pos().where.empty() ? error.at(place) : error;
        }
        m_copies[sheet.name] = std::move(copies);
        return scopes;
    }

    std::vector<Member> members(const Block& block) {
        try {
            return members_of(block.each, m_scopes.outermost(), m_lists, m_entries);
        } catch (const Error& error) {
            throw error.pos().where.empty() ? error.at(block.place) : error;
        }
    }

    void copy(const TemplateSheet& sheet, const std::vector<const Scope*>& members) {
        for (const auto& cell : sheet.cells)
            keep_block_marks(cell.node, cell, {.columns = true});
        const auto found = m_copies.find(sheet.name);
        const std::size_t count = found == m_copies.end() ? 1 : found->second.names.size();
        auto table = sheet.table;
        if (sheet.by_sheet && members.front() == nullptr) empty_sheet(m_document, table);
        std::vector<pugi::xml_node> tables{table};
        while (tables.size() < count)
            tables.push_back(table.parent().insert_copy_after(table, tables.back()));
        const CopyRules of_document(m_copies, {}, 0);
        for (std::size_t nth = 0; nth < count; ++nth) {
            const CopyRules rules(m_copies, sheet.name, nth);
            if (nth > 0) copy_parts(m_document, tables[nth], rules, of_document);
            rewrite_sheet(tables[nth], rules);
            if (found != m_copies.end()) set_attribute(tables[nth], "table:name", found->second.names[nth]);
        }
    }

    odf::Document& m_document;
    const std::vector<TemplateSheet>& m_sheets;
    Scopes& m_scopes;
    Entries& m_entries;
    const DocumentLists& m_lists;
    SheetNames m_names;
    CopiesOfSheets m_copies;
};

} // namespace

bool any_sheets(const std::vector<TemplateSheet>& sheets) {
    return std::any_of(sheets.begin(), sheets.end(), is_renamed);
}

std::vector<Origin> repeat_sheets(odf::Document& document, const std::vector<TemplateSheet>& sheets,
                                  Scopes& scopes, Entries& entries, const DocumentLists& lists) {
    return Repetition(document, sheets, scopes, entries, lists).run();
}

SourcePos place_of_name(const odf::Document& document, const std::string& sheet) {
    return {document.name(), 0, 0, "the name of sheet '" + sheet + "'"};
}

} // namespace termbook::fill
