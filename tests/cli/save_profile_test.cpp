// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::test {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto unknown_list = "Learner Ref,Family Name,Cohort,Shoe size\n"
                              "D820200121132,Otterbeck,Year 4,31\n"
                              "W820200124030,Thistlecombe,Year 1,28\n";

const auto nobody = AllOf(Not(HasSubstr("Otterbeck")), Not(HasSubstr("D8202")));

} // namespace

TEST(SaveProfile, is_proposed_with_how_sure_it_is_and_used_by_nobody_unasked) {
    const Folder folder;
    const std::string file = folder.file("list.csv", unknown_list).string();
    const std::string here = folder.path().string();
    for (int i = 0; i < 2; ++i) {
        const Outcome run = termbook({"inspect", file, "--workspace", here});
        EXPECT_EQ(run.status, 3);
        EXPECT_THAT(run.out, AllOf(nobody, HasSubstr("column      Cohort as year, "),
                                   HasSubstr("100% of 2 values fit"), HasSubstr("not read    Shoe size\n"),
                                   HasSubstr("termbook inspect FILE --save-profile")));
    }
    EXPECT_THAT(files_below(folder.path()), ElementsAre("list.csv"));
}

TEST(SaveProfile, makes_the_file_one_that_is_read) {
    const Folder folder;
    const std::string file = folder.file("Our list 2026-03-27.csv", unknown_list).string();
    const std::string here = folder.path().string();
    const Outcome run = termbook({"inspect", file, "--save-profile", "--workspace", here});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out,
                AllOf(nobody, HasSubstr("saved       " + here + "/profiles/our-list.xml\n"),
                      HasSubstr("recognised  Own mapping 'our-list'\n"), HasSubstr("rows        2\n")));
    EXPECT_EQ(termbook({"inspect", file, "--workspace", here}).status, 0);
    EXPECT_THAT(termbook({"inspect", file, "--save-profile", "--workspace", here}).err,
                HasSubstr("found a file that a profile knows already: Own mapping 'our-list'"));
}

TEST(SaveProfile, writes_over_nothing_unless_it_must) {
    const Folder folder;
    const std::string file = folder.file("list.csv", unknown_list).string();
    const std::string here = folder.path().string();
    const auto taken = folder.file(
        "profiles/ours.xml", "<profile version='1' key='o' title='t' loads='pupil-table'>"
                             "<column field='upn' required='yes'><header>Z</header></column></profile>");
    const auto before = std::filesystem::file_size(taken);
    const Outcome run = termbook({"inspect", file, "--save-profile", "ours", "--workspace", here});
    EXPECT_EQ(run.status, 4);
    EXPECT_THAT(run.err, HasSubstr("found a profile that is there already"));
    EXPECT_EQ(std::filesystem::file_size(taken), before);
    EXPECT_EQ(termbook({"inspect", file, "--save-profile", "ours", "--force", "--workspace", here}).status,
              0);
    EXPECT_NE(std::filesystem::file_size(taken), before);
}

TEST(SaveProfile, says_what_is_missing_and_writes_nothing) {
    const Folder folder;
    const std::string here = folder.path().string();
    const std::string no_upn =
        folder.file("a.csv", "Forename,Surname,NC yr\nKofi,Otterbeck,4\nPriya,Thistlecombe,5\n").string();
    const std::string no_header =
        folder.file("b.csv", "D820200121132,Otterbeck,4\nW820200124030,Thistlecombe,1\n").string();
    const Outcome without_upn = termbook({"inspect", no_upn, "--save-profile", "--workspace", here});
    EXPECT_EQ(without_upn.status, 3);
    EXPECT_THAT(without_upn.out, AllOf(nobody, HasSubstr("missing     UPN: no column is 60% sure to be it")));
    EXPECT_THAT(without_upn.err, HasSubstr("found no column that is surely the UPN"));
    const Outcome without_header = termbook({"inspect", no_header, "--save-profile", "--workspace", here});
    EXPECT_EQ(without_header.status, 3);
    EXPECT_THAT(without_header.err, HasSubstr("found no table with a header that can be told"));
    EXPECT_THAT(without_header.out + without_header.err, nobody);
    EXPECT_EQ(files_below(folder.path()).size(), 2u);
}

TEST(SaveProfile, wants_one_file_and_a_plain_name) {
    const Folder folder;
    const std::string file = folder.file("list.csv", unknown_list).string();
    const std::string here = folder.path().string();
    EXPECT_EQ(termbook({"inspect", "--save-profile", "x", "--workspace", here}).status, 2);
    EXPECT_EQ(termbook({"inspect", file, file, "--save-profile", "x", "--workspace", here}).status, 2);
    EXPECT_EQ(termbook({"inspect", file, "--save-profile", "../x", "--workspace", here}).status, 2);
    EXPECT_EQ(termbook({"inspect", file, "--force", "--workspace", here}).status, 2);
    EXPECT_EQ(files_below(folder.path()).size(), 1u);
}

} // namespace termbook::test
