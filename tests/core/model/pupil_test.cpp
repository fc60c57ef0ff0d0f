// SPDX-License-Identifier: MPL-2.0
#include "core/model/pupil.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(PupilNumber, of_digits_only_has_no_zeros_before_it) {
    EXPECT_EQ(without_leading_zeros("000123"), "123");
    EXPECT_EQ(without_leading_zeros("000"), "0");
    for (const auto* number : {"123", "X01", "0A1", ""})
        EXPECT_EQ(without_leading_zeros(number), number);
}

} // namespace termbook
