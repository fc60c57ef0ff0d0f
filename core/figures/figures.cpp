// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figures.hpp"

#include "core/diagnostics/error.hpp"
#include "core/figures/members.hpp"
#include "core/figures/tally.hpp"
#include "core/figures/targets.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace termbook {

namespace {

const FigureDefinition& definition_of(const std::string& key) {
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

void check_code(const FigureDefinition& definition, const Selection& selection,
                const AttendanceCodes& codes) {
    if (definition.needs_code != selection.code.has_value())
        throw Error({}, fmt::format("{} {} a code", definition.key, selection.code ? "with" : "without"),
                    definition.needs_code ? "a selector such as code=I" : "a figure that is counted by code",
                    definition.needs_code ? "add it" : "remove the code, or ask for attendance.reason",
                    ErrorKind::usage);
    if (!selection.code || definition.unit != Unit::percent) return;
    if (!counts_as_possible(codes.counts_as(*selection.code)))
        throw Error({}, fmt::format("{} code={}", definition.key, codes.code(*selection.code).code),
                    "a code that counts as a possible session",
                    "ask for attendance.sessions, which counts any code", ErrorKind::usage);
}

void check_against(const FigureRequest& request, const FigureDefinition& definition) {
    if (request.against.empty()) return;
    if (request.against != "target")
        throw Error({}, fmt::format("against={}", request.against), "against=target", "correct it",
                    ErrorKind::usage);
    if (definition.unit != Unit::percent)
        throw Error({}, fmt::format("{} against=target", definition.key), "a rate",
                    "compare a figure that is a percentage", ErrorKind::usage);
}

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

void withhold(FigureAnswer& answer, FigureStatus status, std::string reason) {
    answer.status = status;
    answer.reason = std::move(reason);
    answer.value.reset();
    answer.numerator.reset();
    answer.denominator.reset();
}

} // namespace

struct Figures::State {
    const Trust& trust;
    FigureOptions options;
    mutable std::map<std::pair<const School*, std::string>, std::unique_ptr<SessionCounts>> counts;

    const SessionCounts& counts_of(const School& school, const Period& period) const {
        // The key alone would not do: a year to date ends elsewhere for another school, but sessions after it
        // are none of this school's.
        auto& kept = counts[{&school, period.key}];
        if (!kept) kept = std::make_unique<SessionCounts>(school, trust.codes, period);
        return *kept;
    }

    CountsOf counts_source() const {
        return [this](const School& school, const Period& period) -> const SessionCounts& {
            return counts_of(school, period);
        };
    }

    std::int64_t threshold() const {
        return options.audience == Audience::staff ? 0 : trust.disclosure_threshold;
    }

    FigureAnswer described(const FigureRequest& request, const Selection& selection) const;
    Tally gather(const Selection& selection, const AttendanceRule& rule, FigureAnswer& answer) const;
    void add_sources(const School& school, const Period& period, FigureAnswer& answer) const;
    void judge(const Selection& selection, const AttendanceRule& rule, const Tally& sum,
               FigureAnswer& answer) const;
    bool names_few(const AttendanceRule& rule, const Tally& sum) const;
    std::optional<double> rate_up_to(Selection selection, const std::string& figure, Date last) const;
};

FigureAnswer Figures::State::described(const FigureRequest& request, const Selection& selection) const {
    FigureAnswer answer;
    answer.request = request;
    answer.request.selectors = resolved(selection, request.selectors);
    answer.definition = &definition_of(request.figure);
    answer.title = answer.definition->title;
    if (selection.code) {
        const auto& code = trust.codes.code(*selection.code);
        answer.title += fmt::format(": {} {}", code.code, code.title);
    }
    answer.unit = answer.definition->unit;
    if (!request.against.empty()) {
        answer.title += " against target";
        answer.unit = Unit::points;
    }
    answer.who = in_words(trust, selection);
    answer.period = selection.period;
    answer.schools_asked = selection.schools.size();
    return answer;
}

void Figures::State::add_sources(const School& school, const Period& period, FigureAnswer& answer) const {
    std::set<std::size_t> used(school.sources.begin(), school.sources.end());
    if (const auto* attendance = school.attendance_in(period.year))
        used.insert(attendance->sources.begin(), attendance->sources.end());
    for (const std::size_t index : used) {
        const SourceFile& source = trust.sources[index];
        const bool known = std::any_of(answer.sources.begin(), answer.sources.end(),
                                       [&](const FigureSource& each) { return each.file == source.file; });
        if (!known) answer.sources.push_back({source.file, source.sha256, source.rows, source.as_at});
    }
}

Tally Figures::State::gather(const Selection& selection, const AttendanceRule& rule,
                             FigureAnswer& answer) const {
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
                 answer.schools_asked * static_cast<std::size_t>(trust.coverage_percent))
        withhold(answer, FigureStatus::no_data, "too few schools gave data: " + coverage(answer));
    else
        answer.status = FigureStatus::ok;
    return sum;
}

