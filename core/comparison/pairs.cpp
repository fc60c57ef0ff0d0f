// SPDX-License-Identifier: MPL-2.0
#include "core/comparison/pairs.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

namespace termbook {

namespace {

bool has_records(const School& school, const Calendar& calendar, std::size_t year) {
    return school.roll_in(year) || school.attendance_in(year) || school.results_in(year) ||
           std::any_of(school.incidents.begin(), school.incidents.end(),
                       [&](const Incident& each) { return calendar.years()[year].contains(each.on); });
}

bool has_records(const Trust& trust, std::size_t year) {
    return std::any_of(trust.schools.begin(), trust.schools.end(),
                       [&](const School& school) { return has_records(school, trust.calendar, year); });
}

std::chrono::year begins(const AcademicYear& year) {
    return std::chrono::year_month_day{year.from}.year();
}

} // namespace

std::vector<SchoolPair> pair_schools(const Trust& a, const Trust& b) {
    if (a.schools.size() == 1 && b.schools.size() == 1) return {{&a.schools.front(), &b.schools.front()}};
    std::vector<SchoolPair> pairs;
    std::set<const School*> paired;
    for (const School& school : a.schools) {
        const School* other = school.urn.empty() ? nullptr : b.school(school.urn);
        pairs.push_back({&school, other});
        paired.insert(other);
    }
    for (const School& school : b.schools)
        if (!paired.contains(&school)) pairs.push_back({nullptr, &school});
    return pairs;
}

std::vector<YearPair> pair_years(const Trust& a, const Trust& b) {
    std::vector<YearPair> pairs;
    const auto& years_a = a.calendar.years();
    const auto& years_b = b.calendar.years();
    for (std::size_t i = 0; i < years_a.size(); ++i)
        for (std::size_t j = 0; j < years_b.size(); ++j)
            if (begins(years_a[i]) == begins(years_b[j]) && (has_records(a, i) || has_records(b, j)))
                pairs.push_back({i, j});
    return pairs;
}

std::vector<PupilPair> pair_pupils(const School& a, const School& b) {
    std::unordered_map<std::string_view, std::size_t> in_b;
    for (std::size_t i = 0; i < b.pupils.size(); ++i)
        in_b.emplace(without_leading_zeros(b.pupils[i].upn), i);
    std::vector<PupilPair> pairs;
    std::vector<bool> paired(b.pupils.size(), false);
    for (std::size_t i = 0; i < a.pupils.size(); ++i) {
        const auto found = in_b.find(without_leading_zeros(a.pupils[i].upn));
        if (found == in_b.end()) {
            pairs.push_back({i, std::nullopt});
            continue;
        }
        pairs.push_back({i, found->second});
        paired[found->second] = true;
    }
    for (std::size_t i = 0; i < paired.size(); ++i)
        if (!paired[i]) pairs.push_back({std::nullopt, i});
    return pairs;
}

} // namespace termbook
