// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/workspace/workspace.hpp"

#include <string>

namespace termbook {

/// What was read, one fact a line: schools, pupils, their marks day by day, their totals, and what each file
/// was taken for. Digests and the dates of files are left out: they change from one machine to the next.
std::string dump_model(const Workspace& workspace);

/// The files that were refused, and the issues, a line each.
std::string dump_issues(const Workspace& workspace);

} // namespace termbook
