// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/schools.hpp"

#include "cli/sample/attendance/attendance_story.hpp"
#include "cli/sample/attendance/school_days.hpp"
#include "cli/sample/last_year.hpp"
#include "cli/sample/pupils.hpp"

#include <utility>

namespace termbook::sample {

namespace {

using namespace std::chrono;

constexpr Date last_day{2026y / March / 27};
constexpr Date first_day{2025y / September / 1};

ExportedSchool empty_school(std::string urn, std::string name, std::string estab, bool secondary = false) {
    return {std::move(urn),
            std::move(name),
            "820",
            std::move(estab),
            secondary,
            last_day,
            school_days(calendar_2025_26(), last_day),
            {}};
}

/// Numbers of their own for last year, so that this year's stay as they are.
constexpr std::uint64_t last_year = 100;

/// Reception to Year 6, with classes such as 4A and 4B, or 4 where there is one.
std::vector<YearGroupPlan> primary_plan(bool two_classes, int pupils_in_class) {
    std::vector<YearGroupPlan> plan;
    for (int year = 0; year <= 6; ++year) {
        const std::string name = year == 0 ? "R" : std::to_string(year);
        plan.push_back({year, {name}, pupils_in_class});
        if (two_classes) plan.back().classes = {name + "A", name + "B"};
    }
    return plan;
}

std::vector<YearGroupPlan> secondary_plan() {
    std::vector<YearGroupPlan> plan;
    for (int year = 7; year <= 11; ++year) {
        const std::string name = std::to_string(year);
        plan.push_back({year, {name + "A", name + "B", name + "C", name + "D"}, 30});
    }
    return plan;
}

/// Who left in or after 2024/25, by the year group that they would be in now: one of every class, but for the
/// new entrants, and the top year group whole.
std::vector<YearGroupPlan> leavers(const std::vector<YearGroupPlan>& plan, int pupils_in_class) {
    std::vector<YearGroupPlan> left(plan.begin() + 1, plan.end());
    for (YearGroupPlan& group : left)
        group.pupils_in_class = 1;
    YearGroupPlan top{plan.back().year + 1, {}, pupils_in_class};
    for (const std::string& name : plan.back().classes) {
        const std::string year = std::to_string(plan.back().year);
        top.classes.push_back(std::to_string(top.year) + name.substr(year.size()));
    }
    left.push_back(std::move(top));
    return left;
}

/// How a school's pupils attend, in each of the years.
struct Stories {
    AttendanceStory now;
    AttendanceStory before;
};

/// Fills a school that nobody is in yet, and the year before.
void fill(SampleSchool& made, const std::vector<YearGroupPlan>& plan, int pupils_in_top_class,
          const Stories& stories, std::uint64_t seed, const AttendanceCodes& codes) {
    Random random(seed);
    enrol(made.now, plan, random);
    make_newcomers(made.now);
    write_registers(made.now, calendar_2025_26(), stories.now, codes, random);
    Random earlier(seed + last_year);
    made.before = year_before(made.now, leavers(plan, pupils_in_top_class), earlier);
    write_registers(made.before, calendar_2024_25(), stories.before, codes, earlier);
}

/// What systems hold when nobody checks: a year group that does not exist, a birthday in a short month, a
/// mark that is no code.
void make_mistakes(ExportedSchool& school) {
    school.pupils[40].taught_in = "14";
    school.pupils[90].born = "2015-02-31";
    school.pupils[140].marks[120] = static_cast<char>(AttendanceCodes::unknown);
}

SampleSchool ashwell(const AttendanceCodes& codes) {
    SampleSchool made{empty_school("100001", "Ashwell Primary School", "2001"),
                      {},
                      "primary",
                      "ashwell",
                      System::sims_primary,
                      {.attainment = -5, .phonics = -70, .growth = 2, .lunchtimes = {5, 4}, .unruly = "4"}};
    const Trouble year_4{"4", Date{2025y / November / 1}, 290, 1'500};
    fill(made, primary_plan(true, 15), 15, {{false, 84, false, {year_4}}, {false, 88, false, {}}}, 7, codes);
    make_mistakes(made.now);
    return made;
}

SampleSchool brookfield(const AttendanceCodes& codes) {
    SampleSchool made{empty_school("100002", "Brookfield Primary School", "2002"),
                      {},
                      "primary",
                      "brookfield",
                      System::arbor,
                      {.attainment = 15,
                       .phonics = 20,
                       .growth = 8,
                       .lunchtimes = {1, 0},
                       .incidents_percent = 60,
                       .staff_absence_percent = 70}};
    fill(made, primary_plan(false, 30), 30, {{false, 66, true, {}}, {false, 78, true, {}}}, 2, codes);
    return made;
}

SampleSchool castle_hill(const AttendanceCodes& codes) {
    SampleSchool made{empty_school("100003", "Castle Hill Primary School", "2003"),
                      {},
                      "primary",
                      "castle-hill",
                      System::scholarpack,
                      {.writing = -40, .lunchtimes = {2, 3}}};
    auto plan = primary_plan(false, 34);
    plan.back().pupils_in_class = 4;
    fill(made, plan, 30, {{false, 100, false, {}}, {false, 98, false, {}}}, 3, codes);
    return made;
}

SampleSchool deepdale(const AttendanceCodes& codes) {
    SampleSchool made{empty_school("100004", "Deepdale Academy", "4001", true),
                      {},
                      "secondary",
                      "deepdale",
                      System::sims_secondary,
                      {.attainment = -12, .unruly = "10", .staff_absence_percent = 140}};
    const Trouble year_10{"10", first_day, 140, 330};
    const Trouble year_11{"11", first_day, 150, 380};
    const Trouble year_11_before{"11", calendar_2024_25().year.from, 135, 300};
    fill(made, secondary_plan(), 30,
         {{true, 100, true, {year_10, year_11}}, {true, 104, true, {year_11_before}}}, 4, codes);
    return made;
}

} // namespace

std::vector<SampleSchool> sample_schools(const AttendanceCodes& codes) {
    std::vector<SampleSchool> schools{ashwell(codes), brookfield(codes), castle_hill(codes), deepdale(codes)};
    move_one_pupil(schools[0].now, schools[1].now, codes);
    return schools;
}

} // namespace termbook::sample
