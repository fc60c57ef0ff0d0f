// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/recognition.hpp"
#include "connectors/readers/csv_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

namespace {

using testing::HasSubstr;

std::vector<const Profile*> tables() {
    std::vector<const Profile*> found;
    for (const Profile& profile : shipped_profiles())
        if (profile.root.empty()) found.push_back(&profile);
    return found;
}

RecognisedTable recognised(std::string_view csv) {
    readers::CsvReader rows(readers::open_memory(csv, "export.csv"));
    return recognise_table(rows, tables());
}

std::string refusal(std::string_view csv) {
    try {
        return "no refusal but " + recognised(csv).profile->key;
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST(Recognition, tells_the_shipped_families_apart_by_their_headers) {
    EXPECT_EQ(recognised("UPN,Surname,Forename,DOB,Gender,Reg,Year,Possible\n").profile->key,
              "sims-whole-school");
    EXPECT_EQ(recognised("UPN,Date,Session,Code\n").profile->key, "attendance-marks");
    EXPECT_EQ(recognised("School,UPN,YearGroup\n").profile->key, "pupil-list");
    EXPECT_EQ(recognised("UPN,Date,Session,Mark,ExportMark\n").profile->key, "bromcom-marks");
    EXPECT_EQ(recognised("STUDENT_ID,RAW_MARK,MARK_CODE,PERIOD,DATE\n").profile->key, "arbor-marks");
    EXPECT_EQ(recognised("UPN,AttendanceStartDate,AttendanceMarks\n").profile->key, "mark-strings");
    EXPECT_EQ(recognised("UPN,Year,Reg,01/09/2025 AM,01/09/2025 PM\n").profile->key, "mark-grid");
}

TEST(Recognition, reads_dates_over_am_and_pm_as_one_header) {
    for (const auto* csv : {",,01/09/2025,,02/09/2025,\nUPN,Name,AM,PM,AM,PM\n1,2,/,/,/,/\n",
                            "UPN,Name,01/09/2025,,02/09/2025,\n,,AM,PM,AM,PM\n1,2,/,/,/,/\n"}) {
        const auto table = recognised(csv);
        EXPECT_EQ(table.profile->key, "mark-grid");
        EXPECT_EQ(table.header_line, 2u);
        EXPECT_EQ(table.headers[3], "01/09/2025 PM");
        EXPECT_EQ(table.fields[5], "marks");
        EXPECT_EQ(table.column("upn"), 0u);
    }
}

TEST(Recognition, takes_no_row_of_marks_for_a_second_header) {
    EXPECT_EQ(recognised("UPN,01/09/2025,02/09/2025\n,/\\,PM\n").header_line, 1u);
}

TEST(Recognition, tells_lists_of_incidents_from_marks_results_and_lists_of_pupils) {
    EXPECT_EQ(recognised("UPN,Exclusion Type,Start Date,End Date,Sessions,Reason,Outcome\n").profile->key,
              "sims-exclusions");
    EXPECT_EQ(recognised("UPN,Surname,Forename,DOB,Gender,Reg,Year,SEN Status,Exclusion Type,Start Date\n")
                  .profile->key,
              "sims-exclusions");
    EXPECT_EQ(recognised("UPN,EXCLUSION_TYPE,START_DATE,END_DATE,NUMBER_OF_SESSIONS\n").profile->key,
              "arbor-exclusions");
    EXPECT_EQ(recognised("UPN,Incident Date,Incident Type,Year group\n").profile->key, "behaviour-incidents");
    EXPECT_EQ(
        recognised("UPN,Surname,Forename,DOB,Gender,Reg,Year,Incident Date,Incident Type\n").profile->key,
        "behaviour-incidents");
    EXPECT_EQ(recognised("UPN,Surname,Forename,Year,Reg,Start Date,Sessions,Reason\n").profile->key,
              "sims-whole-school")
        << "without a type of exclusion it is a list of pupils";
    EXPECT_EQ(recognised("UPN,Stage,Subject,Result,Date\n").profile->key, "results");
}

TEST(Recognition, knows_lists_of_staff_and_of_targets_which_have_no_pupils) {
    EXPECT_EQ(recognised("Staff ID,Role,Days Available,Days Lost\n").profile->key, "staff-days");
    EXPECT_EQ(recognised("Staff ID,Absence Start,Absence End,Days Lost,Reason\n").profile->key,
              "staff-absences");
    EXPECT_EQ(recognised("Figure,School,Year group,Group,Subject,Period,Target,Direction\n").profile->key,
              "targets");
    EXPECT_THAT(refusal("Figure,School,Year group,Group,Subject,Period,Target\n"),
                HasSubstr("a Targets, a row each that is not whole; expected the column Direction"));
}

TEST(Recognition, knows_headers_that_carry_dates) {
    const auto table =
        recognised("UPN,Year group(s) this academic year,\"Ever 6 FSM at any time between 01 Aug 2020 and "
                   "30 Aug 2026?\",Looked After (In Care) Status\n");
    EXPECT_EQ(table.profile->key, "arbor-students");
    EXPECT_EQ(table.column("ever6"), 2u);
    EXPECT_EQ(table.column("lac"), 3u);
}

TEST(Recognition, wants_a_result_in_a_table_of_results) {
    EXPECT_EQ(recognised("UPN,Surname,KS2 Maths\n").profile->key, "statutory-results");
    EXPECT_THAT(refusal("UPN,Surname,Forename\n"), HasSubstr("that is not whole"));
}

TEST(Recognition, says_which_header_may_be_misspelt) {
    const auto table = recognised("UPN,Surname,Forename,DOB,Gender,Reg,Year,Posible\n");
    EXPECT_THAT(table.why, HasSubstr("; 'Posible' is not read: is it 'possible'?"));
    EXPECT_THAT(recognised("UPN,Surname,Year,Shoe size\n").why, testing::Not(HasSubstr("is not read")));
}

TEST(Recognition, looks_past_capitals_blanks_order_and_columns_that_nobody_knows) {
    const auto table = recognised("Favourite colour, year  GROUP ,U\xC2\xA0PN,upn ,Unique Pupil Number\n");
    EXPECT_EQ(table.column("year"), 1u);
    EXPECT_EQ(table.column("upn"), 3u) << "the first of two columns is read";
    EXPECT_FALSE(table.column("class"));
}

TEST(Recognition, finds_the_header_below_titles_and_says_where_and_why) {
    const auto table =
        recognised("Whole school\nPrinted on 27/03/2026\n\nUPN,Surname,Year,Shoe size\n1,2,3,4\n");
    EXPECT_EQ(table.header_line, 4u);
    EXPECT_EQ(table.why, "3 of 4 columns known, header on line 4");
}

TEST(Recognition, refuses_a_header_without_a_pupil_identifier) {
    EXPECT_THAT(refusal("Surname,Forename,DOB,Reg,Year\nOtterbeck,Leo,01/02/2016,4A,4\n"),
                HasSubstr("without a pupil identifier; expected the column UPN"));
}

TEST(Recognition, refuses_a_table_in_which_no_profile_knows_the_columns_and_repeats_none_of_it) {
    const std::string said = refusal("Otterbeck,Leo,01/02/2016\nThistlecombe,Kofi,03/04/2016\n");
    EXPECT_THAT(said, HasSubstr("a table in which no profile knows the columns"));
    EXPECT_THAT(said, testing::Not(HasSubstr("Otterbeck")));
}

TEST(Recognition, prefers_a_schools_own_profile_to_one_that_fits_alike) {
    Profile own = read_profile(R"(<profile version="1" key="own" title="Own" loads="pupil-table">
        <column field="upn" required="yes"><header>UPN</header></column>
        <column field="year" required="yes"><header>Year</header></column>
        <column field="house"><header>Colour</header></column><column><header>A</header></column>
        <column><header>B</header></column><column><header>C</header></column>
        <column><header>D</header></column></profile>)",
                               "own.xml");
    own.own = true;
    auto profiles = tables();
    profiles.push_back(&own);
    const auto key = [&](std::string_view csv) {
        readers::CsvReader rows(readers::open_memory(csv, "export.csv"));
        return recognise_table(rows, profiles).profile->key;
    };
    EXPECT_EQ(key("UPN,Year\n"), "own") << "though the shipped list has fewer columns";
    EXPECT_EQ(key("UPN,Year,Postcode\n"), "own") << "though a shipped one knows more that it does not read";
    EXPECT_EQ(key("UPN,Year,Surname\n"), "pupil-list") << "which reads more";
}

TEST(Recognition, refuses_a_table_of_nothing) {
    EXPECT_THAT(refusal("\n"), HasSubstr("found "));
}

TEST(Profiles, are_read_with_their_headers_folded) {
    const Profile profile = read_profile(R"(<profile version="1" key="k" title="T" loads="pupil-table">
        <column field="upn" required="yes"><header>  Pupil
           UPN </header></column></profile>)",
                                         "own.xml");
    ASSERT_EQ(profile.columns.size(), 1u);
    EXPECT_EQ(profile.columns[0].headers, std::vector<std::string>{"pupil upn"});
    EXPECT_TRUE(profile.columns[0].required);
}

TEST(Profiles, are_refused_with_the_line_and_the_nearest_name) {
    const auto said = [](const char* xml) {
        try {
            read_profile(xml, "own.xml");
            return std::string("no refusal");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    EXPECT_THAT(said("<profile version='1' key='k' title='t' loads='ctf'>\n<colum/></profile>"),
                testing::AllOf(HasSubstr("own.xml:2"), HasSubstr("did you mean 'column'?")));
    EXPECT_THAT(said("<profile version='1' key='k' title='t' loads='ctf' rooot='x'/>"),
                HasSubstr("did you mean 'root'?"));
    EXPECT_THAT(said("<profile version='1' title='t' loads='ctf' root='x'/>"),
                HasSubstr("<profile> without key"));
    EXPECT_THAT(said("<profile version='1' key='k' title='t' loads='ctf'/>"), HasSubstr("no root element"));
    EXPECT_THAT(said("<profile version='1' key='k' title='t' loads='ctf'><column/></profile>"),
                HasSubstr("<column> without <header>"));
    EXPECT_THAT(
        said("<profile version='1' key='k' title='t' loads='mark-grid'><column field='upn' required='yes'>"
             "<header>UPN</header></column></profile>"),
        HasSubstr("no required column for marks"));
    EXPECT_THAT(said("<profile version='1' key='k' title='t' loads='mark-rows'><column field='upn' "
                     "headers='dates'/></profile>"),
                HasSubstr("expected headers=\"dates\", of a column of marks"));
    EXPECT_THAT(
        said("<profile version='1' key='k' title='t' loads='mark-grid'><column field='id' required='yes'>"
             "<header>No.</header></column><column field='marks' required='yes'><header>M</header>"
             "</column></profile>"),
        HasSubstr("since it loads a grid"));
    EXPECT_THAT(said("<other/>"), HasSubstr("expected <profile>"));
    EXPECT_THAT(said("<profile>"), HasSubstr("not well-formed"));
}

TEST(Profiles, of_incidents_say_which_they_list) {
    const auto profile = [](const std::string& attributes, const std::string& columns = {}) {
        return read_profile("<profile version='1' key='k' title='t' " + attributes +
                                "><column field='upn' required='yes'><header>UPN</header></column>"
                                "<column field='date' required='yes'><header>Date</header></column>" +
                                columns + "</profile>",
                            "own.xml");
    };
    const auto said = [&](const std::string& attributes) {
        try {
            profile(attributes);
            return std::string("no refusal");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    EXPECT_EQ(profile("loads='incident-table' kinds='exclusion suspension'",
                      "<column field='kind' required='yes'><header>Type</header></column>")
                  .kinds,
              (std::vector{IncidentKind::exclusion, IncidentKind::suspension}));
    EXPECT_EQ(profile("loads='incident-table' kinds='behaviour'").kinds,
              std::vector{IncidentKind::behaviour});
    EXPECT_THAT(said("loads='incident-table'"), HasSubstr("kinds=\"\""));
    EXPECT_THAT(said("loads='pupil-table' kinds='behaviour'"), HasSubstr("and of nothing else"));
    EXPECT_THAT(said("loads='incident-table' kinds='fights'"), HasSubstr("kinds=\"fights\""));
    EXPECT_THAT(said("loads='incident-table' kinds='suspension exclusion'"),
                HasSubstr("several kinds without a column for them"));
    EXPECT_THAT(said("loads='staff'"), HasSubstr("one of pupil-table, mark-rows"));
}

TEST(Profiles, say_which_published_figure_a_column_holds) {
    const auto said = [](const std::string& field) {
        try {
            read_profile("<profile version='1' key='k' title='t' loads='dfe-ees-table'>\n<column field='" +
                             field + "'><header>x</header></column></profile>",
                         "own.xml");
            return std::string("no refusal");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    // A field that can be read leaves only the columns that the connector cannot do without.
    EXPECT_THAT(said("published:ks2.expected subject=maths group=not-pp"),
                HasSubstr("no required column for time"));
    EXPECT_THAT(said("published:ks2.rmw"),
                testing::AllOf(HasSubstr("own.xml:2"), HasSubstr("a figure of the catalogue")));
    EXPECT_THAT(said("published:ks2.expected"), HasSubstr("a subject, since the figure has one"));
    EXPECT_THAT(said("published:ks2.rwm group=ppp"), HasSubstr("the group 'ppp'"));
    EXPECT_THAT(said("published:ks2.rwm year=4"), HasSubstr("perhaps with subject=… and group=…"));
}

TEST(Headers, are_folded_so_that_spelling_does_not_matter) {
    EXPECT_EQ(folded_header("  NC\xC2\xA0Year(s)  for\tthis academic year "),
              "nc year(s) for this academic year");
    EXPECT_EQ(folded_header(""), "");
    EXPECT_EQ(folded_header("\xC2\xA0"), "");
}

} // namespace termbook
