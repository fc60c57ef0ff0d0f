// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace termbook {

/// A national curriculum year: -1 nursery, 0 Reception, 1 to 13.
struct YearGroup {
    int number{0};

    static constexpr YearGroup first() { return {-1}; }
    static constexpr YearGroup last() { return {13}; }

    friend auto operator<=>(const YearGroup&, const YearGroup&) = default;
};

/// Year groups from the first to the last.
struct YearRange {
    YearGroup first;
    YearGroup last;

    bool holds(YearGroup year) const { return first <= year && year <= last; }

    friend auto operator<=>(const YearRange&, const YearRange&) = default;
};

/// Those that the DfE's attendance statistics count.
inline constexpr YearRange statutory_years{{1}, {11}};

/// Reads "4", "Y4", "Yr 4", "Year  4", "R", "Reception", "N1", "Nursery" …; none for anything else ("Y14").
std::optional<YearGroup> parse_year_group(std::string_view text);

/// "4", "R", "N": as a mark writes it.
std::string year_group_key(YearGroup year);

/// "Year 4", "Reception", "Nursery".
std::string year_group_name(YearGroup year);

} // namespace termbook
