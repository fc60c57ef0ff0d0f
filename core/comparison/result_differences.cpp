// SPDX-License-Identifier: MPL-2.0
#include "core/comparison/result_differences.hpp"

#include "core/comparison/pupil_facts.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

std::string subject_of(const Result& result, const std::string& year) {
    std::string what = fmt::format("result in {}", to_string(result.stage));
    if (!result.subject.empty()) what += " " + result.subject;
    return what + (result.on ? " on " + iso_text(*result.on) : " in " + year);
}

std::string value_of(const Result& result) {
    if (!result.score) return std::string(to_string(result.outcome));
    return fmt::format("{}", static_cast<double>(*result.score) / static_cast<double>(score_scale));
}

} // namespace

ResultComparison::ResultComparison(const School& a, const Trust& of_a, const School& b, const YearPair& year,
                                   IssueLog& not_compared) {
    const ResultsYear* results_a = a.results_in(year.a);
    const ResultsYear* results_b = b.results_in(year.b);
    const std::string& name = of_a.calendar.years()[year.a].name;
    if (!results_a != !results_b)
        not_compared.add(not_in(results_a ? Side::b : Side::a, "results in " + name, a));
    if (!results_a || !results_b) return;
    m_a = by_pupil(a, *results_a, name);
    m_b = by_pupil(b, *results_b, name);
}

ResultComparison::Results ResultComparison::by_pupil(const School& school, const ResultsYear& results,
                                                     const std::string& year) {
    Results all(school.pupils.size());
    for (const Result& result : results.results)
        all[result.pupil][subject_of(result, year)] = value_of(result);
    return all;
}

void ResultComparison::compare(std::size_t in_a, std::size_t in_b, const SeeValues& see) const {
    if (m_a.empty() || m_b.empty()) return;
    const OfPupil& a = m_a[in_a];
    const OfPupil& b = m_b[in_b];
    for (const auto& [what, value] : a)
        if (const auto other = b.find(what); other == b.end() || other->second != value)
            see(what, value, other == b.end() ? std::string() : other->second);
    for (const auto& [what, value] : b)
        if (!a.contains(what)) see(what, {}, value);
}

} // namespace termbook
