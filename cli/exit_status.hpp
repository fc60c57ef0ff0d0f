// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"

namespace termbook::cli {

/// What the command's exit status means; programs that call it rely on these numbers.
enum ExitStatus : int {
    done = 0,
    with_issues = 1, ///< done, with issues, under --strict
    usage = 2,
    refused = 3, ///< a file or template named on the command line, or all exports, cannot be used
    not_written = 4,
};

ExitStatus exit_status(ErrorKind kind);

} // namespace termbook::cli
