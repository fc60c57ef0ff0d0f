// SPDX-License-Identifier: MPL-2.0
#include "core/model/prior_bands.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gtest/gtest.h>

namespace termbook {

/// Pupils of Year 6 in 2024/25 at one school, and of Year 7 in 2025/26 at another.
class PriorBandsTest : public testing::Test {
  protected:
    PriorBandsTest() : m_primary(m_made.school("1")), m_secondary(m_made.school("2")) {
        m_made.trust.calendar = Calendar({year_2024_25(), year_2025_26()});
        m_secondary.roll(1);
    }

    /// The enrolment in Year 7 of a pupil with these results of Year 6.
    Enrolment& moved(std::optional<int> reading, std::optional<int> maths) {
        m_made.pupil(m_primary, 6);
        m_made.result(m_primary, Stage::ks2, "reading", reading, reading ? Outcome::none : Outcome::absent);
        m_made.result(m_primary, Stage::ks2, "maths", maths, maths ? Outcome::none : Outcome::absent);
        m_secondary.pupils.push_back(m_primary.pupils.back());
        Roll& roll = m_secondary.roll(1);
        roll.pupils.resize(m_secondary.pupils.size());
        return roll.pupils.back().emplace();
    }
    std::optional<PriorBand> band(std::size_t pupil) {
        return m_secondary.roll_in(1)->enrolment(pupil)->prior;
    }

    MadeUpTrust m_made;
    School& m_primary;
    School& m_secondary;
};

TEST_F(PriorBandsTest, bands_begin_at_a_mean_of_100_and_of_110_in_reading_and_maths) {
    moved(99, 100);
    moved(100, 100);
    moved(119, 100);
    moved(110, 110);
    moved(120, {});
    reckon_prior_bands(m_made.trust);
    EXPECT_EQ(band(0), PriorBand::low);
    EXPECT_EQ(band(1), PriorBand::middle);
    EXPECT_EQ(band(2), PriorBand::middle);
    EXPECT_EQ(band(3), PriorBand::high);
    EXPECT_EQ(band(4), std::nullopt);
}

TEST_F(PriorBandsTest, a_band_that_was_exported_stays) {
    moved(99, 100).prior = PriorBand::high;
    reckon_prior_bands(m_made.trust);
    EXPECT_EQ(band(0), PriorBand::high);
}

TEST_F(PriorBandsTest, scores_in_a_list_of_older_pupils_are_from_before) {
    m_made.pupil(m_primary, 7);
    m_made.result(m_primary, Stage::ks2, "reading", 110);
    m_made.result(m_primary, Stage::ks2, "maths", 110);
    reckon_prior_bands(m_made.trust);
    EXPECT_EQ(m_primary.roll_in(0)->enrolment(0)->prior, PriorBand::high);
}

TEST_F(PriorBandsTest, results_are_no_band_in_their_own_year) {
    moved(120, 120);
    reckon_prior_bands(m_made.trust);
    EXPECT_EQ(m_primary.roll_in(0)->enrolment(0)->prior, std::nullopt);
}

} // namespace termbook
