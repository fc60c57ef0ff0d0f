// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/entries.hpp"
#include "templates/odf/document.hpp"

#include <map>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>

namespace termbook::fill {

/// The cell styles of a document: what they say about numbers, and new ones for figures in cells that say
/// nothing.
class CellStyles {
  public:
    explicit CellStyles(odf::Document& document);

    /// How a style shows numbers (number:…-style, through its parents); null if it does not say.
    pugi::xml_node data_style(const std::string& style) const;

    bool is_percentage(const std::string& style) const;

    /// A style like `style` that shows numbers of a kind as their figures are shown; `style` itself if it
    /// already says how to show numbers.
    std::string for_number(const std::string& style, NumberKind kind);

    /// A style like `style` for a share that figures show as `low`: it says so of what is above 0 and rounds
    /// to 0 in its number format, while the cell holds the number. `style` itself where its format is no
    /// plain one.
    std::string that_says_low(const std::string& style);

    /// The name of a new automatic style, and its element.
    std::pair<std::string, pugi::xml_node> add(const char* family, const std::string& parent);

  private:
    const std::string& format_of(NumberKind kind);
    std::string derived(const std::string& style, const std::string& format);
    std::string format_that_says_low(pugi::xml_node plain, const std::string& least);
    void index(pugi::xml_node section);

    pugi::xml_node m_automatic;
    std::unordered_map<std::string, pugi::xml_node> m_styles;
    std::unordered_map<std::string, pugi::xml_node> m_data_styles;
    std::map<std::pair<std::string, NumberKind>, std::string> m_derived;
    std::map<NumberKind, std::string> m_formats;
    std::map<std::string, std::string> m_low;
};

} // namespace termbook::fill
