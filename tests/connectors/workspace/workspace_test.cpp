// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sha256.hpp"
#include "connectors/workspace/workspace.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/connectors/dump.hpp"
#include "tests/connectors/readers/sheets/made_workbook.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <string_view>

namespace termbook {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class WorkspaceTest : public testing::Test {
  protected:
    WorkspaceTest() {
        m_folder.write("termbook.xml", R"(<termbook version="1"><trust name="T"/>
            <school urn="100001" name="Ashwell" folder="ashwell"/>
            <school urn="100002" name="Brookfield" folder="brookfield"/>
            <year name="2024/25" from="2024-09-01" to="2025-08-31"/>
            <year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)");
    }

    Workspace load() const { return load_workspace(m_folder.path()); }

    TemporaryFolder m_folder;
};

TEST_F(WorkspaceTest, files_belong_to_the_school_whose_folder_they_lie_in) {
    m_folder.write("exports/ashwell/a.csv", "UPN,Year\nX1,4\n");
    m_folder.write("exports/2025-26/brookfield/b.csv", "UPN,Year\nX2,5\n");
    const Workspace workspace = load();
    EXPECT_EQ(workspace.trust.schools[0].pupils.at(0).upn, "X1");
    EXPECT_EQ(workspace.trust.schools[1].pupils.at(0).upn, "X2");
}

TEST_F(WorkspaceTest, totals_belong_to_the_year_their_folder_is_named_for_else_to_the_latest) {
    constexpr auto csv = "UPN,Year,Possible,Authorised absences,Unauthorised absences\n{},4,380,8,0\n";
    m_folder.write("exports/ashwell/2024-25/a.csv", fmt::format(csv, "X1"));
    m_folder.write("exports/brookfield/b.csv", fmt::format(csv, "X2"));
    const Workspace workspace = load();
    EXPECT_EQ(workspace.trust.schools[0].attendance.at(0).year, 0u);
    EXPECT_EQ(workspace.trust.schools[1].attendance.at(0).year, 1u);
}

TEST_F(WorkspaceTest, lists_of_pupils_are_read_before_the_marks_that_need_them) {
    m_folder.write("exports/a-marks.csv", "UPN,Date,Session,Code\nX1,2025-09-01,AM,/\n");
    m_folder.write("exports/z-pupils.csv", "UPN,Year Group,School\nX1,4,100002\n");
    const Workspace workspace = load();
    EXPECT_TRUE(workspace.trust.issues.empty()) << dump_issues(workspace);
    EXPECT_TRUE(workspace.trust.schools[1].attendance.at(0).has_marks(0));
}

TEST_F(WorkspaceTest, a_file_that_breaks_halfway_leaves_no_trace) {
    m_folder.write("exports/ashwell/good.csv", "UPN,Year\nX1,4\n");
    const Workspace alone = load();
    m_folder.write("exports/ashwell/broken.xml",
                   "<CTfile><Header><SourceSchool/></Header><CTFpupilData><Pupil><UPN>X9</UPN>"
                   "<BasicDetails><NCyearActual>99</NCyearActual></BasicDetails></Pupil>");
    const Workspace both = load();
    EXPECT_EQ(both.trust.schools[0].pupils.size(), 1u);
    EXPECT_TRUE(both.trust.issues.empty());
    EXPECT_EQ(both.trust.sources.size(), alone.trust.sources.size());
    ASSERT_EQ(both.exports.size(), 2u);
    EXPECT_TRUE(both.exports[0].refusal);
    EXPECT_THAT(both.exports[0].refusal->what(), HasSubstr("exports/ashwell/broken.xml:1"));
    EXPECT_FALSE(both.exports[1].refusal);
}

TEST_F(WorkspaceTest, sources_say_what_each_file_was) {
    m_folder.write("exports/ashwell/a.csv", "UPN,Year\nX1,4\nX2,5\n");
    const SourceFile source = load().trust.sources.at(0);
    EXPECT_EQ(source.file, "exports/ashwell/a.csv");
    EXPECT_EQ(source.rows, 2u);
    EXPECT_EQ(source.sha256.size(), 64u);
    EXPECT_TRUE(source.as_at);
}

TEST_F(WorkspaceTest, profiles_of_the_workspace_go_before_those_that_come_with_termbook) {
    m_folder.write("profiles/own.xml",
                   R"(<profile version="1" key="own" title="Our own list" loads="pupil-table">
        <column field="upn" required="yes"><header>Learner</header></column>
        <column field="year" required="yes"><header>Cohort</header></column></profile>)");
    m_folder.write("exports/ashwell/a.csv", "Learner,Cohort\nX1,4\n");
    const Workspace workspace = load();
    EXPECT_EQ(workspace.exports.at(0).title, "Our own list");
    EXPECT_EQ(workspace.trust.schools[0].rolls.at(0).enrolment(0)->year, YearGroup{4});
}

TEST_F(WorkspaceTest, without_exports_or_with_none_that_can_be_used_is_refused) {
    const auto said = [&] {
        try {
            require_usable(load());
            return std::string("no refusal");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    EXPECT_THAT(said(), HasSubstr("found no exports"));
    m_folder.write("exports/.hidden", "UPN,Year\n");
    m_folder.write("exports/~$lock.csv", "UPN,Year\n");
    EXPECT_THAT(said(), HasSubstr("found no exports"));
    m_folder.write("exports/letter.txt", "Dear parents,\n");
    EXPECT_THAT(said(), Not(HasSubstr("none of the")));
    m_folder.write("exports/empty.csv", "");
    EXPECT_THAT(said(), HasSubstr("none of the 2 exports can be used"));
}

TEST_F(WorkspaceTest, a_ctf_of_another_school_is_refused_in_a_schools_folder) {
    const auto ctf = [](std::string_view school) {
        return fmt::format("<CTfile><Header><SourceSchool>{}</SourceSchool></Header><CTFpupilData><Pupil>"
                           "<UPN>X1</UPN><BasicDetails><NCyearActual>4</NCyearActual></BasicDetails></Pupil>"
                           "</CTFpupilData></CTfile>",
                           school);
    };
    m_folder.write("exports/ashwell/1.xml", ctf("<URN>100002</URN><SchoolName>Brookfield</SchoolName>"));
    m_folder.write("exports/ashwell/2.xml", ctf("<URN>999999</URN>"));
    m_folder.write("exports/ashwell/3.xml", ctf("<URN>100001</URN>"));
    const Workspace workspace = load();
    for (const std::size_t other : {0, 1}) {
        ASSERT_TRUE(workspace.exports.at(other).refusal) << other;
        EXPECT_THAT(
            workspace.exports[other].refusal->what(),
            HasSubstr("found a file of another school in this school's folder; expected the URN 100001"));
    }
    EXPECT_FALSE(workspace.exports.at(2).refusal);
    EXPECT_EQ(workspace.trust.schools[0].pupils.size(), 1u);
    EXPECT_TRUE(workspace.trust.schools[1].pupils.empty());
}

TEST_F(WorkspaceTest, of_two_exports_that_overlap_the_newest_holds_and_it_is_said) {
    constexpr auto autumn = "UPN,Date,Session,Code\nX1,2025-12-18,AM,O\nX1,2025-12-19,AM,I\n";
    constexpr auto spring = "UPN,Date,Session,Code\nX1,2025-12-19,AM,/\nX1,2026-01-05,AM,L\n";
    // The newest is the one changed last; of one day, the one whose name comes last.
    m_folder.write("exports/ashwell/a-spring.csv", spring);
    m_folder.write("exports/ashwell/b-autumn.csv", autumn);
    std::filesystem::last_write_time(m_folder.path() / "exports/ashwell/b-autumn.csv",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours{72});
    const Workspace workspace = load();
    EXPECT_THAT(dump_model(workspace),
                testing::AllOf(HasSubstr("2025-12-18: O nothing\n"), HasSubstr("2025-12-19: / nothing\n"),
                               HasSubstr("2026-01-05: L nothing\n")));
    ASSERT_EQ(workspace.trust.issues.size(), 1u) << dump_issues(workspace);
    const Issue& said = workspace.trust.issues.issues().front();
    EXPECT_EQ(said.pos.file, "exports/ashwell/b-autumn.csv");
    EXPECT_EQ(said.pos.line, 3u);
    EXPECT_EQ(said.found, "two different marks for one session");
    EXPECT_THAT(said.remedy, HasSubstr("that of the newest export is counted"));
}

TEST_F(WorkspaceTest, a_register_completed_in_a_later_export_is_complete) {
    m_folder.write("exports/ashwell/1.csv",
                   "UPN,Date,Session,Code\nX1,2025-09-01,AM,/\nX1,2025-09-01,PM,-\nX1,2025-09-02,AM,I\n");
    m_folder.write("exports/ashwell/2.csv",
                   "UPN,Date,Session,Code\nX1,2025-09-01,PM,\\\nX1,2025-09-02,AM,-\n");
    EXPECT_THAT(dump_model(load()),
                testing::AllOf(HasSubstr("2025-09-01: / \\\n"), HasSubstr("2025-09-02: I nothing\n")));
}

TEST_F(WorkspaceTest, sheets_of_one_workbook_are_one_source_and_one_report) {
    readers::MadeXlsx made{"<row><c t='str'><v>UPN</v></c><c t='str'><v>Year</v></c></row>"
                           "<row><c t='str'><v>X1</v></c><c><v>4</v></c></row>"};
    made.more_sheets = "<sheet name='Again' sheetId='2' r:id='rId4'/>";
    const std::string bytes = readers::made_zip(readers::xlsx_entries(made));
    m_folder.write("exports/ashwell/book.bin", bytes);
    const Workspace workspace = load();
    ASSERT_EQ(workspace.exports.size(), 1u);
    EXPECT_EQ(workspace.exports[0].rows, 2u);
    EXPECT_THAT(workspace.exports[0].why, testing::AllOf(HasSubstr("sheet 'Pupils': 2 of 2 columns known"),
                                                         HasSubstr("sheet 'Again'")));
    ASSERT_EQ(workspace.trust.sources.size(), 1u);
    readers::Sha256 digest;
    digest.add(bytes);
    EXPECT_EQ(workspace.trust.sources[0].sha256, digest.finish());
}

TEST_F(WorkspaceTest, exports_in_an_archive_belong_to_the_folders_in_it_and_have_their_own_digest) {
    m_folder.write("exports/all.zip", readers::made_zip({{"brookfield/2024-25/b.csv", "UPN,Year\nX2,5\n"},
                                                         {"inner.zip", readers::made_zip({{"a", "b"}}), 0, 0},
                                                         {".hidden", "UPN"}}));
    const Workspace workspace = load();
    EXPECT_EQ(workspace.trust.schools[1].pupils.at(0).upn, "X2");
    ASSERT_EQ(workspace.exports.size(), 2u);
    EXPECT_EQ(workspace.exports[0].file, "exports/all.zip/brookfield/2024-25/b.csv");
    EXPECT_THAT(workspace.exports[1].refusal->what(),
                HasSubstr("exports/all.zip/inner.zip: found a zip archive within a zip archive"));
    readers::Sha256 digest;
    digest.add("UPN,Year\nX2,5\n");
    EXPECT_EQ(workspace.trust.sources.at(0).sha256, digest.finish());
}

TEST_F(WorkspaceTest, an_archive_that_leads_outside_is_refused_whole) {
    m_folder.write("exports/ashwell/evil.zip",
                   readers::made_zip({{"a.csv", "UPN,Year\nX1,4\n"}, {"../../b.csv", "UPN,Year\n"}}));
    const Workspace workspace = load();
    ASSERT_EQ(workspace.exports.size(), 1u);
    EXPECT_THAT(workspace.exports[0].refusal->what(), HasSubstr("a name that leads outside it"));
    EXPECT_TRUE(workspace.trust.schools[0].pupils.empty());
}

TEST_F(WorkspaceTest, an_export_is_as_at_the_date_in_its_name_whenever_it_was_copied) {
    for (const auto& [name, date] :
         {std::pair("ashwell/SIMS 2026-03-27.csv", "2026-03-27"),
          std::pair("ashwell/pupils_20260213_1.csv", "2026-02-13"),
          std::pair("brookfield/marks 01-09-2025 to 12.12.2025.csv", "2025-12-12")})
        m_folder.write(std::string("exports/") + name, fmt::format("UPN,Year\nX1,4\nX2,{}\n", date[9]));
    std::map<std::string, std::string> found;
    for (const SourceFile& source : load().trust.sources)
        found[source.file] = iso_text(*source.as_at);
    EXPECT_EQ(found["exports/ashwell/SIMS 2026-03-27.csv"], "2026-03-27");
    EXPECT_EQ(found["exports/ashwell/pupils_20260213_1.csv"], "2026-02-13");
    EXPECT_EQ(found["exports/brookfield/marks 01-09-2025 to 12.12.2025.csv"], "2025-12-12");
}

TEST_F(WorkspaceTest, an_export_of_nobody_may_lie_in_the_folders_of_two_schools) {
    for (const auto* folder : {"ashwell", "brookfield"})
        m_folder.write(fmt::format("exports/{}/list.csv", folder), "UPN,Year\n");
    const Workspace workspace = load();
    for (const ExportReport& report : workspace.exports)
        EXPECT_FALSE(report.refusal) << report.file;
}

TEST_F(WorkspaceTest, a_copy_of_what_is_refused_in_another_schools_folder_is_read) {
    constexpr auto ctf =
        "<CTfile><Header><SourceSchool><URN>100002</URN></SourceSchool></Header><CTFpupilData>"
        "<Pupil><UPN>X1</UPN><BasicDetails><NCyearActual>4</NCyearActual></BasicDetails></Pupil>"
        "</CTFpupilData></CTfile>";
    for (const auto* file : {"ashwell/a.xml", "brookfield/a.xml"})
        m_folder.write(std::string("exports/") + file, ctf);
    const Workspace workspace = load();
    EXPECT_TRUE(workspace.exports.at(0).refusal);
    EXPECT_FALSE(workspace.exports.at(1).refusal);
    EXPECT_EQ(workspace.trust.schools[1].pupils.size(), 1U);
}

TEST_F(WorkspaceTest, of_two_copies_the_one_in_a_schools_folder_is_read) {
    m_folder.write("exports/a.csv", "UPN,Year\nX1,4\n");
    m_folder.write("exports/brookfield/z.csv", "UPN,Year\nX1,4\n");
    m_folder.write("exports/brookfield/other of one size.csv", "UPN,Year\nX2,4\n");
    const Workspace workspace = load();
    ASSERT_TRUE(workspace.exports.at(0).refusal);
    EXPECT_THAT(workspace.exports[0].refusal->what(),
                HasSubstr("exports/a.csv: found the same bytes as in exports/brookfield/z.csv; expected each "
                          "export once"));
    EXPECT_EQ(workspace.trust.schools[1].pupils.size(), 2U);
}

TEST_F(WorkspaceTest, a_file_of_1970_is_of_an_archive_without_times) {
    m_folder.write("exports/ashwell/2025-26/a.csv",
                   "UPN,Year,Possible,Authorised absences,Unauthorised absences\nX1,4,380,8,0\n");
    std::filesystem::last_write_time(
        m_folder.path() / "exports/ashwell/2025-26/a.csv",
        std::chrono::file_clock::from_sys(std::chrono::sys_seconds{std::chrono::hours{1}}));
    const Workspace workspace = load();
    EXPECT_TRUE(workspace.trust.issues.empty()) << dump_issues(workspace);
    EXPECT_TRUE(workspace.trust.schools[0].attendance.at(0).has_totals(0));
}

TEST_F(WorkspaceTest, a_pupil_is_in_the_year_group_of_each_years_list) {
    m_folder.write("exports/ashwell/2024-25/list.csv", "UPN,Year\nX1,3\n");
    m_folder.write("exports/ashwell/list.csv", "UPN,Year\nX1,4\n");
    const Workspace workspace = load();
    const School& school = workspace.trust.schools[0];
    EXPECT_EQ(school.roll_in(0)->enrolment(0)->year, YearGroup{3});
    EXPECT_EQ(school.roll_in(1)->enrolment(0)->year, YearGroup{4});
    EXPECT_TRUE(workspace.trust.issues.empty()) << dump_issues(workspace);
}

TEST(WorkspaceOfOneSchool, does_not_take_what_lies_in_another_folder) {
    TemporaryFolder folder;
    folder.write("termbook.xml", R"(<termbook version="1"><trust name="T"/>
        <school urn="100001" name="Ashwell" folder="ashwell"/>
        <year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)");
    folder.write("exports/a.csv", "UPN,Year\nX1,4\n");
    folder.write("exports/2025-26/b.csv", "UPN,Year\nX2,4\n");
    folder.write("exports/brookfield/c.csv", "UPN,Year\nX3,4\n");
    const Workspace workspace = load_workspace(folder.path());
    EXPECT_EQ(workspace.trust.schools[0].pupils.size(), 2U);
    EXPECT_THAT(dump_issues(workspace),
                HasSubstr("exports/brookfield/c.csv:2:1 (UPN): found a row that does not say its school"));
}

} // namespace termbook
