// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace termbook {

/// Reads into `trust.captures` what the workspace's store holds of the schools and years in termbook.xml: of
/// each mark the figure captured last. What is of others, or does not add up, is left unread and becomes an
/// issue. Nothing is read where there is no store. Throws Error (refused) for a store that cannot be used.
void read_captures(const std::filesystem::path& folder, Trust& trust);

/// One run of `termbook capture` and what it added of one period.
struct CapturedPeriod {
    Capture run;
    std::string period;
    std::int64_t figures{0};
    std::int64_t withheld{0};
    std::int64_t schools{0}; ///< the trust as a whole is not counted
};

/// All that a store holds, in the order in which it was captured. Throws like read_captures.
std::vector<CapturedPeriod> list_captures(const std::filesystem::path& folder);

} // namespace termbook
