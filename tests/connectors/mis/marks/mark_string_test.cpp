// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/marks/mark_string.hpp"
#include "connectors/profiles/attendance_codes_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AttendanceCodes& codes() {
    static const AttendanceCodes national = national_attendance_codes();
    return national;
}

std::string spelt(const std::string& ids) {
    std::string text;
    for (const char id : ids) {
        const auto code = static_cast<CodeId>(id);
        text += code == AttendanceCodes::unknown ? "?" : codes().code(code).code;
        text += ' ';
    }
    return text;
}

std::string read(std::string_view text) {
    std::vector<std::string> unknown;
    return spelt(read_mark_string(text, codes(), unknown));
}

int week_of(std::string_view monday_on) {
    std::vector<std::string> unknown;
    return days_a_week({{0, *make_date(2026, 3, 23), read_mark_string(monday_on, codes(), unknown), 1}},
                       codes());
}

} // namespace

TEST(MarkStrings, are_one_character_a_session_or_commas_between_codes) {
    EXPECT_EQ(read("/\\I#"), "/ \\ I # ");
    EXPECT_EQ(read("/,\\,C2,Y1,I"), "/ \\ C2 Y1 I ");
    EXPECT_EQ(read("/ , \\"), "/ \\ ");
    EXPECT_EQ(read("/ -"), "/ - - ");
    EXPECT_EQ(read("/,,\\,"), "/ - \\ - ");
}

TEST(MarkStrings, tell_their_unknown_marks_whole) {
    std::vector<std::string> unknown;
    EXPECT_EQ(spelt(read_mark_string("/é?", codes(), unknown)), "/ ? ? ");
    EXPECT_THAT(unknown, ElementsAre("é", "?"));
    unknown.clear();
    read_mark_string("/,\\", codes(), unknown);
    EXPECT_THAT(unknown, IsEmpty());
}

TEST(MarkStrings, hold_seven_days_where_every_weekend_is_closed_and_five_otherwise) {
    EXPECT_EQ(week_of("/\\/\\/\\/\\/\\####/\\"), 7);
    EXPECT_EQ(week_of("/\\/\\/\\/\\/\\    /\\"), 7);
    EXPECT_EQ(week_of("/\\/\\/\\/\\/\\/\\/\\"), 5);
    EXPECT_EQ(week_of("/\\/\\"), 5);
    EXPECT_EQ(week_of("##########################"), 5);
}

TEST(NationalCodes, are_counted_as_the_guidance_says) {
    const std::pair<std::string, SessionClass> expected[] = {
        {"/\\L", SessionClass::present},       {"BKPVW", SessionClass::aea},
        {"CEIMRST", SessionClass::authorised}, {"GNOU", SessionClass::unauthorised},
        {"DQX", SessionClass::not_possible},   {"Z#", SessionClass::not_collected},
        {"-", SessionClass::missing},
    };
    std::size_t of_one = 0;
    for (const auto& [letters, counts_as] : expected)
        for (const char letter : letters) {
            EXPECT_EQ(codes().counts_as(codes().id(letter)), counts_as) << letter;
            ++of_one;
        }
    for (const auto* code : {"C1", "C2", "J1"})
        EXPECT_EQ(codes().counts_as(codes().id(code)), SessionClass::authorised) << code;
    for (const auto* code : {"Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"})
        EXPECT_EQ(codes().counts_as(codes().id(code)), SessionClass::not_possible) << code;
    EXPECT_EQ(codes().codes().size(), of_one + 3 + 7 + 3) << "and the three that are retired";
}

TEST(NationalCodes, that_are_retired_count_as_they_did_and_know_their_last_day) {
    const std::pair<const char*, SessionClass> retired[] = {
        {"H", SessionClass::authorised}, {"J", SessionClass::aea}, {"Y", SessionClass::not_possible}};
    for (const auto& [code, counts_as] : retired) {
        const CodeId id = codes().id(code);
        EXPECT_EQ(codes().counts_as(id), counts_as) << code;
        EXPECT_EQ(codes().code(id).until, make_date(2024, 8, 18)) << code;
    }
}

} // namespace termbook
