// SPDX-License-Identifier: MPL-2.0
#include "core/model/pupil.hpp"

#include "core/letters.hpp"

#include <algorithm>

namespace termbook {

std::string_view without_leading_zeros(std::string_view number) {
    if (!number.starts_with('0') || !std::all_of(number.begin(), number.end(), is_digit)) return number;
    return number.substr(std::min(number.find_first_not_of('0'), number.size() - 1));
}

} // namespace termbook
