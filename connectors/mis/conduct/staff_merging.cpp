// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/conduct/staff_merging.hpp"

#include "connectors/mis/contradiction.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

StaffYear& StaffMerging::staff(std::size_t year) {
    for (StaffYear& each : m_school.staff)
        if (each.year == year) return each;
    StaffYear& added = m_school.staff.emplace_back();
    added.year = year;
    return added;
}

std::size_t StaffMerging::place_of(std::size_t year, std::string_view number) {
    auto& members = staff(year).members;
    const auto [known, is_new] = m_members.try_emplace({year, std::string(number)}, members.size());
    if (is_new) members.emplace_back();
    return known->second;
}

void StaffMerging::differs(std::string_view what, const SourcePos& pos) {
    m_issues.add({pos,
                  fmt::format("a member of staff whose {} differ from another row or export", what),
                  "the same",
                  "those of the newest export are used; correct the ones that are wrong",
                  1,
                  {}});
}

void StaffMerging::member(std::size_t year, std::string_view number, const StaffMember& seen,
                          const SourcePos& pos) {
    const std::size_t place = place_of(year, number);
    StaffMember& known = staff(year).members[place];
    if (contradicts(known.available, seen.available)) differs("days available", pos);
    if (contradicts(known.lost, seen.lost)) differs("days lost", pos);
}

void StaffMerging::absence(std::size_t year, std::string_view number, Date from, std::int64_t lost,
                           const SourcePos& pos) {
    const std::size_t member = place_of(year, number);
    StaffYear& to = staff(year);
    to.absences_listed = true;
    const auto [known, is_new] = m_absences.try_emplace({year, member, from}, to.absences.size());
    if (is_new)
        to.absences.push_back({member, from, lost});
    else if (to.absences[known->second].lost != lost)
        differs("days lost in one absence", pos);
}

void StaffMerging::used(std::size_t year, std::size_t source) {
    auto& sources = staff(year).sources;
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
}

} // namespace termbook
