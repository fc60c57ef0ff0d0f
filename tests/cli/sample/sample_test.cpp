// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/names.hpp"
#include "cli/sample/sample.hpp"
#include "core/diagnostics/error.hpp"
#include "core/figures/figures.hpp"
#include "tests/cli/sample/sample_workspace.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <map>

namespace termbook {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) {
            std::ifstream stream(entry.path(), std::ios::binary);
            files[fs::relative(entry.path(), folder).generic_string()] = {
                std::istreambuf_iterator<char>(stream), {}};
        }
    return files;
}

class SampleTest : public testing::Test {
  protected:
    static FigureRequest rate(const std::string& school, Selectors selectors = {}) {
        selectors["school"] = school;
        return {"attendance.rate", std::move(selectors), {}};
    }

    const std::filesystem::path& m_folder{test::sample_folder()};
    const Workspace& m_workspace{test::sample_workspace()};
};

} // namespace

TEST_F(SampleTest, is_the_same_every_time) {
    const TemporaryFolder again;
    write_sample(again.path());
    EXPECT_EQ(files_below(again.path()), files_below(m_folder));
}

TEST_F(SampleTest, holds_four_schools_each_with_the_exports_of_its_own_system) {
    const std::map<std::string, std::string> titles{
        {"Trust targets.csv", "Targets, a row each"},
        {"ashwell/SIMS whole school 2026-03-27.csv", "SIMS whole-school spreadsheet"},
        {"ashwell/SIMS lessons 2026-03-27.xml", "SIMS whole-school spreadsheet"},
        {"ashwell/8202001_CTF_8202001_001.xml", "Common Transfer File"},
        {"brookfield/students-2026-03-27.csv", "Arbor list of students"},
        {"brookfield/attendance-2026-03-27.csv", "Arbor attendance marks"},
        {"castle-hill/pupils 27-03-2026.csv", "Pupil list"},
        {"castle-hill/8202003_CTF_8202003_001.xml", "Common Transfer File"},
        {"deepdale/SIMS whole school 2026-03-27.xml", "SIMS whole-school spreadsheet"},
        {"deepdale/8204001_CTF_8204001_001.xml", "Common Transfer File"},
        {"ashwell/SIMS tracker 2026-03-27.csv", "Tracker, a column for each subject and term"},
        {"brookfield/tracker-2026-03-27.csv", "Tracker, a row each"},
        {"castle-hill/tracker 27-03-2026.csv", "Tracker, a column for each subject and term"},
        {"deepdale/SIMS tracker 2026-03-27.csv", "Tracker, a column for each subject and term"},
        {"ashwell/SIMS exclusions 2026-03-27.csv", "SIMS list of suspensions and exclusions"},
        {"brookfield/exclusions-2026-03-27.csv", "Arbor list of suspensions and exclusions"},
        {"castle-hill/exclusions 27-03-2026.csv", "SIMS list of suspensions and exclusions"},
        {"deepdale/SIMS exclusions 2026-03-27.csv", "SIMS list of suspensions and exclusions"},
        {"ashwell/SIMS behaviour 2026-03-27.csv", "Behaviour incidents, a row each"},
        {"brookfield/behaviour-2026-03-27.csv", "Behaviour incidents, a row each"},
        {"castle-hill/behaviour 27-03-2026.csv", "Behaviour incidents, a row each"},
        {"deepdale/SIMS behaviour 2026-03-27.csv", "Behaviour incidents, a row each"},
        {"ashwell/SIMS staff 2026-03-27.csv", "Staff, with days available and lost"},
        {"ashwell/SIMS staff absences 2026-03-27.csv", "Absences of staff, a row each"},
        {"brookfield/staff-2026-03-27.csv", "Staff, with days available and lost"},
        {"brookfield/staff absences-2026-03-27.csv", "Absences of staff, a row each"},
        {"castle-hill/staff 27-03-2026.csv", "Staff, with days available and lost"},
        {"castle-hill/staff absences 27-03-2026.csv", "Absences of staff, a row each"},
        {"deepdale/SIMS staff 2026-03-27.csv", "Staff, with days available and lost"},
        {"deepdale/SIMS staff absences 2026-03-27.csv", "Absences of staff, a row each"}};
    const std::map<std::string, std::string> of_the_year_before{
        {"ashwell/2024-25/8202001_CTF_8202001_001.xml", "Common Transfer File"},
        {"ashwell/2024-25/SIMS whole school 2025-07-22.csv", "SIMS whole-school spreadsheet"},
        {"ashwell/2024-25/SIMS early years 2025-07-22.csv", "Statutory results, a row a pupil"},
        {"ashwell/2024-25/SIMS phonics 2025-07-22.csv", "Statutory results, a row a pupil"},
        {"ashwell/2024-25/SIMS MTC 2025-07-22.csv", "Statutory results, a row a pupil"},
        {"ashwell/2024-25/SIMS KS2 2025-07-22.csv", "Statutory results, a row a pupil"},
        {"brookfield/2024-25/8202002_CTF_8202002_001.xml", "Common Transfer File"},
        {"brookfield/2024-25/students-2025-07-22.csv", "Arbor list of students"},
        {"brookfield/2024-25/assessments-2025-07-22.csv", "Results, a row each"},
        {"castle-hill/2024-25/8202003_CTF_8202003_001.xml", "Common Transfer File"},
        {"castle-hill/2024-25/pupils 22-07-2025.csv", "Pupil list"},
        {"castle-hill/2024-25/results 22-07-2025.csv", "Statutory results, a row a pupil"},
        {"deepdale/2024-25/8204001_CTF_8204001_001.xml", "Common Transfer File"},
        {"deepdale/2024-25/SIMS whole school 2025-07-22.csv", "SIMS whole-school spreadsheet"},
        {"deepdale/2024-25/SIMS GCSE 2025-08-21.csv", "Statutory results, a row a pupil"},
        {"ashwell/2024-25/SIMS tracker 2025-07-22.csv", "Tracker, a column for each subject and term"},
        {"brookfield/2024-25/tracker-2025-07-22.csv", "Tracker, a row each"},
        {"castle-hill/2024-25/tracker 22-07-2025.csv", "Tracker, a column for each subject and term"},
        {"deepdale/2024-25/SIMS tracker 2025-07-22.csv", "Tracker, a column for each subject and term"},
        {"ashwell/2024-25/SIMS exclusions 2025-07-22.csv", "SIMS list of suspensions and exclusions"},
        {"brookfield/2024-25/exclusions-2025-07-22.csv", "Arbor list of suspensions and exclusions"},
        {"castle-hill/2024-25/exclusions 22-07-2025.csv", "SIMS list of suspensions and exclusions"},
        {"deepdale/2024-25/SIMS exclusions 2025-07-22.csv", "SIMS list of suspensions and exclusions"},
        {"ashwell/2024-25/SIMS behaviour 2025-07-22.csv", "Behaviour incidents, a row each"},
        {"brookfield/2024-25/behaviour-2025-07-22.csv", "Behaviour incidents, a row each"},
        {"castle-hill/2024-25/behaviour 22-07-2025.csv", "Behaviour incidents, a row each"},
        {"deepdale/2024-25/SIMS behaviour 2025-07-22.csv", "Behaviour incidents, a row each"},
        {"ashwell/2024-25/SIMS staff 2025-07-22.csv", "Staff, with days available and lost"},
        {"ashwell/2024-25/SIMS staff absences 2025-07-22.csv", "Absences of staff, a row each"},
        {"brookfield/2024-25/staff-2025-07-22.csv", "Staff, with days available and lost"},
        {"brookfield/2024-25/staff absences-2025-07-22.csv", "Absences of staff, a row each"},
        {"castle-hill/2024-25/staff 22-07-2025.csv", "Staff, with days available and lost"},
        {"castle-hill/2024-25/staff absences 22-07-2025.csv", "Absences of staff, a row each"},
        {"deepdale/2024-25/SIMS staff 2025-07-22.csv", "Staff, with days available and lost"},
        {"deepdale/2024-25/SIMS staff absences 2025-07-22.csv", "Absences of staff, a row each"}};
    std::map<std::string, std::string> now;
    std::map<std::string, std::string> before;
    for (const ExportReport& file : m_workspace.exports) {
        EXPECT_FALSE(file.refusal) << file.file;
        const bool is_of_before = file.file.find("2024-25") != std::string::npos;
        (is_of_before ? before : now)[file.file.substr(std::string("exports/").size())] = file.title;
    }
    EXPECT_EQ(now, titles);
    EXPECT_EQ(before, of_the_year_before);
}

