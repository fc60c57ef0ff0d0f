// SPDX-License-Identifier: MPL-2.0
#include "core/model/trust.hpp"

#include <algorithm>

namespace termbook {

namespace {

template<typename Record>
const Record* of_year(const std::vector<Record>& all, std::size_t year) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Record& each) { return each.year == year; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const Roll* School::roll_in(std::size_t year) const {
    return of_year(rolls, year);
}

Roll& School::roll(std::size_t year) {
    const auto found =
        std::find_if(rolls.begin(), rolls.end(), [&](const Roll& each) { return each.year == year; });
    if (found != rolls.end()) return *found;
    Roll& added = rolls.emplace_back();
    added.year = year;
    return added;
}

const AttendanceYear* School::attendance_in(std::size_t year) const {
    return of_year(attendance, year);
}

const ResultsYear* School::results_in(std::size_t year) const {
    return of_year(results, year);
}

const IncidentLog* School::incidents_in(IncidentKind kind, std::size_t year) const {
    const auto found = std::find_if(incident_logs.begin(), incident_logs.end(), [&](const IncidentLog& each) {
        return each.kind == kind && each.year == year;
    });
    return found == incident_logs.end() ? nullptr : &*found;
}

const StaffYear* School::staff_in(std::size_t year) const {
    return of_year(staff, year);
}

const School* Trust::school(std::string_view urn) const {
    const auto found =
        std::find_if(schools.begin(), schools.end(), [&](const School& each) { return each.urn == urn; });
    return found == schools.end() ? nullptr : &*found;
}

bool Trust::has_school_in(std::string_view local_authority) const {
    return std::any_of(schools.begin(), schools.end(),
                       [&](const School& each) { return each.local_authority == local_authority; });
}

SourcePos Trust::place_of(const ExportRow& row) const {
    if (row.source >= sources.size()) return {};
    const SourceFile& source = sources[row.source];
    return {source.file, row.line, 0, {}, row.sheet < source.sheets.size() ? source.sheets[row.sheet] : ""};
}

} // namespace termbook
