// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/systems.hpp"

#include "cli/sample/dialects/arbor.hpp"
#include "cli/sample/dialects/ctf_file.hpp"
#include "cli/sample/dialects/plain_list.hpp"
#include "cli/sample/dialects/sims.hpp"
#include "cli/sample/formats/command_report.hpp"
#include "cli/sample/formats/csv_file.hpp"

#include <fmt/format.h>

namespace termbook::sample {

namespace {

constexpr CsvStyle sims_style{true, false, false};
constexpr CsvStyle arbor_style{false, false, true};
constexpr CsvStyle scholarpack_style{false, true, false};

using File = std::pair<std::string, std::string>;
using School = const ExportedSchool&;
using Codes = const AttendanceCodes&;

/// Schools with codes of two characters in their registers spell them with commas.
File ctf(System system, School school, Codes codes) {
    const bool two_characters = system == System::arbor || system == System::sims_secondary;
    const CtfOptions options{two_characters ? MarkSpelling::commas : MarkSpelling::characters, true};
    return {ctf_file_name(school), ctf_file(school, codes, options)};
}

File sims_list(School school, Codes codes) {
    return {fmt::format("SIMS whole school {}.csv", iso_text(school.as_at)),
            csv_file(sims_table(school, codes, {}), sims_style)};
}

File sims_report(const char* title, School school, Codes codes, bool totals) {
    return {fmt::format("{} {}.xml", title, iso_text(school.as_at)),
            command_report(sims_table(school, codes, {totals, true}))};
}

File students(School school, Codes codes) {
    return {fmt::format("students-{}.csv", iso_text(school.as_at)),
            csv_file(arbor_students(school, codes, false), arbor_style)};
}

File pupils(School school, Codes codes) {
    const std::string day = british(iso_text(school.as_at));
    return {fmt::format("pupils {}-{}-{}.csv", day.substr(0, 2), day.substr(3, 2), day.substr(6)),
            csv_file(plain_list(school, codes, true), scholarpack_style)};
}

} // namespace

Files exports_of(System system, School school, Codes codes) {
    switch (system) {
    case System::sims_primary:
        return {sims_list(school, codes), sims_report("SIMS lessons", school, codes, false),
                ctf(system, school, codes)};
    case System::arbor:
        return {students(school, codes),
                {fmt::format("attendance-{}.csv", iso_text(school.as_at)),
                 csv_file(arbor_marks(school, codes), arbor_style)}};
    case System::scholarpack:
        return {pupils(school, codes), ctf(system, school, codes)};
    case System::sims_secondary:
        return {sims_report("SIMS whole school", school, codes, true), ctf(system, school, codes)};
    }
    return {};
}

Files kept_exports_of(System system, School school, Codes codes) {
    const File list = system == System::arbor         ? students(school, codes)
                      : system == System::scholarpack ? pupils(school, codes)
                                                      : sims_list(school, codes);
    return {list, ctf(system, school, codes)};
}

} // namespace termbook::sample
