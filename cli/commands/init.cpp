// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"
#include "cli/commands/new_folder.hpp"
#include "core/diagnostics/error.hpp"
#include "templates/writers/whole_file.hpp"

#include <iostream>

namespace termbook::cli {

namespace {

constexpr std::string_view starter = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- A Termbook workspace. Put what your systems export below exports/, in a folder for each school, then run
     `termbook inspect` and `termbook build attendance-report`. -->
<termbook version="1">
  <!-- Say the local authority whose published figures against=local means, by name or code: local-authority="Rutland".
       A <school> in another one says so itself. The DfE's files of published figures go into comparators/. -->
  <trust name="Our Trust"/>

  <!-- One line a school: its number in "Get information about schools", its name, primary, secondary, special or
       all-through, and the folder of its exports. -->
  <school urn="100001" name="Our First School" phase="primary" folder="first-school"/>

  <!-- The years that figures are counted for; several may stand side by side. A trust with six terms says which
       season each belongs to: <term name="Term 1" season="autumn" …/>. -->
  <year name="2025/26" from="2025-09-01" to="2026-08-31">
    <term name="Autumn" from="2025-09-01" to="2025-12-19"/>
    <term name="Spring" from="2026-01-05" to="2026-03-27"/>
    <term name="Summer" from="2026-04-13" to="2026-07-21"/>
  </year>

  <!-- What figures should reach: at-least or at-most, perhaps for one phase or school (school="100001"), year group
       (year="6"), group="pp", subject="reading" or term="autumn". Of several that fit the most specific holds. -->
  <target figure="attendance.rate" at-least="95"/>
  <target figure="attendance.persistent" at-most="15"/>

  <!-- Published figures to compare with, beside the national ones that come with Termbook (against=local):
  <comparator figure="attendance.rate" area="local" phase="primary" year="2025/26" value="94.6" source="…"/> -->

  <!-- Groups of fewer pupils than this are withheld from governors and the public. -->
  <disclosure threshold="6"/>
  <!-- A figure for the trust needs data from at least this percentage of its schools. -->
  <coverage at-least="50"/>
</termbook>
)";

} // namespace

ExitStatus init(const std::filesystem::path& folder) {
    require_new_folder(folder);
    writers::write_whole_file(folder / "termbook.xml", starter);
    std::error_code error;
    for (const char* part :
         {"exports/first-school", "comparators", "workbooks", "templates", "profiles", "packs"})
        if (!std::filesystem::create_directories(folder / part, error) && error)
            throw Error({(folder / part).string(), 0, 0, {}}, error.message(), "a folder that can be made",
                        "choose another place", ErrorKind::output);
    std::cout << std::filesystem::absolute(folder).lexically_normal().string() << '\n';
    return done;
}

} // namespace termbook::cli
