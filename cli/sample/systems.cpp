// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/systems.hpp"

#include "cli/sample/dialects/arbor.hpp"
#include "cli/sample/dialects/ctf_file.hpp"
#include "cli/sample/dialects/plain_list.hpp"
#include "cli/sample/dialects/sims.hpp"
#include "cli/sample/formats/command_report.hpp"

#include <fmt/format.h>

namespace termbook::sample {

namespace {

using School = const ExportedSchool&;
using Codes = const AttendanceCodes&;

/// Schools with codes of two characters in their registers spell them with commas.
File ctf(System system, School school, Codes codes) {
    const bool two_characters = system == System::arbor || system == System::sims_secondary;
    const CtfOptions options{two_characters ? MarkSpelling::commas : MarkSpelling::characters, true};
    return {ctf_file_name(school), ctf_file(school, codes, options), school.as_at};
}

File sims_list(System system, School school, Codes codes) {
    return system_file(system, "whole school", school.as_at, sims_table(school, codes, {}));
}

File sims_report(const char* title, School school, Codes codes, bool totals) {
    return {fmt::format("{} {}.xml", title, iso_text(school.as_at)),
            command_report(sims_table(school, codes, {totals, true})), school.as_at};
}

File students(School school, Codes codes) {
    return system_file(System::arbor, "students", school.as_at, arbor_students(school, codes, false));
}

File pupils(School school, Codes codes) {
    return system_file(System::scholarpack, "pupils", school.as_at, plain_list(school, codes, true));
}

} // namespace

Files exports_of(System system, School school, Codes codes) {
    switch (system) {
    case System::sims_primary:
        return {sims_list(system, school, codes), sims_report("SIMS lessons", school, codes, false),
                ctf(system, school, codes)};
    case System::arbor:
        return {students(school, codes),
                system_file(system, "attendance", school.as_at, arbor_marks(school, codes))};
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
                                                      : sims_list(system, school, codes);
    return {list, ctf(system, school, codes)};
}

} // namespace termbook::sample
