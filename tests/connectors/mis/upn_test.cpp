// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/upn.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(Upn, has_a_letter_that_fits_its_digits) {
    // 8·2 + 2·3 + 0·4 + 2·5 + 0·6 + 0·7 + 1·8 + 2·9 + 0·10 + 0·11 + 0·12 + 1·13 = 71, and 71 mod 23 is 2: C.
    EXPECT_EQ(upn_fault("C820200120001"), UpnFault::none);
    EXPECT_EQ(upn_fault("D820200120001"), UpnFault::wrong_letter);
    EXPECT_EQ(upn_fault("C820200120010"), UpnFault::wrong_letter);
}

TEST(Upn, may_be_temporary_or_another_systems_number) {
    for (const auto* number : {"C82020012000A", "X1", "000123", "201000000000"})
        EXPECT_EQ(upn_fault(number), UpnFault::none) << number;
}

TEST(Upn, that_a_spreadsheet_rounded_is_told) {
    for (const auto* number : {"2.01E+11", "8e+11"})
        EXPECT_EQ(upn_fault(number), UpnFault::rounded) << number;
    EXPECT_EQ(upn_fault("E+11"), UpnFault::none);
}

} // namespace termbook
