// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>

namespace termbook::odf {

/// Moves the pictures and embedded documents that stand inline under `root` into `parts`, and links to them.
void pull_out(pugi::xml_node root, std::map<std::string, std::string>& parts);

/// Writes the pictures and embedded documents that `root` links to inline, from `parts`.
void put_in(pugi::xml_node root, const std::map<std::string, std::string>& parts);

/// Writes the charts that `root` links to inline. Returns the folders of their parts, which stay.
std::set<std::string> put_in_charts(pugi::xml_node root, const std::map<std::string, std::string>& parts);

/// Moves the embedded documents that stand inline under `root` into `parts`, and links to them; `namespaces`
/// declares the prefixes that they use.
void pull_out_objects(pugi::xml_node root, pugi::xml_node namespaces,
                      std::map<std::string, std::string>& parts);

/// The bytes of a picture (draw:image), whether it stands inline or is a part; empty when it is neither.
std::string picture_bytes(pugi::xml_node image, const std::map<std::string, std::string>& parts);

/// The path that an embedded picture or document links to, "Object 1".
std::string linked_path(pugi::xml_node node);

} // namespace termbook::odf
