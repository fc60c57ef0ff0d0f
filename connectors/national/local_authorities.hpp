// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace termbook {

/// The code of England's local authority with this code or name, capitals and blanks aside: "857" for
/// "Rutland".
std::optional<std::string> find_local_authority(std::string_view text);

/// The name spelt most nearly like this one; empty when none comes near.
std::string nearest_local_authority(std::string_view name);

} // namespace termbook
