// SPDX-License-Identifier: MPL-2.0
// Lists of incidents, of staff and of targets, from files to figures.
#include "connectors/workspace/inspection.hpp"
#include "connectors/workspace/workspace.hpp"
#include "core/figures/figures.hpp"
#include "tests/connectors/dump.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::HasSubstr;

class ConductAndStaffTest : public testing::Test {
  protected:
    ConductAndStaffTest() {
        m_folder.write("termbook.xml", R"(<termbook version="1"><trust name="T"/>
            <school urn="100001" name="Ashwell" phase="primary" folder="ashwell"/>
            <school urn="100002" name="Brookfield" phase="secondary" folder="brookfield"/>
            <year name="2025/26" from="2025-09-01" to="2026-08-31">
              <term name="Autumn" from="2025-09-01" to="2025-12-19"/>
              <term name="Spring" from="2026-01-05" to="2026-03-27"/></year>
            <disclosure threshold="0"/></termbook>)");
        m_folder.write("exports/ashwell/pupils.csv", "UPN,Year,Pupil Premium\nX1,5,Y\nX2,6,N\n");
        m_folder.write("exports/brookfield/pupils.csv",
                       "UPN,Year,Pupil Premium\nX3,7,Y\nX4,7,N\nX5,8,N\nX6,8,N\n");
    }

    FigureAnswer answer(std::string figure, Selectors selectors, std::string against = {}) {
        m_loaded = load_workspace(m_folder.path());
        return Figures(m_loaded.trust, {})
            .answer({std::move(figure), std::move(selectors), std::move(against)});
    }
    std::string issues() const { return dump_issues(m_loaded); }

    static constexpr auto header = "UPN,Exclusion Type,Start Date,End Date,Sessions,Reason,Outcome\n";
    TemporaryFolder m_folder;
    Workspace m_loaded;
};

TEST_F(ConductAndStaffTest, an_empty_list_of_suspensions_is_a_true_zero_of_its_school_only) {
    m_folder.write("exports/ashwell/suspensions.csv", header);
    const FigureAnswer none = answer("suspensions.rate", {{"school", "100001"}});
    EXPECT_EQ(none.status, FigureStatus::ok);
    EXPECT_EQ(none.numerator, 0);
    EXPECT_EQ(none.denominator, 2);
    EXPECT_EQ(none.sources.size(), 2u) << "the list is named, and the pupils'";
    EXPECT_EQ(issues(), "");
    EXPECT_EQ(answer("suspensions.rate", {{"school", "100002"}}).status, FigureStatus::no_data);
    EXPECT_EQ(answer("behaviour.incidents", {{"school", "100001"}}).status, FigureStatus::no_data);
}

TEST_F(ConductAndStaffTest, an_empty_list_of_no_known_school_counts_for_nothing_and_is_told) {
    m_folder.write("exports/suspensions.csv", header);
    EXPECT_EQ(answer("suspensions.rate", {{"school", "100001"}}).status, FigureStatus::no_data);
    EXPECT_THAT(issues(), HasSubstr("exports/suspensions.csv: found an export without a row"));
}

TEST_F(ConductAndStaffTest, a_list_without_school_finds_the_school_of_each_pupil) {
    m_folder.write("exports/suspensions.csv", std::string(header) + "X1,Suspension,06/10/2025,,2,DB,\n"
                                                                    "X9,Suspension,06/10/2025,,2,DB,\n");
    EXPECT_EQ(answer("suspensions.count", {{"school", "100001"}}).numerator, 1);
    EXPECT_THAT(issues(), HasSubstr("a pupil whose school is not known"));
}

TEST_F(ConductAndStaffTest, suspensions_are_counted_by_group_year_reason_day_and_term) {
    m_folder.write("exports/brookfield/suspensions.csv", std::string(header) +
                                                             "X3,FIXD,06/10/2025,07/10/2025,3,DB,\n"
                                                             "X3,FIXD,12/01/2026,12/01/2026,2 days,PP,\n"
                                                             "X5,FIXD,13/01/2026,13/01/2026,1,DB,Cancelled\n"
                                                             "X6,Permanent,14/01/2026,,,DA,\n");
    const auto counts = [&](std::string figure, Selectors selectors) {
        selectors["school"] = "100002";
        const FigureAnswer found = answer(std::move(figure), std::move(selectors));
        return std::pair(found.numerator.value_or(-1), found.denominator.value_or(-1));
    };
    EXPECT_EQ(counts("suspensions.rate", {}), std::pair(2L, 4L));
    EXPECT_EQ(counts("suspensions.rate", {{"group", "pp"}}), std::pair(2L, 1L));
    EXPECT_EQ(counts("suspensions.pupils", {{"year", "7"}}), std::pair(1L, 2L));
    EXPECT_EQ(counts("suspensions.sessions", {}).first, 7);
    EXPECT_EQ(counts("suspensions.count", {{"type", "Persistent disruptive behaviour"}}).first, 1);
    EXPECT_EQ(counts("suspensions.count", {{"weekday", "monday"}}).first, 2);
    EXPECT_EQ(counts("suspensions.rate", {{"period", "spring"}}), std::pair(1L, 4L));
    EXPECT_EQ(counts("exclusions.rate", {}), std::pair(1L, 4L));
    EXPECT_EQ(issues(), "");
}

