// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/last_year.hpp"

#include "cli/sample/attendance/school_days.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace termbook::sample {

namespace {

constexpr auto first_day = "2025-09-01";
constexpr auto last_day_before_christmas = "2025-12-19";
constexpr auto first_day_after_christmas = "2026-01-05";
constexpr auto last_day_before_half_term = "2025-02-14";

int number_of(const std::string& year) {
    return year == "R" ? 0 : std::stoi(year);
}

std::string key_of(int year) {
    return year == 0 ? "R" : std::to_string(year);
}

/// "4A" becomes "3A".
void move_down(ExportedPupil& pupil) {
    const std::string name_in_year = pupil.class_name.substr(pupil.year.size());
    pupil.year = key_of(number_of(pupil.year) - 1);
    pupil.class_name = pupil.year + name_in_year;
}

} // namespace

void make_newcomers(ExportedSchool& school) {
    constexpr std::size_t one_in_september = 40;
    constexpr std::size_t one_in_january = 50;
    for (std::size_t i = 0; i < school.pupils.size(); ++i) {
        std::string& admitted = school.pupils[i].admitted;
        if (admitted >= "2024-09-01") continue;
        if (i % one_in_september == 3)
            admitted = first_day;
        else if (i % one_in_january == 7)
            admitted = "2025-01-06";
    }
}

ExportedSchool year_before(const ExportedSchool& now, const std::vector<YearGroupPlan>& left,
                           Random& random) {
    ExportedSchool before = now;
    before.as_at = calendar_2024_25().year.terms.back().to;
    before.days = school_days(calendar_2024_25(), before.as_at);
    std::set<std::string> still_here;
    int top = 0;
    for (const ExportedPupil& pupil : now.pupils) {
        still_here.insert(pupil.upn);
        top = std::max(top, number_of(pupil.year));
    }
    enrol(before, left, random);
    std::erase_if(before.pupils, [](const ExportedPupil& pupil) { return pupil.admitted >= first_day; });
    for (ExportedPupil& pupil : before.pupils) {
        if (!still_here.contains(pupil.upn))
            pupil.left = number_of(pupil.year) > top ? iso_text(before.as_at) : last_day_before_half_term;
        move_down(pupil);
        pupil.marks.clear();
    }
    return before;
}

void move_one_pupil(ExportedSchool& from, ExportedSchool& to, const AttendanceCodes& codes) {
    const auto found = std::find_if(from.pupils.begin(), from.pupils.end(),
                                    [](const ExportedPupil& pupil) { return pupil.year == "2"; });
    ExportedPupil moved = *found;
    found->left = last_day_before_christmas;
    moved.admitted = first_day_after_christmas;
    moved.class_name = moved.year;
    const auto not_on_roll = static_cast<char>(codes.id("Z"));
    for (std::size_t i = 0; i < from.days.size(); ++i) {
        const bool has_moved = iso_text(from.days[i]) >= moved.admitted;
        std::string& marks = has_moved ? found->marks : moved.marks;
        marks[2 * i] = marks[2 * i + 1] = not_on_roll;
    }
    const auto by_name = [](const ExportedPupil& a, const ExportedPupil& b) {
        return std::tie(a.surname, a.forename, a.upn) < std::tie(b.surname, b.forename, b.upn);
    };
    to.pupils.insert(std::upper_bound(to.pupils.begin(), to.pupils.end(), moved, by_name), moved);
}

} // namespace termbook::sample
