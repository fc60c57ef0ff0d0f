// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/tracker.hpp"

#include "cli/sample/kinds/ability.hpp"
#include "cli/sample/kinds/streams.hpp"

#include <chrono>
#include <fmt/format.h>
#include <string_view>

namespace termbook::sample {

namespace {

constexpr std::string_view of_primary[] = {"Reading", "Writing", "Maths"};
constexpr std::string_view of_secondary[] = {"English", "Maths", "Science"};
constexpr int first_of_secondary = 7;
constexpr int last_with_reading_age = 9;

/// From one term to the next a judgement is off by so much, in hundredths of a standard deviation.
constexpr int change_in_term = 20;

/// The judgements of one pupil.
class Tracked {
  public:
    Tracked(const ExportedSchool& school, std::size_t pupil, const SchoolCalendar& calendar,
            const SchoolStory& story, const JudgementWords& words, std::vector<Judgement>& judgements)
        : m_school(school), m_index(pupil), m_terms(calendar.year.terms),
          m_first_year(std::chrono::year_month_day{calendar.year.from}.year()), m_story(story),
          m_words(words), m_random(stream_of(school.pupils[pupil], Purpose::tracker)),
          m_judgements(judgements) {}

    void write(int year) {
        const bool secondary = year >= first_of_secondary;
        for (const std::string_view subject : secondary ? of_secondary : of_primary)
            judge(subject);
        if (secondary && year <= last_with_reading_age) test_reading(year);
    }

  private:
    /// Calls see(term, performance) for each term that has ended and in which the pupil was there.
    template<typename See>
    void each_term(std::string_view subject, See see) {
        const ExportedPupil& pupil = m_school.pupils[m_index];
        const int usual = performance(ability_of(pupil) + m_story.attainment, m_random) +
                          (subject == "Writing" ? m_story.writing : 0);
        Random by_term(m_random.next() + static_cast<std::uint64_t>(m_first_year));
        for (std::size_t term = 0; term < m_terms.size(); ++term) {
            const int done = usual + growth(term) + normal(by_term) * change_in_term / 100;
            const std::string last = iso_text(m_terms[term].to);
            const bool there = pupil.admitted <= last && (pupil.left.empty() || pupil.left >= last);
            if (there && m_terms[term].to <= m_school.as_at) see(term, done);
        }
    }

    /// Since the sample's first term.
    int growth(std::size_t term) const {
        const int terms_before =
            static_cast<int>(m_terms.size()) *
            (m_first_year - int{std::chrono::year_month_day{calendar_2024_25().year.from}.year()});
        return m_story.growth * (terms_before + static_cast<int>(term));
    }

    void judge(std::string_view subject) {
        constexpr int expected = -55;
        constexpr int higher = 110;
        each_term(subject, [&](std::size_t term, int done) {
            const std::string_view word = m_words[done >= higher ? 2 : done >= expected ? 1 : 0];
            m_judgements.push_back({m_index, std::string(subject), term, std::string(word)});
        });
    }

    /// A pupil of mean performance reads as is usual for the age, and two years better or worse is common.
    void test_reading(int year) {
        constexpr int tenths_in_term = 3;
        constexpr int spread_tenths = 18;
        constexpr int usual_tenths_before_year_1 = 52;
        each_term("Reading age", [&](std::size_t term, int done) {
            const int tenths = usual_tenths_before_year_1 + 10 * year +
                               tenths_in_term * static_cast<int>(term) + done * spread_tenths / 100;
            m_judgements.push_back(
                {m_index, "Reading age", term, fmt::format("{}.{}", tenths / 10, tenths % 10)});
        });
    }

    const ExportedSchool& m_school;
    std::size_t m_index;
    const std::vector<Term>& m_terms;
    int m_first_year;
    const SchoolStory& m_story;
    const JudgementWords& m_words;
    Random m_random;
    std::vector<Judgement>& m_judgements;
};

} // namespace

std::vector<Judgement> tracker_of(const ExportedSchool& school, const SchoolCalendar& calendar,
                                  const SchoolStory& story, const JudgementWords& words) {
    std::vector<Judgement> judgements;
    for (std::size_t i = 0; i < school.pupils.size(); ++i)
        if (const std::string& year = school.pupils[i].year; year != "R")
            Tracked(school, i, calendar, story, words, judgements).write(std::stoi(year));
    return judgements;
}

} // namespace termbook::sample
