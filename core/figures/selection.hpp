// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figures.hpp"
#include "core/model/trust.hpp"

#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// Which pupils, sessions and days a request means.
struct Selection {
    std::vector<const School*> schools;
    bool whole_trust{false};
    std::optional<YearGroup> year;
    std::optional<std::string> class_name;
    std::optional<Sex> sex;
    std::optional<CodeId> code;
    Period period;

    /// Whether a pupil is meant. Without a year group selected that is pupils in Years 1 to 11, and those for
    /// whom no year group was exported: a class may then hold others, who are counted apart.
    bool includes(const Pupil& pupil) const;
};

/// Reads selectors; those that are not there take `options`. Throws Error (usage) for an unknown name or
/// value, with what is known.
Selection select(const Trust& trust, const FigureOptions& options, const Selectors& selectors);

/// The selectors with `school` and `period` as the selection understood them.
Selectors resolved(const Selection& selection, const Selectors& selectors);

/// "Ashwell Primary School, Year 4, girls".
std::string in_words(const Trust& trust, const Selection& selection);

/// "girls" or "boys".
std::string_view sex_key(Sex sex);

} // namespace termbook
