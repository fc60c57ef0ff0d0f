// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/xml/xml_reader.hpp"

#include <string>
#include <string_view>

/// What the readers of the parts of an .xlsx have in common.
namespace termbook::readers {

/// A name without its prefix: programs choose their own.
inline std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Whether an attribute that may be left out says yes.
inline bool is_true(const XmlAttributes& attributes, std::string_view name) {
    const auto value = attributes.find(name);
    return value == "1" || value == "true" || value == "on";
}

/// Appends a text element's content: blanks around it count only where it says so, and escapes are undone.
void append_text_element(std::string& to, std::string_view text, bool keeps_blanks);

} // namespace termbook::readers