TEST_F(SampleTest, holds_two_years_of_each_school) {
    for (const School& school : m_workspace.trust.schools) {
        EXPECT_EQ(school.attendance_in(0)->last_day(), make_date(2025, 7, 22)) << school.name;
        EXPECT_EQ(school.attendance_in(1)->last_day(), make_date(2026, 3, 27)) << school.name;
    }
    const Figures figures(m_workspace.trust, {});
    for (const auto* school : {"100001", "100002", "100003", "100004"})
        for (const auto* term :
             {"autumn@2024/25", "spring@2024/25", "summer@2024/25", "autumn@2025/26", "spring@2025/26"})
            EXPECT_NEAR(*figures.answer(rate(school, {{"period", term}})).value, 94, 2.5)
                << school << " " << term;
}

TEST_F(SampleTest, has_pupils_who_move_up_leave_and_join) {
    for (const School& school : m_workspace.trust.schools) {
        const Roll& before = *school.roll_in(0);
        const Roll& now = *school.roll_in(1);
        int stayed = 0;
        int left = 0;
        int joined = 0;
        for (std::size_t i = 0; i < school.pupils.size(); ++i) {
            const Enrolment* then = before.enrolment(i);
            const Enrolment* later = now.enrolment(i);
            stayed += then && later;
            left += then && !later;
            joined += !then && later;
            if (!then || !later) continue;
            EXPECT_EQ(then->year->number + 1, later->year->number) << school.name;
        }
        EXPECT_GT(stayed, 100) << school.name;
        EXPECT_GT(left, 30) << school.name;
        EXPECT_GT(joined, 30) << school.name;
    }
}

