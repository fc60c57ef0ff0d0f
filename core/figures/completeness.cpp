// SPDX-License-Identifier: MPL-2.0
#include "core/figures/completeness.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace termbook {

namespace {

/// A school whose marks end so long before another's has most likely not exported since.
constexpr std::chrono::days behind{14};

/// Statutory results are with the schools so long before the last day of the academic year, in July.
constexpr std::chrono::days results_due{61};

/// A kind of results, and the year group that is assessed; none: any.
struct StageKind {
    Stage stage;
    std::string_view title;
    std::optional<YearGroup> year;
};

constexpr StageKind stages[] = {
    {Stage::eyfs, "Early years results", YearGroup{0}},
    {Stage::phonics, "Phonics screening check", YearGroup{1}},
    {Stage::mtc, "Multiplication tables check", YearGroup{4}},
    {Stage::ks2, "Key stage 2 results", YearGroup{6}},
    {Stage::ks4, "Key stage 4 results", YearGroup{11}},
    {Stage::tracker, "Assessments in school", std::nullopt},
};

constexpr std::pair<IncidentKind, std::pair<std::string_view, std::string_view>> logs[] = {
    {IncidentKind::suspension, {"suspensions", "Suspensions"}},
    {IncidentKind::exclusion, {"exclusions", "Permanent exclusions"}},
    {IncidentKind::behaviour, {"behaviour", "Behaviour incidents"}},
};

/// "0 pupils" are never said; of a few it is not said how many.
std::string pupils_in_words(const Trust& trust, std::size_t pupils) {
    if (static_cast<int>(pupils) < trust.disclosure_threshold)
        return fmt::format("fewer than {} pupils", trust.disclosure_threshold);
    return fmt::format("{} pupils", pupils);
}

/// Looks through one school's exports of each kind.
class Completeness {
  public:
    Completeness(const Trust& trust, const School& school, std::size_t year)
        : m_trust(trust), m_school(school), m_year(year), m_years(trust.calendar.years()) {}

    std::vector<KindOfExport> all() const {
        std::vector<KindOfExport> kinds{pupils(), attendance()};
        for (const StageKind& stage : stages)
            kinds.push_back(results(stage));
        for (const auto& [kind, words] : logs)
            kinds.push_back(incidents(kind, std::string(words.first), std::string(words.second)));
        return kinds;
    }

  private:
    using Sources = std::vector<std::size_t>;

    bool is_earlier(std::size_t year) const { return m_years[year].from < m_years[m_year].from; }

    std::optional<std::size_t> newest(const Sources& sources) const {
        const auto found =
            std::max_element(sources.begin(), sources.end(), [&](std::size_t a, std::size_t b) {
                return m_trust.sources[a].as_at < m_trust.sources[b].as_at;
            });
        return found == sources.end() ? std::nullopt : std::optional(*found);
    }

    /// The kind's newest export of the year, else of the last year before that has one; sources_in(year) are
    /// those of a year.
    template<typename SourcesIn>
    KindOfExport find(std::string key, std::string title, SourcesIn sources_in) const {
        KindOfExport kind{std::move(key), std::move(title), KindState::missing, {}, {}, {}, {}};
        const std::string& year = m_years[m_year].name;
        if ((kind.last = newest(sources_in(m_year)))) {
            kind.state = KindState::there;
            kind.year = year;
            return kind;
        }
        std::optional<std::size_t> before;
        for (std::size_t i = 0; i < m_years.size(); ++i)
            if (is_earlier(i) && !sources_in(i).empty() &&
                (!before || m_years[*before].from < m_years[i].from))
                before = i;
        kind.note = fmt::format("No export for {}", year);
        if (!before) return kind;
        kind.state = KindState::earlier;
        kind.last = newest(sources_in(*before));
        kind.year = m_years[*before].name;
        kind.note = fmt::format("None for {}; the last is of {}", year, kind.year);
        return kind;
    }

    KindOfExport pupils() const {
        KindOfExport kind = find("pupils", "Pupils", [&](std::size_t year) {
            const Roll* roll = m_school.roll_in(year);
            return roll ? roll->sources : Sources{};
        });
        if (kind.state == KindState::earlier && m_school.roll_in(m_year))
            kind.note += ", from which year groups are counted on";
        return kind;
    }

