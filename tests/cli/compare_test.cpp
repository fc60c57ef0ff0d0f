// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::test {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto settings =
    R"(<termbook version="1"><trust name="T"/><school urn="100001" name="Ashwell" folder="ashwell"/>
<school urn="100002" name="Brookfield" folder="brookfield"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"><term name="Autumn" from="2025-09-01" to="2025-12-19"/></year>
</termbook>)";

/// As from one system, and as from another: a pupil's year group differs, another has gone.
constexpr auto old_list = "UPN,Surname,Forename,Year,Reg,Possible,Authorised absences,Unauthorised absences\n"
                          "D820200121132,Otterbeck,Kofi,4,4A,100,2,0\n"
                          "W820200124030,Thistlecombe,Priya,1,1A,100,4,1\n"
                          "F820200119190,Larchdale,Leo,6,6A,100,0,0\n";
constexpr auto new_list = "Legal Last Name,Legal First Name,Year group,UPN,Registration form\n"
                          "Thistlecombe,Priya,2,W820200124030,1A\n"
                          "Otterbeck,Kofi,4,D820200121132,4A\n";

const auto nobody =
    AllOf(Not(HasSubstr("Thistlecombe")), Not(HasSubstr("Priya")), Not(HasSubstr("W820200124030")));

} // namespace

TEST(Compare, finds_nothing_between_an_export_and_itself) {
    const std::string sample = sample_trust().string();
    const std::string file = sample + "/exports/ashwell/8202001_CTF_8202001_001.xml";
    const Outcome run = termbook({"compare", file, file, "--workspace", sample});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr(" figures identical, 0 differ\n"),
                               HasSubstr("210 pupils identical, 0 differ\n"), Not(HasSubstr("row in A"))));
}

TEST(Compare, lists_figures_and_rows_that_differ_without_naming_a_pupil) {
    const Folder folder;
    const std::string a = folder.file("2026-03-01 old.csv", old_list).string();
    const std::string b = folder.file("2026-03-01 new.csv", new_list).string();
    const Outcome run = termbook({"compare", a, b, "--workspace", folder.path().string()});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("1 pupil identical, 1 differ, 1 only in A\n"),
                               HasSubstr("no attendance in 2025/26 on side B"), HasSubstr("old.csv:3"),
                               HasSubstr("new.csv:2"), HasSubstr("year group in 2025/26  1      2\n"),
                               HasSubstr("old.csv:4"), HasSubstr("differs (withheld)")));
    EXPECT_THAT(run.out, nobody);
    EXPECT_THAT(run.err, nobody);
    EXPECT_EQ(termbook({"compare", a, b, "--workspace", folder.path().string(), "--strict"}).status, 1);
}

TEST(Compare, names_pupils_to_staff_and_tells_the_public_of_no_row) {
    const Folder folder;
    const std::string a = folder.file("2026-03-01 old.csv", old_list).string();
    const std::string b = folder.file("2026-03-01 new.csv", new_list).string();
    const Outcome staff = termbook({"compare", a, b, "--audience", "staff", "--format", "csv"});
    EXPECT_THAT(staff.out,
                AllOf(HasSubstr("row in A,row in B,mark,UPN,name\r\n"),
                      HasSubstr(",W820200124030,\"Thistlecombe, Priya\"\r\n"), Not(HasSubstr("withheld"))));
    EXPECT_THAT(staff.err, AllOf(nobody, HasSubstr("1 pupil identical, 1 differ, 1 only in A\n")));
    const Outcome everyone = termbook({"compare", a, b, "--audience", "public"});
    EXPECT_THAT(everyone.out, AllOf(nobody, HasSubstr("pupil identical"), Not(HasSubstr(".csv:3"))));
}

TEST(Compare, prints_json_with_the_counts_and_both_lists) {
    const Folder folder;
    const std::string a = folder.file("2026-03-01 old.csv", old_list).string();
    const std::string b = folder.file("2026-03-01 new.csv", new_list).string();
    const Outcome run = termbook({"compare", a, b, "--format", "json"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("\"only_a\": 1"), HasSubstr("\"figures_that_differ\": ["),
                               HasSubstr("\"what\": \"year group in 2025/26\""), HasSubstr("\"a\": \"1\""),
                               HasSubstr("\"not_compared\": [")));
    EXPECT_THAT(run.out, nobody);
}

