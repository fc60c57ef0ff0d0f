// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "core/model/attendance_codes.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// A CTF's AttendanceMarks: the marks of consecutive sessions, the morning of the start date first. One
/// character a session, or, since CTF 24, separated by commas because a code may have two.
struct MarkString {
    std::size_t pupil{0};
    Date start;
    std::string codes; ///< a CodeId a session
    std::uint64_t line{0};
};

/// The longest that the marks of a year can be: two sessions on each of 366 days, each of two characters and
/// a comma.
constexpr std::size_t longest_mark_string = std::size_t{366} * 2 * 3;

/// The codes of a mark string in either spelling; a mark that is no national code is
/// `AttendanceCodes::unknown` and is added to `unknown`, as written.
std::string read_mark_string(std::string_view text, const AttendanceCodes& codes,
                             std::vector<std::string>& unknown);

/// How many days of a week the strings of a file hold: 7 where reading them so leaves nothing but closed days
/// on every Saturday and Sunday, else 5. The standard does not say; systems do both.
int days_a_week(const std::vector<MarkString>& strings, const AttendanceCodes& codes);

/// Puts the marks of one file's strings on their days. Blank marks after the last day on which anybody has a
/// mark are days that had not come yet, and are left out. Returns that day; Date::min() when there is none.
Date place_mark_strings(const std::vector<MarkString>& strings, const AttendanceCodes& codes,
                        const ExportFile& file, RegisterBuilder& school);

} // namespace termbook