    KindOfExport attendance() const {
        KindOfExport kind = find("attendance", "Attendance", [&](std::size_t year) {
            const AttendanceYear* given = m_school.attendance_in(year);
            return given ? given->sources : Sources{};
        });
        const AttendanceYear* given = m_school.attendance_in(m_year);
        if (kind.state != KindState::there || !given) return kind;
        kind.last_session = given->last_day();
        std::vector<std::string> notes;
        notes.push_back(kind.last_session ? "marks to " + long_text(*kind.last_session)
                                          : "totals only: no reasons, no terms");
        if (const auto others = last_session();
            others && kind.last_session && *kind.last_session + behind < *others)
            notes.push_back(fmt::format("another school's go to {}", long_text(*others)));
        if (const std::size_t without = pupils_without(*given); without > 0)
            notes.push_back(fmt::format("{} on roll have none", pupils_in_words(m_trust, without)));
        kind.note = fmt::format("{}", fmt::join(notes, "; "));
        kind.note.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(kind.note.front())));
        return kind;
    }

    /// Of any school.
    std::optional<Date> last_session() const {
        std::optional<Date> last;
        for (const School& school : m_trust.schools)
            if (const AttendanceYear* given = school.attendance_in(m_year))
                last = std::max(last, given->last_day());
        return last;
    }

    std::size_t pupils_without(const AttendanceYear& given) const {
        std::size_t without = 0;
        each_on_roll([&](std::size_t pupil, const Enrolment& enrolment) {
            const bool counted = !enrolment.year || statutory_years.holds(*enrolment.year);
            without += counted && !given.has_marks(pupil) && !given.has_totals(pupil) ? 1 : 0;
        });
        return without;
    }

    template<typename See>
    void each_on_roll(See see) const {
        const Roll* roll = m_school.roll_in(m_year);
        if (!roll) return;
        for (std::size_t i = 0; i < m_school.pupils.size(); ++i)
            if (const Enrolment* enrolment = roll->enrolment(i)) see(i, *enrolment);
    }

    /// Whether the school has a year group; one of which no list tells may have any.
    bool has_year(YearGroup year) const {
        bool any_known = false;
        bool found = false;
        each_on_roll([&](std::size_t, const Enrolment& enrolment) {
            any_known = any_known || enrolment.year.has_value();
            found = found || enrolment.year == year;
        });
        return !any_known || found;
    }

    KindOfExport results(const StageKind& stage) const {
        KindOfExport kind = find(fmt::format("results.{}", to_string(stage.stage)), std::string(stage.title),
                                 [&](std::size_t year) {
                                     const ResultsYear* given = m_school.results_in(year);
                                     return given ? given->sources_of(stage.stage) : Sources{};
                                 });
        if (kind.state == KindState::there || !stage.year) return kind;
        if (!has_year(*stage.year)) {
            kind.state = KindState::not_expected;
            kind.note = fmt::format("No pupils in {}", year_group_name(*stage.year));
            kind.last.reset();
        } else if (!results_are_due()) {
            kind.state = KindState::not_due;
            kind.note = kind.last ? fmt::format("Due in the summer; the last is of {}", kind.year)
                                  : "Due in the summer";
        }
        return kind;
    }

    /// Whether the trust's exports go so far into the year.
    bool results_are_due() const {
        const auto last = last_session();
        return !last || *last + results_due >= m_years[m_year].to;
    }

    KindOfExport incidents(IncidentKind which, std::string key, std::string title) const {
        return find(std::move(key), std::move(title), [&](std::size_t year) {
            const IncidentLog* log = m_school.incidents_in(which, year);
            return log ? log->sources : Sources{};
        });
    }

    const Trust& m_trust;
    const School& m_school;
    const std::size_t m_year;
    const std::vector<AcademicYear>& m_years;
};

} // namespace

std::string_view to_string(KindState state) {
    switch (state) {
    case KindState::there:
        return "Given";
    case KindState::earlier:
        return "Earlier year";
    case KindState::missing:
        return "Missing";
    case KindState::not_due:
        return "Not due yet";
    case KindState::not_expected:
        return "Not expected";
    }
    return {};
}

std::vector<KindOfExport> completeness(const Trust& trust, const School& school, std::size_t year) {
    return Completeness(trust, school, year).all();
}

std::size_t year_of_completeness(const Trust& trust) {
    const auto& years = trust.calendar.years();
    std::optional<std::size_t> latest;
    const auto consider = [&](std::size_t year) {
        if (!latest || years[*latest].from < years[year].from) latest = year;
    };
    for (const School& school : trust.schools) {
        for (const AttendanceYear& each : school.attendance)
            consider(each.year);
        for (const Roll& each : school.rolls)
            if (!each.sources.empty()) consider(each.year);
    }
    return latest.value_or(trust.calendar.latest_begun(std::nullopt));
}

} // namespace termbook
