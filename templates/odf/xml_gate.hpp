// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace termbook::odf {

/// Lets only well-formed XML through, so that the lenient tree parser behind it never sees anything else.
/// Throws Error with line and column (and no file name) for XML that is broken, holds a DOCTYPE, is nested
/// more than 256 deep or is not in UTF-8 or UTF-16.
void require_well_formed(std::string_view xml);

} // namespace termbook::odf
