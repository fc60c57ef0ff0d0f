// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/catalogue.hpp"
#include "core/figures/selection.hpp"

#include <string>

namespace termbook {

/// What a figure counts, whatever it is divided by. A share and its complement (attendance, absence) are one
/// quantity: who knows one knows the other.
struct Quantity {
    std::string family;  ///< figures of different families say nothing of each other's counts
    std::string name;    ///< within the family: "absent", one code, one type and weekday
    bool adds_up{false}; ///< over time: the year is the sum of its terms
};

Quantity quantity_of(const FigureDefinition& definition, const Selection& selection);

/// Whether a quantity of the family of sessions counts a session of a class, late or not, with a code.
bool counts_session(const Quantity& quantity, SessionClass session, bool late, CodeId code);

/// The family of all that divides possible sessions among them.
constexpr std::string_view sessions_family = "sessions";

/// The name of the quantity of one code.
std::string code_quantity(CodeId code);

} // namespace termbook
