// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/suppression.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace termbook {

namespace {

std::vector<bool> withheld(const std::vector<std::int64_t>& shown, std::int64_t threshold = 6) {
    std::vector<Part> parts;
    for (const auto pupils : shown)
        parts.push_back({pupils, true});
    return withheld_parts(parts, threshold);
}

using Each = std::vector<bool>;

} // namespace

TEST(WithheldParts, are_none_where_every_part_is_large) {
    EXPECT_EQ(withheld({30, 6, 28}), (Each{false, false, false}));
}

TEST(WithheldParts, are_the_small_one_and_the_smallest_beside_it) {
    EXPECT_EQ(withheld({30, 4, 28}), (Each{false, true, true}));
}

TEST(WithheldParts, are_two_small_ones_if_together_they_are_enough) {
    EXPECT_EQ(withheld({30, 4, 28, 3}), (Each{false, true, false, true}));
    EXPECT_EQ(withheld({30, 2, 28, 3}), (Each{false, true, true, true}));
}

TEST(WithheldParts, leave_an_empty_part_as_the_true_zero_it_is) {
    EXPECT_EQ(withheld({0, 30, 28}), (Each{false, false, false}));
    EXPECT_EQ(withheld({0, 30, 4}), (Each{false, true, true}));
}

TEST(WithheldParts, count_what_no_page_shows_as_hidden) {
    EXPECT_EQ(withheld_parts({{30, true}, {28, true}, {1, false}}, 6), (Each{false, true, false}));
    EXPECT_EQ(withheld_parts({{30, true}, {28, true}, {9, false}}, 6), (Each{false, false, false}));
}

TEST(WithheldParts, are_none_without_a_threshold) {
    EXPECT_EQ(withheld({1, 2, 3}, 0), (Each{false, false, false}));
}

TEST(WithheldParts, of_a_single_small_part_are_that_part) {
    EXPECT_EQ(withheld({4}), (Each{true}));
}

RC_GTEST_PROP(WithheldParts, never_leave_fewer_than_the_threshold_to_be_worked_out,
              (const std::vector<std::uint8_t>& sizes)) {
    std::vector<std::int64_t> shown;
    for (const auto size : sizes)
        shown.push_back(size % 40);
    const auto hidden = withheld(shown);
    std::int64_t pupils = 0;
    std::int64_t left = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (!hidden[i]) RC_ASSERT(shown[i] == 0 || shown[i] >= 6);
        (hidden[i] ? pupils : left) += shown[i];
    }
    // Total less the shown parts is what is hidden: nothing, or enough pupils, or all there are.
    RC_ASSERT(pupils == 0 || pupils >= 6 || left == 0);
}

} // namespace termbook
