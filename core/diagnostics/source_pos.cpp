// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/source_pos.hpp"

#include <fmt/format.h>

namespace termbook {

std::string to_string(const SourcePos& pos) {
    std::string text = pos.file;
    if (pos.line != 0) text += fmt::format("{}{}", text.empty() ? "line " : ":", pos.line);
    if (pos.line != 0 && pos.column != 0) text += fmt::format(":{}", pos.column);
    if (!pos.where.empty()) text += fmt::format("{}({})", text.empty() ? "" : " ", pos.where);
    return text;
}

} // namespace termbook
