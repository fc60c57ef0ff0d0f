// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/embedded_file.hpp"

#include <span>

namespace termbook::library {

/// The templates (.fods) and packs (.xml) that come with Termbook, compiled in.
std::span<const EmbeddedFile> embedded_files();

} // namespace termbook::library
