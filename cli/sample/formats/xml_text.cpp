// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/formats/xml_text.hpp"

namespace termbook::sample {

std::string xml_text(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else
            safe += c;
    }
    return safe;
}

} // namespace termbook::sample
