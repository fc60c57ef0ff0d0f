// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace termbook::sample {

/// A text as XML writes it between its tags.
std::string xml_text(std::string_view text);

} // namespace termbook::sample
