// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/faults.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/fill/columns/row_cells.hpp"
#include "templates/fill/fill.hpp"
#include "templates/fill/mark_rules.hpp"
#include "templates/fill/members.hpp"
#include "templates/fill/reading/template_reading.hpp"
#include "templates/fill/sheets/repeat_sheets.hpp"
#include "templates/fill/writing/linked_parts.hpp"
#include "templates/fill/writing/row_elements.hpp"
#include "templates/fill/writing/sources_sheet.hpp"
#include "templates/fill/writing/texts.hpp"
#include "templates/marks/lexer.hpp"

#include <map>
#include <optional>
#include <set>

namespace termbook::fill {

namespace {

/// Resolves each mark once, inside the first member of the blocks around it.
class Inspection {
  public:
    Inspection(const FigureBook& book, const OnError& on_error)
        : m_book(book), m_on_error(on_error), m_scopes(book, Date{}), m_entries(book),
          m_texts([this](const std::string& text, const Scope& scope) { return require_text(text, scope); },
                  on_error) {}

    void sheet(const TemplateSheet& sheet, const odf::Document& document) {
        if (sheet.name == sources_name) return refuse_marks(sheet);
        const Scope& of_sheet = scope_of(sheet);
        m_sheets[sheet.table] = &of_sheet;
        if (marks::may_hold_marks(sheet.name))
            at(place_of_name(document, sheet.name), [&] { require_text(sheet.name, of_sheet); });
        const auto rows = scopes_of(sheet.blocks, of_sheet);
        const auto columns = scopes_of(sheet.columns, of_sheet);
        const auto scope_at = [&](std::int32_t row, std::int32_t column) -> const Scope& {
            const auto block = sheet.column_block_of(column);
            return crossing(*rows[sheet.block_of(row)], block == 0 ? nullptr : columns[block]);
        };
        for (const auto& cell : sheet.cells)
            for (std::size_t i = 0; i < cell.pieces.size(); ++i) {
                const bool of_row = cell.pieces[i].is_block() && !cell.in_cell(i);
                if (!of_row) at(cell.place, [&] { require_one_way(sheet, cell); });
                at(cell.place, [&] {
                    require(cell.pieces[i],
                            of_row ? *rows[sheet.block_of(cell.row)] : scope_at(cell.row, cell.column));
                });
            }
        const SourcePos drawing{document.name(), 0, 0, "sheet '" + sheet.name + "', a shape or chart"};
        for (const auto& row : sheet.rows)
            for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
                for (const auto child : cell.children())
                    if (std::string_view(child.name()).starts_with("draw:"))
                        m_texts.fill(child, scope_at(row.first, column), drawing);
            });
        groups(sheet);
    }

    void texts(odf::Document& document) {
        fill_document_texts(document, m_texts, m_scopes.outermost(),
                            [&](pugi::xml_node table) -> const Scope& {
                                const auto found = m_sheets.find(table);
                                return found == m_sheets.end() ? m_scopes.outermost() : *found->second;
                            });
    }

  private:
    template<class Action>
    void at(const SourcePos& place, Action action) {
        try {
            action();
        } catch (const Error& error) {
            m_on_error(error.at(place));
        }
    }

    /// Where rows and columns repeat over the same, a cell would have to be of two members at once.
    static void require_one_way(const TemplateSheet& sheet, const MarkedCell& cell) {
        const auto around = [](const std::vector<Block>& blocks, std::size_t block) {
            std::set<std::string> dimensions;
            for (; block != 0; block = blocks[block].parent)
                if (blocks[block].kind == Block::Kind::each) dimensions.insert(blocks[block].each.dimension);
            return dimensions;
        };
        const auto across = around(sheet.columns, sheet.column_block_of(cell.column));
        for (const std::string& dimension : around(sheet.blocks, sheet.block_of(cell.row)))
            if (across.contains(dimension))
                throw Error(cell.place,
                            "a mark inside two {{#each " + dimension + "}}, one over rows and one across",
                            "each over something of its own", "move one of the two, or repeat over another");
    }

    /// Blocks that cut through groups of rows or columns.
    void groups(const TemplateSheet& sheet) {
        const auto all_whole = [&](const std::vector<Block>& blocks, const std::vector<RowEntry>& lines) {
            for (const auto child : blocks[0].children)
                at(blocks[child].place, [&] { BlockElements(sheet.table, lines, blocks[child]); });
        };
        all_whole(sheet.blocks, sheet.rows);
        if (sheet.columns.size() > 1) split_columns(plan_of_columns(sheet));
        all_whole(sheet.columns, columns_of(sheet.table));
    }

    /// Its rows are thrown away before anything is filled.
    void refuse_marks(const TemplateSheet& sources) {
        for (const auto& cell : sources.cells)
            m_on_error(Error(cell.place, "a mark on the sheet 'Sources'",
                             "a sheet that is written anew at each fill", "move it to another sheet"));
    }

