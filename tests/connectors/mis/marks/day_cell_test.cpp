// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/marks/day_cell.hpp"
#include "connectors/profiles/attendance_codes_file.hpp"

#include <gtest/gtest.h>
#include <string>

namespace termbook {

namespace {

/// The two marks with a bar between, or none.
std::string marks_of(std::string_view cell) {
    static const AttendanceCodes codes = national_attendance_codes();
    const auto marks = split_day(cell, codes);
    return marks ? std::string(marks->first) + "|" + std::string(marks->second) : "none";
}

} // namespace

TEST(DayCells, hold_the_marks_of_two_sessions) {
    EXPECT_EQ(marks_of("/\\"), "/|\\");
    EXPECT_EQ(marks_of(" IL "), "I|L");
    EXPECT_EQ(marks_of("C1/"), "C1|/");
    EXPECT_EQ(marks_of("CC1"), "C|C1");
    EXPECT_EQ(marks_of("Y2Y2"), "Y2|Y2");
    EXPECT_EQ(marks_of("/, C2"), "/|C2");
    EXPECT_EQ(marks_of("C2 \\"), "C2|\\");
}

TEST(DayCells, may_be_blank_in_part) {
    EXPECT_EQ(marks_of("/ "), "/|");
    EXPECT_EQ(marks_of(" \\"), "|\\");
    EXPECT_EQ(marks_of(""), "|");
    EXPECT_EQ(marks_of("#"), "#|#");
}

TEST(DayCells, that_could_mean_several_things_mean_nothing) {
    for (const auto* cell : {"/", "I", "C1", "???", "/\\/", "Leave", "/?", "?, /"})
        EXPECT_EQ(marks_of(cell), "none") << cell;
}

} // namespace termbook
