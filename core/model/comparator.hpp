// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/phase.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace termbook {

enum class Area { national, local };

/// "national" or "local".
std::optional<Area> parse_area(std::string_view text);
std::string_view to_string(Area area);

/// A published figure to compare with: a row of a dated file, never a number in code.
struct Comparator {
    std::string figure; ///< a key of the catalogue
    Area area{Area::national};
    std::optional<Phase> phase; ///< of schools of this phase; none: of all
    std::string group;          ///< of this group of pupils; empty: of all
    std::string subject;        ///< in this subject; empty: of figures without one
    std::string year;           ///< "2025/26"
    std::string period{"year"}; ///< "year", or a season: "autumn"
    double value{0};
    std::string source; ///< who published it, where and when
};

} // namespace termbook
