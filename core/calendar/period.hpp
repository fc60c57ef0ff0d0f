// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/academic_year.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// A stretch of one academic year that figures are counted over.
struct Period {
    std::string key;     ///< as a mark writes it, with its year: "autumn@2025/26"
    std::string name;    ///< as a page writes it: "Autumn term 2025/26"
    std::size_t year{0}; ///< index into the calendar's years
    Date from;
    Date to;
    bool whole_year{false}; ///< totals without dates answer for this period and for no other

    friend bool operator==(const Period&, const Period&) = default;
};

/// The trust's academic years and what periods mean in them.
class Calendar {
  public:
    Calendar() = default;
    explicit Calendar(std::vector<AcademicYear> years);

    const std::vector<AcademicYear>& years() const { return m_years; }
    std::optional<std::size_t> year_of(Date date) const;
    std::optional<std::size_t> year_named(std::string_view name) const;

    /// The latest year that had begun on a day; the latest of all where none had, or the day is not known.
    std::size_t latest_begun(std::optional<Date> day) const;

    /// What `text` means: `year` `ytd` `autumn` `spring` `summer` `term1`…`term6` `half1`…`half6`
    /// `month:2025-10` `week:2025-W41`, optionally with a year behind `@` (`autumn@2024/25`); otherwise the
    /// year is `year`. A month or week carries its own year. `last` is the last dated session of the year
    /// meant, where `ytd` ends. Throws Error (usage) for a text that is no period, or that names what is not
    /// configured.
    Period resolve(std::string_view text, std::size_t year, std::optional<Date> last) const;

    /// The key that all periods of one stretch share: of a term that is all of its season the season's
    /// ("autumn@2025/26"), of another half term its number as a term.
    std::string shared_key(const Period& period) const;

    /// The terms and the months of a year that have begun by `last`, in order.
    std::vector<Period> terms(std::size_t year, std::optional<Date> last) const;
    std::vector<Period> months(std::size_t year, std::optional<Date> last) const;

    /// The same stretch of the academic year before: of a year to date, up to the same day. None where that
    /// year, or the like in it, is not configured.
    std::optional<Period> a_year_before(const Period& period) const;

    /// The stretch of the same kind that came before: the term before a term, the month before a month, the
    /// year before a year. None where it is not configured.
    std::optional<Period> before(const Period& period) const;

  private:
    std::optional<std::size_t> year_before(std::size_t year) const;

    std::vector<AcademicYear> m_years;
};

} // namespace termbook
