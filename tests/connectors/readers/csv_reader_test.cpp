// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/csv_reader.hpp"

#include "core/diagnostics/error.hpp"
#include "tests/connectors/readers/read_all.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utility>

namespace termbook::readers {

namespace {

using namespace std::string_literals;
using testing::ElementsAre;

struct TextCase {
    std::string name;
    std::string text;
    Rows rows;
};

class CsvText : public testing::TestWithParam<TextCase> {};

TEST_P(CsvText, is_read_as_its_rows_however_it_is_buffered) {
    for (const std::size_t buffer :
         {std::size_t{4}, std::size_t{7}, std::size_t{64}, CsvOptions{}.buffer_bytes}) {
        CsvReader reader = csv_reader(GetParam().text, {.delimiter = ',', .buffer_bytes = buffer}, buffer);
        EXPECT_EQ(read_all(reader), GetParam().rows) << "in a buffer of " << buffer;
    }
}

const TextCase text_cases[] = {
    {"nothing", "", {}},
    {"only_line_ends", "\n\r\n\r\r\n", {}},
    {"one_cell", "a", {{"a"}}},
    {"no_final_line_end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
    {"lf", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
    {"crlf", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
    {"lone_cr", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
    {"line_ends_mixed", "a\r\nb\nc\rd", {{"a"}, {"b"}, {"c"}, {"d"}}},
    {"blank_lines_are_no_rows", "a\n\n\r\nb\r\rc\n\n", {{"a"}, {"b"}, {"c"}}},
    {"a_quoted_nothing_is_a_row", "\"\"\n", {{""}}},
    {"blanks_are_a_row", "  \na", {{"  "}, {"a"}}},
    {"only_delimiters_are_a_row", "a,b\n,\n,,\n", {{"a", "b"}, {"", ""}, {"", "", ""}}},
    {"a_delimiter_at_the_end", "a,", {{"a", ""}}},
    {"a_delimiter_and_cr_at_the_end", "a,\r", {{"a", ""}}},
    {"rows_of_unequal_width", "a\nb,c\n", {{"a"}, {"b", "c"}}},
    {"quoted_delimiter", "\"a,b\",c", {{"a,b", "c"}}},
    {"quoted_line_ends", "\"a\nb\",\"c\r\nd\",\"e\rf\"\ng", {{"a\nb", "c\r\nd", "e\rf"}, {"g"}}},
    {"doubled_quotes", "\"a\"\"b\",\"\"\"\",\"\"\"c\"\"\"\n", {{"a\"b", "\"", "\"c\""}}},
    {"quoted_then_crlf", "\"a\"\r\n\"b\"\r\n", {{"a"}, {"b"}}},
    {"quoted_then_lone_cr", "\"a\"\r\"b\"", {{"a"}, {"b"}}},
    {"doubled_then_crlf", "\"a\"\"\"\r\nb", {{"a\""}, {"b"}}},
    {"stray_quotes_are_text", "a\"b,c\"\"d,e\"\n", {{"a\"b", "c\"\"d", "e\""}}},
    {"a_stray_quote_does_not_hide_a_delimiter", "6\" rule,7\" rule\n", {{"6\" rule", "7\" rule"}}},
    {"text_behind_a_closing_quote_stays", "\"a\" b,\"c\"d\"e\"\r\n", {{"a b", "cd\"e\""}}},
    {"a_blank_behind_a_closing_quote_stays", "\"a\" ,b\n", {{"a ", "b"}}},
    {"a_blank_before_a_quote_makes_it_text", "a, \"b\"\n", {{"a", " \"b\""}}},
    {"byte_order_mark", "\xEF\xBB\xBF\"a\",b\n", {{"a", "b"}}},
    {"two_and_three_and_four_bytes", "é,–,😀\n", {{"é", "–", "😀"}}},
    {"no_break_space_stays", "\"Year\xC2\xA0group\"", {{"Year\xC2\xA0group"}}},
    {"a_cell_of_100_bytes",
     std::string(100, 'x') + ",\"" + std::string(100, 'y') + "\"",
     {{std::string(100, 'x'), std::string(100, 'y')}}},
};

INSTANTIATE_TEST_SUITE_P(Cases, CsvText, testing::ValuesIn(text_cases),
                         [](const auto& shown) { return shown.param.name; });

TEST(CsvReader, a_crlf_that_straddles_a_block_is_one_line_end) {
    for (std::size_t length = 55; length < 70; ++length) {
        const std::string cell(length, 'x');
        CsvReader reader = csv_reader(cell + "\r\n\"" + cell + "\"\r\n");
        EXPECT_EQ(read_all(reader), (Rows{{cell}, {cell}})) << length;
    }
}

TEST(CsvReader, every_row_names_the_line_where_it_starts) {
    CsvReader reader = csv_reader("a\n\n\"b\r\nc\rd\ne\",\"f\n\"\n\rg");
    std::vector<std::uint64_t> lines;
    for (Row row; reader.next(row);)
        lines.push_back(row.line);
    EXPECT_THAT(lines, ElementsAre(1, 3, 9));
}

TEST(CsvReader, a_column_is_the_byte_where_the_cell_starts_on_its_own_line) {
    CsvReader reader = csv_reader("ab,\"c\",\"d\"\"e\",\"f\ngh\",,\"i\"j,k\n");
    Row row;
    ASSERT_TRUE(reader.next(row));
    std::vector<std::uint32_t> columns;
    for (std::size_t index = 0; index <= row.cells.size(); ++index)
        columns.push_back(reader.column_of(index));
    EXPECT_THAT(columns, ElementsAre(1, 4, 8, 15, 5, 6, 11, 0));
}

TEST(CsvReader, a_column_in_a_windows_1252_file_counts_its_own_bytes) {
    CsvReader reader = csv_reader("Zo\xEB,\x80\x80,c\n");
    Row row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(row.cells[1], "€€");
    EXPECT_EQ(reader.column_of(2), 8);
}

TEST(CsvReader, reads_a_semicolon_file_without_being_told) {
    CsvReader reader = csv_reader("name;rate\nA;1,5\nB;2,5\n");
    EXPECT_EQ(read_all(reader), (Rows{{"name", "rate"}, {"A", "1,5"}, {"B", "2,5"}}));
}

TEST(CsvReader, gives_the_digest_of_the_file_it_read) {
    auto source = open_memory("abc", "export.csv");
    source->keep_sha256();
    CsvReader reader(std::move(source));
    read_all(reader);
    EXPECT_EQ(reader.source().sha256(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(CsvReader, a_row_as_long_as_the_limit_is_read) {
    const std::string row(1000, 'x');
    CsvReader reader = csv_reader(row + "\r\n" + row, {.max_row_bytes = 1000, .buffer_bytes = 16});
    EXPECT_EQ(read_all(reader), (Rows{{row}, {row}}));
}

struct BrokenCase {
    std::string name;
    std::string text;
    std::string message; ///< the start of it
};

class BrokenCsv : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenCsv, is_refused_with_the_place_however_it_is_buffered) {
    for (const std::size_t buffer : {std::size_t{4}, std::size_t{64}, CsvOptions{}.buffer_bytes}) {
        try {
            CsvReader reader = csv_reader(
                GetParam().text, {.delimiter = ',', .max_row_bytes = 100, .buffer_bytes = buffer}, buffer);
            read_all(reader);
            FAIL() << "was read";
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), testing::StartsWith(GetParam().message));
            EXPECT_EQ(error.kind(), ErrorKind::refused);
        }
    }
}

const BrokenCase broken_cases[] = {
    {"open_quote", "a\n1,\"b\n\nc,d\n", "export.csv:2: found a quote that is never closed; expected "},
    {"open_quote_on_a_later_line_of_its_row", "\"a\nb\",\"c\n",
     "export.csv:2: found a quote that is never closed"},
    {"open_quote_as_the_last_byte", "a\n\"", "export.csv:2: found a quote that is never closed"},
    {"open_quote_behind_doubled_ones", "\"a\"\"\"\"", "export.csv:1: found a quote that is never closed"},
    {"long_row", "a\n" + std::string(101, 'b') + "\nc",
     "export.csv:2: found a row of more than 100 bytes; expected "},
    {"long_quoted_row", "a\n\"" + std::string(120, '\n'), "export.csv:2: found a row of more than 100 bytes"},
    {"nul", "a\n\"b\n\0\""s, "export.csv:3: found a NUL byte at offset 5; expected text"},
    {"bad_byte_in_utf8", "é\nb\n\xE9t\xE9\n",
     "export.csv:3: found the byte 0xE9 at offset 5; expected UTF-8"},
    {"byte_that_is_no_character_at_all", "a\n\x81\n", "export.csv:2: found the byte 0x81 at offset 2"},
    {"utf_16_with_an_odd_byte",
     "\xFF\xFE"
     "a\0\n\0b"s,
     "export.csv:2: found half a character at the end of the file, at offset 6; expected whole characters"},
    {"utf_16_with_a_lone_surrogate",
     "\xFE\xFF"
     "\0a\0\n\xD8\x3D\0b"s,
     "export.csv:2: found half of a surrogate pair at offset 6"},
    {"utf_16_without_a_mark", "a\0\n\0"s,
     "export.csv:1: found a NUL byte at offset 1; expected text in UTF-8"},
};

INSTANTIATE_TEST_SUITE_P(Cases, BrokenCsv, testing::ValuesIn(broken_cases),
                         [](const auto& shown) { return shown.param.name; });

TEST(CsvReader, excels_unicode_text_is_rows_between_tabs_and_counts_characters_as_columns) {
    CsvReader reader = csv_reader("\xFF\xFE"
                                  "Z\0o\0\xEB\0\t\0b\0\r\0\n\0\x3D\xD8\0\xDE\t\0c\0"s,
                                  {}, 3);
    Row row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(std::vector<std::string>(row.cells.begin(), row.cells.end()),
              (std::vector<std::string>{"Zoë", "b"}));
    EXPECT_EQ(reader.column_of(1), 5u);
    ASSERT_TRUE(reader.next(row));
    EXPECT_EQ(row.cells[0], "😀");
    EXPECT_EQ(row.line, 2u);
    EXPECT_EQ(reader.dialect().delimiter, '\t');
    EXPECT_FALSE(reader.next(row));
}

TEST(CsvReader, a_row_of_too_many_cells_is_refused) {
    CsvReader reader = csv_reader("a\n" + std::string(100'000, ','));
    EXPECT_THROW(read_all(reader), Error);
}

TEST(CsvReader, a_delimiter_that_is_the_quote_is_a_mistake_of_the_caller) {
    try {
        csv_reader("a", {.delimiter = '"', .quote = '"'});
        FAIL() << "was taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_EQ(error.pos().file, "export.csv");
    }
}

} // namespace

} // namespace termbook::readers
