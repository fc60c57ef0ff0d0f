// SPDX-License-Identifier: MPL-2.0
#include "core/figures/packs/amounts.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace termbook {

namespace {

using Shown = std::vector<const NotedFigure*>;

/// A pupil who is in some of the cells.
struct Member {
    std::size_t pupil;
    const Enrolment* enrolment;
    std::size_t alike;
    bool counted{false}; ///< in any period
};

class Adding {
  public:
    Adding(const Trust& trust, const Shown& cells, const Shown& quantities, Published& published)
        : m_trust(trust), m_cells(cells), m_quantities(quantities), m_published(published) {}

    void add(const std::vector<Period>& periods) {
        for (const School& school : m_trust.schools)
            m_members.push_back(members(school));
        for (const Period& period : periods)
            add(period);
        for (const auto& of_school : m_members)
            for (const auto& member : of_school)
                if (member.counted) ++m_published.alike[member.alike].pupils;
    }

  private:
    std::vector<Member> members(const School& school) {
        std::vector<Member> found;
        std::vector<std::size_t> of_school;
        for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
            const auto& schools = m_cells[cell]->selection.schools;
            if (std::find(schools.begin(), schools.end(), &school) != schools.end())
                of_school.push_back(cell);
        }
        const Roll* roll = school.roll_in(m_cells.front()->selection.period.year);
        if (!roll || of_school.empty()) return found;
        for (std::size_t i = 0; i < school.pupils.size(); ++i) {
            const Enrolment* enrolment = roll->enrolment(i);
            if (!enrolment) continue;
            std::vector<std::size_t> cells;
            for (const std::size_t cell : of_school)
                if (m_cells[cell]->selection.of(school.pupils[i], *enrolment) == Membership::in)
                    cells.push_back(cell);
            if (!cells.empty()) found.push_back({i, enrolment, alike(std::move(cells))});
        }
        return found;
    }

    std::size_t alike(std::vector<std::size_t> cells) {
        const auto [known, is_new] = m_alike_of.try_emplace(std::move(cells), m_published.alike.size());
        if (is_new) m_published.alike.push_back({0, known->first});
        return known->second;
    }

    void add(const Period& period) {
        const auto sorts = sorts_of(m_trust, m_quantities);
        std::vector<std::vector<std::int64_t>> amounts;
        for (const Sort& sort : sorts)
            amounts.emplace_back(m_published.alike.size(), sort.without_limit ? unlimited : 0);
        for (std::size_t i = 0; i < m_members.size(); ++i)
            add(m_trust.schools[i], period, sorts, m_members[i], amounts);
        std::move(amounts.begin(), amounts.end(), std::back_inserter(m_published.amounts));
    }

    void add(const School& school, const Period& period, const std::vector<Sort>& sorts,
             std::vector<Member>& members, std::vector<std::vector<std::int64_t>>& amounts) const {
        const FigureDefinition& definition = *m_quantities.front()->definition;
        if (members.empty()) return;
        const SchoolRecords records(m_trust, school, period);
        if (!records.has(definition.basis)) return;
        Selection selection = m_quantities.front()->selection;
        selection.period = period;
        const auto& counts = records.counts(definition, selection);
        for (Member& member : members)
            member.counted = member.counted || counts[member.pupil].rests;
        for (std::size_t sort = 0; sort < sorts.size(); ++sort) {
            if (sorts[sort].without_limit) continue;
            const auto of_pupils = sorts[sort].amounts(records);
            for (const Member& member : members)
                if (counts[member.pupil].rests) amounts[sort][member.alike] += of_pupils[member.pupil];
        }
    }

    const Trust& m_trust;
    const Shown& m_cells;
    const Shown& m_quantities;
    Published& m_published;
    std::vector<std::vector<Member>> m_members; // by school
    std::map<std::vector<std::size_t>, std::size_t> m_alike_of;
};

} // namespace

void add_amounts(const Trust& trust, const std::vector<const NotedFigure*>& cells,
                 const std::vector<const NotedFigure*>& quantities, const std::vector<Period>& periods,
                 Published& published) {
    Adding(trust, cells, quantities, published).add(periods);
}

} // namespace termbook
