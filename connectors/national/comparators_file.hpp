// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/profiles/own_xml.hpp"
#include "core/model/comparator.hpp"

#include <string>
#include <vector>

namespace termbook {

/// Reads one <comparator figure area year value source phase group subject period/>. Throws Error with the
/// place for a figure that is not in the catalogue, a group that is none, and what is no number.
Comparator read_comparator(const OwnXml& xml, pugi::xml_node node);

/// Reads a file of <comparators>. Throws like read_comparator.
std::vector<Comparator> read_comparators(std::string bytes, const std::string& name);

/// The published figures that come with Termbook, each with its source.
const std::vector<Comparator>& shipped_comparators();

} // namespace termbook
