// SPDX-License-Identifier: MPL-2.0
#include "core/figures/packs/sorts.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

namespace termbook {

namespace {

using Quantities = std::vector<const NotedFigure*>;
using Amounts = std::vector<std::int64_t>;

/// Sessions of a class, without those of codes that are told apart; or those of one code.
struct SessionSort {
    SessionClass session;
    std::optional<CodeId> code;
    std::vector<CodeId> without;

    std::int64_t amount(const SessionCounts& counts, std::size_t pupil) const {
        if (code) return counts.sessions_of(pupil, *code);
        std::int64_t sessions = of_class(counts.pupil(pupil));
        for (const CodeId each : without)
            sessions -= counts.sessions_of(pupil, each);
        return sessions;
    }

    std::int64_t of_class(const PupilSessions& pupil) const {
        switch (session) {
        case SessionClass::present:
            return pupil.attended() - pupil.aea; // also where only totals are known
        case SessionClass::aea:
            return pupil.aea;
        case SessionClass::authorised:
            return pupil.authorised;
        case SessionClass::unauthorised:
            return pupil.unauthorised;
        default:
            return 0;
        }
    }
};

class SessionSorts {
  public:
    SessionSorts(const Trust& trust, const Quantities& quantities)
        : m_codes(trust.codes), m_quantities(quantities) {}

    std::vector<Sort> all() {
        for (const SessionClass session :
             {SessionClass::present, SessionClass::aea, SessionClass::authorised, SessionClass::unauthorised})
            add_possible(session);
        bool any_not_possible = false;
        for (std::size_t i = 0; i < m_codes.codes().size(); ++i) {
            const auto code = static_cast<CodeId>(i + 1);
            if (counts_as_possible(m_codes.counts_as(code)) || !is_told_apart(code)) continue;
            add({m_codes.counts_as(code), code, {}}, counted_by(m_codes.counts_as(code), false, code));
            m_sorts.back().possible = false;
            any_not_possible = true;
        }
        // What is not possible comes and goes from and to nowhere.
        if (any_not_possible) m_sorts.push_back({counted_by_none(), false, true, {}});
        return std::move(m_sorts);
    }

  private:
    void add_possible(SessionClass session) {
        SessionSort rest{session, {}, {}};
        for (std::size_t i = 0; i < m_codes.codes().size(); ++i) {
            const auto code = static_cast<CodeId>(i + 1);
            if (m_codes.counts_as(code) != session || !is_told_apart(code)) continue;
            add({session, code, {}}, counted_by(session, m_codes.code(code).late, code));
            rest.without.push_back(code);
        }
        add(rest, counted_by(session, false, AttendanceCodes::none));
    }

    std::vector<bool> counted_by(SessionClass session, bool late, CodeId code) const {
        std::vector<bool> of;
        for (const NotedFigure* each : m_quantities)
            of.push_back(counts_session(each->quantity, session, late, code));
        return of;
    }

    std::vector<bool> counted_by_none() const { return std::vector<bool>(m_quantities.size(), false); }

    /// Whether a quantity counts a code otherwise than the rest of its class.
    bool is_told_apart(CodeId code) const {
        const AttendanceCode& row = m_codes.code(code);
        return counted_by(row.counts_as, row.late, code) !=
               counted_by(row.counts_as, false, AttendanceCodes::none);
    }

    /// Sorts that the same quantities count are one.
    void add(SessionSort sort, std::vector<bool> of) {
        const auto same =
            std::find_if(m_sorts.begin(), m_sorts.end(), [&](const Sort& each) { return each.of == of; });
        const auto place = static_cast<std::size_t>(same - m_sorts.begin());
        if (same == m_sorts.end()) {
            m_sorts.push_back({std::move(of), true, false, {}});
            m_parts.emplace_back();
        }
        m_parts[place].push_back(std::move(sort));
        m_sorts[place].amounts = [parts = m_parts[place]](const SchoolRecords& records) {
            Amounts amounts(records.school().pupils.size(), 0);
            for (const SessionSort& part : parts)
                for (std::size_t pupil = 0; pupil < amounts.size(); ++pupil)
                    amounts[pupil] += part.amount(records.sessions(), pupil);
            return amounts;
        };
    }

