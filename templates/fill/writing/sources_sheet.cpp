// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/sources_sheet.hpp"

#include "templates/fill/writing/cell_writer.hpp"
#include "templates/fill/writing/number_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace termbook::fill {

namespace {

struct Column {
    const char* title;
    const char* width;
};

constexpr std::array<Column, 11> columns{{
    {"Mark", "70mm"},
    {"Value", "22mm"},
    {"Shown as", "26mm"},
    {"Definition", "90mm"},
    {"Numerator", "24mm"},
    {"Denominator", "24mm"},
    {"Whose", "55mm"},
    {"Period", "40mm"},
    {"Coverage", "30mm"},
    {"Export", "60mm"},
    {"As at", "40mm"},
}};

/// Only the header wraps: rows stay one line high, so that no program need work out their heights.
void add_cell_properties(pugi::xml_node style, const char* background, bool header, const char* colour) {
    auto cell = style.append_child("style:table-cell-properties");
    if (background != nullptr) cell.append_attribute("fo:background-color") = background;
    cell.append_attribute("style:vertical-align") = "top";
    cell.append_attribute("fo:wrap-option") = header ? "wrap" : "no-wrap";
    auto text = style.append_child("style:text-properties");
    text.append_attribute("fo:font-family") = "Carlito, 'Liberation Sans'";
    text.append_attribute("fo:font-size") = "10pt";
    text.append_attribute("fo:color") = colour;
    if (header) text.append_attribute("fo:font-weight") = "bold";
}

class Writer {
  public:
    Writer(pugi::xml_node table, const Entries& entries, CellStyles& styles, std::string_view note)
        : m_table(table), m_entries(entries), m_styles(styles), m_note(note) {
        auto [header, header_node] = styles.add("table-cell", "Default");
        add_cell_properties(header_node, "#12436d", true, "#ffffff");
        m_header = header;
        auto [body, body_node] = styles.add("table-cell", "Default");
        add_cell_properties(body_node, nullptr, false, "#000000");
        m_body = body;
    }

    void write() {
        if (!m_table.child("table:table-column")) add_columns();
        auto header = m_table.append_child("table:table-header-rows").append_child("table:table-row");
        for (const auto& column : columns)
            text(header, column.title, m_header);
        for (const auto& row : m_entries.rows())
            write_row(row);
        if (!m_note.empty()) text(m_table.append_child("table:table-row"), m_note, m_body);
        if (m_entries.rows().empty() && m_note.empty())
            m_table.append_child("table:table-row").append_child("table:table-cell");
    }

  private:
    void add_columns() {
        for (const auto& column : columns) {
            auto [name, style] = m_styles.add("table-column", "");
            style.append_child("style:table-column-properties").append_attribute("style:column-width") =
                column.width;
            m_table.append_child("table:table-column").append_attribute("table:style-name") = name.c_str();
        }
    }

    static void text(pugi::xml_node row, const std::string& value, const std::string& style) {
        auto cell = row.append_child("table:table-cell");
        cell.append_attribute("table:style-name") = style.c_str();
        set_value(cell, value, value);
    }

    void number(pugi::xml_node row, double value, const std::string& style) {
        auto cell = row.append_child("table:table-cell");
        cell.append_attribute("table:style-name") = style.c_str();
        set_value(cell, value, number_text(value, m_styles.data_style(style)));
    }

    std::string style_of(const Entry& entry) const {
        auto style = m_styles.for_number(m_body, entry.kind);
        return entry.is_low() ? m_styles.that_says_low(style) : style;
    }

    void count(pugi::xml_node row, const FigureAnswer& answer, const std::optional<std::int64_t>& value) {
        if (value)
            return number(row, static_cast<double>(*value), m_styles.for_number(m_body, NumberKind::count));
        text(row, std::string(symbol(answer.status)), m_body);
    }

