// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/odf/document.hpp"
#include "templates/writers/looks/look.hpp"

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace termbook::writers {

/// The styles of a document, put together: an automatic style rests on its parents, those on the family's
/// default.
class Styles {
  public:
    explicit Styles(const odf::Document& document);

    /// The style itself, automatic ones first; null if there is none.
    pugi::xml_node find(std::string_view family, std::string_view name) const;

    /// How cells of a style look; "" is the default cell style.
    const Look& cell_look(const std::string& name);

    /// What a style for conditional formats says by itself, without what it takes from the default cell
    /// style. Conditional formats call a style by the name that people see, conditions in styles by its own.
    Look conditional_look(const std::string& name) const;

    /// Letters of a text style over the letters around them.
    Letters text_letters(const std::string& name, Letters letters) const;

    /// A property of a style (of tables, columns, rows, page layouts) or of the nearest parent that has it.
    pugi::xml_attribute property(std::string_view family, std::string_view name, const char* element,
                                 const char* attribute) const;

    const Fonts& fonts() const { return m_fonts; }

  private:
    std::vector<pugi::xml_node> chain(std::string_view family, std::string_view name) const;
    std::string number_format(const std::vector<pugi::xml_node>& chain) const;

    std::unordered_map<std::string, pugi::xml_node> m_styles;   ///< "family name"
    std::unordered_map<std::string, std::string> m_shown_names; ///< of cell styles: shown name to own
    std::unordered_map<std::string, pugi::xml_node> m_data_styles;
    std::unordered_map<std::string, pugi::xml_node> m_defaults; ///< by family
    std::unordered_map<std::string, Look> m_looks;
    Fonts m_fonts;
};

} // namespace termbook::writers
