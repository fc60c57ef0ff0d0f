// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace termbook::formulas {

/// Calc hides the noise of binary fractions: numbers that differ by less than about 2^-48 of their size count
/// as the same, and a sum or difference that should be nought is nought. These functions do so in the same
/// measure.

bool nearly_equal(double a, double b);
double add(double a, double b);
double subtract(double a, double b);

/// The number with as many significant decimal digits (15 is what a cell shows at most).
double to_significant_digits(double number, int digits);

/// The next whole number downwards, where 434.99999999999994 is 435.
double whole_below(double number);

enum class Rounding { half_away, away, towards_zero };

/// To a number of decimals, which may be negative. 2.675 becomes 2.68 although its binary value lies below.
double round_to(double number, int decimals, Rounding rounding);

/// Adds up without losing the small terms beside the large ones (Kahan and Babuška's compensation).
class Sum {
  public:
    void add(double number);
    double total() const;

  private:
    double m_sum{0};
    double m_lost{0};
};

} // namespace termbook::formulas
