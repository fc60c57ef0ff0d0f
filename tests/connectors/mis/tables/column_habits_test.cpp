// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/column_habits.hpp"

#include "connectors/readers/csv_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string>

namespace termbook {

namespace {

ColumnHabits habits_of(const std::string& field, const std::string& cells) {
    RecognisedTable table;
    table.header_line = 1;
    table.headers = {"UPN", "Column"};
    table.fields = {"upn", field};
    const std::string text = "UPN,Column\n" + cells;
    readers::CsvReader rows(readers::open_memory(text, "made.csv"));
    return find_habits(rows, table).at(1);
}

std::string repeated(int times, const std::string& cell) {
    std::string cells;
    for (int i = 0; i < times; ++i)
        cells += fmt::format("X{},{}\n", i, cell);
    return cells;
}

} // namespace

TEST(ColumnHabits, have_the_month_first_where_enough_dates_must) {
    EXPECT_EQ(habits_of("date", "X1,09/01/2025\nX1,09/15/2025\n").dates, DateOrder::month_first);
    EXPECT_EQ(habits_of("date", "X1,09/01/2025\nX1,09/02/2025\n").dates, DateOrder::day_first);
    EXPECT_EQ(habits_of("date", "X1,2025-09-15\nX1,\n").dates, DateOrder::day_first);
    const std::string last = "X1,09/15/2025\n";
    EXPECT_EQ(habits_of("date", repeated(11, "09/01/2025") + last).dates, DateOrder::month_first);
    EXPECT_EQ(habits_of("date", repeated(12, "09/01/2025") + last).dates, DateOrder::day_first);
}

TEST(ColumnHabits, say_where_few_dates_tell_that_the_month_is_first) {
    const std::string last = "X1,09/15/2025\n";
    EXPECT_TRUE(habits_of("date", repeated(11, "09/01/2025") + last).few_tell);
    EXPECT_FALSE(habits_of("date", repeated(3, "09/01/2025") + last).few_tell);
    EXPECT_FALSE(habits_of("date", repeated(12, "09/01/2025") + last).few_tell) << "the day is first";
}

TEST(ColumnHabits, have_both_orders_unless_one_is_a_slip) {
    EXPECT_EQ(habits_of("date", "X1,09/15/2025\nX1,15/09/2025\n").dates, DateOrder::both);
    EXPECT_EQ(habits_of("date", "X1,15/09/2025\nX1,09/15/2025\n").dates, DateOrder::both);
    EXPECT_EQ(habits_of("date", repeated(20, "15/09/2025") + "X1,09/15/2025\n").dates, DateOrder::day_first);
    EXPECT_EQ(habits_of("date", repeated(20, "09/15/2025") + "X1,15/09/2025\n").dates,
              DateOrder::month_first);
}

TEST(ColumnHabits, are_told_by_the_whole_of_a_long_table) {
    const std::string cells = repeated(5000, "09/01/2025");
    EXPECT_EQ(habits_of("date", cells + repeated(1000, "09/15/2025")).dates, DateOrder::month_first);
    EXPECT_EQ(habits_of("date", "X1,09/15/2025\n" + cells + "X1,15/09/2025\n").dates, DateOrder::both);
}

TEST(ColumnHabits, have_a_scale_of_nine_results_in_ten) {
    EXPECT_EQ(habits_of("result", repeated(9, "95") + "X1,940\n").scale, 100);
    EXPECT_EQ(habits_of("result.tracker", repeated(9, "450") + "X1,Expected\nX1,940\n").scale, 1000);
    EXPECT_FALSE(habits_of("result", repeated(8, "95") + "X1,940\n").scale) << "too few to tell";
    EXPECT_FALSE(habits_of("result", repeated(9, "9500")).scale);
}

TEST(ColumnHabits, have_upns_where_most_values_are) {
    EXPECT_TRUE(habits_of("upn", repeated(2, "C820200120001") + "X1,A8202001\n").has_upns);
    EXPECT_FALSE(habits_of("upn", repeated(2, "10234") + "X1,C820200120001\n").has_upns);
}

TEST(ColumnHabits, tell_answers_in_several_spellings) {
    EXPECT_TRUE(habits_of("fsm", "X1,Y\nX2,F\n").several_spellings);
    EXPECT_FALSE(habits_of("fsm", "X1,Yes\nX2,N\nX3,\n").several_spellings);
}

TEST(ColumnHabits, say_no_where_some_cell_does) {
    EXPECT_TRUE(habits_of("fsm", "X1,Yes\nX2,\nX3,F\n").says_no);
    EXPECT_FALSE(habits_of("fsm", "X1,Yes\nX2,\n").says_no);
    EXPECT_FALSE(habits_of("mark", "X1,N\n").says_no); // an attendance code
}

} // namespace termbook
