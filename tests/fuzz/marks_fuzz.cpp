// SPDX-License-Identifier: MPL-2.0
// Any text either parses or is refused with Error; the pieces cover the text without gaps.
#include "core/diagnostics/error.hpp"
#include "templates/marks/parser.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        std::size_t end = 0;
        for (const auto& piece : termbook::marks::parse(text)) {
            if (piece.begin != end) std::abort();
            end = piece.end;
        }
        if (end != size) std::abort();
    } catch (const termbook::Error&) {
        return 0;
    }
    return 0;
}
