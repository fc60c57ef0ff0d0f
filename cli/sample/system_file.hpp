// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook::sample {

/// The systems of the sample's schools.
enum class System { sims_primary, arbor, scholarpack, sims_secondary };

/// Files by name.
using File = std::pair<std::string, std::string>;
using Files = std::vector<File>;

/// A table as CSV in the way of a system: SIMS writes Windows-1252, Arbor quotes every cell, ScholarPack
/// begins with a byte order mark. It is named for what it is of and the day: "SIMS exclusions
/// 2026-03-27.csv", "exclusions-2026-03-27.csv", "exclusions 27-03-2026.csv".
File system_file(System system, std::string_view title, const ExportedSchool& school, const Table& table);

} // namespace termbook::sample
