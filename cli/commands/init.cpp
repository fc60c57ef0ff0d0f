// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"
#include "cli/commands/new_folder.hpp"
#include "core/calendar/usual_year.hpp"
#include "core/diagnostics/error.hpp"
#include "templates/writers/whole_file.hpp"

#include <chrono>
#include <fmt/format.h>
#include <iostream>
#include <string>

namespace termbook::cli {

namespace {

/// With the years as elements, and the name of the one before.
constexpr const char* starter = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- A Termbook workspace. Put what your systems export below exports/, in a folder for each school, then run
     `termbook inspect` and `termbook build attendance-report`. -->
<termbook version="1">
  <!-- Say the local authority whose published figures against=local means, by name or code: local-authority="Rutland".
       A <school> in another one says so itself. The DfE's files of published figures go into comparators/. -->
  <trust name="Our Trust"/>

  <!-- One line a school: its number in "Get information about schools", its name, primary, secondary, special or
       all-through, and the folder of its exports. -->
  <school urn="100001" name="Our First School" phase="primary" folder="first-school"/>

  <!-- The years that figures are counted for; several may stand side by side. Here are the one of the day on which
       this was written, up to 31 August, and the one before, to look back on: add the next when it begins. The
       terms are as most schools keep them: put your own dates in their place. A trust with six terms says
       which season each belongs to: <term name="Term 1" season="autumn" …/>. -->
{0}
  <!-- What figures should reach: at-least or at-most, perhaps for one phase or school (school="100001"), year group
       (year="6"), group="pp", subject="reading" or term="autumn". Of several that fit the most specific holds. -->
  <target figure="attendance.rate" at-least="95"/>
  <target figure="attendance.persistent" at-most="15"/>

  <!-- Published figures to compare with, beside the national ones that come with Termbook (against=local):
  <comparator figure="attendance.rate" area="local" phase="primary" year="{1}" value="94.6" source="…"/> -->

  <!-- Groups of fewer pupils than this are withheld from governors and the public. -->
  <disclosure threshold="6"/>
  <!-- A figure for the trust needs data from at least this percentage of its schools. -->
  <coverage at-least="50"/>
  <!-- Key stage 2: the scaled score that ks2.above-average begins above. -->
  <scaled-score average="100"/>
</termbook>
)";

std::string element_of(const AcademicYear& year) {
    std::string text = fmt::format("  <year name=\"{}\" from=\"{}\" to=\"{}\">\n", year.name,
                                   iso_text(year.from), iso_text(year.to));
    for (const Term& term : year.terms)
        text += fmt::format("    <term name=\"{}\" from=\"{}\" to=\"{}\"/>\n", term.name, iso_text(term.from),
                            iso_text(term.to));
    return text + "  </year>\n";
}

std::string settings_written_on(Date today) {
    const std::chrono::year begun = academic_year_of(today);
    const AcademicYear now = usual_year(begun);
    const AcademicYear before = usual_year(begun - std::chrono::years{1});
    return fmt::format(starter, element_of(before) + element_of(now), before.name);
}

} // namespace

ExitStatus init(const std::filesystem::path& folder) {
    require_new_folder(folder);
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    writers::write_whole_file(folder / "termbook.xml", settings_written_on(today));
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
