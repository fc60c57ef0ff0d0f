// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/incident_words_file.hpp"
#include "core/diagnostics/error.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(IncidentWords, are_known_by_the_longest_phrase_that_a_text_holds) {
    const IncidentWords& words = known_incident_words();
    EXPECT_EQ(words.kind("FIXED  Term"), ExclusionWord::suspension);
    EXPECT_EQ(words.kind("Suspension (fixed-term)"), ExclusionWord::suspension);
    EXPECT_EQ(words.kind("Exclusion: permanent"), ExclusionWord::exclusion);
    EXPECT_EQ(words.kind("Internal suspension"), ExclusionWord::none);
    EXPECT_EQ(words.kind("LNCH"), ExclusionWord::lunchtime);
    EXPECT_FALSE(words.kind("Sent home"));
    EXPECT_FALSE(words.kind("Suspense")) << "no word of its own";
    EXPECT_EQ(words.outcome("Upheld by governors"), IncidentOutcome::stands);
    EXPECT_EQ(words.outcome("Not upheld"), IncidentOutcome::cancelled);
    EXPECT_EQ(words.outcome("Appeal upheld"), IncidentOutcome::cancelled);
    EXPECT_EQ(words.outcome("Awaiting panel"), IncidentOutcome::pending);
    EXPECT_FALSE(words.outcome("Letter sent"));
}

TEST(IncidentWords, make_one_reason_of_its_code_and_its_spellings) {
    const IncidentWords& words = known_incident_words();
    EXPECT_EQ(words.reason("db"), "Persistent disruptive behaviour");
    EXPECT_EQ(words.reason("DB - Persistent disruptive behaviour"), "Persistent disruptive behaviour");
    EXPECT_EQ(words.reason("BULLYING"), "Bullying");
    EXPECT_EQ(words.reason("Cyber bullying"), "Cyber bullying") << "another reason stays as it is";
}

TEST(IncidentWords, are_refused_with_the_place) {
    EXPECT_THROW(read_incident_words("<incident-words><kind key='expulsion'/></incident-words>", "own.xml"),
                 Error);
    EXPECT_THROW(read_incident_words("<incident-words><sort/></incident-words>", "own.xml"), Error);
    EXPECT_THROW(read_incident_words("<incident-words><reason/></incident-words>", "own.xml"), Error);
}

} // namespace termbook
