// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace termbook {

/// One run that kept figures.
struct Capture {
    std::int64_t number{0};        ///< counts up from 1, in the order in which runs were written
    std::chrono::sys_seconds at{}; ///< UTC
    std::string by;                ///< who ran it
    std::string version;           ///< of Termbook
};

/// An export that a captured figure rested on.
struct CapturedSource {
    std::string file; ///< relative to the workspace of then
    std::string sha256;
    std::uint64_t rows{0};
    std::optional<Date> as_at;

    friend bool operator==(const CapturedSource&, const CapturedSource&) = default;
};

/// A figure as it stood when it was captured. Figures only: of pupils nothing but how many there were, and
/// not even that where the figure was withheld.
struct CapturedFigure {
    std::string mark;   ///< the canonical mark, with school and period: see captured_mark()
    std::string figure; ///< key of the catalogue
    std::string school; ///< URN, or "trust"
    std::string year;   ///< the academic year's name
    std::string period; ///< key, as in the mark
    Date from;
    Date to;
    std::string split; ///< of a part of the pupils what they are split by, "year" or "pp"; empty: all of them
    std::string unit;  ///< as JSON writes units and statuses
    std::string status;
    std::optional<double> value; ///< unrounded
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;
    std::optional<std::int64_t> pupils; ///< whom it rests on
    std::string definition;             ///< version_of() the definition that it was counted by
    int threshold{0};                   ///< groups of fewer pupils were withheld
    std::size_t schools_with{0};        ///< schools that gave data …
    std::size_t schools_asked{0};       ///< … out of
    std::vector<std::string> left_out;  ///< what was not counted and why, without a name
    std::size_t sources{0};             ///< index into Captures::sources
    std::size_t capture{0};             ///< index into Captures::runs
    std::string digest;                 ///< SHA-256 of what it says and rests on
};

/// Figures kept from earlier: of each mark the one captured last.
struct Captures {
    std::string file; ///< of the store, relative to the workspace
    std::vector<Capture> runs;
    std::vector<std::vector<CapturedSource>> sources; ///< each set once, however many figures rest on it
    std::vector<CapturedFigure> figures;
    std::unordered_map<std::string, std::size_t> by_mark; ///< index into figures

    /// Adds a figure, in the place of an earlier one of the same mark.
    void add(CapturedFigure figure);

    /// The index of a set of sources, which is added if it is not there.
    std::size_t sources_index(std::vector<CapturedSource> set);

    /// Null: not captured.
    const CapturedFigure* find(const std::string& mark) const;
};

} // namespace termbook
