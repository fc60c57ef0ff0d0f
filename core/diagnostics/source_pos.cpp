// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/source_pos.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

std::string in_sheet(const SourcePos& pos) {
    std::string text = fmt::format("{}{}sheet '{}'", pos.file, pos.file.empty() ? "" : ", ", pos.sheet);
    if (pos.line == 0) return text;
    if (pos.column == 0) return text + fmt::format(", row {}", pos.line);
    return text + fmt::format(", cell {}{}", column_letters(pos.column), pos.line);
}

} // namespace

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string to_string(const SourcePos& pos) {
    std::string text = pos.file;
    if (!pos.sheet.empty()) {
        text = in_sheet(pos);
        return pos.where.empty() ? text : text + " (" + pos.where + ")";
    }
    if (pos.line != 0) text += fmt::format("{}{}", text.empty() ? "line " : ":", pos.line);
    if (pos.line != 0 && pos.column != 0) text += fmt::format(":{}", pos.column);
    if (!pos.where.empty()) text += fmt::format("{}({})", text.empty() ? "" : " ", pos.where);
    return text;
}

} // namespace termbook