    void write_row(const SourcesRow& source) {
        auto row = m_table.append_child("table:table-row");
        const Entry& entry = m_entries[source.entry];
        const FigureAnswer& answer = *entry.answer;
        const bool block = !source.stands_for.empty();
        text(row, block ? source.stands_for : entry.key, m_body);
        if (!block && entry.is_number())
            number(row, std::get<double>(entry.value), style_of(entry));
        else
            text(row, block ? "" : std::get<std::string>(entry.value), m_body);
        text(row, block ? "" : entry.shown, m_body);
        text(row, definition(answer), m_body);
        count(row, answer, block ? std::nullopt : answer.numerator);
        count(row, answer, block ? std::nullopt : answer.denominator);
        text(row, block ? "" : answer.who, m_body);
        text(row, answer.period.name, m_body);
        text(row, coverage(answer), m_body);
        text(row, exports(answer), m_body);
        text(row, as_at(answer), m_body);
    }

    static std::string definition(const FigureAnswer& answer) {
        const std::string words =
            answer.definition == nullptr ? "" : std::string(answer.definition->definition);
        return words.empty() ? answer.title : fmt::format("{}: {}", answer.title, words);
    }

    static std::string exports(const FigureAnswer& answer) {
        std::string files;
        for (const auto& source : answer.sources)
            files += (files.empty() ? "" : "; ") + source.file;
        return files;
    }

    static std::string as_at(const FigureAnswer& answer) {
        std::optional<Date> first;
        std::optional<Date> last;
        for (const auto& source : answer.sources) {
            if (!source.as_at) continue;
            first = std::min(first.value_or(*source.as_at), *source.as_at);
            last = std::max(last.value_or(*source.as_at), *source.as_at);
        }
        if (!first) return {};
        return *first == *last ? long_text(*first)
                               : fmt::format("{} to {}", long_text(*first), long_text(*last));
    }

    pugi::xml_node m_table;
    const Entries& m_entries;
    CellStyles& m_styles;
    const std::string m_note;
    std::string m_header;
    std::string m_body;
};

/// A page of its own for whoever prints the sheet after all: A4 on its side, all columns on
/// one page.
void give_page(odf::Document& document, pugi::xml_node table) {
    constexpr const char* name = "tbSources";
    const auto add = [](pugi::xml_node section, const char* element, const char* family) {
        auto style = section.append_child(element);
        style.append_attribute("style:name") = name;
        if (family != nullptr) style.append_attribute("style:family") = family;
        return style;
    };
    auto page = add(document.page_styles(), "style:page-layout", nullptr)
                    .append_child("style:page-layout-properties");
    page.append_attribute("fo:page-width") = "297mm";
    page.append_attribute("fo:page-height") = "210mm";
    page.append_attribute("style:print-orientation") = "landscape";
    for (const char* edge : {"top", "bottom", "left", "right"})
        page.append_attribute(fmt::format("fo:margin-{}", edge).c_str()) = "15mm";
    page.append_attribute("style:scale-to-X") = 1;
    page.append_attribute("style:scale-to-Y") = 0;
    auto master = add(document.master_styles(), "style:master-page", nullptr);
    master.append_attribute("style:page-layout-name") = name;
    // A page that says nothing of them has LibreOffice's own header and footer.
    for (const char* band : {"style:header", "style:footer"})
        master.append_child(band).append_attribute("style:display") = "false";
    add(document.cell_styles(), "style:style", "table").append_attribute("style:master-page-name") = name;
    table.append_attribute("table:style-name") = name;
}

} // namespace

pugi::xml_node prepare_sources(odf::Document& document) {
    auto spreadsheet = document.spreadsheet();
    auto table = spreadsheet.find_child_by_attribute("table:table", "table:name", sources_name);
    if (!table) {
        const auto tables = tables_of(spreadsheet);
        table = tables.empty() ? spreadsheet.append_child("table:table")
                               : spreadsheet.insert_child_after("table:table", tables.back());
        table.append_attribute("table:name") = sources_name;
        give_page(document, table);
    }
    set_attribute(table, "table:protected", "true");
    set_attribute(table, "table:print", "false");
    table.remove_attribute("table:print-ranges");
    for (auto node = table.first_child(); node;) {
        const auto following = node.next_sibling();
        const std::string_view name = node.name();
        if (!name.starts_with("table:table-column") && name != "table:table-header-columns")
            table.remove_child(node);
        node = following;
    }
    return table;
}

void write_sources(pugi::xml_node table, const Entries& entries, CellStyles& styles, std::string_view note) {
    Writer(table, entries, styles, note).write();
}

} // namespace termbook::fill
