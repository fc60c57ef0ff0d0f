// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <string_view>

namespace termbook {

/// What a column can be to Termbook, as profiles name it, but for published figures, of which there are as
/// many as the catalogue has: see parse_published_field.
std::span<const std::string_view> profile_fields();
bool is_profile_field(std::string_view text);

} // namespace termbook
