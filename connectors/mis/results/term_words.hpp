// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/period.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace termbook {

/// A term as trackers write it, and the words beside it: "Maths Aut1 24/25".
struct TermWords {
    std::string rest; ///< "maths": folded
    Season season{Season::autumn};
    std::optional<int> half; ///< 1 or 2
    std::string year;        ///< its digits, "2425"; empty where none is named
};

/// Finds a season ("Autumn", "Aut", "Spr2", "Summer 1"), its half and its year in a text; none without a
/// season.
std::optional<TermWords> parse_term_words(std::string_view text);

/// The first day of such a term, in the year named or else in `year`; of a second half where termbook.xml has
/// no half terms, the middle of the term. So what was judged in a term counts in every period that reaches
/// it. None for a year or a term that termbook.xml does not have.
std::optional<Date> first_day(const TermWords& term, const Calendar& calendar, std::size_t year);

} // namespace termbook
