// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace termbook {

enum class Sex { female, male };

/// The row of an export that told of a pupil first: what names the pupil to those who have the export, and to
/// nobody else. Twelve bytes, since there are millions.
struct ExportRow {
    static constexpr std::uint32_t not_known = 0xFFFFFFFF;

    std::uint32_t source{not_known}; ///< index into Trust::sources
    std::uint32_t sheet{not_known};  ///< of a workbook: index into SourceFile::sheets
    std::uint32_t line{0};           ///< 0: not known
};

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
    ExportRow row;
};

/// What pupils are told apart by, of a clean UPN or another system's number: the number itself; of one that
/// is digits only, those behind the zeros that a spreadsheet takes away.
std::string_view without_leading_zeros(std::string_view number);

} // namespace termbook
