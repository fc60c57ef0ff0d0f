// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/year_group.hpp"

#include <optional>
#include <string>

namespace termbook {

enum class Sex { female, male };

/// A pupil as the exports describe them. Lives in memory only; nothing that Termbook writes holds one, unless
/// a template is for staff.
struct Pupil {
    std::string upn; ///< or the system's own number, where the export has no UPN
    std::string surname;
    std::string forename;
    std::optional<Date> born;
    std::optional<Sex> sex;
    std::optional<YearGroup> year;
    std::string class_name; ///< registration group; empty if not exported
};

} // namespace termbook
