// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/schools.hpp"

#include "cli/sample/attendance_story.hpp"
#include "cli/sample/pupils.hpp"
#include "cli/sample/school_days.hpp"

#include <utility>

namespace termbook::sample {

namespace {

using namespace std::chrono;

constexpr Date last_day{2026y / March / 27};
constexpr Date first_day{2025y / September / 1};

ExportedSchool empty_school(std::string urn, std::string name, std::string estab) {
    return {std::move(urn), std::move(name), "820", std::move(estab), last_day, school_days(last_day), {}};
}

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

/// What systems hold when nobody checks: a year group that does not exist, a birthday in a short month, a
/// mark that is no code.
void make_mistakes(ExportedSchool& school) {
    school.pupils[40].taught_in = "14";
    school.pupils[90].born = "2015-02-31";
    school.pupils[140].marks[120] = static_cast<char>(AttendanceCodes::unknown);
}

SampleSchool ashwell(const AttendanceCodes& codes) {
    SampleSchool made{empty_school("100001", "Ashwell Primary School", "2001"),
                      "primary",
                      "ashwell",
                      "SIMS whole school 2026-03-27.csv",
                      true,
                      false};
    Random random(7);
    enrol(made.school, primary_plan(true, 15), random);
    const Trouble year_4{"4", Date{2025y / November / 1}, 290, 1'500};
    write_registers(made.school, {false, 84, false, {year_4}}, codes, random);
    make_mistakes(made.school);
    return made;
}

SampleSchool brookfield(const AttendanceCodes& codes) {
    SampleSchool made{empty_school("100002", "Brookfield Primary School", "2002"),
                      "primary",
                      "brookfield",
                      "students-2026-03-27.csv",
                      false,
                      true};
    Random random(2);
    enrol(made.school, primary_plan(false, 30), random);
    write_registers(made.school, {false, 66, true, {}}, codes, random);
    return made;
}

SampleSchool castle_hill(const AttendanceCodes& codes) {
    SampleSchool made{empty_school("100003", "Castle Hill Primary School", "2003"),
                      "primary",
                      "castle-hill",
                      "pupils 27-03-2026.csv",
                      false,
                      false};
    Random random(3);
    auto plan = primary_plan(false, 34);
    plan.back().pupils_in_class = 4;
    enrol(made.school, plan, random);
    write_registers(made.school, {false, 100, false, {}}, codes, random);
    return made;
}

SampleSchool deepdale(const AttendanceCodes& codes) {
    SampleSchool made{empty_school("100004", "Deepdale Academy", "4001"),
                      "secondary",
                      "deepdale",
                      "SIMS whole school 2026-03-27.csv",
                      true,
                      true};
    Random random(4);
    enrol(made.school, secondary_plan(), random);
    const Trouble year_10{"10", first_day, 140, 330};
    const Trouble year_11{"11", first_day, 150, 380};
    write_registers(made.school, {true, 100, true, {year_10, year_11}}, codes, random);
    return made;
}

} // namespace

std::vector<SampleSchool> sample_schools(const AttendanceCodes& codes) {
    return {ashwell(codes), brookfield(codes), castle_hill(codes), deepdale(codes)};
}

} // namespace termbook::sample