TEST_F(SampleTest, has_one_pupil_who_moved_from_ashwell_to_brookfield) {
    const School& ashwell = *m_workspace.trust.school("100001");
    const School& brookfield = *m_workspace.trust.school("100002");
    std::map<std::string, std::size_t> of_ashwell;
    for (std::size_t i = 0; i < ashwell.pupils.size(); ++i)
        of_ashwell[ashwell.pupils[i].upn] = i;
    int moved = 0;
    for (std::size_t i = 0; i < brookfield.pupils.size(); ++i) {
        const auto known = of_ashwell.find(brookfield.pupils[i].upn);
        if (known == of_ashwell.end()) continue;
        ++moved;
        EXPECT_EQ(ashwell.roll_in(1)->enrolment(known->second)->left, make_date(2025, 12, 19));
        EXPECT_EQ(brookfield.roll_in(1)->enrolment(i)->joined, make_date(2026, 1, 5));
    }
    EXPECT_EQ(moved, 1);
}

TEST_F(SampleTest, has_the_mistakes_that_were_put_in_and_no_others) {
    std::string issues;
    for (const Issue& issue : m_workspace.trust.issues.issues())
        issues += to_string(issue) + "\n";
    EXPECT_EQ(m_workspace.trust.issues.size(), 7u) << issues;
    for (const auto* mistake :
         {"the year group 'Y14'", "(DOB)", "lessons 2026-03-27.xml:273 (DOB)", "the mark '?'",
          "ashwell/SIMS whole school 2026-03-27.csv:5: found a pupil who is at another school",
          "brookfield/students-2026-03-27.csv:7: found a pupil who is at another school"})
        EXPECT_THAT(issues, HasSubstr(mistake));
}

TEST_F(SampleTest, tells_stories_worth_a_report) {
    const Figures figures(m_workspace.trust, {});
    EXPECT_EQ(figures.target_status(rate("100001", {{"year", "4"}})), TargetStatus::off_track);
    EXPECT_EQ(figures.off_target_since(rate("100001", {{"year", "4"}}))->key, "month:2025-11");
    EXPECT_EQ(figures.target_status(rate("100002")), TargetStatus::on_track);
    EXPECT_EQ(figures.answer(rate("100003", {{"year", "6"}})).status, FigureStatus::suppressed);
    for (const auto* year : {"10", "11"})
        EXPECT_EQ(figures.target_status(rate("100004", {{"year", year}})), TargetStatus::off_track) << year;
    EXPECT_EQ(figures.target_status(rate("100004", {{"year", "7"}})), TargetStatus::on_track);
}

TEST_F(SampleTest, attends_about_as_england_does) {
    const Figures figures(m_workspace.trust, {});
    for (const auto* primary : {"100001", "100002", "100003"})
        EXPECT_NEAR(*figures.answer(rate(primary)).value, 94.7, 1.0) << primary;
    EXPECT_NEAR(*figures.answer(rate("100004")).value, 91.5, 1.0);
}

TEST_F(SampleTest, is_not_written_over_a_workspace) {
    try {
        write_sample(m_folder);
        FAIL() << "no refusal";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::output);
        EXPECT_THAT(error.what(), HasSubstr("a workspace already"));
    }
}

TEST(SampleUpns, have_the_check_letter_of_their_digits) {
    // Worked by hand: 8·2+2·3+0·4+2·5+0·6+0·7+1·8+2·9+0·10+0·11+0·12+1·13 = 71, and 71 mod 23 is 2: C.
    EXPECT_EQ(sample::upn("820200120001"), "C820200120001");
}

} // namespace termbook
