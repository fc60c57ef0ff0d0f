// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace termbook::formulas {

/// What a text is as a number.
struct NumberText {
    std::optional<double> number;
    /// It may be a number, but that depends on the reader's locale ("01/02/2020", "£5"): no answer is the
    /// right one.
    bool depends{false};
};

/// Reads a number as Calc converts text in calculations: "1.5", "1,000", "50%", "1e3", "2026-01-31", "12:30",
/// "TRUE".
NumberText read_number(std::string_view text);

/// The number as `&` joins it to text: 15 digits, an exponent of three digits when it is very large or small.
std::string write_number(double number);

} // namespace termbook::formulas
