// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

namespace termbook::readers {

/// What the number format of an xlsx cell says about its value.
struct NumberFormat {
    enum class Kind { number, percent, date, elapsed, padded };
    Kind kind{Kind::number};
    int digits{0}; ///< of padded numbers

    friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// Reads a format's code, such as `[$-809]dd mmmm yyyy;@`. Definition: ECMA-376 part 1, 18.8.31.
NumberFormat read_number_format(std::string_view code);

/// The formats that have a number but no code. Definition: ECMA-376 part 1, 18.8.30.
NumberFormat built_in_number_format(int id);

} // namespace termbook::readers