/// Where anybody may read the page, a numerator or what is left of the denominator may not name a few pupils
/// either.
bool Figures::State::names_few(const AttendanceRule& rule, const Tally& sum) const {
    if (options.audience != Audience::public_ || !rule.counts_pupils || sum.denominator == 0) return false;
    const auto few = [&](std::int64_t n) { return n > 0 && n < threshold(); };
    return few(sum.numerator) || few(sum.denominator - sum.numerator);
}

void Figures::State::judge(const Selection& selection, const AttendanceRule& rule, const Tally& sum,
                           FigureAnswer& answer) const {
    if (answer.status != FigureStatus::ok) return;
    if (answer.definition->unit == Unit::percent && sum.denominator == 0)
        return withhold(answer, FigureStatus::not_applicable, "no possible sessions");
    if (is_withheld(selection, counts_source(), threshold()) || names_few(rule, sum))
        return withhold(answer, FigureStatus::suppressed,
                        fmt::format("withheld, so that no group of fewer than {} pupils can be told from it",
                                    trust.disclosure_threshold));
    answer.numerator = sum.numerator;
    answer.left_out = what_was_left_out(sum);
    if (answer.definition->unit == Unit::count) {
        answer.value = static_cast<double>(sum.numerator);
        return;
    }
    answer.denominator = sum.denominator;
    answer.value = 100.0 * static_cast<double>(sum.numerator) / static_cast<double>(sum.denominator);
}

/// A rate of the selection's period cut short; none where the exports have no dates, or nothing to divide by.
std::optional<double> Figures::State::rate_up_to(Selection selection, const std::string& figure,
                                                 Date last) const {
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

Figures::Figures(const Trust& trust, FigureOptions options)
    : m_state(std::make_unique<State>(State{trust, std::move(options), {}})) {}
Figures::~Figures() = default;
Figures::Figures(Figures&&) noexcept = default;

void Figures::check(const FigureRequest& request) const {
    const FigureDefinition& definition = definition_of(request.figure);
    const Selection selection = select(m_state->trust, m_state->options, request.selectors);
    check_code(definition, selection, m_state->trust.codes);
    check_against(request, definition);
}

FigureAnswer Figures::answer(const FigureRequest& request) const {
    check(request);
    const Selection selection = select(m_state->trust, m_state->options, request.selectors);
    const AttendanceRule& rule = *attendance_rule(request.figure);
    FigureAnswer answer = m_state->described(request, selection);
    const Tally sum = m_state->gather(selection, rule, answer);
    m_state->judge(selection, rule, sum, answer);
    if (request.against.empty() || answer.status != FigureStatus::ok) return answer;
    const auto aim = target(request);
    if (aim)
        answer.value = *answer.value - aim->value;
    else
        withhold(answer, FigureStatus::no_data, "no target is set for this in termbook.xml");
    return answer;
}

std::vector<Member> Figures::members(std::string_view dimension, const Selectors& scope) const {
    return dimension_members(m_state->trust, select(m_state->trust, m_state->options, scope), dimension,
                             m_state->counts_source());
}

Fields Figures::fields(const Selectors& scope) const {
    return selection_fields(m_state->trust, select(m_state->trust, m_state->options, scope));
}

std::optional<Target> Figures::target(const FigureRequest& request) const {
    return find_target(m_state->trust, select(m_state->trust, m_state->options, request.selectors),
                       request.figure);
}

std::optional<TargetStatus> Figures::target_status(const FigureRequest& request) const {
    const auto aim = target(request);
    FigureRequest plain = request;
    plain.against.clear();
    const FigureAnswer reached = answer(plain);
    if (!aim || !reached.value || reached.unit != Unit::percent) return std::nullopt;
    return judge_target(*aim, *reached.value);
}

std::optional<Period> Figures::off_target_since(const FigureRequest& request) const {
    const auto now = target_status(request);
    if (!now || *now == TargetStatus::on_track) return std::nullopt;
    const auto aim = target(request);
    const Selection selection = select(m_state->trust, m_state->options, request.selectors);
    const auto months = m_state->trust.calendar.months(selection.period.year, selection.period.to);
    std::optional<Period> since;
    for (auto month = months.rbegin(); month != months.rend() && month->to >= selection.period.from;
         ++month) {
        const auto so_far = m_state->rate_up_to(selection, request.figure, month->to);
        if (!so_far) continue; // before the first session, or where totals have no dates
        if (judge_target(*aim, *so_far) == TargetStatus::on_track) break;
        since = *month;
    }
    return since;
}

const FigureOptions& Figures::options() const {
    return m_state->options;
}

const std::vector<std::string_view>& Figures::dimensions() {
    static const std::vector<std::string_view> names{"school", "year",  "class", "sex",
                                                     "term",   "month", "code"};
    return names;
}

const std::vector<std::string_view>& Figures::selector_names() {
    static const std::vector<std::string_view> names{"school", "year", "class", "sex",
                                                     "group",  "code", "period"};
    return names;
}

} // namespace termbook
