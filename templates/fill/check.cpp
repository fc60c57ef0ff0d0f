// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "templates/fill/conditions.hpp"
#include "templates/fill/fill.hpp"
#include "templates/fill/members.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/reading/template_reading.hpp"
#include "templates/fill/scope.hpp"
#include "templates/marks/lexer.hpp"
#include "templates/marks/parser.hpp"

#include <set>

namespace termbook::fill {

namespace {

/// Resolves each mark once, inside the first member of the blocks around it, without counting.
class Checking {
  public:
    Checking(const FigureBook& book, const OnError& on_error)
        : m_book(book), m_on_error(on_error), m_scopes(book, Date{}), m_entries(book) {}

    void sheet(const TemplateSheet& sheet) {
        std::vector<const Scope*> scopes;
        for (const auto& block : sheet.blocks) {
            const Scope& around = scopes.empty() ? m_scopes.outermost() : *scopes[block.parent];
            scopes.push_back(&around);
            if (block.kind == Block::Kind::each)
                at(block.place, [&] { scopes.back() = &inside(block.each, around); });
        }
        for (const auto& cell : sheet.cells) {
            const Scope& scope = *scopes[sheet.block_of(cell.row)];
            for (const auto& piece : cell.pieces)
                check_piece(piece, cell.place, scope);
        }
    }

    /// Marks outside cells: headers and footers, shapes.
    void texts(const odf::Document& document) {
        for (const auto table : tables_of(document.spreadsheet()))
            text(table,
                 {document.name(), 0, 0,
                  std::string("sheet '") + table.attribute("table:name").value() + "', a shape or chart"});
        text(document.master_styles(), {document.name(), 0, 0, "a header or footer"});
    }

  private:
    void text(pugi::xml_node node, const SourcePos& place) {
        if (is_row(node)) return;
        const auto text_here = text_of(node);
        if (marks::may_hold_marks(text_here))
            at(place, [&] {
                for (const auto& piece : marks::parse(text_here))
                    check_piece(piece, place, m_scopes.outermost());
            });
        for (const auto child : node.children())
            if (child.type() == pugi::node_element) text(child, place);
    }

    template<class Action>
    void at(const SourcePos& place, Action action) {
        try {
            action();
        } catch (const Error& error) {
            m_on_error(error.at(place));
        }
    }

    const Scope& inside(const marks::Each& each, const Scope& around) {
        if (each.dimension == "figure") {
            DocumentLists lists;
            if (!catalogue().empty()) lists.figures.emplace_back(catalogue().front().key);
            return first_of(members_of(each, around, lists, m_entries), each, around);
        }
        if (each.dimension == "source")
            return m_scopes.inside(
                around,
                {{},
                 {{"source.file", ""}, {"source.rows", 0.0}, {"source.as_at", Date{}}, {"source.sha", ""}}});
        if (each.dimension == "issue")
            return m_scopes.inside(around, {{}, {{"issue.text", ""}, {"issue.count", 0.0}}});
        marks::Each plain = each; // sorting by a figure would count it
        plain.sort.reset();
        auto members = members_of(plain, around, {}, m_entries);
        if (each.sort && find_figure(*each.sort) == nullptr && !members.empty())
            members_of_field(each, members.front());
        return first_of(std::move(members), each, around);
    }

    static void members_of_field(const marks::Each& each, const Member& member) {
        if (member.fields.contains(*each.sort) || member.fields.contains(each.dimension + "." + *each.sort))
            return;
        throw Error({}, "sort=" + *each.sort, "a field of " + each.dimension + " or a figure",
                    "write for example sort=name or sort=attendance.rate");
    }

    const Scope& first_of(std::vector<Member> members, const marks::Each& each, const Scope& around) {
        if (!members.empty()) return m_scopes.inside(around, std::move(members.front()));
        m_empty.insert(each.dimension); // nobody to ask what its fields are
        return around;
    }

    void check_piece(const marks::Piece& piece, const SourcePos& place, const Scope& scope) {
        if (const auto* const mark = std::get_if<marks::Mark>(&piece.content))
            return check_mark(*mark, place, scope);
        const auto* const condition = std::get_if<marks::Condition>(&piece.content);
        if (condition == nullptr) return;
        for (const auto& tests : condition->any_of)
            for (const auto& test : tests)
                for (const auto* const operand : {&test.left, &test.right})
                    if (const auto* const mark = std::get_if<marks::Mark>(operand))
                        check_mark(*mark, place, scope);
    }

    void check_mark(const marks::Mark& mark, const SourcePos& place, const Scope& scope) {
        if (mark.key.empty()) return; // the right side that a test without comparison does not have
        at(place, [&] {
            if (find_figure(mark.key) != nullptr) {
                figure_format(mark);
                return m_book.check(request_of(mark, scope));
            }
            if (m_empty.contains(mark.key.substr(0, mark.key.find('.')))) return;
            if (m_scopes.find(scope, mark.key) == nullptr) m_scopes.fail_unknown(scope, mark.key);
        });
    }

    const FigureBook& m_book;
    const OnError& m_on_error;
    Scopes m_scopes;
    Entries m_entries;
    std::set<std::string> m_empty;
};

} // namespace

std::vector<Issue> check(const odf::Document& document, const FigureBook& book) {
    std::vector<Issue> issues;
    const OnError keep = [&](const Error& error) {
        issues.push_back({error.pos(), error.found(), error.expected(), error.remedy(), 1, {}});
    };
    try {
        template_audience(document);
    } catch (const Error& error) {
        keep(error);
    }
    Checking checking(book, keep);
    for (const auto& sheet : read_sheets(document, keep))
        checking.sheet(sheet);
    checking.texts(document);
    return issues;
}

} // namespace termbook::fill
