// SPDX-License-Identifier: MPL-2.0
#include "core/spelling.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(NearestSpelling, is_the_name_with_the_fewest_letters_to_change) {
    const std::string_view known[] = {"attendance.rate", "attendance.late", "attendance.absence"};
    EXPECT_EQ(nearest_spelling("attendence.rate", known), "attendance.rate");
    EXPECT_EQ(nearest_spelling("attendance.lat", known), "attendance.late");
}

TEST(NearestSpelling, is_none_for_another_word) {
    const std::string_view known[] = {"school", "year"};
    EXPECT_EQ(nearest_spelling("phlogiston", known), "");
    EXPECT_EQ(nearest_spelling("x", std::span<const std::string_view>{}), "");
}

} // namespace termbook
