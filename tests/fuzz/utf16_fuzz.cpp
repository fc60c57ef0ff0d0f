// SPDX-License-Identifier: MPL-2.0
// Any bytes behind a mark of UTF-16 are valid UTF-8 or an Error, and the same in rooms and pieces of any
// size.
#include "connectors/readers/text_decoder.hpp"
#include "connectors/readers/utf8.hpp"
#include "core/diagnostics/error.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace termbook;
using namespace termbook::readers;

void require(bool holds) {
    if (!holds) std::abort();
}

std::string account_of(std::string_view bytes, std::size_t room_bytes, std::size_t most_at_once) {
    std::string text;
    try {
        TextDecoder decoder(open_memory(bytes, "fuzz", most_at_once));
        std::string room(room_bytes, '\0');
        while (const std::size_t count = decoder.read(room)) {
            require(count <= room_bytes);
            text.append(room, 0, count);
        }
        require(decoder.encoding() != Encoding::utf8);
    } catch (const Error& error) {
        require(error.pos().file == "fuzz");
        text += error.what();
    }
    require(check_utf8(text).good == text.size());
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const char* mark : {"\xFF\xFE", "\xFE\xFF"}) {
        const std::string bytes = mark + std::string(reinterpret_cast<const char*>(data), size);
        const std::string whole = account_of(bytes, 4 * bytes.size() + 4, bytes.size());
        require(account_of(bytes, 4, 1) == whole);
        require(account_of(bytes, 7, 3) == whole);
    }
    return 0;
}
