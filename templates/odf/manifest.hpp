// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook::odf {

/// The media type of a spreadsheet document.
inline constexpr const char* spreadsheet_type = "application/vnd.oasis.opendocument.spreadsheet";

/// META-INF/manifest.xml for a package of these members. The types follow from what the members hold, so that
/// a part that was added needs no announcing.
std::string manifest_of(const std::vector<std::pair<std::string, std::string>>& members);

/// The media type of an embedded document, from its content.xml.
std::string object_media_type(std::string_view content_xml);

/// ".png" and the like from a picture's first bytes; "" if they say nothing.
std::string picture_extension(std::string_view bytes);

} // namespace termbook::odf
