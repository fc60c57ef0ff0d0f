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

} // namespace

TEST(ColumnHabits, have_the_month_first_where_a_date_must_and_none_must_not) {
    EXPECT_EQ(habits_of("date", "X1,09/01/2025\nX1,09/15/2025\n").dates, DateOrder::month_first);
    EXPECT_EQ(habits_of("date", "X1,09/01/2025\nX1,09/02/2025\n").dates, DateOrder::day_first);
    EXPECT_EQ(habits_of("date", "X1,09/15/2025\nX1,15/09/2025\n").dates, DateOrder::day_first);
    EXPECT_EQ(habits_of("date", "X1,15/09/2025\nX1,09/15/2025\n").dates, DateOrder::day_first);
    EXPECT_EQ(habits_of("date", "X1,2025-09-15\nX1,\n").dates, DateOrder::day_first);
}

TEST(ColumnHabits, are_told_by_the_whole_of_a_long_table) {
    std::string cells;
    for (int i = 0; i < 5000; ++i)
        cells += fmt::format("X{},09/01/2025\n", i);
    EXPECT_EQ(habits_of("date", cells + "X1,09/15/2025\n").dates, DateOrder::month_first);
    EXPECT_EQ(habits_of("date", "X1,09/15/2025\n" + cells + "X1,15/09/2025\n").dates, DateOrder::day_first);
}

TEST(ColumnHabits, say_no_where_some_cell_does) {
    EXPECT_TRUE(habits_of("fsm", "X1,Yes\nX2,\nX3,F\n").says_no);
    EXPECT_FALSE(habits_of("fsm", "X1,Yes\nX2,\n").says_no);
    EXPECT_FALSE(habits_of("mark", "X1,N\n").says_no); // an attendance code
}

} // namespace termbook
