// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace termbook {

/// A profile's field for a column of published figures: "published:ks2.expected subject=reading group=pp".
struct PublishedField {
    std::string figure;
    std::string subject; ///< empty: of a figure without one
    std::string group;   ///< empty: of all pupils
};

/// Reads such a field; none for one that does not begin so. Throws Error (without a place) for a figure that
/// is not in the catalogue, a subject too many or too few, a group that is none.
std::optional<PublishedField> parse_published_field(std::string_view field);

} // namespace termbook
