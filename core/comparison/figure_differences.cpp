// SPDX-License-Identifier: MPL-2.0
#include "core/comparison/figure_differences.hpp"

#include "core/comparison/pairs.hpp"
#include "core/diagnostics/error.hpp"
#include "core/figures/counting/record.hpp"
#include "core/figures/figures.hpp"
#include "core/figures/groups.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace termbook {

namespace {

/// A period as each side writes it.
struct PeriodPair {
    std::string a;
    std::string b;
    bool whole_year{false};
};

/// Groups and complements, each set of pupils once: the complement of girls are boys, who are a group too.
std::vector<std::string> group_keys() {
    std::vector<std::string> keys;
    for (const GroupDefinition& group : groups()) {
        keys.push_back(GroupChoice{&group, false}.key());
        const bool is_group_too = std::any_of(groups().begin(), groups().end(),
                                              [&](const auto& other) { return other.title == group.others; });
        if (!is_group_too) keys.push_back(GroupChoice{&group, true}.key());
    }
    return keys;
}

std::optional<Date> last_session(const Trust& trust, std::size_t year) {
    std::optional<Date> last;
    for (const School& school : trust.schools)
        if (const AttendanceYear* attendance = school.attendance_in(year))
            last = std::max(last, attendance->last_day());
    return last;
}

/// The year, and what both sides call a term or a month of it from the same day to the same day.
std::vector<PeriodPair> pair_periods(const Trust& a, const Trust& b, const YearPair& year) {
    const auto whole = [](const Trust& trust, std::size_t index) {
        return trust.calendar.resolve("year", index, std::nullopt).key;
    };
    std::vector<PeriodPair> pairs{{whole(a, year.a), whole(b, year.b), true}};
    const auto pair = [&](const std::vector<Period>& in_a, const std::vector<Period>& in_b) {
        for (const Period& period : in_a)
            for (const Period& other : in_b)
                if (period.from == other.from && period.to == other.to)
                    pairs.push_back({period.key, other.key, false});
    };
    const auto last_a = last_session(a, year.a);
    const auto last_b = last_session(b, year.b);
    if (!last_a || !last_b) return pairs; // without dates a side reaches no term
    pair(a.calendar.terms(year.a, last_a), b.calendar.terms(year.b, last_b));
    pair(a.calendar.months(year.a, last_a), b.calendar.months(year.b, last_b));
    return pairs;
}

/// The bases for which any of the schools meant gave an export of the year.
std::set<Basis> bases_of(const Trust& trust, const School* only, std::size_t year) {
    const Period period = trust.calendar.resolve("year", year, std::nullopt);
    std::set<Basis> found;
    for (const School& school : trust.schools) {
        if (only && only != &school) continue;
        const SchoolRecords records(trust, school, period);
        for (const FigureDefinition& figure : catalogue())
            if (records.has(figure.basis)) found.insert(figure.basis);
    }
    return found;
}

/// The figures of one school, or of the trust, on both sides.
class ScopeComparison {
  public:
    ScopeComparison(const Trust& a, const Trust& b, const SchoolPair& schools, FiguresCompared& compared,
                    const std::function<void(const FigureDifference&)>& see)
        : m_trust_a(a), m_trust_b(b), m_schools(schools),
          m_a(a, {Audience::staff, schools.a ? schools.a->urn : std::string(), {}}),
          m_b(b, {Audience::staff, schools.b ? schools.b->urn : std::string(), {}}), m_compared(compared),
          m_see(see) {}

    void compare(const YearPair& year) {
        m_bases = bases_of(m_trust_a, m_schools.a, year.a);
        m_bases.merge(bases_of(m_trust_b, m_schools.b, year.b));
        const auto periods = pair_periods(m_trust_a, m_trust_b, year);
        m_period = periods.front();
        m_years = {{}};
        for (const std::string& key : keys("year", {}, nullptr))
            m_years.push_back({{"year", key}});
        find_groups();
        for (const PeriodPair& period : periods) {
            m_period = period;
            compare_period();
        }
    }

