// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/phase.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace termbook {

enum class Area {
    national,
    local,  ///< of a local authority
    school, ///< what was published of the school itself
};

/// "national", "local" or "published", as marks write them behind `against=`.
std::optional<Area> parse_area(std::string_view text);
std::string_view to_string(Area area);

/// Who gave a comparator; of two that fit alike the later kind is taken.
enum class ComparatorOrigin { shipped, file, workspace };

/// A published figure to compare with: a row of a dated file, never a number in code.
struct Comparator {
    std::string figure; ///< a key of the catalogue
    Area area{Area::national};
    std::string local_authority; ///< of a local figure: the authority's code; empty: of any school's
    std::string school;          ///< of a school's own: its URN
    std::optional<Phase> phase;  ///< of schools of this phase; none: of all
    std::string group;           ///< of this group of pupils; empty: of all
    std::string subject;         ///< in this subject; empty: of figures without one
    std::string year;            ///< "2025/26"
    std::string period{"year"};  ///< "year", or a season: "autumn"
    std::optional<Date> up_to;   ///< of a year to date: its last day
    double value{0};
    std::string source; ///< who published it, where and when
    ComparatorOrigin origin{ComparatorOrigin::workspace};
    std::optional<std::size_t> file; ///< that it was read from: index into Trust::sources
};

} // namespace termbook
