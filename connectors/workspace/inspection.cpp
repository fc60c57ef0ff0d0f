// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/inspection.hpp"

#include "connectors/registry.hpp"
#include "connectors/workspace/folder.hpp"
#include "connectors/workspace/stand_in.hpp"

namespace termbook {

namespace {

namespace fs = std::filesystem;

Inspection inspect_export(ExportFile file, const Trust& stand_in, const KnownProfiles& profiles) {
    Trust trust = stand_in;
    Intake intake(trust, Intake::Schools::any);
    Inspection inspection;
    inspection.report.file = file.name;
    file.school = &intake.school(0);
    file.year = trust.calendar.latest_begun(made_on(file.path, file.name));
    try {
        const auto all = recognise(file, profiles.all(), trust.issues);
        for (const Recognised& recognised : all)
            inspection.report.add(recognised);
        for (const Recognised& recognised : all) {
            file.sheet = recognised.sheet_name;
            inspection.report.rows += load(file, recognised, intake).rows;
        }
    } catch (const Error& error) {
        inspection.report.refusal = error;
    }
    inspection.issues = std::move(trust.issues);
    return inspection;
}

} // namespace

std::vector<Inspection> inspect_file(const fs::path& file, const fs::path& workspace) {
    const Trust trust = stand_in(workspace);
    const KnownProfiles profiles(workspace);
    std::vector<Inspection> inspections;
    try {
        for (ExportFile& each : exports_in(file, file.string()))
            inspections.push_back(inspect_export(std::move(each), trust, profiles));
    } catch (const Error& error) {
        inspections.emplace_back();
        inspections.back().report.file = file.string();
        inspections.back().report.refusal = error;
    }
    return inspections;
}

} // namespace termbook
