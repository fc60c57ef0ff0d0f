// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

namespace termbook {

/// Writes a made-up trust to try everything on: a workspace of four schools, each with the exports of
/// another system: five terms of attendance, trackers, suspensions, behaviour and staff, the results of a
/// summer, and the trust's targets; always the same one. Nobody in it exists. Throws Error
/// (ErrorKind::output) when the folder holds a workspace already, or cannot be written.
void write_sample(const std::filesystem::path& folder);

} // namespace termbook
