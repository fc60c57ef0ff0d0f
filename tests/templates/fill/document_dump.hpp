// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/formulas/address.hpp"
#include "templates/odf/document.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>

namespace termbook::fill {

/// What a filled spreadsheet holds, one fact a line, for comparison with what a case expects.
class DocumentDump {
  public:
    explicit DocumentDump(const odf::Document& document) : m_document(document) {}

    std::string text() {
        for (const auto table : tables_of(m_document.spreadsheet()))
            sheet(table);
        for (const auto child : m_document.spreadsheet().children())
            if (std::string_view(child.name()) != "table:table") addresses(child);
        return m_text;
    }

  private:
    void line(const std::string& fact) { m_text += fact + "\n"; }

    static std::string flat(std::string text) {
        for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
            text.replace(at, 1, "\\n");
        return text;
    }

    void sheet(pugi::xml_node table) {
        line(fmt::format("sheet {}{}{}", table.attribute("table:name").value(),
                         table.attribute("table:protected").as_bool() ? " protected" : "",
                         std::string_view(table.attribute("table:print").value()) == "false" ? " not printed"
                                                                                             : ""));
        for (const auto& row : rows_of(table))
            this->row(row);
        for (const auto attribute : table.attributes())
            if (std::string_view(attribute.name()) == "table:print-ranges")
                line(fmt::format("  print {}", attribute.value()));
        for (const auto child : table.children())
            if (!is_row(child)) addresses(child);
    }

    void row(const RowEntry& row) {
        const std::string_view parent = row.node.parent().name();
        std::string about;
        if (std::string_view(row.node.attribute("table:visibility").value()) == "collapse")
            about += " hidden";
        if (parent == "table:table-header-rows") about += " header";
        if (parent == "table:table-row-group") about += " grouped";
        if (row.repeat > 1) about += fmt::format(" to {}", row.first + row.repeat);
        if (!about.empty()) line(fmt::format("  row {}{}", row.first + 1, about));
        for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
            this->cell(cell, fmt::format("{}{}", formulas::column_name(column), row.first + 1));
        });
    }

    void cell(pugi::xml_node cell, const std::string& place) {
        std::string facts;
        if (std::string_view(cell.name()) == "table:covered-table-cell") facts += " covered";
        for (const auto* const span : {"table:number-columns-spanned", "table:number-rows-spanned"})
            if (const auto attribute = cell.attribute(span))
                facts += fmt::format(" {}={}", std::string_view(span).substr(13), attribute.value());
        if (const auto type = cell.attribute("office:value-type")) facts += fmt::format(" {}", type.value());
        if (const auto value = cell.attribute("office:value")) facts += fmt::format(" {}", value.value());
        if (const auto value = cell.attribute("office:date-value"))
            facts += fmt::format(" {}", value.value());
        if (const auto text = text_of(cell); !text.empty()) facts += fmt::format(" \"{}\"", flat(text));
        if (const auto formula = cell.attribute("table:formula"))
            facts += fmt::format(" {}", formula.value());
        if (const auto style = cell.attribute("table:style-name"); style && !facts.empty())
            facts += fmt::format(" style {}", format_of(style.value()));
        if (cell.find_node([](pugi::xml_node node) { return std::string_view(node.name()) == "text:span"; }))
            facts += " spans";
        if (!facts.empty()) line(fmt::format("  {}{}", place, facts));
    }

    /// A style by what it says about numbers; its own name is no fact.
    std::string format_of(const std::string& style) const {
        const auto node = m_document.cell_styles().find_child_by_attribute("style:name", style.c_str());
        const auto data = std::string(node.attribute("style:data-style-name").value());
        return data.empty() ? style.starts_with("tb") ? "plain" : style : data;
    }

    void addresses(pugi::xml_node node) {
        std::string facts;
        for (const auto attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            const bool wanted = name.find("address") != name.npos || name.find("condition") != name.npos ||
                                name == "table:expression" || name == "calcext:value" ||
                                name == "table:name" || name == "draw:notify-on-update-of-ranges";
            if (wanted) facts += fmt::format(" {}={}", name, attribute.value());
        }
        if (!facts.empty()) line(fmt::format("  {}{}", node.name(), facts));
        if (node.child("text:p") && std::string_view(node.name()) != "table:table-cell")
            line(fmt::format("  {} \"{}\"", node.name(), flat(text_of(node))));
        for (const auto child : node.children())
            if (child.type() == pugi::node_element && !is_row(child)) addresses(child);
    }

    const odf::Document& m_document;
    std::string m_text;
};

} // namespace termbook::fill
