// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/proposing/proposal.hpp"
#include "connectors/profiles/recognition.hpp"
#include "connectors/readers/csv_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<const Profile*> tables() {
    std::vector<const Profile*> found;
    for (const Profile& profile : shipped_profiles())
        if (profile.root.empty()) found.push_back(&profile);
    return found;
}

std::optional<Proposal> proposed(std::string_view csv) {
    readers::CsvReader rows(readers::open_memory(csv, "export.csv"));
    return propose_profile(rows, tables(), make_date(2026, 3, 27));
}

/// "Cohort as year".
std::vector<std::string> in_words(const std::vector<ProposedColumn>& columns) {
    std::vector<std::string> words;
    for (const ProposedColumn& column : columns)
        words.push_back(fmt::format("{} as {}", column.header, column.field));
    return words;
}

constexpr auto in_other_words = "Learner Ref,Family Name,Cohort,Gender (M/F),Shoe size\n"
                                "D820200121132,Otterbeck,Year 4,M,31\n"
                                "W820200124030,Thistlecombe,Year 1,F,28\n"
                                "F820200119190,Larchdale,R,F,33\n";

} // namespace

TEST(Proposals, come_from_headers_in_other_words_and_from_values) {
    const auto proposal = proposed(in_other_words);
    ASSERT_TRUE(proposal);
    EXPECT_TRUE(proposal->suffices());
    EXPECT_EQ(proposal->loads, "pupil-table");
    EXPECT_EQ(proposal->header_line, 1u);
    EXPECT_THAT(in_words(proposal->read), ElementsAre("Learner Ref as upn", "Family Name as surname",
                                                      "Cohort as year", "Gender (M/F) as sex"));
    for (const ProposedColumn& column : proposal->read)
        EXPECT_GE(column.confidence, least_confidence) << column.header;
    EXPECT_THAT(proposal->not_read, ElementsAre("Shoe size"));
}

TEST(Proposals, find_rows_of_marks_by_their_values_alone) {
    const auto proposal = proposed("Who,When,Half,What\n"
                                   "D820200121132,2026-03-02,AM,/\nD820200121132,2026-03-02,PM,\\\n"
                                   "W820200124030,2026-03-02,AM,I\nW820200124030,2026-03-02,PM,/\n"
                                   "F820200119190,2026-03-02,AM,/\nF820200119190,2026-03-02,PM,\\\n");
    EXPECT_FALSE(proposal) << "without one header like a known one the first row may be a pupil";
    const auto known = proposed("Pupil ref,When,Half,What\n"
                                "D820200121132,2026-03-02,AM,/\nD820200121132,2026-03-02,PM,\\\n"
                                "W820200124030,2026-03-02,AM,I\nW820200124030,2026-03-02,PM,/\n");
    ASSERT_TRUE(known);
    EXPECT_EQ(known->loads, "mark-rows");
    EXPECT_THAT(in_words(known->read),
                ElementsAre("Pupil ref as upn", "When as date", "Half as session", "What as mark"));
}

TEST(Proposals, take_the_lower_of_two_header_rows_and_look_past_titles) {
    const auto proposal = proposed("Whole school\n\nPupil details,,Attendance,,\n"
                                   "UPN number,Yr group,Possible sessions,Auth. absences,Unauth. absences\n"
                                   "D820200121132,4,260,3,1\nW820200124030,5,260,0,0\n");
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->header_line, 4u);
    EXPECT_TRUE(proposal->suffices());
    EXPECT_EQ(proposal->read.size(), 5u);
}

TEST(Proposals, are_none_of_a_table_without_a_header) {
    EXPECT_FALSE(proposed("D820200121132,Otterbeck,4,M\nW820200124030,Thistlecombe,1,F\n"));
    EXPECT_FALSE(
        proposed("Otterbeck,Kofi,Year 4,Yes\nThistlecombe,Priya,Year 5,No\nLarchdale,Leo,Year 5,No\n"));
    EXPECT_FALSE(proposed("A12,Otterbeck,Year 4,Class 4A\nA13,Thistlecombe,Year 5,Class 5B\n"));
    EXPECT_FALSE(proposed("Otterbeck,Kofi,4\nThistlecombe,Priya,5\n"));
    EXPECT_FALSE(proposed(""));
    EXPECT_FALSE(proposed("\n"));
}

TEST(Proposals, say_which_column_is_missing) {
    const auto proposal =
        proposed("Forename,Surname,Tutor,NC yr\nKofi,Otterbeck,4A,4\nPriya,Larchdale,5A,5\n");
    ASSERT_TRUE(proposal);
    EXPECT_FALSE(proposal->suffices());
    EXPECT_THAT(proposal->missing, ElementsAre("UPN"));
    EXPECT_THROW(profile_xml(*proposal, "own"), Error);
}

TEST(Proposals, doubt_headers_whose_values_do_not_fit) {
    const auto proposal = proposed("UPN,Year group,Pupil premium flag,Gender\n"
                                   "D820200121132,4,see notes,Yes\nW820200124030,5,see notes,No\n");
    ASSERT_TRUE(proposal);
    EXPECT_THAT(in_words(proposal->read), ElementsAre("UPN as upn", "Year group as year"));
}

TEST(Proposals, take_the_first_of_columns_with_one_header) {
    const auto proposal = proposed("Pupil UPN,Yr,Yr\nD820200121132,4,5\nW820200124030,5,6\n");
    ASSERT_TRUE(proposal);
    EXPECT_THAT(in_words(proposal->read), ElementsAre("Pupil UPN as upn", "Yr as year"));
}

TEST(Proposals, are_written_as_profiles_that_recognise_the_table) {
    const auto proposal = proposed(in_other_words);
    ASSERT_TRUE(proposal);
    const std::string xml = profile_xml(*proposal, "our-list");
    EXPECT_THAT(xml, AllOf(HasSubstr("<header>Cohort</header>"), HasSubstr("% of 3 values fit"),
                           HasSubstr("'Shoe size' is not read"), Not(HasSubstr("Otterbeck")),
                           Not(HasSubstr("D8202"))));
    const Profile profile = read_profile(xml, "our-list.xml");
    readers::CsvReader rows(readers::open_memory(in_other_words, "export.csv"));
    const RecognisedTable table = recognise_table(rows, {&profile});
    EXPECT_THAT(table.fields, ElementsAre("upn", "surname", "year", "sex", ""));
}

TEST(Proposals, keep_whatever_stands_in_a_header_out_of_the_xml_around_it) {
    const auto proposal = proposed("Pupil UPN,\"Yr <&> \"\"4\"\" -- gp\",Notes --> <x>\n"
                                   "D820200121132,4,a\nW820200124030,5,b\n");
    ASSERT_TRUE(proposal);
    const Profile profile = read_profile(profile_xml(*proposal, "own"), "own.xml");
    ASSERT_EQ(profile.columns.size(), 2u);
    EXPECT_TRUE(profile.columns[1].has("yr <&> \"4\" -- gp"));
}

} // namespace termbook
