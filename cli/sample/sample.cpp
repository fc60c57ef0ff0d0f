// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/sample.hpp"

#include "cli/sample/kinds/kinds.hpp"
#include "cli/sample/kinds/targets.hpp"
#include "cli/sample/output.hpp"
#include "cli/sample/schools.hpp"
#include "connectors/profiles/attendance_codes_file.hpp"
#include "core/diagnostics/error.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

namespace fs = std::filesystem;
using sample::SampleSchool;

constexpr auto settings_start = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- A made-up trust to try Termbook on. Nobody in it exists. -->
<termbook version="1">
  <trust name="Sample Learning Trust"/>

  <!-- A school's exports lie in its folder below exports/, those of a year gone by in a folder named for it. -->
)";

constexpr auto settings_end = R"(
  <!-- The calendar. "Autumn term" and the like mean these days. -->
  <year name="2024/25" from="2024-09-01" to="2025-08-31">
    <term name="Autumn" from="2024-09-02" to="2024-12-20"/>
    <term name="Spring" from="2025-01-06" to="2025-04-04"/>
    <term name="Summer" from="2025-04-22" to="2025-07-22"/>
  </year>
  <year name="2025/26" from="2025-09-01" to="2026-08-31">
    <term name="Autumn" from="2025-09-01" to="2025-12-19"/>
    <term name="Spring" from="2026-01-05" to="2026-03-27"/>
    <term name="Summer" from="2026-04-13" to="2026-07-21"/>
  </year>

  <!-- What figures should reach. Of several rules the most specific holds: those with a phase are for schools, those
       without for the trust as a whole. Those of other figures stand in exports/Trust targets.csv. -->
  <target figure="attendance.rate" at-least="95" phase="primary"/>
  <target figure="attendance.rate" at-least="93" phase="secondary"/>
  <target figure="attendance.rate" at-least="94"/>
  <target figure="attendance.persistent" at-most="15" phase="primary"/>
  <target figure="attendance.persistent" at-most="22" phase="secondary"/>
  <target figure="attendance.persistent" at-most="18"/>

  <!-- Figures that rest on fewer pupils are withheld from governors and the public. -->
  <disclosure threshold="6"/>
</termbook>
)";

std::string settings(const std::vector<SampleSchool>& schools) {
    std::string text = settings_start;
    for (const SampleSchool& each : schools)
        text += fmt::format("  <school urn=\"{}\" name=\"{}\" phase=\"{}\" folder=\"{}\"/>\n", each.now.urn,
                            each.now.name, each.phase, each.folder);
    return text + settings_end;
}

void write_files(const fs::path& folder, const sample::Files& files) {
    for (const sample::File& file : files)
        sample::write_export(folder / file.name, file.bytes, file.day);
}

/// The exports of every kind, of both years.
void write_exports(const SampleSchool& made, const fs::path& exports, const AttendanceCodes& codes) {
    const auto& [now, before, phase, name, system, story] = made;
    const fs::path folder = exports / name;
    write_files(folder, exports_of(system, now, codes));
    write_files(folder, exports_of_kinds(system, now, sample::calendar_2025_26(), story, codes));
    const fs::path kept = folder / "2024-25";
    write_files(kept, kept_exports_of(system, before, codes));
    write_files(kept, statutory_exports_of(system, before, story));
    write_files(kept, exports_of_kinds(system, before, sample::calendar_2024_25(), story, codes));
}

} // namespace

void write_sample(const fs::path& folder) {
    const fs::path settings_file = folder / "termbook.xml";
    if (fs::exists(settings_file))
        throw Error({settings_file.string(), 0, 0, {}}, "a workspace already", "a folder without one",
                    "name another folder", ErrorKind::output);
    const AttendanceCodes codes = national_attendance_codes();
    const auto schools = sample::sample_schools(codes);
    for (const SampleSchool& each : schools)
        write_exports(each, folder / "exports", codes);
    sample::write_export(folder / "exports" / "Trust targets.csv", sample::targets_file(),
                         sample::calendar_2025_26().year.from);
    // Last, so that a folder with settings is a whole sample.
    sample::write_export(settings_file, settings(schools), schools.front().now.as_at);
}

} // namespace termbook
