// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/upn.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(Upn, has_a_letter_that_fits_its_digits) {
    // 8·2 + 2·3 + 0·4 + 2·5 + 0·6 + 0·7 + 1·8 + 2·9 + 0·10 + 0·11 + 0·12 + 1·13 = 71, and 71 mod 23 is 2: C.
    EXPECT_EQ(upn_fault("C820200120001"), UpnFault::none);
    EXPECT_EQ(upn_fault("D820200120001"), UpnFault::wrong_letter);
    EXPECT_EQ(upn_fault("C820200120010"), UpnFault::wrong_letter);
}

TEST(Upn, may_be_another_systems_number) {
    for (const auto* number : {"X1", "000123", "201000000000", "c820200120001", "C8202 0012 0001"})
        EXPECT_EQ(upn_fault(number), UpnFault::none) << number;
}

TEST(Upn, that_ends_in_a_letter_is_temporary) {
    for (const auto* number : {"C82020012000A", "c82020012000a"})
        EXPECT_EQ(upn_fault(number), UpnFault::temporary) << number;
}

TEST(Upn, that_is_in_words_names_nobody) {
    for (const auto* text : {"", "Total", "National average", "Printed on 05/01/2026", "Year 4"})
        EXPECT_TRUE(names_nobody(upn_fault(text))) << text;
    for (const auto* number : {"X1", "D820200120001", "C82020012000A"})
        EXPECT_FALSE(names_nobody(upn_fault(number))) << number;
}

TEST(Upn, is_the_same_in_every_spelling) {
    std::string room;
    for (const auto* text : {"C820200120001", "c820200120001", "C8202 0012 0001",
                             "C820\xC2\xA0"
                             "200120001",
                             " C820200120001\t"})
        EXPECT_EQ(clean_upn(text, room), "C820200120001") << text;
    for (const auto* other :
         {"x1", "000 123", "abcdefghijklm", "c8202001200011", "C820200120001 C820200120002"})
        EXPECT_EQ(clean_upn(other, room), other);
}

TEST(Upn, has_a_form_that_damaged_ones_have_not) {
    for (const auto* number : {"C820200120001", "c8202 00120001", "C82020012000A"})
        EXPECT_TRUE(is_upn(number)) << number;
    for (const auto* number : {"820200120001", "C8202001", "10234", ""})
        EXPECT_FALSE(is_upn(number)) << number;
}

TEST(Upn, that_a_spreadsheet_rounded_is_told) {
    for (const auto* number : {"2.01E+11", "8e+11", "2.01E11", "2.01e11", "8E11"})
        EXPECT_EQ(upn_fault(number), UpnFault::rounded) << number;
    for (const auto* other : {"E+11", "8E1", "12E34", "8E111"})
        EXPECT_EQ(upn_fault(other), UpnFault::none) << other;
}

} // namespace termbook
