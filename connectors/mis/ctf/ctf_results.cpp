// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/ctf/ctf_results.hpp"

#include "connectors/mis/results/result_values.hpp"
#include "connectors/mis/tables/values.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace termbook {

namespace {

/// Early years areas that are no part of a good level of development: understanding the world, expressive
/// arts and design.
constexpr std::array<std::string_view, 2> areas_passed_over{"UTW", "EXP"};

/// What an assessment is a result of.
struct Assessed {
    Stage stage;
    std::string subject;

    friend auto operator<=>(const Assessed&, const Assessed&) = default;
};

std::optional<Stage> stage_of(const CtfAssessment& seen) {
    const auto is = [&](std::string_view code) {
        return seen.subject.text == code || seen.component.text == code;
    };
    if (is("MTC")) return Stage::mtc;
    if (is("PHO")) return Stage::phonics;
    if (seen.stage.text == "EYF" || seen.stage.text == "FSP") return Stage::eyfs;
    if (seen.stage.text == "KS1") return Stage::ks1;
    if (seen.stage.text == "KS2") return Stage::ks2;
    return std::nullopt;
}

/// English is told apart by its component.
std::string subject_of(const CtfAssessment& seen, Stage stage, const ResultCodes& codes) {
    if (stage == Stage::mtc || stage == Stage::phonics) return {};
    return codes.subject(seen.subject.text == "ENG" ? seen.component.text : seen.subject.text);
}

class CtfResults {
  public:
    CtfResults(std::size_t pupil, const ExportFile& file, Intake& intake, RegisterBuilder& school)
        : m_pupil(pupil), m_file(file), m_intake(intake), m_school(school) {}

    void place(const std::vector<CtfAssessment>& assessments) {
        for (const CtfAssessment& each : assessments)
            take(each);
        for (const auto& [of, found] : m_found)
            m_school.result(of.second, found.result, found.pos);
        for (const auto& [year, found] : m_again) // alike, or an issue
            m_school.result(year, found.result, found.pos);
        for (const auto& [of, found] : m_found)
            m_school.used_for_results(of.second, of.first.stage, m_file.source);
    }

  private:
    struct Found {
        Result result;
        bool by_teacher{false};
        SourcePos pos;
    };

    SourcePos place_of(const CtfText& text) const { return m_file.place(text.line, 0, "StageAssessment"); }

    void report(const CtfText& text, std::string found, std::string expected, std::string remedy) {
        m_intake.trust().issues.add(
            {place_of(text), std::move(found), std::move(expected), std::move(remedy), 1, {}});
    }

    /// The configured year in whose summer a Year lies.
    std::optional<std::size_t> year_of(const CtfAssessment& seen) const {
        const auto year = parse_count(seen.year.text);
        constexpr unsigned june = 6;
        const auto summer = year ? make_date(static_cast<int>(*year), june, 1) : std::nullopt;
        return summer ? m_intake.trust().calendar.year_of(*summer) : std::nullopt;
    }

    void take(const CtfAssessment& seen) {
        if (std::find(areas_passed_over.begin(), areas_passed_over.end(), seen.subject.text) !=
            areas_passed_over.end())
            return;
        const auto stage = stage_of(seen);
        if (!stage)
            return report(seen.result, fmt::format("results of the stage {}", shown(seen.stage.text)),
                          "EYF, KS1 or KS2", "they are not counted");
        const auto year = year_of(seen);
        if (!year)
            return report(seen.result, "results of no configured year", "a <year> of termbook.xml",
                          "they are not counted; add the year if they should be");
        Result result;
        result.pupil = m_pupil;
        result.stage = *stage;
        result.subject = subject_of(seen, *stage, m_codes);
        if (!read_result(seen.result.text, m_codes, result))
            return report(seen.result, fmt::format("the result {}", shown(seen.result.text)),
                          results_expected(m_codes, result), "it is not counted; correct it");
        keep({{*stage, result.subject}, *year}, {result, seen.method.text == "TA", place_of(seen.result)});
    }

    void keep(std::pair<Assessed, std::size_t> of, Found found) {
        const auto [known, is_new] = m_found.try_emplace(of, found);
        if (is_new) return;
        if (of.first.stage == Stage::eyfs) {
            // An area is met where each of its goals is.
            auto& outcome = known->second.result.outcome;
            const bool absent = outcome == Outcome::absent || found.result.outcome == Outcome::absent;
            outcome = absent ? Outcome::absent : std::min(outcome, found.result.outcome);
        } else if (known->second.by_teacher && !found.by_teacher)
            known->second = std::move(found);
        else if (known->second.by_teacher == found.by_teacher)
            m_again.emplace_back(of.second, std::move(found));
    }

    const std::size_t m_pupil;
    const ExportFile& m_file;
    Intake& m_intake;
    RegisterBuilder& m_school;
    const ResultCodes& m_codes{national_result_codes()};
    std::vector<std::pair<std::size_t, Found>> m_again;        ///< of what is in m_found, by year
    std::map<std::pair<Assessed, std::size_t>, Found> m_found; ///< by year, too
};

} // namespace

void place_ctf_results(const std::vector<CtfAssessment>& assessments, std::size_t pupil,
                       const ExportFile& file, Intake& intake, RegisterBuilder& school) {
    CtfResults(pupil, file, intake, school).place(assessments);
}

} // namespace termbook
