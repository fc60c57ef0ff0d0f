// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting.hpp"

#include "core/diagnostics/error.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace termbook {

namespace {

std::string plural(std::int64_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

struct Note {
    std::int64_t Tally::*count;
    std::string_view one;
    std::string_view many;
};

constexpr Note attendance_notes[] = {
    {&Tally::without_data, "pupil has no attendance in this period",
     "pupils have no attendance in this period"},
    {&Tally::missing_marks, "session without a mark: not counted", "sessions without a mark: not counted"},
    {&Tally::unknown_marks, "session with a mark that is no national code: not counted",
     "sessions with a mark that is no national code: not counted"},
};

constexpr Note notes[] = {
    {&Tally::without_year, "pupil has no year group: counted", "pupils have no year group: counted"},
    {&Tally::reckoned, "pupil's year group was worked out from another year's list",
     "pupils' year groups were worked out from another year's list"},
    {&Tally::not_known, "pupil of whom the exports do not say whether they are of the group: not counted",
     "pupils of whom the exports do not say whether they are of the group: not counted"},
};

constexpr Note result_notes[] = {
    {&Tally::without_data, "pupil has no such result: not counted",
     "pupils have no such result: not counted"},
};

std::vector<std::string> what_was_left_out(const Tally& sum, Basis basis) {
    std::vector<std::string> texts;
    const auto add = [&](const Note& note) {
        if (const std::int64_t n = sum.*note.count; n > 0) texts.push_back(plural(n, note.one, note.many));
    };
    std::for_each(std::begin(notes), std::end(notes), add);
    if (is_attendance(basis)) std::for_each(std::begin(attendance_notes), std::end(attendance_notes), add);
    if (basis == Basis::results) std::for_each(std::begin(result_notes), std::end(result_notes), add);
    return texts;
}

/// What is missing, in words, when no school has data for a figure.
std::string_view what_is_wanted(Basis basis) {
    switch (basis) {
    case Basis::totals:
    case Basis::marks:
        return "the exports hold no attendance for this";
    case Basis::results:
        return "the exports hold no such results for this";
    case Basis::suspensions:
        return "no export of suspensions for this year";
    case Basis::exclusions:
        return "no export of exclusions for this year";
    case Basis::behaviour:
        return "no export of behaviour incidents for this year";
    case Basis::roll:
        return "no list of pupils for this year";
    }
    return {};
}

bool is_rate(Unit unit) {
    return unit == Unit::percent || unit == Unit::score;
}

} // namespace

void withhold(FigureAnswer& answer, FigureStatus status, std::string reason) {
    answer.status = status;
    answer.reason = std::move(reason);
    answer.value.reset();
    answer.numerator.reset();
    answer.denominator.reset();
    answer.pupils.reset();
}

const FigureDefinition& definition_of(std::string_view key) {
    if (const auto* found = find_figure(key)) return *found;
    std::vector<std::string_view> keys;
    for (const auto& each : catalogue())
        keys.push_back(each.key);
    const auto nearest = nearest_spelling(key, keys);
    throw Error({}, fmt::format("the figure '{}'", key), "a figure of the catalogue",
                nearest.empty()
                    ? std::string("see `termbook catalogue`")
                    : fmt::format("did you mean '{}'? `termbook catalogue` lists them all", nearest),
                ErrorKind::usage);
}

Selection Counting::selection_of(const FigureRequest& request) const {
    Selection selection = select(m_trust, m_options, request.selectors);
    const Basis basis = definition_of(request.figure).basis;
    selection.statutory_years = is_attendance(basis);
    return selection;
}

const SchoolRecords& Counting::records_of(const School& school, const Period& period) const {
    // The key alone would not do: a year to date ends elsewhere for another school, but what is after it is
    // none of this school's.
    auto& kept = m_records[{&school, period.key}];
    if (!kept) kept = std::make_unique<SchoolRecords>(m_trust, school, period);
    return *kept;
}

RecordsOf Counting::records_source() const {
    return [this](const School& school, const Period& period) -> const SchoolRecords& {
        return records_of(school, period);
    };
}

std::int64_t Counting::threshold() const {
    return m_options.audience == Audience::staff ? 0 : m_trust.disclosure_threshold;
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
    if (selection.subject) answer.title += ": " + *selection.subject;
    if (selection.type) answer.title += ": " + *selection.type;
    answer.unit = answer.definition->unit;
    answer.who = in_words(m_trust, selection);
    answer.period = selection.period;
    answer.schools_asked = selection.schools.size();
    return answer;
}

void Counting::add_sources(const School& school, const Period& period, FigureAnswer& answer) const {
    std::set<std::size_t> used;
    const auto use = [&](const std::vector<std::size_t>& sources) {
        used.insert(sources.begin(), sources.end());
    };
    if (const Roll* roll = school.roll_in(period.year)) use(roll->sources);
    const auto use_log = [&](IncidentKind kind) {
        if (const IncidentLog* log = school.incidents_in(kind, period.year)) use(log->sources);
    };
    switch (answer.definition->basis) {
    case Basis::totals:
    case Basis::marks:
        if (const auto* attendance = school.attendance_in(period.year)) use(attendance->sources);
        break;
    case Basis::results:
        if (const auto* results = school.results_in(period.year)) use(results->sources);
        break;
    case Basis::suspensions:
        use_log(IncidentKind::suspension);
        break;
    case Basis::exclusions:
        use_log(IncidentKind::exclusion);
        break;
    case Basis::behaviour:
        use_log(IncidentKind::behaviour);
        break;
    case Basis::roll:
        break;
    }
    for (const std::size_t index : used) {
        const SourceFile& source = m_trust.sources[index];
        const bool known = std::any_of(answer.sources.begin(), answer.sources.end(),
                                       [&](const FigureSource& each) { return each.file == source.file; });
        if (!known) answer.sources.push_back({source.file, source.sha256, source.rows, source.as_at});
    }
}

Tally Counting::gather(const Selection& selection, FigureAnswer& answer) const {
    Tally sum;
    Tally all;                    // of schools without data, too
    std::size_t without_such = 0; // schools whose pupils are none of those meant: no Year 7 in a primary
    for (const School* school : selection.schools) {
        const Tally of_school = tally(records_of(*school, selection.period), selection, *answer.definition);
        all.add(of_school);
        // A school that exported nobody for the year is not one without such pupils.
        const bool listed = !school->pupils.empty() && school->roll_in(selection.period.year);
        if (listed && of_school.pupils == 0 && of_school.not_known == 0) ++without_such;
        if (!of_school.has_data()) continue;
        ++answer.schools_with;
        sum.add(of_school);
        add_sources(*school, selection.period, answer);
    }
    if (all.pupils > 0) answer.schools_asked -= without_such;
    answer.status = FigureStatus::ok;
    if (answer.schools_with == 0)
        say_what_is_missing(selection, all, without_such, answer);
    else if (selection.whole_trust &&
             answer.schools_with * 100 <
                 answer.schools_asked * static_cast<std::size_t>(m_trust.coverage_percent))
        withhold(answer, FigureStatus::no_data, "too few schools gave data: " + coverage(answer));
    return sum;
}

void Counting::say_what_is_missing(const Selection& selection, const Tally& sum, std::size_t without_such,
                                   FigureAnswer& answer) const {
    if (sum.pupils == 0 && sum.not_known > 0)
        return withhold(answer, FigureStatus::no_data, "the exports do not say who is of the group");
    if (without_such == selection.schools.size())
        return withhold(answer, FigureStatus::not_applicable, "no pupils are meant by this");
    withhold(answer, FigureStatus::no_data,
             sum.without_detail > 0 ? "the exports give totals without reasons or dates"
                                    : std::string(what_is_wanted(answer.definition->basis)));
}

/// Where anybody may read the page, a numerator or what is left of the denominator may not name a few pupils
/// either.
bool Counting::names_few(const FigureDefinition& definition, const Tally& sum) const {
    return m_options.audience == Audience::public_ &&
           termbook::names_few(definition, sum.numerator, sum.denominator, threshold());
}

void Counting::judge(const Selection& selection, const Tally& sum, FigureAnswer& answer) const {
    if (answer.status != FigureStatus::ok) return;
    const FigureDefinition& definition = *answer.definition;
    if (is_rate(definition.unit) && sum.denominator == 0)
        return withhold(answer, FigureStatus::not_applicable, fmt::format("no {}", definition.denominator));
    if (is_withheld(m_trust, selection, definition, records_source(), threshold()) ||
        names_few(definition, sum))
        return withhold(answer, FigureStatus::suppressed,
                        fmt::format("withheld, so that no group of fewer than {} pupils can be told from it",
                                    m_trust.disclosure_threshold));
    answer.numerator = sum.numerator;
    answer.pupils = sum.resting;
    answer.left_out = what_was_left_out(sum, definition.basis);
    if (definition.unit == Unit::count) {
        answer.value = static_cast<double>(sum.numerator);
        return;
    }
    answer.denominator = sum.denominator;
    const double quotient = static_cast<double>(sum.numerator) / static_cast<double>(sum.denominator);
    answer.value = definition.unit == Unit::score ? quotient / score_scale : 100.0 * quotient;
}

FigureAnswer Counting::answer(const FigureRequest& request, const Selection& selection) const {
    FigureAnswer answer = described(request, selection);
    const Tally sum = gather(selection, answer);
    judge(selection, sum, answer);
    if (is_out_of_reach(selection, answer)) m_recalling.recall(selection, answer);
    return answer;
}

bool Counting::is_out_of_reach(const Selection& selection, const FigureAnswer& answer) const {
    if (answer.status != FigureStatus::not_applicable) return answer.status == FigureStatus::no_data;
    // Nobody is known to have been there; but no list of pupils of that year says so.
    return std::none_of(selection.schools.begin(), selection.schools.end(), [&](const School* school) {
        const Roll* roll = school->roll_in(selection.period.year);
        return roll && !roll->sources.empty();
    });
}

std::optional<double> Counting::rate_up_to(Selection selection, const FigureDefinition& definition,
                                           Date last) const {
    if (last < selection.period.to) {
        selection.period.to = last;
        selection.period.key += " up to " + iso_text(last);
    }
    selection.period.whole_year = false;
    selection.period.key += ", dated";
    Tally sum;
    for (const School* school : selection.schools) {
        const Tally of_school = tally(records_of(*school, selection.period), selection, definition);
        if (of_school.has_data()) sum.add(of_school);
    }
    if (sum.denominator == 0) return std::nullopt;
    return 100.0 * static_cast<double>(sum.numerator) / static_cast<double>(sum.denominator);
}

} // namespace termbook
