// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/workspace/workspace.hpp"

#include <filesystem>

namespace termbook::test {

/// Where the sample was written, once for all tests of it.
const std::filesystem::path& sample_folder();

/// The sample, loaded.
const Workspace& sample_workspace();

} // namespace termbook::test
