// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/formats/table.hpp"

#include <fmt/format.h>

namespace termbook::sample {

std::string british(const std::string& iso) {
    return iso.empty() ? iso : fmt::format("{}/{}/{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

std::string yes_or_blank(bool yes) {
    return yes ? "Yes" : "";
}

} // namespace termbook::sample
