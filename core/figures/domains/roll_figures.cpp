// SPDX-License-Identifier: MPL-2.0
#include "core/figures/domains/definitions.hpp"
#include "core/figures/domains/on_roll.hpp"

namespace termbook {

namespace {

using Record = const PupilRecord&;

bool within(std::optional<Date> day, const Period& period) {
    return day && period.from <= *day && *day <= period.to;
}

constexpr FigureDefinition definitions[] = {
    of_pupils({"pupils.roll", "Pupils on roll", Unit::count, "pupils on roll", "",
               "Pupils of every year group on roll on the last day of the period.", Basis::roll,
               [](Record r) {
                   return Counted{as_count(on_roll_on(r.selection.period.to, r)), 0};
               }}),
    of_pupils({"pupils.joiners", "Joiners", Unit::count, "pupils who joined", "",
               "Pupils whose date of admission lies in the period.", Basis::roll,
               [](Record r) {
                   return Counted{as_count(within(r.enrolment.joined, r.selection.period)), 0};
               }}),
    of_pupils({"pupils.leavers", "Leavers", Unit::count, "pupils who left", "",
               "Pupils whose date of leaving lies in the period.", Basis::roll,
               [](Record r) {
                   return Counted{as_count(within(r.enrolment.left, r.selection.period)), 0};
               }}),
    of_pupils(
        {"mobility.joiners", "Mobility: joiners", Unit::percent, "pupils who joined",
         "pupils on roll in January",
         "Pupils who joined in the period, as a share of those on roll on the day of the January census.",
         Basis::roll,
         [](Record r) {
             return Counted{as_count(within(r.enrolment.joined, r.selection.period)), on_january_roll(r)};
         }}),
    of_pupils({"mobility.leavers", "Mobility: leavers", Unit::percent, "pupils who left",
               "pupils on roll in January",
               "Pupils who left in the period, as a share of those on roll on the day of the January census.",
               Basis::roll,
               [](Record r) {
                   return Counted{as_count(within(r.enrolment.left, r.selection.period)), on_january_roll(r)};
               }}),
};

} // namespace

std::span<const FigureDefinition> roll_definitions() {
    return definitions;
}

} // namespace termbook
