// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace termbook::odf {

/// Parses XML that passes `require_well_formed`, which is asked first. Blanks inside paragraphs are kept as
/// they stand; blanks that only indent elements are dropped, as are comments.
void load_tree(pugi::xml_document& tree, std::string_view xml);

/// The tree as XML with a declaration, in UTF-8, without any blanks added.
std::string to_xml(const pugi::xml_document& tree);

/// Declares the namespaces of OpenDocument, with their usual prefixes, that `root` lacks.
void declare_namespaces(pugi::xml_node root);

/// Declares on `root` the namespaces that `from` declares and `root` does not.
void copy_namespaces(pugi::xml_node root, pugi::xml_node from);

/// The section of a document (office:styles …), made where the order of sections wants it if it is missing.
pugi::xml_node make_section(pugi::xml_node root, const char* section);

} // namespace termbook::odf
