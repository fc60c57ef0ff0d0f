// SPDX-License-Identifier: MPL-2.0
#include "core/figures/comparing/published.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::HasSubstr;

/// A primary school with nine sessions attended of ten, and what has been published.
class PublishedTest : public testing::Test {
  protected:
    PublishedTest() : m_school(m_made.school("1", days())) {
        m_school.phase = Phase::primary;
        m_school.local_authority = "857";
        m_made.pupils(m_school, 1, 4, "/\\/\\/\\/\\/I");
    }

    static std::vector<Date> days() {
        return {day(2025, 9, 1), day(2025, 9, 2), day(2025, 9, 3), day(2025, 9, 4), day(2025, 9, 5)};
    }

    Comparator& publish(double value, Area area = Area::national, std::string year = "2025/26") {
        Comparator& row = m_made.trust.comparators.emplace_back();
        row.figure = "attendance.rate";
        row.area = area;
        row.year = std::move(year);
        row.value = value;
        row.source = "a made-up publication";
        row.origin = ComparatorOrigin::file;
        return row;
    }

    FigureAnswer against(std::string area, Selectors selectors = {}) const {
        return m_made.answer("attendance.rate", std::move(selectors), std::move(area));
    }

    MadeUpTrust m_made;
    School& m_school;
};

TEST_F(PublishedTest, a_local_figure_is_that_of_the_schools_authority) {
    publish(80, Area::local).local_authority = "936";
    EXPECT_EQ(against("local").reason, "no local figure");
    publish(88, Area::local).local_authority = "857";
    EXPECT_DOUBLE_EQ(*against("local").value, 2);
}

TEST_F(PublishedTest, schools_of_two_authorities_have_no_local_figure) {
    publish(88, Area::local).local_authority = "857";
    m_made.school("2").local_authority = "936";
    EXPECT_EQ(against("local", {{"school", "trust"}}).reason,
              "no local figure: the schools are not of one local authority");
    EXPECT_DOUBLE_EQ(*against("local", {{"school", "1"}}).value, 2);
}

TEST_F(PublishedTest, what_was_published_of_a_school_is_of_that_school_and_year) {
    publish(89.5, Area::school).school = "1";
    publish(10, Area::school, "2024/25").school = "1";
    publish(20, Area::school).school = "2";
    const FigureAnswer answer = against("published", {{"school", "1"}});
    EXPECT_DOUBLE_EQ(*answer.value, 0.5);
    EXPECT_EQ(answer.title, "Attendance against published 2025/26");
    m_made.school("2");
    EXPECT_EQ(against("published", {{"school", "trust"}}).reason,
              "no published figure: only schools have one");
    EXPECT_EQ(against("published", {{"school", "2"}}).status, FigureStatus::no_data);
}

TEST_F(PublishedTest, of_years_to_date_the_one_that_ends_nearest_before_is_taken) {
    publish(70).up_to = day(2025, 10, 26);
    publish(85).up_to = day(2025, 9, 7);
    publish(60);
    const FigureAnswer answer = against("national");
    EXPECT_DOUBLE_EQ(*answer.value, 5);
    EXPECT_EQ(answer.title, "Attendance against national 2025/26 to 7 September 2025");
    EXPECT_DOUBLE_EQ(*against("national", {{"period", "year"}}).value, 30)
        << "a whole year with a whole year";
}

TEST_F(PublishedTest, without_one_that_ends_before_the_next_is_taken) {
    publish(70).up_to = day(2025, 10, 26);
    publish(60);
    EXPECT_DOUBLE_EQ(*against("national").value, 20);
}

TEST_F(PublishedTest, the_trusts_own_row_goes_before_a_files_and_that_before_a_shipped_one) {
    publish(50).origin = ComparatorOrigin::shipped;
    publish(60);
    EXPECT_DOUBLE_EQ(*against("national").value, 30);
    publish(70).origin = ComparatorOrigin::workspace;
    publish(60).up_to = day(2025, 9, 7);
    EXPECT_DOUBLE_EQ(*against("national").value, 20);
}

TEST_F(PublishedTest, a_figure_of_a_file_names_the_file_among_its_sources) {
    m_made.trust.sources.push_back({"comparators/a.csv", "DfE", "00", 12, {}});
    publish(80).file = 0;
    ASSERT_EQ(against("national").sources.size(), 1U);
    EXPECT_EQ(against("national").sources.front().file, "comparators/a.csv");
}

TEST_F(PublishedTest, what_is_no_longer_published_has_no_national_figure_of_an_earlier_year) {
    m_made.pupil(m_school, 2);
    m_made.result(m_school, Stage::ks1, "reading", {}, Outcome::expected);
    Comparator& row = publish(68, Area::national, "2022/23");
    row.figure = "ks1.expected";
    row.subject = "reading";
    const FigureAnswer answer = m_made.answer("ks1.expected", {{"subject", "reading"}}, "national");
    EXPECT_EQ(answer.status, FigureStatus::no_data);
    EXPECT_EQ(answer.reason, "no national figure: none is published since 2022/23");
    EXPECT_EQ(display(answer), "x");
}

TEST_F(PublishedTest, nothing_is_published_of_a_class_or_house) {
    publish(80);
    for (const char* name : {"class", "house", "year"})
        EXPECT_THAT(against("national", {{name, "4"}}).value, testing::Eq(std::nullopt)) << name;
}

TEST(PublishedText, has_at_most_two_decimals) {
    EXPECT_EQ(published_text(94.7233194599495), "94.72");
    EXPECT_EQ(published_text(62), "62");
    EXPECT_EQ(published_text(74.5), "74.5");
    EXPECT_EQ(published_text(100), "100");
}

} // namespace termbook
