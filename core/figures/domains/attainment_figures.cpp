// SPDX-License-Identifier: MPL-2.0
#include "core/figures/domains/definitions.hpp"
#include "core/figures/domains/result_counts.hpp"

#include <array>

namespace termbook {

namespace {

using Record = const PupilRecord&;
using namespace results;

// Scaled scores and thresholds of the statutory assessments, as the Standards and Testing Agency sets them.
constexpr std::int64_t expected_scaled_score = 100;
constexpr std::int64_t higher_scaled_score = 110;
constexpr std::int64_t phonics_threshold = 32;
constexpr std::int64_t full_marks_in_mtc = 25;

bool is_expected(const Result& result) {
    return reaches(result, expected_scaled_score, Outcome::expected);
}

bool is_higher(const Result& result) {
    return reaches(result, higher_scaled_score, Outcome::higher);
}

constexpr std::array<std::string_view, 3> reading_writing_maths{"reading", "writing", "maths"};
constexpr std::array<std::string_view, 5> good_level{"communication", "physical", "psed", "literacy",
                                                     "maths"};
constexpr std::array<std::string_view, 2> english_and_maths{"english", "maths"};

std::string_view subject(Record r) {
    return *r.selection.subject;
}

bool reaches_phonics(const Result& result) {
    return reaches(result, phonics_threshold, Outcome::expected);
}

bool has_full_marks(const Result& result) {
    return result.score == full_marks_in_mtc * score_scale;
}

/// Grades 9 to 1 as numbers.
template<std::int64_t grade>
bool has_grade(const Result& result) {
    return result.score.value_or(0) >= grade * score_scale;
}

constexpr auto eligible = "eligible pupils";
constexpr auto with_score = "pupils with a score";

/// Whom a statutory assessment is of. Another year group's results of it are of another school, another year
/// or another try: who takes the phonics check again in Year 2 is asked for by year=2.
constexpr std::optional<YearRange> years_of(Stage stage) {
    const auto only = [](int year) { return YearRange{{year}, {year}}; };
    switch (stage) {
    case Stage::eyfs:
        return only(0);
    case Stage::phonics:
        return only(1);
    case Stage::ks1:
        return only(2);
    case Stage::mtc:
        return only(4);
    case Stage::ks2:
        return only(6);
    case Stage::ks4:
        return only(11);
    case Stage::tracker:
        break;
    }
    return std::nullopt;
}

constexpr FigureDefinition at(Stage stage, FigureDefinition definition) {
    definition.stage = stage;
    definition.years_in_total = years_of(stage);
    return definition;
}

constexpr FigureDefinition published_until(std::string_view year, FigureDefinition definition) {
    definition.published_until = year;
    return definition;
}

/// Progress is measured from key stage 2, which these pupils did not sit in 2020 and 2021.
constexpr std::string_view years_without_progress8[] = {"2024/25", "2025/26"};

constexpr FigureDefinition none_in(std::span<const std::string_view> years, FigureDefinition definition) {
    definition.none_in = years;
    return definition;
}

constexpr FigureDefinition definitions[] = {
    at(Stage::eyfs, of_pupils({"eyfs.gld", "Good level of development", Unit::percent,
                               "pupils with a good level", "pupils",
                               "At the expected level at the end of Reception in communication and language, "
                               "physical development, "
                               "personal, social and emotional development, literacy and mathematics.",
                               Basis::results,
                               [](Record r) {
                                   if (const Result* whole = judged(result_of(r, Stage::eyfs, "gld")))
                                       return share(whole, is_at_age);
                                   return share_of_all(r, Stage::eyfs, good_level, is_at_age);
                               }})),
    at(Stage::phonics,
       of_pupils({"phonics.expected", "Phonics screening check: expected standard", Unit::percent,
                  "pupils with 32 marks or more", eligible,
                  "32 or more of 40 marks, of pupils in Year 1 unless another year "
                  "group is asked for. Pupils who were absent or "
                  "disapplied count as not having met the standard.",
                  Basis::results,
                  [](Record r) { return share(result_of(r, Stage::phonics, {}), reaches_phonics); }})),
    at(Stage::mtc,
       {"mtc.mean", "Multiplication tables check: average score", Unit::score, "marks, added up",
        "pupils who took the check", "Mean of the marks out of 25 of the pupils who took the check.",
        Basis::results, [](Record r) { return mean(result_of(r, Stage::mtc, {})); }}),
    at(Stage::mtc,
       of_pupils({"mtc.full-marks", "Multiplication tables check: full marks", Unit::percent,
                  "pupils with 25 marks", eligible,
                  "25 of 25 marks, as a share of all eligible pupils, whether they took the check or not.",
                  Basis::results,
                  [](Record r) { return share(result_of(r, Stage::mtc, {}), has_full_marks); }})),
    published_until(
        "2022/23",
        at(Stage::ks1, by_subject(of_pupils({"ks1.expected", "Key stage 1: expected standard", Unit::percent,
                                             "pupils at the expected standard", eligible,
                                             "A teacher's judgement of EXS or GDS at the end of Year 2; a "
                                             "score alone is none. There are no "
                                             "national figures since 2023/24.",
                                             Basis::results,
                                             [](Record r) {
                                                 return share_of_judged(result_of(r, Stage::ks1, subject(r)));
                                             }})))),
    at(Stage::ks2, by_subject(of_pupils(
                       {"ks2.expected", "Key stage 2: expected standard", Unit::percent,
                        "pupils at the expected standard", eligible,
                        "A scaled score of 100 or more; in writing a teacher's judgement of EXS or GDS. "
                        "Pupils who were absent "
                        "count as not having met the standard.",
                        Basis::results,
                        [](Record r) { return share(result_of(r, Stage::ks2, subject(r)), is_expected); }}))),
    at(Stage::ks2,
       by_subject(of_pupils(
           {"ks2.higher", "Key stage 2: higher standard", Unit::percent, "pupils at the higher standard",
            eligible, "A scaled score of 110 or more; in writing greater depth (GDS).", Basis::results,
            [](Record r) { return share(result_of(r, Stage::ks2, subject(r)), is_higher); }}))),
    at(Stage::ks2,
       of_pupils(
           {"ks2.rwm", "Key stage 2: reading, writing and maths, expected", Unit::percent,
            "pupils at the expected standard in all three", eligible,
            "At the expected standard in reading, writing and maths, as a share of all eligible pupils.",
            Basis::results,
            [](Record r) { return share_of_all(r, Stage::ks2, reading_writing_maths, is_expected); }})),
    at(Stage::ks2,
       of_pupils({"ks2.rwm-higher", "Key stage 2: reading, writing and maths, higher", Unit::percent,
                  "pupils at the higher standard in all three", eligible,
                  "At the higher standard in reading and maths and at greater depth in writing.",
                  Basis::results,
                  [](Record r) { return share_of_all(r, Stage::ks2, reading_writing_maths, is_higher); }})),
    at(Stage::ks2,
       by_subject({"ks2.score", "Key stage 2: average scaled score", Unit::score, "scaled scores, added up",
                   with_score, "Mean of the scaled scores, from 80 to 120.", Basis::results,
                   [](Record r) { return mean(result_of(r, Stage::ks2, subject(r))); }})),
    at(Stage::ks2,
       by_subject(of_pupils(
           {"ks2.above-average", "Key stage 2: above average", Unit::percent,
            "pupils with a scaled score above average", eligible,
            "A scaled score above 100, or above the average that termbook.xml sets. Pupils without "
            "a score count as not above.",
            Basis::results,
            [](Record r) { return share_above_average(r, result_of(r, Stage::ks2, subject(r))); }}))),
    at(Stage::tracker,
       by_subject(of_pupils(
           {"tracker.expected", "At age-related expectations or above", Unit::percent,
            "pupils at expectations or above", "pupils with a judgement",
            "The last judgement in the period is at or above what is expected for the age. Points alone are "
            "no judgement.",
            Basis::results,
            [](Record r) { return share_of_judged(last_result_of(r, Stage::tracker, subject(r))); }}))),
    at(Stage::tracker,
       by_subject({"tracker.progress", "Progress in points", Unit::score, "points of progress, added up",
                   "pupils with two judgements",
                   "Mean difference in points between the first and the last judgement in the period.",
                   Basis::results, [](Record r) { return progress(r, subject(r)); }})),
    at(Stage::ks4, {"ks4.attainment8", "Attainment 8", Unit::score, "points, added up", "pupils",
                    "Mean of the pupils' Attainment 8 scores.", Basis::results,
                    [](Record r) { return mean(result_of(r, Stage::ks4, "attainment8")); }}),
    none_in(years_without_progress8,
            at(Stage::ks4,
               {"ks4.progress8", "Progress 8", Unit::score, "points, added up", with_score,
                "Mean of the pupils' Progress 8 scores. There is none for 2024/25 and 2025/26.",
                Basis::results, [](Record r) { return mean(result_of(r, Stage::ks4, "progress8")); }})),
    at(Stage::ks4,
       of_pupils({"ks4.basics", "English and maths, grade 4 or above", Unit::percent,
                  "pupils with 9 to 4 in both", "pupils", "Grade 4 or above in English and in maths.",
                  Basis::results,
                  [](Record r) { return share_of_all(r, Stage::ks4, english_and_maths, has_grade<4>); }})),
    at(Stage::ks4,
       of_pupils({"ks4.basics-strong", "English and maths, grade 5 or above", Unit::percent,
                  "pupils with 9 to 5 in both", "pupils", "Grade 5 or above in English and in maths.",
                  Basis::results,
                  [](Record r) { return share_of_all(r, Stage::ks4, english_and_maths, has_grade<5>); }})),
};

} // namespace

std::span<const FigureDefinition> attainment_definitions() {
    return definitions;
}

} // namespace termbook
