// SPDX-License-Identifier: MPL-2.0
#include "connectors/national/comparators_file.hpp"

#include "connectors/workspace/settings.hpp"
#include "core/diagnostics/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::HasSubstr;
using testing::Property;
using testing::Throws;

std::string file(std::string_view attributes) {
    return "<comparators version=\"1\">\n<comparator " + std::string(attributes) + "/></comparators>";
}

constexpr auto good =
    R"(figure="attendance.rate" area="local" year="2024/25" value="94.5" source="the council")";

TEST(Comparators, are_read_with_what_they_are_about) {
    const auto rows =
        read_comparators(file(std::string(good) + R"( phase="primary" group="pp" period="autumn")"), "c.xml");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].area, Area::local);
    EXPECT_EQ(rows[0].phase, Phase::primary);
    EXPECT_EQ(rows[0].group, "pp");
    EXPECT_EQ(rows[0].period, "autumn");
    EXPECT_DOUBLE_EQ(rows[0].value, 94.5);
}

TEST(Comparators, that_cannot_be_used_are_refused_with_their_line) {
    for (const auto& [attributes, found] : std::initializer_list<std::pair<std::string, std::string>>{
             {R"(figure="attendance.rat" area="local" year="2024/25" value="1" source="s")",
              "attendance.rat"},
             {R"(figure="ks2.expected" area="local" year="2024/25" value="1" source="s")",
              "without a subject"},
             {R"(figure="ks2.rwm" area="world" year="2024/25" value="1" source="s")", "area=\"world\""},
             {R"(figure="ks2.rwm" area="local" year="2024/25" value="6x" source="s")", "value=\"6x\""},
             {R"(figure="ks2.rwm" area="local" year="2024/25" value="6")", "source"},
             {std::string(good) + R"( group="ppp")", "the group 'ppp'"},
             {std::string(good) + R"( period="winter")", "period=\"winter\""}})
        EXPECT_THAT(
            [&] { read_comparators(file(attributes), "c.xml"); },
            Throws<Error>(Property(&Error::what, testing::AllOf(HasSubstr("c.xml:2"), HasSubstr(found)))))
            << attributes;
}

TEST(Comparators, that_come_with_termbook_can_be_read) {
    EXPECT_GT(shipped_comparators().size(), 10U);
}

TEST(Comparators, of_the_trust_go_before_those_that_come_with_termbook) {
    const Trust trust =
        parse_settings("<termbook version=\"1\"><trust name=\"T\"/><school urn=\"1\" name=\"A\"/>"
                       "<year name=\"2025/26\" from=\"2025-09-01\" to=\"2026-08-31\"/>"
                       "<comparator " +
                           std::string(good) + "/></termbook>",
                       "termbook.xml");
    ASSERT_FALSE(trust.comparators.empty());
    EXPECT_EQ(trust.comparators.front().source, "the council");
    EXPECT_EQ(trust.comparators.size(), shipped_comparators().size() + 1);
}

} // namespace termbook
