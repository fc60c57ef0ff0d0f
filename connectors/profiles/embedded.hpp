// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/embedded_file.hpp"

#include <span>

namespace termbook::profiles {

/// The files of connectors/profiles/data, compiled in.
std::span<const EmbeddedFile> embedded_files();

} // namespace termbook::profiles
