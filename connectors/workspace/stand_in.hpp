// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <filesystem>

namespace termbook {

/// A trust of one school without a name, which stands for whichever an export is of. Its years are those of
/// the workspace's termbook.xml; where there is none, every year of which there may be an export. Throws
/// Error when termbook.xml cannot be used.
Trust stand_in(const std::filesystem::path& workspace);

} // namespace termbook
