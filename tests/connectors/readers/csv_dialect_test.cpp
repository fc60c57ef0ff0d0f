// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/csv_dialect.hpp"

#include "core/diagnostics/error.hpp"

#include <gtest/gtest.h>
#include <string>

namespace termbook::readers {

namespace {

struct DialectCase {
    std::string name;
    std::string sample;
    CsvDialect dialect;
};

class Dialect : public testing::TestWithParam<DialectCase> {};

TEST_P(Dialect, is_found) {
    EXPECT_EQ(find_dialect(GetParam().sample), GetParam().dialect);
}

const DialectCase dialect_cases[] = {
    {"nothing", "", {',', '"'}},
    {"one_column", "name\nA\nB\n", {',', '"'}},
    {"comma", "a,b\n1,2\n", {',', '"'}},
    {"semicolon", "a;b\n1;2\n", {';', '"'}},
    {"tab", "a\tb\n1\t2\n", {'\t', '"'}},
    {"bar", "a|b\n1|2\n", {'|', '"'}},
    {"one_row", "a;b;c", {';', '"'}},
    {"lone_crs", "a;b\rc;d\r", {';', '"'}},
    {"commas_for_decimals", "name;rate\r\nA;1,5\r\nB;2,5\r\n", {';', '"'}},
    {"commas_in_quotes", "\"a, b\";\"c, d\"\n\"e, f\";\"g, h\"\n", {';', '"'}},
    {"semicolons_in_quotes", "\"a;b\",\"c;d\"\n\"e;f\",\"g\"\n", {',', '"'}},
    {"titles_above",
     "Attendance, autumn term\nPrinted; for staff only; 2025\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n",
     {',', '"'}},
    {"rows_of_commas_only", "a,b,c\n1,2,3\n,,\n,,\n,,\n", {',', '"'}},
    {"lists_within_cells", "UPN;Classes\nA;4A, Maths\nB;4B\nC;4A, Music\n", {';', '"'}},
    {"line_ends_in_quotes", "\"a\n,\n,\",b\n\"c\n\",d\n", {',', '"'}},
    {"apostrophes_for_quotes", "'a','b'\n'c,d','e'\n", {',', '\''}},
    {"apostrophes_in_names", "'t Hart,b\nO'Neill,d\nD'Arcy,f\n", {',', '"'}},
};

INSTANTIATE_TEST_SUITE_P(Cases, Dialect, testing::ValuesIn(dialect_cases),
                         [](const auto& shown) { return shown.param.name; });

TEST(FindDialect, what_is_given_is_taken) {
    EXPECT_EQ(find_dialect("a,b\n1,2\n", ';'), (CsvDialect{';', '"'}));
    EXPECT_EQ(find_dialect("a;b\n1;2\n", std::nullopt, '\''), (CsvDialect{';', '\''}));
}

TEST(FindDialect, a_row_cut_off_by_the_end_of_a_long_sample_says_nothing) {
    const std::string half_row = "\"" + std::string(300'000, ';');
    EXPECT_EQ(find_dialect("a,b\n" + half_row), (CsvDialect{',', '"'}));
}

TEST(FindDialect, characters_that_cannot_separate_are_refused) {
    for (const char delimiter : {'"', '\n', '\r', '\0', '\xE9'})
        EXPECT_THROW(find_dialect("a", delimiter, '"'), Error);
}

} // namespace

} // namespace termbook::readers
