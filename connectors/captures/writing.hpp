// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/captured.hpp"

#include <cstddef>
#include <filesystem>

namespace termbook {

/// What became of a run.
struct Captured {
    std::int64_t number{0}; ///< of the run; of one that added nothing, 0
    std::size_t added{0};   ///< figures that were new, or are not what they were
    std::size_t known{0};   ///< figures that stand in the store already, resting on the same exports
};

/// Adds figures to the workspace's store, which is made if there is none: all of them, or with an Error none.
/// A figure is added again only if it says something else than what was captured last of its mark, or rests
/// on other exports: on files of other bytes, whatever they are called. `run.number` is not looked at. When
/// this returns the figures are on the disk. Throws Error: `refused` for a store that cannot be used,
/// `output` for one that cannot be written.
Captured write_captures(const std::filesystem::path& folder, const Capture& run, const Captures& figures);

} // namespace termbook
