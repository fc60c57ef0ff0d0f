// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "core/model/attendance_codes.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(AttendanceCodes, are_found_whether_of_one_character_or_two) {
    const AttendanceCodes codes = some_codes();
    for (const AttendanceCode& code : codes.codes()) {
        EXPECT_EQ(codes.code(codes.id(code.code)).code, code.code);
        EXPECT_EQ(codes.counts_as(codes.id(code.code)), code.counts_as);
    }
    EXPECT_EQ(codes.id("I"), codes.id('I'));
}

TEST(AttendanceCodes, take_a_blank_for_a_missing_mark) {
    const AttendanceCodes codes = some_codes();
    EXPECT_EQ(codes.id(""), codes.id("-"));
    EXPECT_EQ(codes.id(" "), codes.id("-"));
    EXPECT_EQ(codes.counts_as(codes.id(" ")), SessionClass::missing);
}

TEST(AttendanceCodes, do_not_know_what_is_not_in_their_table) {
    const AttendanceCodes codes = some_codes();
    for (const auto* text : {"?", "C9", "i", "II", "\xC3\xA9", "//"})
        EXPECT_EQ(codes.id(text), AttendanceCodes::unknown) << text;
    EXPECT_EQ(codes.counts_as(AttendanceCodes::unknown), SessionClass::unknown);
}

TEST(AttendanceCodes, are_refused_with_one_code_twice) {
    const AttendanceCode code{"I", "Illness", SessionClass::authorised, false, {}};
    EXPECT_THROW(AttendanceCodes({code, code}), Error);
    EXPECT_THROW(
        AttendanceCodes({{"C1", "", SessionClass::aea, false, {}}, {"C1", "", SessionClass::aea, false, {}}}),
        Error);
}

} // namespace termbook
