// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// A pupil's year in sums, as exports without marks give it: sessions.
struct AttendanceTotals {
    std::int64_t possible{0};
    std::int64_t authorised{0};
    std::int64_t unauthorised{0};

    friend bool operator==(const AttendanceTotals&, const AttendanceTotals&) = default;
};

/// Whether marks tell of so much of a pupil's year that they are counted rather than the totals: at least
/// nine tenths of the sessions that the totals call possible. A few days of marks beside a year of totals are
/// not the year.
bool marks_cover(std::int64_t possible_in_marks, const AttendanceTotals& totals);

/// One school's register of one academic year. The vectors by pupil run beside School::pupils and may be
/// shorter: what is not there was not exported.
struct AttendanceYear {
    std::size_t year{0}; ///< index into the calendar's years

    /// The days that have marks, in the order in which they were met.
    std::vector<Date> days;
    /// By pupil: a CodeId a session, 2·d the morning of days[d] and 2·d+1 its afternoon. A string may end
    /// early.
    std::vector<std::string> marks;
    /// By pupil: used where marks do not cover them.
    std::vector<std::optional<AttendanceTotals>> totals;
    /// The exports this came from: indices into Trust::sources.
    std::vector<std::size_t> sources;

    bool has_marks(std::size_t pupil) const { return pupil < marks.size() && !marks[pupil].empty(); }
    bool has_totals(std::size_t pupil) const { return pupil < totals.size() && totals[pupil].has_value(); }
    /// The last day with marks; none when there are only totals.
    std::optional<Date> last_day() const;
};

} // namespace termbook
