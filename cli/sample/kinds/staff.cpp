// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/staff.hpp"

#include "cli/sample/kinds/streams.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <utility>

namespace termbook::sample {

namespace {

using namespace std::chrono;

constexpr std::string_view roles[] = {
    "Teacher", "Teacher",          "Teacher", "Teacher", "Teaching assistant", "Teaching assistant",
    "Office",  "Midday supervisor"};
constexpr std::string_view reasons[] = {"Sickness", "Sickness", "Sickness", "Family emergency"};

constexpr std::size_t pupils_to_a_member = 9;
constexpr std::size_t days_of_long_absence = 35;

/// The days of the year on which a member works.
std::vector<Date> working_days(const ExportedSchool& school, bool full_time) {
    std::vector<Date> days;
    for (const Date day : school.days) {
        const weekday of_week{day};
        if (full_time || of_week == Monday || of_week == Tuesday || of_week == Wednesday) days.push_back(day);
    }
    return days;
}

StaffMember member_of(const ExportedSchool& school, std::size_t index, bool is_long_absent,
                      const SchoolStory& story, Random& random) {
    constexpr std::uint64_t falls_ill = 85; // on a day, out of 10,000
    constexpr std::uint64_t appointments = 2'000;
    constexpr std::uint64_t full_time = 8'000;
    const std::vector<Date> days = working_days(school, random.chance(full_time));
    StaffMember member{fmt::format("{}{:03}", school.estab, index + 1),
                       std::string(roles[index % std::size(roles)]),
                       days.size(),
                       {}};
    for (std::size_t day = 0; day < days.size(); ++day) {
        const bool is_long = is_long_absent && day == days.size() / 3;
        const auto chance = falls_ill * static_cast<std::uint64_t>(story.staff_absence_percent) / 100;
        if (!random.chance(chance) && !is_long) continue;
        if (!is_long && random.chance(appointments)) {
            member.absences.push_back({days[day], days[day], 1, "Appointment"});
            continue;
        }
        const std::size_t wanted = is_long ? days_of_long_absence : 1 + random.below(5);
        const std::size_t lost = std::min(wanted, days.size() - day);
        const std::string_view reason = is_long ? "Sickness" : random.one_of(reasons);
        member.absences.push_back({days[day], days[day + lost - 1], 2 * lost, reason});
        day += lost;
    }
    return member;
}

std::string in_days(std::size_t half_days) {
    return fmt::format("{}{}", half_days / 2, half_days % 2 == 1 ? ".5" : "");
}

std::string staff_header(System system) {
    if (system == System::arbor) return "Arbor Staff ID";
    return system == System::scholarpack ? "Staff ID" : "Staff Code";
}

} // namespace

std::vector<StaffMember> staff_of(const ExportedSchool& school, const SchoolStory& story) {
    std::vector<StaffMember> staff;
    Random random = stream_of(school, Purpose::staff);
    const std::size_t members = school.pupils.size() / pupils_to_a_member;
    const std::size_t long_absent = random.below(members);
    for (std::size_t i = 0; i < members; ++i) {
        Random own(random.next());
        staff.push_back(member_of(school, i, i == long_absent, story, own));
    }
    return staff;
}

Table staff_days_table(System system, const std::vector<StaffMember>& staff) {
    std::vector<Cells> rows;
    for (const StaffMember& member : staff) {
        std::size_t lost = 0;
        for (const StaffAbsence& absence : member.absences)
            lost += absence.half_days;
        rows.push_back({member.number, member.role, std::to_string(member.days), in_days(lost)});
    }
    return table_of({staff_header(system), "Role", "Days Available", "Days Lost"}, std::move(rows));
}

Table staff_absences_table(System system, const std::vector<StaffMember>& staff) {
    std::vector<Cells> rows;
    const auto written = [&](Date day) {
        return system == System::arbor ? iso_text(day) : british(iso_text(day));
    };
    for (const StaffMember& member : staff)
        for (const StaffAbsence& absence : member.absences)
            rows.push_back({member.number, written(absence.from), written(absence.to),
                            in_days(absence.half_days), std::string(absence.reason)});
    return table_of({staff_header(system), "Absence Start", "Absence End", "Days Lost", "Reason"},
                    std::move(rows));
}

} // namespace termbook::sample
