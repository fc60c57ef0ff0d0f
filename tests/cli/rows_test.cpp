// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::test {

using testing::HasSubstr;

TEST(Rows, of_a_csv_come_out_as_utf8_with_what_is_like_a_formula_disarmed) {
    const Folder folder;
    const auto file = folder.file("a.csv", "UPN;Name\n\nX1;Zo\xEB, A\nX2;=1+1\n");
    const Outcome outcome = termbook({"rows", file.string()});
    EXPECT_EQ(outcome.out, "UPN,Name\r\nX1,\"Zoë, A\"\r\nX2,'=1+1\r\n");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(termbook({"rows", "--format", "json", file.string()}).out,
              "[\n[\"UPN\",\"Name\"],\n[\"X1\",\"Zoë, A\"],\n[\"X2\",\"=1+1\"]\n]\n");
}

TEST(Rows, of_a_workbook_are_those_of_the_first_sheet_or_of_the_one_named) {
    const std::string book =
        TERMBOOK_SOURCE_DIR "/tests/cases/connectors/workbook-a-sheet-a-year-group/input.xlsx";
    EXPECT_THAT(termbook({"rows", book}).out, HasSubstr("One sheet a year group."));
    EXPECT_THAT(termbook({"rows", book, "--sheet", "Year 5"}).out,
                HasSubstr(",2015-12-31,F,5A,5,374,10,0\r\n"));
    const Outcome wrong = termbook({"rows", book, "--sheet", "Year 9"});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.err, HasSubstr("found no sheet 'Year 9'; expected 'Guidance', 'Year 3'"));
}

TEST(Rows, of_a_file_in_a_zip_archive_are_asked_for_by_its_name_in_it) {
    const std::string archive = TERMBOOK_SOURCE_DIR "/tests/cases/connectors/zip-of-exports/input.zip";
    EXPECT_THAT(termbook({"rows", archive + "/marks.csv"}).out, HasSubstr("UPN,Date,Session,Code\r\n"));
    const Outcome many = termbook({"rows", archive});
    EXPECT_EQ(many.status, 3);
    EXPECT_THAT(many.err, HasSubstr("a zip archive of 5 files; expected one file"));
    EXPECT_THAT(termbook({"rows", archive + "/none.csv"}).err, HasSubstr("no such file in the zip archive"));
}

TEST(Rows, of_what_is_no_table_or_not_there_are_refused) {
    const Folder folder;
    const Outcome ctf = termbook({"rows", folder.file("a.xml", "<CTfile/>").string()});
    EXPECT_EQ(ctf.status, 3);
    EXPECT_THAT(ctf.err, HasSubstr("found XML whose root element is <CTfile>; expected a table"));
    EXPECT_EQ(termbook({"rows", (folder.path() / "none.csv").string()}).status, 3);
    EXPECT_EQ(termbook({"rows", folder.file("b.csv", "a,b\n").string(), "--sheet", "x"}).status, 2);
    EXPECT_EQ(termbook({"rows", folder.file("empty.csv", "").string()}).status, 3);
}

} // namespace termbook::test
