// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <optional>
#include <string>

namespace termbook {

enum class Sex { female, male };

/// A pupil as the exports describe them: what stays the same from year to year. Lives in memory only; nothing
/// that Termbook writes holds one, unless a template is for staff.
struct Pupil {
    std::string upn; ///< or the system's own number, where the export has no UPN
    std::string surname;
    std::string forename;
    std::optional<Date> born;
    std::optional<Sex> sex;
    std::string ethnicity; ///< the school census's code, or the export's own words; empty if not exported
    std::string first_language; ///< likewise
};

} // namespace termbook
