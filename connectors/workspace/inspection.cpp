// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/inspection.hpp"

#include "connectors/profiles/attendance_codes_file.hpp"
#include "connectors/registry.hpp"
#include "connectors/workspace/folder.hpp"
#include "connectors/workspace/settings.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

namespace fs = std::filesystem;

/// Every academic year of which there may be an export.
Calendar every_year() {
    std::vector<AcademicYear> years;
    for (int from = 1990; from < 2100; ++from)
        years.push_back({fmt::format("{}/{:02}", from, (from + 1) % 100),
                         *make_date(from, 9, 1),
                         *make_date(from + 1, 8, 31),
                         {}});
    return Calendar(std::move(years));
}

/// One school that stands for whichever the export is of.
Trust stand_in(const fs::path& workspace) {
    const fs::path settings = workspace / "termbook.xml";
    Trust trust;
    if (fs::exists(settings))
        trust = read_settings(settings);
    else
        trust.calendar = every_year();
    trust.codes = national_attendance_codes();
    trust.schools.clear();
    trust.schools.emplace_back();
    return trust;
}

} // namespace

Inspection inspect_file(const fs::path& file, const fs::path& workspace) {
    Trust trust = stand_in(workspace);
    const KnownProfiles profiles(workspace);
    Intake intake(trust, Intake::Schools::any);
    Inspection inspection;
    inspection.report.file = file.string();
    try {
        const ExportFile export_file{file, inspection.report.file, 0, &intake.school(0), std::nullopt};
        const Recognised recognised = recognise(file, export_file.name, profiles.all());
        inspection.report.recognised_as(recognised);
        inspection.report.rows = load(export_file, recognised, intake).rows;
    } catch (const Error& error) {
        inspection.report.refusal = error;
    }
    inspection.issues = std::move(trust.issues);
    return inspection;
}

} // namespace termbook
