// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/inspection.hpp"

#include "connectors/registry.hpp"
#include "connectors/workspace/folder.hpp"
#include "connectors/workspace/stand_in.hpp"

namespace termbook {

namespace {

namespace fs = std::filesystem;

/// Of a workbook, that of the sheet which is most surely a table of pupils.
std::optional<Proposal> propose(const ExportFile& file, const KnownProfiles& profiles) {
    const ExportForm form = find_form(file);
    if (form.kind == ExportForm::Kind::xml) return std::nullopt;
    std::vector<const Profile*> of_tables = profiles.all();
    std::erase_if(of_tables, [](const Profile* profile) { return !profile->root.empty(); });
    const auto today = made_on(file.path, file.name);
    if (!form.workbook) return propose_profile(*open_rows(file, form, 0), of_tables, today);
    std::optional<Proposal> best;
    const auto& sheets = form.workbook->sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        auto proposal = propose_profile(*form.workbook->rows(i), of_tables, today);
        if (!proposal || (best && !proposal->better_than(*best))) continue;
        best = std::move(proposal);
        best->sheet = sheets[i].name;
    }
    return best;
}

/// What cannot be read at all has been refused with the reason.
std::optional<Proposal> propose_unless_broken(const ExportFile& file, const KnownProfiles& profiles) {
    try {
        return propose(file, profiles);
    } catch (const Error&) {
        return std::nullopt;
    }
}

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
        if (inspection.report.title.empty()) inspection.proposal = propose_unless_broken(file, profiles);
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
