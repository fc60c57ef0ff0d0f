// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/proposing/header_likeness.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(HeaderLikeness, is_1_of_the_same_header_and_0_of_another) {
    EXPECT_EQ(header_likeness("year group", "year group"), 1);
    EXPECT_EQ(header_likeness("favourite colour", "year group"), 0);
    EXPECT_EQ(header_likeness("", "year group"), 0);
    EXPECT_EQ(header_likeness("?", "year group"), 0);
}

TEST(HeaderLikeness, sees_through_blanks_order_abbreviations_and_slips) {
    for (const auto& [header, known] : {std::pair("yeargroup", "year group"),
                                        {"yr gp", "year group"},
                                        {"birth date", "date of birth"},
                                        {"pupil upn", "upn"},
                                        {"unauth. abs", "unauthorised absences"},
                                        {"sess poss", "sessions possible"},
                                        {"authorized absences", "authorised absences"},
                                        {"cohort", "year"}})
        EXPECT_GT(header_likeness(header, known), 0.9) << header;
}

TEST(HeaderLikeness, is_less_the_more_words_differ) {
    const double one_more = header_likeness("maths ss (ks2)", "ks2 maths");
    EXPECT_LT(one_more, 0.8);
    EXPECT_GT(one_more, header_likeness("maths ss (ks2) of sets", "ks2 maths"));
}

TEST(HeaderLikeness, is_none_where_a_word_makes_it_another_thing) {
    EXPECT_EQ(header_likeness("autumn reading scaled score", "reading scaled score"), 0);
    EXPECT_EQ(header_likeness("predicted attainment 8", "attainment 8"), 0);
    EXPECT_GT(header_likeness("prior band", "prior attainment"), 0);
}

} // namespace termbook
