// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/record.hpp"
#include "core/figures/domains/definitions.hpp"

namespace termbook {

namespace {

using Record = const StaffRecord&;

constexpr FigureDefinition definitions[] = {
    of_staff({"staff.attendance", "Staff attendance", Unit::percent, "half days attended",
              "half days available",
              "Days available less days lost to absence, as a share of days available, over all members of "
              "staff.",
              Basis::staff_days, nullptr},
             [](Record r) {
                 // More days lost than available are an issue of the exports.
                 if (!r.available || !r.lost || *r.lost > *r.available) return Counted{0, 0, false};
                 return Counted{*r.available - *r.lost, *r.available};
             }),
    of_staff({"staff.days-lost", "Days lost to staff absence", Unit::days, "half days lost", "",
              "Working days lost to the absences of staff that began in the period, counted in half days.",
              Basis::staff_absences, nullptr},
             [](Record r) {
                 if (!r.lost) return Counted{0, 0, false};
                 return Counted{*r.lost, 0};
             }),
};

} // namespace

std::span<const FigureDefinition> staff_definitions() {
    return definitions;
}

} // namespace termbook
