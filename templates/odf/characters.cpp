// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/characters.hpp"

namespace termbook::odf {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// How many bytes of UTF-8 at the front of the text are a character that XML cannot hold.
std::size_t unfit_bytes(std::string_view text) {
    const char c = text.front();
    if (static_cast<unsigned char>(c) < 0x20) return c == '\t' || c == '\n' || c == '\r' ? 0 : 1;
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

} // namespace

std::string xml_characters(std::string_view text) {
    std::string fit;
    fit.reserve(text.size());
    while (!text.empty()) {
        const auto unfit = unfit_bytes(text);
        if (unfit > 0)
            fit += replacement;
        else
            fit += text.front();
        text.remove_prefix(unfit > 0 ? unfit : 1);
    }
    return fit;
}

} // namespace termbook::odf
