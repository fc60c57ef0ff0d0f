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
    EXPECT_EQ(key("UPN,Year,Surname\n"), "sims-whole-school") << "which reads more";
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
    EXPECT_THAT(said("<other/>"), HasSubstr("expected <profile>"));
    EXPECT_THAT(said("<profile>"), HasSubstr("not well-formed"));
}

TEST(Headers, are_folded_so_that_spelling_does_not_matter) {
    EXPECT_EQ(folded_header("  NC\xC2\xA0Year(s)  for\tthis academic year "),
              "nc year(s) for this academic year");
    EXPECT_EQ(folded_header(""), "");
    EXPECT_EQ(folded_header("\xC2\xA0"), "");
}

} // namespace termbook
