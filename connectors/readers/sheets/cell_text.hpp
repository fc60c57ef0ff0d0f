// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

/// How the values of a workbook are written as text: alike, whatever format the workbook has.
namespace termbook::readers {

/// The shortest text that reads as the same number, without an exponent from 0.000001 to below 1e15, so that
/// admission numbers and the like stay as they are: "201123456789", "0.945".
void append_number(std::string& to, double value);

/// The same as a percentage: "94.5%" for 0.945.
void append_percent(std::string& to, double value);

/// A whole number with zeros in front of it: "00123".
void append_padded(std::string& to, double value, int digits);

/// A date as Excel counts it, in days: "2025-09-01", with "T08:30:00" where there is a time, and "08:30:00"
/// where there is a time only. What is beyond the calendar stays a number.
void append_date(std::string& to, double serial, bool from_1904);

/// Days as a length of time: "26:30:00".
void append_elapsed(std::string& to, double days);

/// A date or time in ISO 8601 as the above write it: no midnight, no fraction of nothing, no zone.
void append_iso(std::string& to, std::string_view iso);

/// A length of time in ISO 8601 ("PT26H30M00S") as append_elapsed() writes it; other text as it is.
void append_duration(std::string& to, std::string_view iso);

void append_boolean(std::string& to, bool value);

} // namespace termbook::readers
