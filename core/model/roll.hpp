// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/characteristics.hpp"
#include "core/model/year_group.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

class Calendar;
struct School;

/// Attainment at the end of an earlier stage, in three bands.
enum class PriorBand { low, middle, high };

/// A pupil's place in a school for one academic year.
struct Enrolment {
    std::optional<YearGroup> year;
    std::string class_name; ///< registration group; empty if not exported
    std::string house;
    Characteristics is;
    std::optional<PriorBand> prior;
    std::optional<Date> joined;
    std::optional<Date> left;
    bool reckoned{false}; ///< worked out from another year's: see reckon_rolls
};

/// Who was in a school in one academic year.
struct Roll {
    std::size_t year{0}; ///< index into the calendar's years
    /// Beside School::pupils, and perhaps shorter; none for pupils who were not there.
    std::vector<std::optional<Enrolment>> pupils;
    /// The exports this came from: indices into Trust::sources.
    std::vector<std::size_t> sources;

    const Enrolment* enrolment(std::size_t pupil) const {
        return pupil < pupils.size() && pupils[pupil] ? &*pupils[pupil] : nullptr;
    }
};

/// Gives every pupil a place in each year of which the school has records of them (attendance, results,
/// incidents) but no list: that of the nearest year with one, its year group counted on or back, and without
/// a class; an empty one where no list has the pupil.
void reckon_rolls(School& school, const Calendar& calendar);

} // namespace termbook
