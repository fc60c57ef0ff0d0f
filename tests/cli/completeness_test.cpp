// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/command.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

namespace termbook::test {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

/// The template filled for a school or the trust, as flat XML.
std::string filled(const std::string& school) {
    const Folder folder;
    const auto file = folder.path() / "filled.fods";
    const Outcome run = termbook({"build", "completeness", "--workspace", sample_trust().string(), "--school",
                                  school, "-o", file.string()});
    EXPECT_EQ(run.status, 0) << run.err;
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST(Completeness, is_a_row_for_each_school_and_kind_of_export) {
    const Outcome run =
        termbook({"inspect", "--completeness", "--format", "csv", "--workspace", sample_trust().string()});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(
        run.out,
        AllOf(HasSubstr("school,kind,state,file,rows,as at,last session,note\r\n"),
              HasSubstr("Ashwell Primary School,Suspensions,Missing,,,,,No export for 2025/26\r\n"),
              HasSubstr("Deepdale Academy,Key stage 2 results,Not expected,,,,,No pupils in Year 6")));
}

TEST(Completeness, goes_with_no_file) {
    EXPECT_EQ(termbook({"inspect", "--completeness", "list.csv"}).status, 2);
    EXPECT_EQ(termbook({"inspect", "--format", "csv"}).status, 2);
}

TEST(Completeness, has_a_page_for_a_school_and_one_for_each_school_of_the_trust) {
    EXPECT_THAT(filled("100001"),
                AllOf(HasSubstr("Marks to 27 March 2026"), HasSubstr("4 kinds of export are missing."),
                      Not(HasSubstr("of 4 schools")), Not(HasSubstr("Deepdale Academy"))));
    EXPECT_THAT(filled("trust"), AllOf(HasSubstr("4 of 4 schools"), HasSubstr("Missing from all schools"),
                                       HasSubstr("Deepdale Academy")));
}

} // namespace termbook::test
