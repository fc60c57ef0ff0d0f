// SPDX-License-Identifier: MPL-2.0
// The workspace that `init` makes.
#include "connectors/workspace/settings.hpp"
#include "tests/cli/running/command.hpp"

#include <chrono>
#include <gtest/gtest.h>

namespace termbook::test {

TEST(Init, writes_this_academic_year_and_the_one_before) {
    const Folder folder;
    ASSERT_EQ(termbook({"init", (folder.path() / "ours").string()}).status, 0);
    const Trust trust = read_settings(folder.path() / "ours" / "termbook.xml");
    const auto& years = trust.calendar.years();
    ASSERT_EQ(years.size(), 2U);
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    EXPECT_TRUE(years.back().contains(today)) << years.back().name;
    EXPECT_EQ(years.front().to + std::chrono::days{1}, years.back().from);
    for (const AcademicYear& year : years)
        EXPECT_EQ(year.terms.size(), 3U);
}

TEST(Init, that_cannot_write_asks_for_another_place) {
    const Folder folder;
    const auto in_the_way = folder.file("taken", "a regular file");
    const Outcome run = termbook({"init", (in_the_way / "ours").string()});
    EXPECT_EQ(run.status, 4);
    EXPECT_EQ(run.err.find("-o"), std::string::npos) << run.err;
}

} // namespace termbook::test