TEST_F(ConductAndStaffTest, a_profile_of_the_workspace_may_list_one_kind_only) {
    m_folder.write("profiles/pex.xml", R"(<profile version="1" key="pex" title="Register of exclusions"
        loads="incident-table" kinds="exclusion">
        <column field="upn" required="yes"><header>Our number</header></column>
        <column field="date" required="yes"><header>Excluded on</header></column></profile>)");
    m_folder.write("exports/brookfield/pex.csv", "Our number,Excluded on\nX4,14/01/2026\n");
    EXPECT_EQ(answer("exclusions.count", {{"school", "100002"}}).numerator, 1);
    EXPECT_EQ(answer("suspensions.count", {{"school", "100002"}}).status, FigureStatus::no_data);
}

TEST_F(ConductAndStaffTest, absences_and_days_available_make_the_attendance_of_staff) {
    m_folder.write("exports/ashwell/staff.csv",
                   "Staff ID,Role,Days Available,Days Lost\nT1,Teacher,195,\nT2,Teacher,97.5,\n");
    EXPECT_EQ(answer("staff.attendance", {{"school", "100001"}}).status, FigureStatus::no_data);
    m_folder.write("exports/ashwell/absences.csv", "Staff ID,Absence Start,Absence End,Days Lost,Reason\n"
                                                   "T1,06/10/2025,08/10/2025,2.5,Sickness\n"
                                                   "T1,12/01/2026,12/01/2026,1,Sickness\n");
    const FigureAnswer attendance = answer("staff.attendance", {{"school", "100001"}});
    EXPECT_EQ(attendance.numerator, 578);
    EXPECT_EQ(attendance.denominator, 585);
    EXPECT_EQ(display(answer("staff.days-lost", {{"school", "100001"}, {"period", "autumn"}})), "2.5");
    EXPECT_EQ(issues(), "");
}

TEST_F(ConductAndStaffTest, targets_of_a_spreadsheet_hold_for_whom_they_name) {
    m_folder.write("exports/ashwell/staff.csv", "Staff ID,Role,Days Available,Days Lost\nT1,Teacher,200,5\n");
    m_folder.write("exports/targets.csv", "Figure,School,Year group,Group,Subject,Period,Target,Direction\n"
                                          "Staff attendance,,,,,,96,at least\n"
                                          "staff.attendance,Ashwell,,,,,98,at least\n");
    EXPECT_EQ(display(answer("staff.attendance", {{"school", "100001"}}, "target")), "−0.5");
    const Figures figures(m_loaded.trust, {});
    EXPECT_EQ(figures.target({"staff.attendance", {{"school", "100002"}}, {}})->value, 96);
    EXPECT_EQ(figures.target_status({"staff.attendance", {{"school", "100001"}}, {}}), TargetStatus::close);
}

TEST_F(ConductAndStaffTest, targets_in_a_schools_folder_are_the_schools) {
    m_folder.write("exports/ashwell/targets.csv", "Figure,Target,Direction\nattendance.rate,96,at least\n");
    m_loaded = load_workspace(m_folder.path());
    const Figures figures(m_loaded.trust, {});
    EXPECT_EQ(figures.target({"attendance.rate", {{"school", "100001"}}, {}})->value, 96);
    EXPECT_FALSE(figures.target({"attendance.rate", {{"school", "100002"}}, {}}));
    EXPECT_FALSE(figures.target({"attendance.rate", {}, {}}));
}

TEST_F(ConductAndStaffTest, targets_looked_at_by_themselves_do_not_clash_with_termbook_xml) {
    const TemporaryFolder other;
    other.write("termbook.xml", R"(<termbook version="1"><trust name="T"/><school urn="1" name="A"/>
        <year name="2025/26" from="2025-09-01" to="2026-08-31"/>
        <target figure="attendance.rate" at-least="95"/>
        <target figure="attendance.rate" at-least="96"/></termbook>)");
    other.write("targets.csv",
                "Figure,School,Target,Direction\nattendance.rate,,94,at least\n"
                "attendance.rate,Ashwell,97,at least\nattendance.rate,Brookfield,93,at least\n");
    const auto inspections = inspect_file(other.path() / "targets.csv", other.path());
    ASSERT_EQ(inspections.size(), 1u);
    EXPECT_EQ(inspections[0].report.rows, 3u);
    EXPECT_TRUE(inspections[0].issues.empty()) << to_string(inspections[0].issues.issues().front());
}

} // namespace termbook
