// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <array>
#include <string>

namespace termbook::sample {

/// How a school does beyond attendance. Attainment is told against that of England, in hundredths of a
/// standard deviation.
struct SchoolStory {
    int attainment{0};
    int phonics{0};                  ///< on top of that, in the phonics screening check
    int writing{0};                  ///< on top of that, in writing
    int growth{0};                   ///< from each term to the next, in the tracker
    std::array<int, 2> lunchtimes{}; ///< suspensions for a lunchtime, in 2024/25 and in 2025/26
    int incidents_percent{100};      ///< of behaviour, against what is usual
    std::string unruly{};            ///< the year group with twice as many
    int staff_absence_percent{100};  ///< against what is usual
};

} // namespace termbook::sample
