// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/same_pupil.hpp"

#include <gtest/gtest.h>
#include <optional>
#include <string>

namespace termbook {

namespace {

Pupil made(std::string surname, std::string forename, std::optional<unsigned> day = {},
           std::optional<Sex> sex = {}) {
    Pupil pupil;
    pupil.surname = std::move(surname);
    pupil.forename = std::move(forename);
    if (day) pupil.born = make_date(2016, 2, *day);
    pupil.sex = sex;
    return pupil;
}

bool are_two(const Pupil& a, const Pupil& b, bool in_one_export = true) {
    EXPECT_EQ(are_two_pupils(a, b, in_one_export), are_two_pupils(b, a, in_one_export));
    return are_two_pupils(a, b, in_one_export);
}

} // namespace

TEST(SamePupil, has_the_names_in_any_spelling_whatever_else_differs) {
    EXPECT_FALSE(are_two(made("Otterbeck", "Sam", 1, Sex::male), made("OTTERBECK", "sam", 2, Sex::female)));
    EXPECT_FALSE(are_two(made("Otterbeck", "Sam", 1), made("Otterbeck", "Samuel", 2)));
    EXPECT_FALSE(are_two(made("Otterbeck", "Sam", 1), made("", "", 2)));
}

TEST(SamePupil, may_have_another_surname_or_a_nickname_if_nothing_else_speaks_against_it) {
    EXPECT_FALSE(are_two(made("Otterbeck", "Sam", 1), made("Larchdale", "Sam", 1)));
    EXPECT_TRUE(are_two(made("Otterbeck", "Sam", 1), made("Larchdale", "Sam", 2)));
    EXPECT_FALSE(are_two(made("Otterbeck", "Kate"), made("Otterbeck", "Kathryn")));
    EXPECT_TRUE(
        are_two(made("Otterbeck", "Kate", {}, Sex::female), made("Otterbeck", "Karl", {}, Sex::male)));
}

TEST(SamePupil, has_another_forename_in_another_export_only) {
    const Pupil legal = made("Otterbeck", "William", 1, Sex::male);
    const Pupil preferred = made("Otterbeck", "Bill", 1, Sex::male);
    EXPECT_TRUE(are_two(legal, preferred)) << "twins";
    EXPECT_FALSE(are_two(legal, preferred, false));
    EXPECT_TRUE(are_two(legal, made("Otterbeck", "Bill"), false)) << "no date of birth tells";
    EXPECT_TRUE(are_two(legal, made("Larchdale", "Bill", 1, Sex::male), false));
}

TEST(Forenames, are_alike_by_their_beginnings) {
    EXPECT_EQ(forename_likeness("S", "Samuel"), Likeness::same);
    EXPECT_EQ(forename_likeness("Kate", "Kathryn"), Likeness::alike);
    EXPECT_EQ(forename_likeness("Leo", "Kofi"), Likeness::other);
    EXPECT_EQ(forename_likeness("", "Kofi"), Likeness::same);
}

} // namespace termbook
