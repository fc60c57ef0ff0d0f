// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/tables/dates.hpp"
#include "core/model/pupil.hpp"
#include "core/model/roll.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace termbook {

/// Text without the blanks (no-break spaces too) at its ends.
std::string_view trimmed(std::string_view text);

/// "F", "Female", "girl" …; none for anything else.
std::optional<Sex> parse_sex(std::string_view text);

/// "Yes", "Y", "T", "True", "1" and their opposites; none for anything else.
std::optional<bool> parse_yes_no(std::string_view text);

enum class SenStatus { none, support, plan };

/// The school census's N, K and E, and the words for them; none for anything else. The retired A and P
/// (school action) are support, S (a statement) is a plan.
std::optional<SenStatus> parse_sen_status(std::string_view text);

/// Whether a first language, as the census's code or in words, makes English an additional one; none where it
/// is not known.
std::optional<bool> is_additional_language(std::string_view language);

/// "Low", "Middle", "High" and their letters.
std::optional<PriorBand> parse_prior_band(std::string_view text);

/// A count of sessions: "374", "1,204", or "374.0" as spreadsheets write it; none for anything else, and for
/// what is below 0.
std::optional<std::int64_t> parse_count(std::string_view text);

/// A value as a message may repeat it, in quotes: a code of one or two characters, a number of at most three
/// digits behind a word ("Year 14"), or a percentage. Anything longer may be a name, a UPN or a birth date
/// that slipped into the wrong column, and is "(a word)" or "(a longer text)".
std::string shown(std::string_view value);

/// Whether a session is the afternoon: "AM", "PM", "morning", "afternoon", "1", "2"; none for anything else.
std::optional<bool> parse_afternoon(std::string_view text);

} // namespace termbook
