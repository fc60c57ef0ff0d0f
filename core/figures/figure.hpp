// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/period.hpp"
#include "core/figures/catalogue.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// Selectors as a mark writes them: school, year, class, sex, code, period …
using Selectors = std::map<std::string, std::string, std::less<>>;

/// What is asked for: one figure, for some pupils, over some time, perhaps against something.
struct FigureRequest {
    std::string figure; ///< a key of the catalogue
    Selectors selectors;
    std::string against; ///< empty, or what it is compared with: see comparisons()

    /// The request as a mark writes it, selectors in alphabetical order: the key of a figure wherever it is
    /// kept.
    std::string mark() const;
};

enum class FigureStatus {
    ok,
    suppressed,     ///< withheld: it rests on too few pupils (`c`)
    no_data,        ///< the exports do not say (`x`)
    not_applicable, ///< there is nobody it could be about (`z`)
};

std::string_view to_string(FigureStatus status);
std::optional<FigureStatus> parse_figure_status(std::string_view text);

/// The Government Statistical Service's symbol for a figure that has no value: c, x or z; empty for `ok`.
std::string_view symbol(FigureStatus status);

/// An export that a figure rests on.
struct FigureSource {
    std::string file; ///< relative to the workspace
    std::string sha256;
    std::uint64_t rows{0};
    std::optional<Date> as_at;
};

/// A figure with everything that explains it. What has no value (`status` other than ok) has no counts
/// either.
struct FigureAnswer {
    FigureRequest request; ///< with school and period filled in
    const FigureDefinition* definition{nullptr};
    std::string title; ///< the figure's title, with its code or comparison in words
    std::string who;   ///< whose it is, in words: "Ashwell Primary School, Year 4"
    Period period;
    Unit unit{Unit::percent};
    std::string working; ///< of a difference: the two figures it is made of, in words
    FigureStatus status{FigureStatus::no_data};
    std::optional<double> value; ///< unrounded
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;
    std::optional<std::int64_t> pupils; ///< whom it rests on; none of a difference
    std::string reason;                 ///< why there is no value
    std::size_t schools_with{0};        ///< schools that gave data …
    std::size_t schools_asked{0};       ///< … out of
    std::vector<FigureSource> sources;
    std::vector<std::string> left_out; ///< what was not counted and why, without a name

    std::string mark() const { return request.mark(); }
};

/// What `against` may say: target, national, local, published (of the school itself), trust, previous,
/// last-year.
const std::vector<std::string_view>& comparisons();

/// "1,204", with a minus sign where it is below 0.
std::string with_thousands(std::int64_t number);

/// The numerator in the figure's own unit: sums of scores are kept in hundredths (score_scale).
std::optional<double> numerator_shown(const FigureAnswer& answer);

/// The figure as a page shows it: "95.6%", "1,234", "104.3", "−1.4", or its symbol. Rates and scores to one
/// decimal, half away from zero. A rate that would round to 0 without being 0 is "low".
std::string display(const FigureAnswer& answer);

/// "11 of 12 schools".
std::string coverage(const FigureAnswer& answer);

} // namespace termbook
