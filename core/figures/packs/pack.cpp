// SPDX-License-Identifier: MPL-2.0
#include "core/figures/packs/pack.hpp"

#include "core/disclosure/protecting.hpp"
#include "core/figures/packs/publishing.hpp"

#include <algorithm>
#include <vector>

namespace termbook {

namespace {

/// Between the parts of a key: in no name that an export gives.
constexpr char separator = '\x1f';

std::string joined(std::initializer_list<std::string> parts) {
    std::string all;
    for (const std::string& part : parts)
        all += part + separator;
    return all;
}

std::string years_of(const Selection& selection) {
    if (selection.year) return year_group_key(*selection.year);
    const auto& total = selection.years_in_total;
    return total ? year_group_key(total->first) + " to " + year_group_key(total->last) : "all";
}

std::string cell_of(const Selection& selection) {
    std::vector<std::string> groups;
    for (const GroupChoice& choice : selection.groups)
        groups.push_back(choice.key());
    std::sort(groups.begin(), groups.end());
    std::string all =
        joined({selection.whole_trust ? "trust" : selection.schools.front()->urn, years_of(selection),
                selection.class_name.value_or(""), selection.house.value_or(""),
                selection.ethnicity.value_or(""), selection.language.value_or("")});
    for (const std::string& group : groups)
        all += group + separator;
    return all;
}

} // namespace

bool Pack::withholds(const Selection& selection, const FigureDefinition& definition,
                     const std::function<bool()>& withheld_alone) {
    std::string cell = cell_of(selection);
    std::string key =
        joined({std::string(definition.key), selection.period.key,
                selection.code ? code_quantity(*selection.code) : std::string(),
                selection.subject.value_or(""), selection.type.value_or(""),
                selection.weekday ? std::string(weekday_key(*selection.weekday)) : std::string(), cell});
    const auto known = m_figures.find(key);
    if (known != m_figures.end()) return known->second.is_withheld();
    const NotedFigure figure{selection,       &definition,      quantity_of(definition, selection),
                             std::move(cell), withheld_alone(), false};
    m_figures.emplace(std::move(key), figure);
    return figure.is_withheld();
}

bool Pack::solve() {
    if (m_solved == m_figures.size()) return false;
    m_solved = m_figures.size();
    std::map<std::string, std::vector<NotedFigure*>> families;
    for (auto& [key, figure] : m_figures)
        // Staff are shown by school only: the rule for single figures looks at that.
        if (!is_of_staff(figure.definition->basis))
            families[figure.quantity.family + separator + figure.selection.academic_year->name].push_back(
                &figure);
    const std::size_t before = withheld_for_others();
    for (const auto& [family, figures] : families) {
        if (figures.size() < 2) continue; // by itself it gives nothing away
        Publishing publishing(m_trust, figures);
        Published published = publishing.published();
        protect(published, m_trust.disclosure_threshold);
        publishing.take_over(published);
    }
    return withheld_for_others() > before;
}

std::size_t Pack::withheld_for_others() const {
    return static_cast<std::size_t>(std::count_if(m_figures.begin(), m_figures.end(), [](const auto& each) {
        return each.second.withheld_for_others && !each.second.withheld_alone;
    }));
}

} // namespace termbook
