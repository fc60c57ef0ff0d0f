// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace termbook::sample {

/// How a school does beyond attendance. Attainment is told against that of England, in hundredths of a
/// standard deviation.
struct SchoolStory {
    int attainment{0};
    int phonics{0}; ///< on top of that, in the phonics screening check
    int writing{0}; ///< on top of that, in writing
    int growth{0};  ///< from each term to the next, in the tracker
};

} // namespace termbook::sample