    const Scope& scope_of(const TemplateSheet& sheet) {
        const Scope* scope = &m_scopes.outermost();
        if (sheet.by_sheet) at(sheet.by_sheet->place, [&] { scope = &inside(sheet.by_sheet->each, *scope); });
        return *scope;
    }

    /// For each block the scope inside it; what is wrong with a block is told here.
    std::vector<const Scope*> scopes_of(const std::vector<Block>& blocks, const Scope& of_sheet) {
        std::vector<const Scope*> scopes;
        for (const auto& block : blocks) {
            const Scope& around = scopes.empty() ? of_sheet : *scopes[block.parent];
            scopes.push_back(&around);
            if (block.kind == Block::Kind::each)
                at(block.place, [&] { scopes.back() = &inside(block.each, around); });
        }
        return scopes;
    }

    const Scope& inside(const marks::Each& each, const Scope& around) {
        const auto member = first_member(each, around);
        if (member && each.sort) require_sort(each, *member, around);
        const Scope& scope = m_scopes.inside(around, member.value_or(Member{}));
        if (!member) m_nobody[&scope].insert(each.dimension);
        return scope;
    }

    const Scope& crossing(const Scope& row, const Scope* column) {
        const Scope& scope = m_scopes.crossing(row, column);
        if (column != nullptr && &scope != column) m_nobody[&scope].merge(nobody_around(*column));
        return scope;
    }

    std::optional<Member> first_member(const marks::Each& each, const Scope& around) {
        if (each.dimension == "source")
            return Member{
                {},
                {{"source.file", ""}, {"source.rows", 0.0}, {"source.as_at", Date{}}, {"source.sha", ""}}};
        if (each.dimension == "issue") return Member{{}, {{"issue.text", ""}, {"issue.count", 0.0}}};
        DocumentLists lists;
        if (!catalogue().empty()) lists.figures.emplace_back(catalogue().front().key);
        marks::Each plain = each; // sorting by a figure would count it
        plain.sort.reset();
        auto members = members_of(plain, around, lists, m_entries);
        return members.empty() ? std::nullopt : std::optional(std::move(members.front()));
    }

    void require_sort(const marks::Each& each, const Member& member, const Scope& around) const {
        if (member.fields.contains(*each.sort) || member.fields.contains(each.dimension + "." + *each.sort))
            return;
        m_book.check(sort_figure(each, member, around));
    }

    void require(const marks::Piece& piece, const Scope& scope) const {
        if (const auto* const mark = std::get_if<marks::Mark>(&piece.content)) return require(*mark, scope);
        const auto* const condition = std::get_if<marks::Condition>(&piece.content);
        if (condition == nullptr) return;
        for (const auto& tests : condition->any_of)
            for (const auto& test : tests) {
                require(test.left, test.right, scope);
                if (test.comparator) require(test.right, test.left, scope);
            }
    }

    void require(const marks::Operand& operand, const marks::Operand& other, const Scope& scope) const {
        if (std::holds_alternative<marks::TargetWord>(operand)) figure_beside_target(other);
        if (const auto* const mark = std::get_if<marks::Mark>(&operand)) require(*mark, scope);
    }

    void require(const marks::Mark& mark, const Scope& scope) const {
        const auto nobody = nobody_around(scope);
        if (find_figure(mark.key) != nullptr) {
            figure_format(mark);
            if (nobody.empty()) m_book.check(request_of(mark, scope));
        } else if (nobody.contains(mark.key.substr(0, mark.key.find('.')))) {
            require_field_mark(mark);
        } else {
            field_of(mark, scope, m_scopes);
        }
    }

    /// The dimensions of blocks around a place that have no member here: nobody can tell what their fields
    /// are, nor what they select.
    std::set<std::string> nobody_around(const Scope& scope) const {
        std::set<std::string> dimensions;
        for (const Scope* around = &scope; around != nullptr; around = around->parent)
            if (const auto known = m_nobody.find(around); known != m_nobody.end())
                dimensions.insert(known->second.begin(), known->second.end());
        return dimensions;
    }

    std::vector<Replacement> require_text(const std::string& text, const Scope& scope) const {
        for (const auto& piece : pieces_of_text(text))
            require(piece, scope);
        return {};
    }

    const FigureBook& m_book;
    const OnError& m_on_error;
    Scopes m_scopes;
    Entries m_entries;
    Texts m_texts;
    std::map<const Scope*, std::set<std::string>> m_nobody;
    std::map<pugi::xml_node, const Scope*> m_sheets;
};

} // namespace

void find_faults(odf::Document& document, const FigureBook& book, const OnError& on_error) {
    try {
        template_audience(document);
    } catch (const Error& error) {
        on_error(error);
    }
    Inspection inspection(book, on_error);
    for (const auto& sheet : read_sheets(document, on_error))
        inspection.sheet(sheet, document);
    inspection.texts(document);
}

} // namespace termbook::fill
