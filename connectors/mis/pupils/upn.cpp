// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/upn.hpp"

#include "core/letters.hpp"

#include <algorithm>
#include <cstddef>

namespace termbook {

namespace {

constexpr std::size_t upn_size = 13;
constexpr std::string_view check_letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool has_upn_form(std::string_view text) {
    return text.size() == upn_size && is_capital(text.front()) &&
           std::all_of(text.begin() + 1, text.end() - 1, is_digit) &&
           (is_digit(text.back()) || is_capital(text.back()));
}

/// Without a plus, only what a spreadsheet writes of a long number is no number of another system: one digit
/// before the point, and two in the exponent.
bool is_rounded(std::string_view text) {
    const auto exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos || exponent == 0 || !is_digit(text.front())) return false;
    const auto of_a_number = [](char c) { return is_digit(c) || c == '.'; };
    const std::string_view mantissa = text.substr(0, exponent);
    std::string_view power = text.substr(exponent + 1);
    const bool has_plus = power.starts_with('+');
    if (has_plus) power.remove_prefix(1);
    const bool plain = mantissa.substr(1).empty() || mantissa[1] == '.';
    return (has_plus || (plain && power.size() == 2)) && !power.empty() &&
           std::all_of(mantissa.begin(), mantissa.end(), of_a_number) &&
           std::all_of(power.begin(), power.end(), is_digit);
}

/// Systems number their pupils in many ways, but not in words, and never without a digit.
bool could_be_number(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit) &&
           std::none_of(text.begin(), text.end(), is_blank);
}

/// Once more than a few characters have to go, it is no spelling of a UPN.
constexpr std::size_t longest_spelling = 2 * upn_size;

} // namespace

std::string_view clean_upn(std::string_view upn, std::string& room) {
    if (upn.size() < upn_size || upn.size() > longest_spelling || has_upn_form(upn)) return upn;
    room.clear();
    for (std::size_t i = 0; i < upn.size(); ++i) {
        if (upn.substr(i).starts_with(no_break_space))
            ++i;
        else if (!is_blank(upn[i]))
            room += upn[i] >= 'a' && upn[i] <= 'z' ? static_cast<char>(upn[i] - 'a' + 'A') : upn[i];
    }
    return has_upn_form(room) ? std::string_view(room) : upn;
}

bool is_upn(std::string_view text) {
    std::string room;
    return has_upn_form(clean_upn(text, room));
}

UpnFault upn_fault(std::string_view upn) {
    std::string room;
    upn = clean_upn(upn, room);
    if (is_rounded(upn)) return UpnFault::rounded;
    if (!could_be_number(upn)) return UpnFault::no_number;
    if (!has_upn_form(upn)) return UpnFault::none;
    if (!is_digit(upn.back())) return UpnFault::temporary;
    std::size_t sum = 0;
    for (std::size_t i = 1; i < upn_size; ++i)
        sum += (i + 1) * static_cast<std::size_t>(upn[i] - '0');
    return check_letters[sum % check_letters.size()] == upn.front() ? UpnFault::none : UpnFault::wrong_letter;
}

} // namespace termbook
