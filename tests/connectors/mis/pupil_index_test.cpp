// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupil_index.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>
#include <string>
#include <vector>

namespace termbook {

TEST(PupilIndex, finds_nobody_who_was_not_added) {
    PupilIndex index;
    EXPECT_FALSE(index.find("X1"));
    index.add("X1", {2, 0});
    EXPECT_FALSE(index.find("X"));
    EXPECT_FALSE(index.find("X1", 1));
    EXPECT_EQ(index.find("X1", 2), 0U);
}

TEST(PupilIndex, gives_the_first_school_of_a_pupil_in_several_in_whatever_order_they_came) {
    for (const std::vector<std::size_t>& schools :
         {std::vector<std::size_t>{0, 1, 2}, std::vector<std::size_t>{2, 1, 0},
          std::vector<std::size_t>{1, 2, 0}}) {
        PupilIndex index;
        for (const std::size_t school : schools)
            index.add("X1", {school, 10 + school});
        EXPECT_EQ(index.find("X1")->school, 0U);
        for (const std::size_t school : schools)
            EXPECT_EQ(index.find("X1", school), 10 + school);
    }
}

TEST(PupilIndex, tells_who_is_in_several_schools) {
    PupilIndex index;
    index.add("X1", {1, 0});
    index.add("X2", {2, 0});
    index.add("X3", {0, 0});
    index.add("X1", {0, 1});
    index.add("X2", {1, 1});
    const auto found = index.in_several_schools();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(index.is_in_several_schools("X1"));
    EXPECT_FALSE(index.is_in_several_schools("X3"));
    EXPECT_FALSE(index.is_in_several_schools("X4"));
    for (const std::size_t i : {0, 1}) {
        ASSERT_EQ(found[i].size(), 2U);
        EXPECT_EQ(found[i][0].school, i);
        EXPECT_EQ(found[i][0].pupil, 1U);
        EXPECT_EQ(found[i][1].school, i + 1);
        EXPECT_EQ(found[i][1].pupil, 0U);
    }
}

RC_GTEST_PROP(PupilIndex, finds_all_it_was_given, ()) {
    // Few numbers, so that many pupils are in several schools; some longer than a UPN.
    const auto numbers = *rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0U, 4000U));
    PupilIndex index;
    std::map<std::string, std::map<std::size_t, std::size_t>> expected;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::string upn =
            fmt::format("{}{}", numbers[i] % 7 ? "X" : "a number of an admission system ", numbers[i] / 5);
        const std::size_t school = numbers[i] % 5;
        if (expected[upn].emplace(school, i).second) index.add(upn, {school, i});
    }
    for (const auto& [upn, by_school] : expected) {
        RC_ASSERT(index.find(upn)->school == by_school.begin()->first);
        RC_ASSERT(index.find(upn)->pupil == by_school.begin()->second);
        for (const auto& [school, pupil] : by_school)
            RC_ASSERT(index.find(upn, school) == pupil);
    }
}

TEST(PupilIndex, keeps_finding_pupils_as_it_grows) {
    PupilIndex index;
    for (std::size_t i = 0; i < 20'000; ++i)
        index.add(fmt::format("A2000{:08}", i * 7919), {i % 12, i});
    for (std::size_t i = 0; i < 20'000; ++i)
        ASSERT_EQ(index.find(fmt::format("A2000{:08}", i * 7919))->pupil, i);
}

} // namespace termbook
