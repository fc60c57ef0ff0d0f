// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/counting.hpp"

#include "core/diagnostics/error.hpp"
#include "core/figures/counting/counting_notes.hpp"
#include "core/figures/packs/pack.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace termbook {

namespace {

std::string_view whom_it_rests_on(Basis basis) {
    return is_of_staff(basis) ? "members of staff" : "pupils";
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
    const FigureDefinition& definition = definition_of(request.figure);
    selection.years_in_total =
        is_attendance(definition.basis) ? std::optional(statutory_years) : definition.years_in_total;
    return selection;
}

const SchoolRecords& Counting::records_of(const School& school, const Period& period) const {
    auto& kept = m_records[{&school, stretch_of(period)}];
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

Withholding Counting::readers() const {
    return {threshold(), m_options.audience == Audience::public_};
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
    if (selection.weekday) answer.title += fmt::format(": {}", weekday_name(*selection.weekday));
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
    const Basis basis = answer.definition->basis;
    if (const Roll* roll = school.roll_in(period.year); roll && !is_of_staff(basis)) use(roll->sources);
    if (const auto kind = incidents_of(basis))
        if (const IncidentLog* log = school.incidents_in(*kind, period.year)) use(log->sources);
    switch (basis) {
    case Basis::totals:
    case Basis::marks:
        if (const auto* attendance = school.attendance_in(period.year)) use(attendance->sources);
        break;
    case Basis::results:
        if (const auto* results = school.results_in(period.year)) use(results->sources);
        break;
    case Basis::staff_days:
    case Basis::staff_absences:
        if (const auto* staff = school.staff_in(period.year)) use(staff->sources);
        break;
    case Basis::suspensions:
    case Basis::exclusions:
    case Basis::behaviour:
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
    const bool of_pupils = !is_of_staff(answer.definition->basis);
    if (!of_pupils && !selection.of_all_pupils()) {
        withhold(answer, FigureStatus::not_applicable, "staff are in no group of pupils");
        return sum;
    }
    if (selection.period.to < selection.period.from) {
        withhold(answer, FigureStatus::no_data,
                 fmt::format("{} has no <term> in termbook.xml", selection.period.name));
        return sum;
    }
    for (const School* school : selection.schools) {
        const Tally of_school = tally(records_of(*school, selection.period), selection, *answer.definition);
        all.add(of_school);
        // A school that exported nobody for the year is not one without such pupils.
        const bool listed = !school->pupils.empty() && school->roll_in(selection.period.year);
        if (of_pupils && listed && of_school.pupils == 0 && of_school.not_known == 0) ++without_such;
        if (!of_school.has_data(m_trust.coverage_percent)) continue;
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
    if (sum.without_length > 0)
        return withhold(answer, FigureStatus::no_data, "the exports do not say how long suspensions were");
    withhold(answer, FigureStatus::no_data,
             std::string(sum.without_detail > 0 ? what_is_lacking(answer.definition->basis)
                                                : what_is_wanted(answer.definition->basis)));
}

/// Where anybody may read the page, a numerator or what is left of the denominator may not name a few pupils
/// either.
bool Counting::names_few(const FigureDefinition& definition, const Tally& sum) const {
    return readers().few_named &&
           termbook::names_few(definition, sum.numerator, sum.denominator, threshold());
}

Period Counting::trusts_own(const Period& period) const {
    if (period.key != "ytd@" + m_trust.calendar.years()[period.year].name) return period;
    return select(m_trust, {}, {{"period", period.key}}).period;
}

bool Counting::is_withheld_school(const Selection& selection, const FigureDefinition& definition) const {
    if (threshold() <= 0 || selection.whole_trust || m_trust.schools.size() < 2 || !selection.of_all_pupils())
        return false;
    Selection beside = selection;
    beside.period = trusts_own(selection.period);
    const auto [place, is_new] =
        m_withheld_schools.try_emplace({what_of(definition, beside), stretch_of(beside.period)});
    if (is_new) place->second = withheld_schools(m_trust, beside, definition, records_source(), readers());
    const auto& urns = place->second;
    return std::find(urns.begin(), urns.end(), selection.schools.front()->urn) != urns.end();
}

bool Counting::must_be_withheld(const Selection& selection, const FigureDefinition& definition,
                                const Tally& sum) const {
    const auto alone = [&] {
        return is_withheld_school(selection, definition) ||
               is_withheld(selection, definition, records_source(), sum.resting, readers()) ||
               names_few(definition, sum);
    };
    const bool in_pack = m_options.pack != nullptr && threshold() > 0;
    return in_pack ? m_options.pack->withholds(selection, definition, alone) : alone();
}

void Counting::judge(const Selection& selection, const Tally& sum, FigureAnswer& answer) const {
    const FigureDefinition& definition = *answer.definition;
    const auto& none_in = definition.none_in;
    if (std::find(none_in.begin(), none_in.end(), selection.academic_year->name) != none_in.end())
        return withhold(answer, FigureStatus::not_applicable,
                        fmt::format("there is none for {}", selection.academic_year->name));
    if (answer.status != FigureStatus::ok) return;
    if (is_rate(definition.unit) && sum.denominator == 0)
        return withhold(answer, FigureStatus::not_applicable, fmt::format("no {}", definition.denominator));
    if (must_be_withheld(selection, definition, sum))
        return withhold(answer, FigureStatus::suppressed,
                        fmt::format("withheld, so that no group of fewer than {} {} can be told from it",
                                    m_trust.disclosure_threshold, whom_it_rests_on(definition.basis)));
    answer.numerator = sum.numerator;
    answer.pupils = sum.resting;
    const Period& period = selection.period;
    const bool to_date = period.whole_year && period.to < selection.academic_year->to;
    answer.left_out =
        what_was_left_out(sum, definition.basis, to_date ? std::optional(period.to) : std::nullopt);
    if (!is_rate(definition.unit)) {
        const auto count = static_cast<double>(sum.numerator);
        answer.value = definition.unit == Unit::days ? count / half_days_a_day : count;
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
    selection.period.to = std::min(selection.period.to, last);
    selection.period.whole_year = false;
    Tally sum;
    for (const School* school : selection.schools) {
        const Tally of_school = tally(records_of(*school, selection.period), selection, definition);
        if (of_school.has_data(m_trust.coverage_percent)) sum.add(of_school);
    }
    if (sum.denominator == 0) return std::nullopt;
    return 100.0 * static_cast<double>(sum.numerator) / static_cast<double>(sum.denominator);
}

} // namespace termbook
