// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/marks/day_cell.hpp"

#include "connectors/mis/tables/values.hpp"

namespace termbook {

namespace {

using Marks = std::pair<std::string_view, std::string_view>;

bool are_codes(const Marks& marks, const AttendanceCodes& codes) {
    return codes.id(marks.first) != AttendanceCodes::unknown &&
           codes.id(marks.second) != AttendanceCodes::unknown;
}

} // namespace

std::optional<Marks> split_day(std::string_view cell, const AttendanceCodes& codes) {
    const std::string_view text = trimmed(cell);
    if (text.empty()) return Marks{};
    if (const auto apart = text.find_first_of(", "); apart != std::string_view::npos) {
        const Marks marks{trimmed(text.substr(0, apart)), trimmed(text.substr(apart + 1))};
        return are_codes(marks, codes) ? std::optional(marks) : std::nullopt;
    }
    if (text.size() == 1 && codes.counts_as(codes.id(text.front())) == SessionClass::not_collected)
        return Marks{text, text};
    // One of two places may be blank.
    if (text.size() == 1 && cell.size() == 2)
        return Marks{trimmed(cell.substr(0, 1)), trimmed(cell.substr(1))};
    // Codes of two characters are a letter and a digit, and no digit is a code: at most one cut fits.
    constexpr std::size_t longest_code = 2;
    for (std::size_t cut = 1; cut <= longest_code && cut < text.size(); ++cut) {
        const Marks marks{text.substr(0, cut), text.substr(cut)};
        if (marks.second.size() <= longest_code && are_codes(marks, codes)) return marks;
    }
    return std::nullopt;
}

} // namespace termbook
