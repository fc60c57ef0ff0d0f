// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/upn.hpp"

#include <algorithm>
#include <cstddef>

namespace termbook {

namespace {

constexpr std::size_t upn_size = 13;
constexpr std::string_view check_letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_rounded(std::string_view text) {
    const auto exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos || exponent == 0 || !is_digit(text.front())) return false;
    const auto of_a_number = [](char c) { return is_digit(c) || c == '.' || c == '+'; };
    return text.substr(exponent + 1).starts_with('+') &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(exponent), of_a_number) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(exponent) + 1, text.end(), of_a_number);
}

} // namespace

UpnFault upn_fault(std::string_view upn) {
    if (is_rounded(upn)) return UpnFault::rounded;
    const bool permanent =
        upn.size() == upn_size && !is_digit(upn.front()) && std::all_of(upn.begin() + 1, upn.end(), is_digit);
    if (!permanent) return UpnFault::none;
    std::size_t sum = 0;
    for (std::size_t i = 1; i < upn_size; ++i)
        sum += (i + 1) * static_cast<std::size_t>(upn[i] - '0');
    return check_letters[sum % check_letters.size()] == upn.front() ? UpnFault::none : UpnFault::wrong_letter;
}

} // namespace termbook
