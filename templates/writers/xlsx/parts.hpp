// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <pugixml.hpp>
#include <string>

namespace termbook::writers::xlsx {

/// By part ("xl/charts/chart1.xml"), what to do with its root.
using PartChanges = std::map<std::string, std::function<void(pugi::xml_node)>>;

/// Changes parts of a workbook that is written; the others stay as they are packed. False when the disk takes
/// no more. Throws Error (output) like every writer of whole files.
bool change_parts(const std::filesystem::path& workbook, const PartChanges& changes);

} // namespace termbook::writers::xlsx
