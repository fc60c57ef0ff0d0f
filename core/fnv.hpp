// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace termbook {

/// The FNV-1a hash: short, and the same everywhere. Tells texts apart that nobody forges.
constexpr std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t value = 0xcbf29ce484222325U;
    for (const char c : text)
        value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return value;
}

} // namespace termbook
