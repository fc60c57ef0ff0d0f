// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/fill.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/fill/columns/widen_sheets.hpp"
#include "templates/fill/faults.hpp"
#include "templates/fill/layout/instances.hpp"
#include "templates/fill/layout/linked_ranges.hpp"
#include "templates/fill/reading/template_reading.hpp"
#include "templates/fill/sheets/repeat_sheets.hpp"
#include "templates/fill/writing/block_names.hpp"
#include "templates/fill/writing/linked_parts.hpp"
#include "templates/fill/writing/recalculate.hpp"
#include "templates/fill/writing/rows_writer.hpp"
#include "templates/fill/writing/sources_sheet.hpp"
#include "templates/fill/writing/texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook::fill {

namespace {

/// One fill, from the template's rows to computed formulas.
class Filling {
  public:
    Filling(odf::Document& document, const FigureBook& book, const FillOptions& options)
        : m_document(document), m_scopes(book, options.today), m_entries(book), m_lists{{}, options.issues},
          m_styles(document) {}

    void run() {
        make_rows();
        recalculate(m_document.spreadsheet(), m_formulas, m_styles);
    }

    /// Everything but the results of formulas. All figures have been asked for then, those in texts outside
    /// cells last.
    void make_rows() {
        const OnError fail = [](const Error& error) { throw error; };
        const auto sources = prepare_sources(m_document);
        auto sheets = read_sheets(m_document, fail);
        m_lists.figures = figures_used(sheets);
        if (any_sheets(sheets))
            sheets = read_sheets(m_document, fail,
                                 repeat_sheets(m_document, sheets, m_scopes, m_entries, m_lists));
        if (any_columns(sheets))
            sheets =
                read_sheets(m_document, fail, widen_sheets(m_document, sheets, m_scopes, m_entries, m_lists));
        for (auto& sheet : sheets)
            m_plans.push_back(plan_of(std::move(sheet)));
        Instances(m_plans, m_scopes, m_entries, m_lists).make();
        note_wanted_lines(m_plans);
        for (auto& plan : m_plans)
            place(plan);
        write(sources, fail);
    }

  private:
    void write(pugi::xml_node sources, const OnError& on_error) {
        const References references(m_plans);
        CellWriter cells(m_styles, m_entries, sources_name);
        Texts texts(fill_marks(m_scopes, m_entries), on_error);
        for (std::size_t sheet = 0; sheet < m_plans.size(); ++sheet)
            RowsWriter(sheet, references, cells, m_formulas, texts, m_scopes).write();
        rewrite_document_links(m_document, references);
        fill_document_texts(
            m_document, texts, m_scopes.outermost(), [&](pugi::xml_node table) -> const Scope& {
                const auto plan = std::find_if(m_plans.begin(), m_plans.end(), [&](const SheetPlan& each) {
                    return each.sheet.table == table;
                });
                return *plan->instances.front().scope;
            });
        name_blocks(m_document.spreadsheet(), m_plans);
        write_sources(sources, m_entries, m_styles,
                      template_audience(m_document) == Audience::staff ? not_suppressed : "");
    }

    odf::Document& m_document;
    Scopes m_scopes;
    Entries m_entries;
    DocumentLists m_lists;
    std::vector<SheetPlan> m_plans;
    CellStyles m_styles;
    FilledFormulas m_formulas;
};

} // namespace

odf::Document fill(odf::Document document, const FigureBook& book, const FillOptions& options) {
    InlineCharts charts(document);
    find_faults(document, book, [](const Error& error) { throw error; });
    Filling(document, book, options).run();
    charts.move_out();
    return document;
}

void ask(odf::Document document, const FigureBook& book, const FillOptions& options) {
    const InlineCharts charts(document);
    find_faults(document, book, [](const Error& error) { throw error; });
    Filling(document, book, options).make_rows();
}

std::string filled_text(const std::string& text, const SourcePos& place, const FigureBook& book,
                        const FillOptions& options) {
    const Scopes scopes(book, options.today);
    Entries entries(book);
    pugi::xml_document holder;
    auto node = holder.append_child("text");
    node.text() = text.c_str();
    Texts(fill_marks(scopes, entries), [](const Error& error) {
        throw error;
    }).fill_plain(node, scopes.outermost(), place);
    return node.text().get();
}

std::vector<Issue> check(const odf::Document& document, const FigureBook& book) {
    std::vector<Issue> issues;
    auto copy = document.copy();
    const InlineCharts charts(copy);
    find_faults(copy, book, [&](const Error& error) {
        issues.push_back({error.pos(), error.found(), error.expected(), error.remedy(), 1, {}});
    });
    return issues;
}

Audience template_audience(const odf::Document& document) {
    const auto text = document.property("termbook-audience");
    if (text.empty()) return Audience::governors;
    if (const auto audience = parse_audience(text)) return *audience;
    throw Error({document.name(), 0, 0, "document property termbook-audience"}, fmt::format("'{}'", text),
                "public, governors or staff", "correct the property in File, Properties, Custom Properties");
}

} // namespace termbook::fill
