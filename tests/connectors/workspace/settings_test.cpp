// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/settings.hpp"
#include "core/diagnostics/error.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr auto school = R"(<school urn="1" name="A"/>)";
constexpr auto year = R"(<year name="2025/26" from="2025-09-01" to="2026-08-31"/>)";

Trust read(const std::string& inside) {
    return parse_settings("<termbook version=\"1\">\n" + inside + "\n</termbook>", "termbook.xml");
}

std::string refusal(const std::string& inside) {
    try {
        read(inside);
        return "no refusal";
    } catch (const Error& error) {
        return error.what();
    }
}

/// A school, a year, and on line 4 what is to be tried.
std::string with(const std::string& element) {
    return fmt::format("{}\n{}\n{}", school, year, element);
}

std::string terms(const std::string& inside) {
    return fmt::format("{}\n<year name=\"2025/26\" from=\"2025-09-01\" to=\"2026-08-31\">\n{}</year>", school,
                       inside);
}

} // namespace

TEST(Settings, hold_the_trust_as_the_architecture_shows_it) {
    const Trust trust = read(R"(
      <trust name="Sample Learning Trust"/>
      <school urn="100001" name="Ashwell Primary School" phase="primary" folder="ashwell"/>
      <year name="2025/26" from="2025-09-01" to="2026-08-31">
        <term name="Autumn" from="2025-09-01" to="2025-12-19"/>
        <term name="Spring" from="2026-01-05" to="2026-03-27"/>
      </year>
      <year name="2024/25" from="2024-09-01" to="2025-08-31"/>
      <target figure="attendance.rate" at-least="98"/>
      <target figure="attendance.persistent" at-most="15.5" phase="primary"/>
      <disclosure threshold="10"/><scaled-score average="105"/>)");
    EXPECT_EQ(trust.name, "Sample Learning Trust");
    EXPECT_EQ(trust.schools.at(0).folder, "ashwell");
    EXPECT_EQ(trust.schools.at(0).phase, Phase::primary);
    EXPECT_EQ(trust.calendar.years().at(0).name, "2024/25") << "in order of time";
    EXPECT_EQ(trust.calendar.years().at(1).terms.at(1).season, Season::spring);
    EXPECT_TRUE(trust.targets.at(0).at_least);
    EXPECT_EQ(trust.targets.at(1).value, 15.5);
    EXPECT_FALSE(trust.targets.at(1).at_least);
    EXPECT_EQ(trust.disclosure_threshold, 10);
    EXPECT_EQ(trust.average_scaled_score, 105);
    EXPECT_NE(trust.codes.id("C1"), AttendanceCodes::unknown);
}

TEST(Settings, are_refused_with_the_line_what_was_found_and_what_to_do) {
    EXPECT_THAT(refusal(with("<scool/>")),
                AllOf(HasSubstr("termbook.xml:4"), HasSubstr("did you mean 'school'?")));
    EXPECT_THAT(refusal(with(R"(<school urn="2" nam="B"/>)")),
                AllOf(HasSubstr(":4:"), HasSubstr("did you mean 'name'?")));
    EXPECT_THAT(refusal(with(R"(<school urn="1" name="B"/>)")), HasSubstr("the URN 1 twice"));
    EXPECT_THAT(refusal(with(R"(<school urn="2" name="B" phase="middle"/>)")), HasSubstr("phase=\"middle\""));
    EXPECT_THAT(refusal(with(R"(<school urn="2" name="B" laestab="820200"/>)")),
                HasSubstr("laestab=\"820200\""));
    EXPECT_THAT(refusal(with(R"(<school urn="2" name="B" laestab="820/2001"/>
                                <school urn="3" name="C" laestab="8202001"/>)")),
                HasSubstr("the LAESTAB 8202001 twice"));
    EXPECT_THAT(refusal(with(R"(<school name="B"/>)")), HasSubstr("<school> without urn"));
    EXPECT_THAT(refusal(with(R"(<target figure="attendence.rate" at-least="9"/>)")),
                HasSubstr("the figure 'attendence.rate'"));
    EXPECT_THAT(refusal(with(R"(<target figure="attendance.rate" at-least="lots"/>)")),
                HasSubstr("a number"));
    EXPECT_THAT(refusal(with(R"(<target figure="attendance.rate" at-least="nan"/>)")), HasSubstr("a number"));
    EXPECT_THAT(refusal(with(R"(<target figure="attendance.rate"/>)")), HasSubstr("without at-least"));
    EXPECT_THAT(refusal(with(R"(<target figure="attendance.rate" at-least="95" at-most="99"/>)")),
                HasSubstr("at-least"));
    EXPECT_THAT(refusal(with(R"(<target figure="attendance.rate" at-least="95" school="9"/>)")),
                HasSubstr("school=\"9\""));
    EXPECT_THAT(refusal(with(R"(<disclosure threshold="-1"/>)")), HasSubstr("threshold=\"-1\""));
    EXPECT_THAT(refusal(school), HasSubstr("no <year>"));
    EXPECT_THAT(refusal(year), HasSubstr("no <school>"));
}

TEST(Settings, are_refused_with_years_and_terms_that_cannot_be) {
    EXPECT_THAT(refusal(with(R"(<year name="x" from="2026-02-30" to="2026-08-31"/>)")),
                HasSubstr("from=\"2026-02-30\""));
    EXPECT_THAT(refusal(with(R"(<year name="x" from="2027-09-01" to="2026-09-02"/>)")),
                HasSubstr("ends before it begins"));
    EXPECT_THAT(refusal(with(R"(<year name="x" from="2026-08-31" to="2027-08-30"/>)")),
                HasSubstr("already covers"));
    EXPECT_THAT(refusal(with(R"(<year name="x" from="2026-09-01" to="2028-08-31"/>)")),
                HasSubstr("more than 400 days"));
    EXPECT_THAT(refusal(terms(R"(<term name="Lent" from="2026-01-05" to="2026-03-27"/>)")),
                HasSubstr("a term without a season"));
    EXPECT_THAT(refusal(terms(R"(<term name="Autumn" from="2025-08-01" to="2025-12-19"/>)")),
                HasSubstr("not within its year"));
    EXPECT_THAT(refusal(terms(R"(<term name="Autumn" from="2025-09-01" to="2025-12-19"/>
                                 <term name="Spring" from="2025-12-19" to="2026-03-27"/>)")),
                HasSubstr("before the one above it ends"));
}

TEST(Settings, have_targets_for_year_groups_groups_subjects_and_terms_of_years_below_them) {
    const Trust trust = parse_settings(
        R"(<termbook version="1"><trust name="T"/>
             <target figure="ks2.expected" at-least="75" year="Y6" group="send,not-pp" subject="Mathematics"
                     term="Autumn term" school="1" phase="primary"/>)" +
            std::string(school) +
            R"(<year name="2025/26" from="2025-09-01" to="2026-08-31">
                 <term name="Autumn" from="2025-09-01" to="2025-12-19"/></year></termbook>)",
        "termbook.xml");
    ASSERT_EQ(trust.targets.size(), 1u);
    const TargetRule& rule = trust.targets[0];
    EXPECT_EQ(rule.year, YearGroup{6});
    EXPECT_THAT(rule.groups, testing::ElementsAre("not-pp", "send"));
    EXPECT_EQ(rule.subject, "maths");
    EXPECT_EQ(rule.school, "1");
    EXPECT_EQ(rule.phase, Phase::primary);
    ASSERT_EQ(rule.periods.size(), 1u);
    EXPECT_EQ(rule.periods[0].key, "autumn@2025/26");
}

