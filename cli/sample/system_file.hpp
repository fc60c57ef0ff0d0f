// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/formats/table.hpp"
#include "core/calendar/date.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace termbook::sample {

/// The systems of the sample's schools.
enum class System { sims_primary, arbor, scholarpack, sims_secondary };

/// A file that a system wrote on a day.
struct File {
    std::string name;
    std::string bytes;
    Date day;
};
using Files = std::vector<File>;

/// A table as CSV in the way of a system: SIMS writes Windows-1252, Arbor quotes every cell, ScholarPack
/// begins with a byte order mark. It is named for what it is of and the day: "SIMS exclusions
/// 2026-03-27.csv", "exclusions-2026-03-27.csv", "exclusions 27-03-2026.csv".
File system_file(System system, std::string_view title, Date day, const Table& table);

} // namespace termbook::sample
