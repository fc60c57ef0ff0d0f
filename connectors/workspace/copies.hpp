// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "core/diagnostics/error.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace termbook {

/// An export, and the school whose folder it lies in.
struct PlacedFile {
    ExportFile file;
    std::optional<std::size_t> school; ///< index into Trust::schools
};

/// For each file the one of the same bytes that is to be read in its stead: the first of them, those in a
/// school's folder before others, and those in archives last; none where it is the one. A file without a name
/// takes no part. Only files of one size are read for it.
std::vector<std::optional<std::size_t>> copies_among(const std::vector<PlacedFile>& files);

/// Why a copy is not counted.
Error copy_refusal(const PlacedFile& copy, const PlacedFile& original);

} // namespace termbook
