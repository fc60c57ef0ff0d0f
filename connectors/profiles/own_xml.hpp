// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// An XML file that a person wrote for Termbook: a profile, termbook.xml. It is small, checked for
/// well-formedness first, and knows the line of each of its elements.
class OwnXml {
  public:
    /// Throws Error with the place when the bytes are not well-formed, or the root is not `root`.
    OwnXml(std::string bytes, std::string name, std::string_view root);

    pugi::xml_node root() const { return m_document.document_element(); }
    SourcePos place(pugi::xml_node node) const;

    /// The value of an attribute that must be there. Throws Error.
    std::string required(pugi::xml_node node, const char* attribute) const;

    /// Throws Error when the element has an attribute that is not among `known`, with the nearest spelling.
    void only_attributes(pugi::xml_node node, const std::vector<std::string_view>& known) const;

    /// Throws: `found` at the element, and what to do about it.
    [[noreturn]] void refuse(pugi::xml_node node, std::string found, std::string expected,
                             std::string remedy) const;
    /// Throws: an element that is not known here, with the nearest of `known`.
    [[noreturn]] void refuse_element(pugi::xml_node node, const std::vector<std::string_view>& known) const;

  private:
    std::string m_bytes;
    std::string m_name;
    pugi::xml_document m_document;
};

} // namespace termbook