  private:
    /// Groups of which either side's exports tell; others make every figure one without data.
    void find_groups() {
        const auto& all = catalogue();
        const auto roll = std::find_if(all.begin(), all.end(), [](const FigureDefinition& each) {
            return each.basis == Basis::roll && !each.needs_subject;
        });
        m_groups = group_keys();
        std::erase_if(m_groups, [&](const std::string& group) {
            const auto unknown = [&](const Figures& book, const std::string& period) {
                const auto found = answer(book, *roll, {{"group", group}}, period);
                return found && found->status == FigureStatus::no_data;
            };
            return unknown(m_a, m_period.a) && unknown(m_b, m_period.b);
        });
    }

    void compare_period() {
        std::vector<Selectors> scopes = m_years;
        for (const std::string& group : m_groups)
            for (const Selectors& years : m_years)
                if (m_period.whole_year || years.empty()) {
                    scopes.push_back(years);
                    scopes.back()["group"] = group;
                }
        for (const FigureDefinition& figure : catalogue()) {
            if (!m_bases.contains(figure.basis)) continue;
            if (figure.needs_code)
                compare_by(figure, "code");
            else if (figure.needs_subject)
                compare_by(figure, "subject");
            else
                compare(figure, scopes);
        }
    }

    /// What either side has of a dimension in the period.
    std::set<std::string> keys(std::string_view dimension, Selectors scope,
                               const FigureDefinition* figure) const {
        std::set<std::string> found;
        const auto add = [&](const Figures& book, const std::string& period) {
            scope["period"] = period;
            for (const Member& member : book.members(dimension, scope, figure))
                found.insert(member.selectors.find(dimension)->second);
        };
        add(m_a, m_period.a);
        add(m_b, m_period.b);
        return found;
    }

    void compare_by(const FigureDefinition& figure, const std::string& dimension) {
        std::vector<Selectors> scopes;
        for (const Selectors& years : m_years)
            for (const std::string& key : keys(dimension, years, &figure)) {
                scopes.push_back(years);
                scopes.back()[dimension] = key;
            }
        compare(figure, scopes);
    }

    void compare(const FigureDefinition& figure, const std::vector<Selectors>& scopes) {
        for (const Selectors& scope : scopes) {
            const auto a = answer(m_a, figure, scope, m_period.a);
            const auto b = answer(m_b, figure, scope, m_period.b);
            if (a && b) judge(*a, *b);
        }
    }

    /// None where the figure is not counted by what the scope selects.
    static std::optional<FigureAnswer> answer(const Figures& book, const FigureDefinition& figure,
                                              Selectors scope, const std::string& period) {
        scope["period"] = period;
        try {
            return book.answer({std::string(figure.key), std::move(scope), {}});
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::usage) throw;
            return std::nullopt;
        }
    }

    void judge(const FigureAnswer& a, const FigureAnswer& b) {
        if (!a.value && !b.value) return;
        const bool identical =
            a.value == b.value && a.numerator == b.numerator && a.denominator == b.denominator;
        if (identical) {
            ++m_compared.identical;
            return;
        }
        ++(a.value ? b.value ? m_compared.differing : m_compared.only_a : m_compared.only_b);
        m_see({a, b});
    }

    const Trust& m_trust_a;
    const Trust& m_trust_b;
    const SchoolPair m_schools; ///< nulls: the trust
    const Figures m_a;
    const Figures m_b;
    FiguresCompared& m_compared;
    const std::function<void(const FigureDifference&)>& m_see;
    std::set<Basis> m_bases;        ///< that either side has in the year
    std::vector<Selectors> m_years; ///< all pupils, and each year group
    std::vector<std::string> m_groups;
    PeriodPair m_period;
};

} // namespace

FiguresCompared compare_figures(const Trust& a, const Trust& b,
                                const std::function<void(const FigureDifference&)>& see) {
    FiguresCompared compared;
    std::vector<SchoolPair> scopes;
    for (const SchoolPair& pair : pair_schools(a, b))
        if (pair.whole()) scopes.push_back(pair);
    if (std::max(a.schools.size(), b.schools.size()) > 1) scopes.emplace_back(); // the trust
    for (const SchoolPair& schools : scopes) {
        ScopeComparison scope(a, b, schools, compared, see);
        for (const YearPair& year : pair_years(a, b))
            scope.compare(year);
    }
    return compared;
}

} // namespace termbook
