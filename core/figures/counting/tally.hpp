// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/catalogue.hpp"
#include "core/figures/counting/record.hpp"
#include "core/figures/selection.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace termbook {

/// Where the records of a school in a period come from; sorted and counted once, and kept by the caller.
using RecordsOf = std::function<const SchoolRecords&(const School&, const Period&)>;

/// What the selected pupils of some schools add up to, or the members of their staff, and what is to be said
/// about them.
struct Tally {
    std::int64_t numerator{0};
    std::int64_t denominator{0};
    std::int64_t pupils{0};       ///< selected
    std::int64_t resting{0};      ///< of them, those whom the figure rests on
    std::int64_t without_year{0}; ///< counted, though no year group was exported
    std::int64_t reckoned{0};     ///< counted with a year group worked out from another year's list
    std::int64_t without_data{0}; ///< no records in the period
    /// Not counted, since the exports say something but less than is needed: totals where marks are.
    std::int64_t without_detail{0};
    std::int64_t by_totals{0}; ///< counted by totals, of days that nobody says
    std::int64_t not_known{0}; ///< not counted: the exports do not say whether they are of the group
    std::int64_t missing_marks{0};
    std::int64_t unknown_marks{0};
    std::int64_t set_aside{0}; ///< incidents that do not stand
    std::int64_t without_length{
        0}; ///< pupils with a suspension of which the exports do not say how long it was

    void add(const Tally& other);
    /// Whether the school gave what the figure needs of at least `percent` of those of whom it gave anything.
    bool has_data(int percent) const {
        const std::int64_t of_whom_anything = pupils - without_data;
        const std::int64_t enough = of_whom_anything - without_detail;
        return enough > 0 && enough * 100 >= of_whom_anything * percent &&
               (without_length == 0 || numerator > 0);
    }
};

Tally tally(const SchoolRecords& records, const Selection& selection, const FigureDefinition& definition);

/// What readers may not be told.
struct Withholding {
    std::int64_t threshold{0}; ///< groups of fewer pupils; 0: nothing is withheld
    bool few_named{false};     ///< nor counts of fewer pupils: where anybody may read it
};

/// Whether the selection must be withheld so that no small group can be read from it, or worked out from the
/// groups beside it and their total: its year group among the others, its class, its group and the other
/// pupils. The figure rests on `resting` pupils.
bool is_withheld(const Selection& selection, const FigureDefinition& definition, const RecordsOf& records_of,
                 std::int64_t resting, const Withholding& readers);

/// The URNs of the schools of which the figure of all pupils must be withheld: a trust's page shows the total
/// of what its schools' pages show one by one, so that a school of a few pupils cannot be withheld alone.
std::vector<std::string_view> withheld_schools(const Trust& trust, const Selection& selection,
                                               const FigureDefinition& definition,
                                               const RecordsOf& records_of, const Withholding& readers);

/// Whether a count of pupils, or what is left of the total, names a few of them: what the public may not
/// read.
bool names_few(const FigureDefinition& definition, std::int64_t numerator, std::int64_t denominator,
               std::int64_t threshold);

} // namespace termbook
