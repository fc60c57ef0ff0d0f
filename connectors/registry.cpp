// SPDX-License-Identifier: MPL-2.0
#include "connectors/registry.hpp"

#include "connectors/mis/conduct/incident_table.hpp"
#include "connectors/mis/conduct/staff_absence_table.hpp"
#include "connectors/mis/ctf/ctf.hpp"
#include "connectors/mis/marks/mark_grid.hpp"
#include "connectors/mis/marks/mark_rows.hpp"
#include "connectors/mis/marks/mark_strings.hpp"
#include "connectors/mis/pupils/pupil_table.hpp"
#include "connectors/mis/results/result_table.hpp"
#include "connectors/national/ees_table.hpp"
#include "connectors/national/ks2_table.hpp"
#include "connectors/readers/csv_reader.hpp"
#include "connectors/workbooks/target_table.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace termbook {

namespace {

using TableLoader = std::uint64_t (*)(readers::RowReader&, const RecognisedTable&, const ExportFile&, Intake&,
                                      std::optional<Date>&);

template<TableLoader load_rows>
Loaded load_table(const ExportFile& as_found, const Recognised& recognised, Intake& intake) {
    Loaded loaded;
    const ExportForm form = find_form(as_found);
    ExportFile file = as_found;
    const auto habits = [&] {
        return find_habits(*open_rows(file, form, recognised.sheet), *recognised.table);
    };
    if (form.kind != ExportForm::Kind::text) {
        // Opened before it is looked through, so that the texts of a workbook are read once for both.
        const auto rows = open_rows(file, form, recognised.sheet);
        file.habits = habits();
        loaded.rows = load_rows(*rows, *recognised.table, file, intake, loaded.as_at);
        loaded.sha256 = digest_of(file);
        return loaded;
    }
    file.habits = habits();
    // The largest exports are CSV: their digest is worked out as they are read.
    auto source = open_export(file);
    source->keep_sha256();
    readers::CsvReader rows(std::move(source));
    loaded.rows = load_rows(rows, *recognised.table, file, intake, loaded.as_at);
    loaded.sha256 = rows.source().sha256().value_or("");
    return loaded;
}

Loaded load_ctf_file(const ExportFile& file, const Recognised&, Intake& intake) {
    const auto source = open_export(file);
    source->keep_sha256();
    Loaded loaded;
    loaded.rows = load_ctf(*source, file, intake, loaded.as_at);
    loaded.sha256 = source->sha256().value_or("");
    return loaded;
}

constexpr Connector table[] = {
    {"pupil-table", "Pupils, a row each, perhaps with totals of attendance", load_table<load_pupil_table>},
    {"ctf", "Common Transfer File", load_ctf_file},
    {"mark-rows", "Attendance marks, a row each", load_table<load_mark_rows>},
    {"mark-strings", "Attendance marks, a string a pupil", load_table<load_mark_strings>},
    {"mark-grid", "Attendance marks, a row a pupil and a column a session", load_table<load_mark_grid>},
    {"result-table", "Results of assessments", load_table<load_result_table>},
    {"incident-table", "Suspensions, exclusions and behaviour incidents", load_table<load_incident_table>},
    {"staff-absence-table", "Absence of staff", load_table<load_staff_absence_table>},
    {"target-table", "Targets", load_table<load_target_table>},
    {"dfe-ks2-table", "Published key stage 2 figures", load_table<load_ks2_table>},
    {"dfe-ees-table", "Published attendance figures", load_table<load_ees_table>},
};

} // namespace

std::span<const Connector> connectors() {
    return table;
}

std::size_t reading_order(const Profile& profile) {
    const auto all = connectors();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Connector& each) { return each.id == profile.loads; });
    if (found == all.end()) {
        std::vector<std::string_view> ids;
        for (const Connector& each : all)
            ids.push_back(each.id);
        throw Error({}, fmt::format("the profile '{}' with loads=\"{}\"", profile.key, profile.loads),
                    fmt::format("one of {}", fmt::join(ids, ", ")), "correct the profile");
    }
    return static_cast<std::size_t>(found - all.begin());
}

Loaded load(const ExportFile& file, const Recognised& recognised, Intake& intake) {
    return connectors()[reading_order(*recognised.profile)].load(file, recognised, intake);
}

} // namespace termbook