TEST(Settings, with_targets_that_contradict_each_other_keep_the_first_and_say_so) {
    const std::string targets = R"(<target figure="attendance.rate" at-least="95"/>
        <target figure="attendance.rate" at-least="95"/><target figure="attendance.rate" at-most="95"/>
        <target figure="attendance.rate" at-least="96" year="4"/><target figure="pupils.roll" at-least="9"/>)";
    const Trust trust = parse_settings("<termbook version=\"1\">\n" + with(targets) + "</termbook>",
                                       "/somewhere/termbook.xml");
    ASSERT_EQ(trust.targets.size(), 2u);
    EXPECT_TRUE(trust.targets[0].at_least);
    ASSERT_EQ(trust.issues.size(), 2u);
    EXPECT_THAT(to_string(trust.issues.issues()[0]),
                testing::StartsWith("termbook.xml:5:58: found two different targets for attendance.rate"));
    EXPECT_THAT(to_string(trust.issues.issues()[1]), HasSubstr("a target for pupils.roll"));
}

TEST(Settings, with_targets_that_name_what_is_not_known_are_refused) {
    const auto target = [](const std::string& attributes) {
        return refusal(with("<target figure=\"attendance.rate\" at-least=\"95\" " + attributes + "/>"));
    };
    EXPECT_THAT(target(R"(year="14")"), HasSubstr("year=\"14\""));
    EXPECT_THAT(target(R"(group="lefthanded")"), HasSubstr("group=\"lefthanded\""));
    EXPECT_THAT(target(R"(period="Lent")"), HasSubstr("period=\"Lent\""));
    EXPECT_THAT(target(R"(term="year" period="year")"), HasSubstr("period and term"));
    EXPECT_THAT(target(R"(phase="middle")"), HasSubstr("phase=\"middle\""));
}

TEST(Settings, that_are_no_settings_are_refused) {
    const auto said = [](const std::string& bytes) {
        try {
            parse_settings(bytes, "termbook.xml");
            return std::string("no refusal");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    EXPECT_THAT(said(""), HasSubstr("termbook.xml"));
    EXPECT_THAT(said("<termbook version=\"1\">"), HasSubstr("not well-formed"));
    EXPECT_THAT(said("<termbook version=\"2\"/>"), HasSubstr("another version"));
    EXPECT_THAT(said("<!DOCTYPE termbook><termbook version=\"1\"/>"), HasSubstr("a DOCTYPE"));
    EXPECT_THROW(read_settings("/no/such/folder/termbook.xml"), Error);
}

TEST(Settings, name_local_authorities_by_code_or_name) {
    const Trust trust = read(R"(<trust name="T" local-authority="rutland"/>
        <school urn="1" name="A"/><school urn="2" name="B" local-authority="936"/>)" +
                             std::string(year));
    EXPECT_EQ(trust.schools.at(0).local_authority, "857");
    EXPECT_EQ(trust.schools.at(1).local_authority, "936");
}

TEST(Settings, refuse_a_local_authority_that_there_is_not) {
    EXPECT_THAT(refusal(with(R"(<trust name="T" local-authority="Surey"/>)")),
                AllOf(HasSubstr("termbook.xml:4"), HasSubstr("found local-authority=\"Surey\""),
                      HasSubstr("did you mean 'Surrey'?")));
    EXPECT_THAT(refusal(with(R"(<school urn="2" name="B" local-authority="999"/>)")),
                HasSubstr("the code or the name of a local authority"));
}

} // namespace termbook
