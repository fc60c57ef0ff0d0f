// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/formats/table.hpp"

#include <fmt/format.h>
#include <utility>

namespace termbook::sample {

Table table_of(Cells header, std::vector<Cells> rows) {
    const std::size_t count = rows.size();
    return {{std::move(header)}, count, [rows = std::move(rows)](std::size_t i) { return rows[i]; }};
}

std::string british(const std::string& iso) {
    return iso.empty() ? iso : fmt::format("{}/{}/{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

std::string yes_or_blank(bool yes) {
    return yes ? "Yes" : "";
}

} // namespace termbook::sample
