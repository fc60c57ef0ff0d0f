// SPDX-License-Identifier: MPL-2.0
#include "cli/exit_status.hpp"

namespace termbook::cli {

ExitStatus exit_status(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::refused:
        return refused;
    case ErrorKind::usage:
        return usage;
    case ErrorKind::output:
        return not_written;
    }
    return refused;
}

} // namespace termbook::cli
