// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/grid.hpp"

#include "tests/templates/fill/small_template.hpp"

#include <gtest/gtest.h>

namespace termbook::fill {
namespace {

formulas::Value value_of_cell(const std::string& type, const std::string& attribute,
                              const std::string& value) {
    auto document = small_template({{"x"}});
    auto cell = rows_of(document.spreadsheet().child("table:table"))[0].node.first_child();
    set_attribute(cell, "office:value-type", type);
    set_attribute(cell, attribute.c_str(), value);
    FilledFormulas formulas;
    return Grid(document.spreadsheet(), formulas).value("Overview", 0, 0);
}

TEST(Grid, a_time_is_its_part_of_a_day) {
    EXPECT_EQ(value_of_cell("time", "office:time-value", "PT10H30M00S"), formulas::Value(10.5 / 24));
    EXPECT_EQ(value_of_cell("time", "office:time-value", "PT36H"), formulas::Value(1.5));
}

TEST(Grid, a_date_keeps_its_time) {
    EXPECT_EQ(value_of_cell("date", "office:date-value", "2025-09-01"), formulas::Value(45901.0));
    EXPECT_EQ(value_of_cell("date", "office:date-value", "2025-09-01T12:00:00"), formulas::Value(45901.5));
    EXPECT_EQ(value_of_cell("date", "office:date-value", "2025-09-01T12:00"), formulas::Value(45901.5));
}

TEST(Grid, a_moment_that_cannot_be_read_is_an_error_and_not_0) {
    for (const char* text : {"", "ten", "PT10X"})
        EXPECT_EQ(value_of_cell("time", "office:time-value", text),
                  formulas::Value(formulas::FormulaError::value));
    EXPECT_EQ(value_of_cell("date", "office:date-value", "2025-02-30"),
              formulas::Value(formulas::FormulaError::value));
}

} // namespace
} // namespace termbook::fill
