// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

enum class IncidentKind : std::uint8_t { suspension, exclusion, behaviour };

/// Something that happened with a pupil on a day.
struct Incident {
    std::size_t pupil{0}; ///< index into School::pupils
    IncidentKind kind{IncidentKind::behaviour};
    Date on;
    std::string type; ///< the reason or type, as exported
    /// Half days missed, of suspensions; none where the exports do not say.
    std::optional<std::int64_t> sessions;
    /// False: cancelled, or a permanent exclusion that was not upheld. It is counted nowhere but in notes.
    bool stands{true};
};

/// That a school exported its incidents of a kind in a year: pupils without any then had none.
struct IncidentLog {
    IncidentKind kind{IncidentKind::behaviour};
    std::size_t year{0};
    std::vector<std::size_t> sources; ///< indices into Trust::sources
};

} // namespace termbook