TEST(Compare, takes_years_and_schools_of_a_folder_from_the_workspace_on_the_other_side) {
    const Folder folder;
    folder.file("ours/termbook.xml", settings);
    folder.file("ours/exports/ashwell/2026-03-01.csv", old_list);
    folder.file("ours/exports/brookfield/2026-03-01.csv", "UPN,Year\nN820200221132,5\n");
    folder.file("new/ashwell/2026-03-01.csv", new_list);
    folder.file("new/brookfield/2026-03-01.csv", "UPN,Year\nN820200221132,5\n");
    const Outcome run =
        termbook({"compare", (folder.path() / "ours").string(), (folder.path() / "new").string() + "/"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("2 pupils identical, 1 differ, 1 only in A\n"),
                               HasSubstr("exports/ashwell/2026-03-01.csv:3"),
                               HasSubstr("new/ashwell/2026-03-01.csv:2")));
}

TEST(Compare, matches_an_export_to_the_school_whose_pupils_it_has) {
    const std::string sample = sample_trust().string();
    const std::string file = sample + "/exports/ashwell/8202001_CTF_8202001_001.xml";
    for (const std::vector<std::string>& sides :
         {std::vector{file, sample}, {sample, file}, {file, sample, "--school", "Ashwell Primary School"}}) {
        std::vector<std::string> call{"compare"};
        call.insert(call.end(), sides.begin(), sides.end());
        const Outcome run = termbook(call);
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_THAT(run.out, AllOf(Not(HasSubstr("\n0 figures identical")), HasSubstr("pupils identical"),
                                   Not(HasSubstr("Brookfield"))));
        const bool is_matched = run.err.find("the export is compared with Ashwell Primary School, which has "
                                             "210 of its 210 pupils\n") != std::string::npos;
        EXPECT_EQ(is_matched, sides.size() == 2) << run.err;
    }
}

TEST(Compare, refuses_an_export_that_could_be_of_no_school_or_of_two) {
    const Folder folder;
    folder.file("ours/termbook.xml", settings);
    folder.file("ours/exports/ashwell/2026-03-01.csv", "UPN,Year\nN820200221132,5\n");
    folder.file("ours/exports/brookfield/2026-03-01.csv", "UPN,Year\nW820200124030,5\n");
    const std::string ours = (folder.path() / "ours").string();
    const std::string nobody_known = folder.file("other.csv", "UPN,Year\nD820200121132,4\n").string();
    const std::string both = folder.file("both.csv", "UPN,Year\nN820200221132,5\nW820200124030,5\n").string();
    const Outcome none = termbook({"compare", ours, nobody_known});
    EXPECT_EQ(none.status, 3);
    EXPECT_THAT(
        none.err,
        AllOf(HasSubstr("found an export without a pupil of any school of the other side; expected an "
                        "export of one of Ashwell, Brookfield; name the school with --school"),
              nobody));
    const Outcome two = termbook({"compare", ours, both});
    EXPECT_EQ(two.status, 3);
    EXPECT_THAT(two.err, HasSubstr("found an export that shares as many pupils with two schools"));
    const Outcome named = termbook({"compare", ours, both, "--school", "100002"});
    EXPECT_EQ(named.status, 0) << named.err;
    EXPECT_THAT(named.out, HasSubstr("1 pupil identical, 0 differ, 1 only in B\n"));
    EXPECT_EQ(termbook({"compare", ours, both, "--school", "999999"}).status, 2);
}

TEST(Compare, refuses_sides_without_a_school_in_common_and_what_is_not_there) {
    const Folder folder;
    folder.file("ours/termbook.xml", settings);
    folder.file("ours/exports/ashwell/2026-03-01.csv", old_list);
    folder.file("theirs/termbook.xml",
                R"(<termbook version="1"><trust name="T"/><school urn="100003" name="C"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)");
    folder.file("theirs/exports/2026-03-01.csv", new_list);
    const std::string ours = (folder.path() / "ours").string();
    const Outcome run = termbook({"compare", (folder.path() / "theirs").string(), ours});
    EXPECT_EQ(run.status, 3);
    EXPECT_THAT(run.err, HasSubstr("1 school of one side against 2 of the other, none of them the same"));
    const Outcome missing = termbook({"compare", ours, (folder.path() / "none.csv").string()});
    EXPECT_EQ(missing.status, 3);
    EXPECT_THAT(missing.err, HasSubstr("none.csv: found nothing there; expected a workspace, an export, or a "
                                       "folder of exports; correct the path"));
    std::filesystem::create_directories(folder.path() / "empty");
    const Outcome empty = termbook({"compare", ours, (folder.path() / "empty").string()});
    EXPECT_EQ(empty.status, 3);
    EXPECT_THAT(empty.err, HasSubstr("found a folder without exports"));
    EXPECT_EQ(termbook({"compare", ours}).status, 2);
}

} // namespace termbook::test
