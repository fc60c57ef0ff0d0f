// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook::odf {

/// The members of a zip archive, by path. Sizes are counted while inflating, whatever the archive says of
/// itself. Throws Error (without a file name) for an archive that is broken, encrypted, too big (512 MB
/// inflated, 10,000 members, or blown up more than 500 times), or that holds duplicate or overlapping
/// members, links or paths that lead outside.
std::map<std::string, std::string> read_package(std::string_view bytes);

/// A zip archive of these members in their order, each deflated but the first, which is stored. The same
/// members give the same bytes.
std::string write_package(const std::vector<std::pair<std::string, std::string>>& members);

} // namespace termbook::odf