    const AttendanceCodes& m_codes;
    const Quantities& m_quantities;
    std::vector<Sort> m_sorts;
    std::vector<std::vector<SessionSort>> m_parts; // by sort
};

/// What happens, by its type and weekday as far as quantities tell them apart, and what they do not count.
class OtherSorts {
  public:
    explicit OtherSorts(const Quantities& quantities)
        : m_quantities(quantities),
          m_first(*quantities.front()), m_types{std::nullopt}, m_weekdays{std::nullopt} {
        if (!m_first.quantity.adds_up) return; // it is alone in its family
        for (const NotedFigure* each : quantities) {
            add(m_types, each->selection.type);
            add(m_weekdays, each->selection.weekday);
        }
    }

    std::vector<Sort> all() const {
        std::vector<Sort> sorts;
        for (const Type& type : m_types)
            for (const Weekday& weekday : m_weekdays)
                sorts.push_back(sort(type, weekday));
        sorts.push_back(not_counted());
        return sorts;
    }

  private:
    // None: those that no quantity names.
    using Type = std::optional<std::string>;
    using Weekday = std::optional<std::chrono::weekday>;

    template<typename Value>
    static void add(std::vector<Value>& values, const Value& value) {
        if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }

    Sort sort(const Type& type, const Weekday& weekday) const {
        Sort sort;
        for (const NotedFigure* each : m_quantities) {
            const Selection& of = each->selection;
            const bool counts = (!of.type || of.type == type) && (!of.weekday || of.weekday == weekday);
            sort.of.push_back(counts || !m_first.quantity.adds_up);
        }
        // A sum of scores tells no more than that it is a sum.
        sort.without_limit = m_first.definition->unit == Unit::score;
        sort.amounts = [*this, type, weekday](const SchoolRecords& records) {
            Amounts amounts(records.school().pupils.size(), 0);
            // Of a type that is not named there is what the named types leave of all, and so on.
            for (const Type& each : m_types)
                for (const Weekday& day : m_weekdays)
                    if ((each == type || !type) && (day == weekday || !weekday))
                        add_counts(records, each, day, (each == type) == (day == weekday) ? 1 : -1, amounts);
            return amounts;
        };
        return sort;
    }

    void add_counts(const SchoolRecords& records, const Type& type, const Weekday& weekday,
                    std::int64_t times, Amounts& amounts) const {
        Selection selection = in_period_of(records);
        if (m_first.quantity.adds_up) {
            selection.type = type;
            selection.weekday = weekday;
        }
        const auto& counts = records.counts(*m_first.definition, selection);
        for (std::size_t pupil = 0; pupil < amounts.size(); ++pupil)
            amounts[pupil] += times * counts[pupil].numerator;
    }

    /// Of a share of pupils those who are not counted; of what happens there could always be more.
    Sort not_counted() const {
        Sort sort;
        sort.of.assign(m_quantities.size(), false);
        const bool share = m_first.definition->unit == Unit::percent && m_first.definition->counts_pupils &&
                           !m_first.quantity.adds_up;
        sort.without_limit = !share;
        sort.amounts = [*this](const SchoolRecords& records) {
            Amounts amounts;
            // Who was suspended and gone by January is counted above the line only, and leaves nobody below
            // it.
            for (const PupilCount& each : records.counts(*m_first.definition, in_period_of(records)))
                amounts.push_back(std::max(each.denominator - each.numerator, 0));
            return amounts;
        };
        return sort;
    }

    Selection in_period_of(const SchoolRecords& records) const {
        Selection selection = m_first.selection;
        selection.period = records.period();
        return selection;
    }

    Quantities m_quantities;
    const NotedFigure& m_first;
    std::vector<Type> m_types;
    std::vector<Weekday> m_weekdays;
};

} // namespace

std::vector<Sort> sorts_of(const Trust& trust, const Quantities& quantities) {
    if (quantities.front()->quantity.family == sessions_family) return SessionSorts(trust, quantities).all();
    return OtherSorts(quantities).all();
}

} // namespace termbook
