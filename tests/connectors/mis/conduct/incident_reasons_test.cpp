// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/conduct/incident_reasons.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(IncidentReasons, of_a_few_words_are_those_of_a_list) {
    for (const char* const reason : {"Fighting", "Verbal abuse of staff", "Out of lesson"})
        EXPECT_FALSE(may_be_account(reason, 1)) << reason;
}

TEST(IncidentReasons, with_many_words_or_of_a_class_may_be_accounts) {
    for (const char* const reason :
         {"Hit Leo Otterbeck at lunch", "Pushed Leo (4B)", "Fight in 4B", "Unacceptable misrepresentations"})
        EXPECT_TRUE(may_be_account(reason, 1)) << reason;
}

TEST(IncidentReasons, met_often_are_those_of_a_list_unless_they_are_very_long) {
    EXPECT_TRUE(may_be_account("Level 1", rows_of_listed_reason - 1));
    EXPECT_FALSE(may_be_account("Level 1", rows_of_listed_reason));
    EXPECT_FALSE(may_be_account("Unacceptable misrepresentations", 2));
    EXPECT_TRUE(may_be_account(std::string(longest_reason + 1, 'a'), 100));
}

} // namespace termbook
