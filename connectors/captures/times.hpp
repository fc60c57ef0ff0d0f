// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace termbook::captures {

/// "2025-12-12T16:05:09Z".
std::string utc_text(std::chrono::sys_seconds at);

std::optional<std::chrono::sys_seconds> parse_utc(const std::string& text);

} // namespace termbook::captures
