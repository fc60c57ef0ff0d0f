// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <string_view>

namespace termbook {

/// A data file compiled into the command: its name without a folder, and its bytes.
struct EmbeddedFile {
    std::string_view name;
    std::string_view bytes;
};

} // namespace termbook
