// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/statutory.hpp"

#include "cli/sample/kinds/ability.hpp"
#include "cli/sample/kinds/streams.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace termbook::sample {

namespace {

/// Below this pupils work below the tests, about one in fifty.
constexpr int below_tests = -220;

/// How performance becomes a score: what a pupil of mean performance gets, and what a standard deviation is
/// worth. Chosen so that England would have about its figures of 2025.
struct Scale {
    int least;
    int most;
    int mean_tenths;
    int spread_tenths;
};

constexpr Scale phonics_marks{0, 40, 379, 70};
constexpr Scale tables_marks{0, 25, 227, 70};
constexpr Scale scaled_scores{80, 120, 1'051, 76};
constexpr Scale grades{1, 9, 51, 20};

int score(int performance, const Scale& scale) {
    return std::clamp((scale.mean_tenths + performance * scale.spread_tenths / 100) / 10, scale.least,
                      scale.most);
}

/// The results of one pupil.
class Results {
  public:
    Results(const ExportedPupil& pupil, std::size_t index, const SchoolStory& story,
            std::vector<ExportedResult>& results)
        : m_year(pupil.year), m_index(index), m_story(story), m_ability(ability_of(pupil) + story.attainment),
          m_random(stream_of(pupil, Purpose::statutory)), m_results(results) {}

    void write() {
        if (m_year == "R") return early_years();
        if (m_year == "1") return phonics();
        if (m_year == "4") return tables();
        if (m_year == "6") return key_stage_2();
        if (m_year == "11") return key_stage_4();
    }

  private:
    int perform() { return performance(m_ability, m_random); }

    void add(std::string stage, std::string subject, std::string text) {
        m_results.push_back({m_index, std::move(stage), std::move(subject), std::move(text)});
    }

    /// Most areas are easier than literacy and maths.
    void early_years() {
        constexpr std::pair<const char*, int> areas[] = {
            {"communication", -95}, {"physical", -125}, {"psed", -110}, {"literacy", -60}, {"maths", -80}};
        for (const auto& [area, expected] : areas)
            add("eyfs", area, perform() >= expected ? "2" : "1");
    }

    void phonics() {
        const int done = perform() + m_story.phonics;
        if (m_random.chance(150)) return add("phonics", "", "A");
        add("phonics", "", m_ability < below_tests ? "D" : std::to_string(score(done, phonics_marks)));
    }

    void tables() {
        const int done = perform();
        if (m_random.chance(150)) return add("mtc", "", "A");
        add("mtc", "", m_ability < below_tests ? "B" : std::to_string(score(done, tables_marks)));
    }

    void key_stage_2() {
        for (const auto* subject : {"reading", "maths", "gps"}) {
            const int done = perform();
            const bool absent = m_random.chance(100);
            if (m_ability < below_tests)
                add("ks2", subject, "B");
            else
                add("ks2", subject, absent ? "A" : std::to_string(score(done, scaled_scores)));
        }
        // Teachers judge where about 72% are at the standard, and 13% at greater depth.
        const int writing = perform() + m_story.writing;
        add("ks2", "writing",
            writing >= 113    ? "GDS"
            : writing >= -58  ? "EXS"
            : writing >= -230 ? "WTS"
                              : "PKF");
    }

    /// Ten slots: English and maths fill two each, other subjects six.
    void key_stage_4() {
        const int english = score(perform(), grades);
        const int maths = score(perform(), grades);
        constexpr int other_subjects = 6;
        constexpr int harder = 20; // not every slot is filled with a good grade, or at all
        int points = 2 * english + 2 * maths;
        for (int i = 0; i < other_subjects; ++i)
            points += score(perform() - harder, grades);
        const bool absent = m_random.chance(150);
        add("ks4", "attainment8", std::to_string(absent ? points - 2 * maths : points));
        add("ks4", "english", std::to_string(english));
        add("ks4", "maths", absent ? "X" : std::to_string(maths));
    }

    const std::string& m_year;
    std::size_t m_index;
    const SchoolStory& m_story;
    int m_ability;
    Random m_random;
    std::vector<ExportedResult>& m_results;
};

} // namespace

std::vector<ExportedResult> statutory_results(const ExportedSchool& school, const SchoolStory& story) {
    std::vector<ExportedResult> results;
    for (std::size_t i = 0; i < school.pupils.size(); ++i) {
        const ExportedPupil& pupil = school.pupils[i];
        if (pupil.left.empty() || pupil.left >= iso_text(school.as_at))
            Results(pupil, i, story, results).write();
    }
    return results;
}

} // namespace termbook::sample
