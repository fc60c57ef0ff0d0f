// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/cell_text.hpp"

#include "connectors/readers/sheets/number_format.hpp"
#include "connectors/readers/xml/escaped_text.hpp"

#include <charconv>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <utility>

namespace termbook::readers {

namespace {

template<class Append, class... Arguments>
std::string text_of(Append append, Arguments... arguments) {
    std::string text;
    append(text, arguments...);
    return text;
}

std::string date(double serial, bool from_1904 = false) {
    return text_of(append_date, serial, from_1904);
}

using Kind = NumberFormat::Kind;

} // namespace

TEST(CellText, numbers_are_as_short_as_they_can_be_and_keep_their_digits) {
    const std::pair<double, const char*> cases[] = {{0, "0"},
                                                    {-0.0, "0"},
                                                    {5, "5"},
                                                    {-12.5, "-12.5"},
                                                    {100000, "100000"},
                                                    {201123456789, "201123456789"},
                                                    {999999999999999, "999999999999999"},
                                                    {1e15, "1e+15"},
                                                    {1.25e20, "1.25e+20"},
                                                    {0.945, "0.945"},
                                                    {0.94499999999999995, "0.945"},
                                                    {0.1 + 0.2, "0.30000000000000004"},
                                                    {0.000001, "0.000001"},
                                                    {0.00000015, "1.5e-07"},
                                                    {123456789.25, "123456789.25"}};
    for (const auto& [value, text] : cases)
        EXPECT_EQ(text_of(append_number, value), text);
}

RC_GTEST_PROP(CellText, numbers_read_as_what_they_were, (double value)) {
    const std::string text = text_of(append_number, value);
    double again = 0;
    std::from_chars(text.data(), text.data() + text.size(), again);
    RC_ASSERT(again == value);
}

TEST(CellText, percentages_move_the_point_and_nothing_else) {
    EXPECT_EQ(text_of(append_percent, 0.945), "94.5%");
    EXPECT_EQ(text_of(append_percent, 0.0), "0%");
    EXPECT_EQ(text_of(append_percent, 1.0), "100%");
    EXPECT_EQ(text_of(append_percent, 0.57), "57%") << "57.00000000000001 if it were multiplied";
    EXPECT_EQ(text_of(append_percent, -0.005), "-0.5%");
}

TEST(CellText, numbers_shown_with_zeros_in_front_keep_them) {
    EXPECT_EQ(text_of(append_padded, 123.0, 6), "000123");
    EXPECT_EQ(text_of(append_padded, 1234567.0, 6), "1234567");
    EXPECT_EQ(text_of(append_padded, 1.5, 6), "1.5");
}

TEST(CellText, dates_count_as_excel_counts_them) {
    EXPECT_EQ(date(1), "1900-01-01");
    EXPECT_EQ(date(59), "1900-02-28");
    EXPECT_EQ(date(60), "1900-02-29");
    EXPECT_EQ(date(61), "1900-03-01");
    EXPECT_EQ(date(45901), "2025-09-01");
    EXPECT_EQ(date(45901.354166666664), "2025-09-01T08:30:00");
    EXPECT_EQ(date(45901.99999999999), "2025-09-02") << "a hair before midnight";
    EXPECT_EQ(date(0.3541666667), "08:30:00");
    EXPECT_EQ(date(0), "00:00:00");
    EXPECT_EQ(date(0.0000057870370370370), "00:00:00.5");
    EXPECT_EQ(date(2958465), "9999-12-31");
    EXPECT_EQ(date(2958466), "2958466");
    EXPECT_EQ(date(-1), "-1");
    EXPECT_EQ(date(0, true), "1904-01-01");
    EXPECT_EQ(date(44439, true), "2025-09-01");
    EXPECT_EQ(date(0.5, true), "12:00:00");
    EXPECT_EQ(date(2957003, true), "9999-12-31");
}

TEST(CellText, lengths_of_time_go_beyond_a_day) {
    EXPECT_EQ(text_of(append_elapsed, 26.5 / 24), "26:30:00");
    EXPECT_EQ(text_of(append_elapsed, -0.25), "-06:00:00");
    EXPECT_EQ(text_of(append_elapsed, 1e300), "1e+300");
    EXPECT_EQ(text_of(append_duration, "PT26H30M00S"), "26:30:00");
    EXPECT_EQ(text_of(append_duration, "P1DT2H"), "26:00:00");
    EXPECT_EQ(text_of(append_duration, "-PT00H00M01.500000000S"), "-00:00:01.5");
    EXPECT_EQ(text_of(append_duration, "PT"), "00:00:00");
    EXPECT_EQ(text_of(append_duration, "P1Y"), "P1Y");
    EXPECT_EQ(text_of(append_duration, "soon"), "soon");
}

TEST(CellText, iso_dates_lose_midnight_zone_and_fractions_of_nothing) {
    EXPECT_EQ(text_of(append_iso, "2025-09-01"), "2025-09-01");
    EXPECT_EQ(text_of(append_iso, "2025-09-01T00:00:00.000Z"), "2025-09-01");
    EXPECT_EQ(text_of(append_iso, "2025-09-01T08:30:00.250000000"), "2025-09-01T08:30:00.25");
    EXPECT_EQ(text_of(append_iso, "1899-12-30T08:30:00"), "08:30:00");
}

TEST(NumberFormats, tell_what_a_number_is_by_their_code) {
    const std::pair<const char*, Kind> cases[] = {{"General", Kind::number},
                                                  {"0.00E+00", Kind::number},
                                                  {"#,##0.00;[Red]-#,##0.00", Kind::number},
                                                  {"\"days\" 0", Kind::number},
                                                  {"0\\d", Kind::number},
                                                  {"[$£-809]#,##0", Kind::number},
                                                  {"_-* #,##0_-;-* \"-\"??_-", Kind::number},
                                                  {"0.0%", Kind::percent},
                                                  {"0\\%", Kind::number},
                                                  {"[$-809]dd mmmm yyyy;@", Kind::date},
                                                  {"[$-F800]dddd\\, mmmm dd\\, yyyy", Kind::date},
                                                  {"yyyy\\-mm\\-dd", Kind::date},
                                                  {"mmm", Kind::date},
                                                  {"h:mm AM/PM", Kind::date},
                                                  {"mm:ss.0", Kind::date},
                                                  {"[h]:mm:ss", Kind::elapsed},
                                                  {"[MM]", Kind::elapsed},
                                                  {"[Magenta]0", Kind::number},
                                                  {"@", Kind::number},
                                                  {"0", Kind::number},
                                                  {"", Kind::number},
                                                  {"\"unclosed", Kind::number},
                                                  {"[h", Kind::elapsed},
                                                  {"0\\", Kind::number}};
    for (const auto& [code, kind] : cases)
        EXPECT_EQ(read_number_format(code).kind, kind) << code;
    EXPECT_EQ(read_number_format("000000"), (NumberFormat{Kind::padded, 6}));
    EXPECT_EQ(read_number_format("000\"x\"").kind, Kind::number);
}

TEST(NumberFormats, that_are_built_in_have_no_code) {
    for (const int id : {14, 18, 22, 45, 47, 57})
        EXPECT_EQ(built_in_number_format(id).kind, Kind::date) << id;
    EXPECT_EQ(built_in_number_format(46).kind, Kind::elapsed);
    EXPECT_EQ(built_in_number_format(10).kind, Kind::percent);
    for (const int id : {0, 1, 4, 11, 37, 49, 164})
        EXPECT_EQ(built_in_number_format(id).kind, Kind::number) << id;
}

TEST(EscapedText, stands_for_characters_by_their_number) {
    const auto unescaped = [](std::string_view text) { return text_of(append_unescaped, text); };
    EXPECT_EQ(unescaped("Legal_x0020_Surname"), "Legal Surname");
    EXPECT_EQ(unescaped("a_x000D_\n_x005F_x0020_"), "a\r\n_x0020_");
    EXPECT_EQ(unescaped("_xD83D__xDE00__xD83D_"), "😀\uFFFD");
    EXPECT_EQ(unescaped("_x_x00_xZZZZ_ _x00e9_ _x0000_"), "_x_x00_xZZZZ_ é \uFFFD");
}

} // namespace termbook::readers
