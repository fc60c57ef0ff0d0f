// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::test {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto settings = R"(<termbook version="1"><trust name="T"/><school urn="100001" name="A"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)";

constexpr auto own_profile =
    R"(<profile version="1" key="own" title="Our own list" loads="pupil-table">
<column field="upn" required="yes"><header>Learner</header></column>
<column field="year" required="yes"><header>Cohort</header></column></profile>)";

constexpr auto own_export = "Learner,Cohort,Shoe size\nA123456789012,4,31\nA123456789013,Y14,33\n,4,32\n";

} // namespace

TEST(Inspect, tells_what_a_file_is_by_its_columns_rows_and_issues) {
    const Folder folder;
    const std::string file = folder
                                 .file("marks.csv", "UPN,Date,Session,Code,Room\n"
                                                    "A123456789012,2025-09-01,AM,/,1\n"
                                                    "A123456789012,2025-02-31,AM,/,1\n"
                                                    "A123456789012,2025-09-02,noon,/,1\n"
                                                    "A123456789012,2025-09-03,PM,Ottilie,1\n")
                                 .string();
    const Outcome run = termbook({"inspect", file, "--workspace", folder.path().string()});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out,
                AllOf(HasSubstr("recognised  Attendance marks, a row a session\n"),
                      HasSubstr("because     4 of 5 columns known, header on line 1\n"),
                      HasSubstr("columns     UPN as upn, Date as date, Session as session, Code as mark; not "
                                "read: Room\n"),
                      HasSubstr("rows        4\n"), HasSubstr("issues      3\n"),
                      HasSubstr("marks.csv:3:15 (Date): found a date that is no day"),
                      HasSubstr("marks.csv:4:26 (Session): found"),
                      HasSubstr("marks.csv:5:29 (Code): found")));
    EXPECT_THAT(run.out, AllOf(Not(HasSubstr("A123")), Not(HasSubstr("Ottilie"))));
    EXPECT_EQ(termbook({"inspect", file, "--workspace", folder.path().string(), "--strict"}).status, 1);
}

TEST(Inspect, knows_the_profiles_of_the_workspace_that_it_runs_in) {
    const Folder folder;
    const std::string file = folder.file("downloads/list.csv", own_export).string();
    const Outcome outside = termbook({"inspect", file, "--workspace", folder.path().string()});
    EXPECT_EQ(outside.status, 3);
    EXPECT_THAT(outside.out, HasSubstr("refused     "));
    folder.file("termbook.xml", settings);
    folder.file("profiles/own.xml", own_profile);
    const Outcome inside = termbook({"inspect", file, "--workspace", folder.path().string()});
    EXPECT_EQ(inside.status, 0) << inside.err;
    EXPECT_THAT(inside.out,
                AllOf(HasSubstr("recognised  Our own list\n"),
                      HasSubstr("columns     Learner as upn, Cohort as year; not read: Shoe size\n"),
                      HasSubstr("rows        3\n"), HasSubstr("issues      3\n"),
                      HasSubstr("list.csv:3:1 (Learner): found a UPN whose letter does not fit its digits"),
                      HasSubstr("list.csv:3:15 (Cohort): found the year group 'Y14'"),
                      HasSubstr("list.csv:4:1 (Learner): found a row without a UPN"),
                      Not(HasSubstr("A123"))));
}

TEST(Inspect, says_which_xml_is_read) {
    const Folder folder;
    const std::string file = folder.file("termbook.xml", settings).string();
    const Outcome run = termbook({"inspect", file, "--workspace", folder.path().string()});
    EXPECT_EQ(run.status, 3);
    EXPECT_THAT(run.out, AllOf(HasSubstr("found XML whose root element is <termbook>; expected <CTfile> "),
                               HasSubstr("<SuperStarReport> of the CommandReporter")));
}

TEST(Inspect, looks_at_files_of_whatever_school_by_themselves) {
    const Folder folder;
    folder.file("termbook.xml", settings);
    const std::string list = folder.file("list.csv", "UPN,Year,School\nA123456789012,4,Elsewhere\n").string();
    const std::string ctf =
        folder
            .file("ctf.xml", "<CTfile><Header><SourceSchool><URN>123456</URN></SourceSchool></Header>"
                             "<CTFpupilData><Pupil><UPN>A123456789012</UPN><BasicDetails><NCyearActual>4"
                             "</NCyearActual></BasicDetails></Pupil></CTFpupilData></CTfile>")
            .string();
    const Outcome run = termbook({"inspect", list, ctf, "--workspace", folder.path().string()});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("ctf.xml\n  recognised  Common Transfer File"),
                               HasSubstr("rows        1\n  issues      0\n"), Not(HasSubstr("refused"))));
}

} // namespace termbook::test
