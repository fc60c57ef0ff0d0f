// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

/// A file to pack, and the lies to tell about it.
struct MadeEntry {
    std::string name;
    std::string content;
    std::uint16_t flags{0};
    std::optional<std::uint16_t> method{}; ///< else deflated
    std::optional<std::uint64_t> size{};   ///< else that of the content
    std::optional<std::uint32_t> crc{};
    std::optional<std::uint32_t> offset{}; ///< of the local header, in the directory
    std::uint32_t attributes{0};
    bool zip64{false}; ///< its numbers stand in the extra field
};

/// A zip archive of these files; with `zip64` its end is told by the larger record.
std::string made_zip(const std::vector<MadeEntry>& entries, std::string_view comment = {},
                     bool zip64 = false);

} // namespace termbook::readers
