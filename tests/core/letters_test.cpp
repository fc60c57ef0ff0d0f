// SPDX-License-Identifier: MPL-2.0
#include "core/letters.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(Letters, are_made_small_but_for_those_with_accents) {
    EXPECT_EQ(lower("AZ az @[ 4A"), "az az @[ 4a");
    EXPECT_EQ(lower("ÉCOLE"), "École");
}

TEST(Letters, are_counted_as_characters_not_bytes) {
    EXPECT_EQ(count_characters(""), 0U);
    EXPECT_EQ(count_characters("Anaïs"), 5U);
    EXPECT_EQ(count_characters("– 🙂"), 3U);
}

TEST(Letters, know_the_blanks) {
    for (const char c : {' ', '\t', '\n', '\v', '\f', '\r'})
        EXPECT_TRUE(is_blank(c)) << static_cast<int>(c);
    for (const char c : {'a', '\0', '\b', '\x0E', '\xA0'})
        EXPECT_FALSE(is_blank(c)) << static_cast<int>(c);
}

} // namespace termbook
