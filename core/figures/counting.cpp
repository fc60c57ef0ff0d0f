// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting.hpp"

#include "core/disclosure/suppression.hpp"
#include "core/figures/request_check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string_view>
#include <vector>

namespace termbook {

namespace {

std::string plural(std::int64_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::vector<std::string> what_was_left_out(const Tally& sum) {
    std::vector<std::string> notes;
    if (sum.without_year > 0)
        notes.push_back(plural(sum.without_year, "pupil has no year group: counted",
                               "pupils have no year group: counted"));
    if (sum.without_data > 0)
        notes.push_back(plural(sum.without_data, "pupil has no attendance in this period",
                               "pupils have no attendance in this period"));
    if (sum.missing_marks > 0)
        notes.push_back(plural(sum.missing_marks, "session without a mark: not counted",
                               "sessions without a mark: not counted"));
    if (sum.unknown_marks > 0)
        notes.push_back(plural(sum.unknown_marks, "session with a mark that is no national code: not counted",
                               "sessions with a mark that is no national code: not counted"));
    return notes;
}

} // namespace

void withhold(FigureAnswer& answer, FigureStatus status, std::string reason) {
    answer.status = status;
    answer.reason = std::move(reason);
    answer.value.reset();
    answer.numerator.reset();
    answer.denominator.reset();
}

const SessionCounts& Counting::counts_of(const School& school, const Period& period) const {
    // The key alone would not do: a year to date ends elsewhere for another school, but sessions after it are
    // none of this school's.
    auto& kept = m_counts[{&school, period.key}];
    if (!kept) kept = std::make_unique<SessionCounts>(school, m_trust.codes, period);
    return *kept;
}

CountsOf Counting::counts_source() const {
    return [this](const School& school, const Period& period) -> const SessionCounts& {
        return counts_of(school, period);
    };
}

std::int64_t Counting::threshold() const {
    return m_audience == Audience::staff ? 0 : m_trust.disclosure_threshold;
}

FigureAnswer Counting::count(const FigureRequest& request, const Selection& selection) const {
    const AttendanceRule& rule = *attendance_rule(request.figure);
    FigureAnswer answer = described(request, selection);
    const Tally sum = gather(selection, rule, answer);
    judge(selection, rule, sum, answer);
    return answer;
}

FigureAnswer Counting::described(const FigureRequest& request, const Selection& selection) const {
    FigureAnswer answer;
    answer.request = request;
    answer.request.selectors = resolved(selection, request.selectors);
    answer.definition = &definition_of(request.figure);
    answer.title = answer.definition->title;
    if (selection.code) {
        const auto& code = m_trust.codes.code(*selection.code);
        answer.title += fmt::format(": {} {}", code.code, code.title);
    }
    answer.unit = answer.definition->unit;
    if (!request.against.empty()) {
        answer.title += " against target";
        answer.unit = Unit::points;
    }
    answer.who = in_words(m_trust, selection);
    answer.period = selection.period;
    answer.schools_asked = selection.schools.size();
    return answer;
}

void Counting::add_sources(const School& school, const Period& period, FigureAnswer& answer) const {
    std::set<std::size_t> used(school.sources.begin(), school.sources.end());
    if (const auto* attendance = school.attendance_in(period.year))
        used.insert(attendance->sources.begin(), attendance->sources.end());
    for (const std::size_t index : used) {
        const SourceFile& source = m_trust.sources[index];
        const bool known = std::any_of(answer.sources.begin(), answer.sources.end(),
                                       [&](const FigureSource& each) { return each.file == source.file; });
        if (!known) answer.sources.push_back({source.file, source.sha256, source.rows, source.as_at});
    }
}

Tally Counting::gather(const Selection& selection, const AttendanceRule& rule, FigureAnswer& answer) const {
    Tally sum;
    bool anyone = false;
    bool detail_missing = false;
    std::size_t without_such = 0; // schools whose pupils are none of those meant: no Year 7 in a primary
    for (const School* school : selection.schools) {
        const Tally of_school = tally(*school, counts_of(*school, selection.period), selection, rule);
        anyone = anyone || of_school.pupils > 0;
        if (of_school.pupils == 0 && !school->pupils.empty()) ++without_such;
        detail_missing = detail_missing || of_school.without_detail > 0;
        if (!of_school.has_data()) continue;
        ++answer.schools_with;
        sum.add(of_school);
        add_sources(*school, selection.period, answer);
    }
    if (anyone) answer.schools_asked -= without_such;
    const bool all_known = std::none_of(selection.schools.begin(), selection.schools.end(),
                                        [](const School* school) { return school->pupils.empty(); });
    if (answer.schools_with == 0 && !anyone && all_known)
        withhold(answer, FigureStatus::not_applicable, "no pupils are meant by this");
    else if (answer.schools_with == 0)
        withhold(answer, FigureStatus::no_data,
                 detail_missing ? "the exports give totals without reasons or dates"
                                : "the exports hold no attendance for this");
    else if (selection.whole_trust &&
             answer.schools_with * 100 <
                 answer.schools_asked * static_cast<std::size_t>(m_trust.coverage_percent))
        withhold(answer, FigureStatus::no_data, "too few schools gave data: " + coverage(answer));
    else
        answer.status = FigureStatus::ok;
    return sum;
}

/// Where anybody may read the page, a numerator or what is left of the denominator may not name a few pupils
/// either.
bool Counting::names_few(const AttendanceRule& rule, const Tally& sum) const {
    if (m_audience != Audience::public_ || !rule.counts_pupils || sum.denominator == 0) return false;
    const auto few = [&](std::int64_t n) { return n > 0 && n < threshold(); };
    return few(sum.numerator) || few(sum.denominator - sum.numerator);
}

void Counting::judge(const Selection& selection, const AttendanceRule& rule, const Tally& sum,
                     FigureAnswer& answer) const {
    if (answer.status != FigureStatus::ok) return;
    if (answer.definition->unit == Unit::percent && sum.denominator == 0)
        return withhold(answer, FigureStatus::not_applicable, "no possible sessions");
    if (is_withheld(selection, counts_source(), threshold()) || names_few(rule, sum))
        return withhold(answer, FigureStatus::suppressed,
                        fmt::format("withheld, so that no group of fewer than {} pupils can be told from it",
                                    m_trust.disclosure_threshold));
    answer.numerator = sum.numerator;
    answer.left_out = what_was_left_out(sum);
    if (answer.definition->unit == Unit::count) {
        answer.value = static_cast<double>(sum.numerator);
        return;
    }
    answer.denominator = sum.denominator;
    answer.value = 100.0 * static_cast<double>(sum.numerator) / static_cast<double>(sum.denominator);
}

std::optional<double> Counting::rate_up_to(Selection selection, const std::string& figure, Date last) const {
    if (last < selection.period.to) {
        selection.period.to = last;
        selection.period.key += " up to " + iso_text(last);
    }
    selection.period.whole_year = false;
    selection.period.key += ", dated";
    const AttendanceRule& rule = *attendance_rule(figure);
    Tally sum;
    for (const School* school : selection.schools) {
        const Tally of_school = tally(*school, counts_of(*school, selection.period), selection, rule);
        if (of_school.has_data()) sum.add(of_school);
    }
    if (sum.denominator == 0) return std::nullopt;
    return 100.0 * static_cast<double>(sum.numerator) / static_cast<double>(sum.denominator);
}

} // namespace termbook
