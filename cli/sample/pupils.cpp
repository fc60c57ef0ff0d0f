// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/pupils.hpp"

#include "cli/sample/names.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <tuple>

namespace termbook::sample {

namespace {

/// The autumn in which children who are in a year group in 2025/26 started Reception.
int started_in(int year) {
    return 2025 - year;
}

/// A birthday in the school year that turned four when Reception began.
std::string birthday(int year, Random& random) {
    const Date first = *make_date(started_in(year) - 5, 9, 1);
    return iso_text(first + std::chrono::days{random.below(365)});
}

constexpr std::string_view languages[] = {"POL", "URD", "ROM", "PNJ", "BNG", "ARA", "GUJ", "UKR"};
constexpr std::string_view ethnicities[] = {"WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI",
                                            "WOTH", "APKN", "AIND", "BAFR", "MWBC", "OOTH"};

/// Groups come from a stream of their own, so that what they are changes nobody's name or marks. Shares are
/// about those of England.
void describe(ExportedPupil& pupil, std::uint64_t seed) {
    Random random(seed);
    pupil.had_free_meals = !pupil.free_meals && random.chance(700);
    pupil.in_care = random.chance(70);
    if (random.chance(1'420))
        pupil.sen = "K";
    else if (random.chance(560))
        pupil.sen = "E";
    if (random.chance(2'100)) pupil.language = random.one_of(languages);
    pupil.ethnicity = random.one_of(ethnicities);
}

ExportedPupil pupil_of(const ExportedSchool& school, int year, const std::string& class_name,
                       Random& random) {
    // A secondary school's pupils joined it in Year 7, with the number that their first school gave them.
    constexpr int first_of_secondary = 7;
    const int joined = started_in(year) + (school.secondary ? first_of_secondary : 0);
    const bool girl = random.chance(4'900);
    ExportedPupil pupil;
    pupil.upn = upn(fmt::format("{}{}{:02}{:03}", school.la, school.estab, started_in(year) % 100,
                                school.pupils.size() % 1000));
    pupil.forename = girl ? girls_name(random) : boys_name(random);
    pupil.surname = surname(random);
    pupil.born = birthday(year, random);
    pupil.sex = girl ? "F" : "M";
    pupil.year = year == 0 ? "R" : std::to_string(year);
    pupil.class_name = class_name;
    pupil.admitted = fmt::format("{}-09-01", joined);
    pupil.free_meals = random.chance(2'400);
    constexpr std::uint64_t most_pupils = 10'000;
    describe(pupil, std::stoull(school.urn) * most_pupils + school.pupils.size());
    return pupil;
}

} // namespace

void enrol(ExportedSchool& school, const std::vector<YearGroupPlan>& plan, Random& random) {
    for (const YearGroupPlan& group : plan)
        for (const std::string& class_name : group.classes)
            for (int i = 0; i < group.pupils_in_class; ++i)
                school.pupils.push_back(pupil_of(school, group.year, class_name, random));
    std::sort(school.pupils.begin(), school.pupils.end(), [](const ExportedPupil& a, const ExportedPupil& b) {
        return std::tie(a.surname, a.forename, a.upn) < std::tie(b.surname, b.forename, b.upn);
    });
}

} // namespace termbook::sample
