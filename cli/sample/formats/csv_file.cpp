// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/formats/csv_file.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>

namespace termbook::sample {

namespace {

void write_row(std::string& text, const Cells& cells, bool quoted) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        const bool quote = quoted || cells[i].find_first_of(",\"\r\n") != std::string::npos;
        if (!quote) {
            text += cells[i];
            continue;
        }
        text += '"';
        for (std::size_t from = 0; from < cells[i].size();) {
            const std::size_t to = std::min(cells[i].find('"', from), cells[i].size());
            text.append(cells[i], from, to - from);
            if (to < cells[i].size()) text += "\"\"";
            from = to + 1;
        }
        text += '"';
    }
    text += "\r\n";
}

/// Windows-1252 and Unicode agree from U+00A0 to U+00FF; the sample's names have no other letters.
std::string as_windows_1252(const std::string& utf8) {
    std::string bytes;
    bytes.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        if (lead < 0x80) {
            bytes += utf8[i];
            continue;
        }
        const auto character = i + 1 < utf8.size()
                                   ? ((lead & 0x1Fu) << 6) | (static_cast<unsigned char>(utf8[++i]) & 0x3Fu)
                                   : 0u;
        if ((lead & 0xE0u) != 0xC0u || character < 0xA0 || character > 0xFF)
            throw Error({}, "a letter beyond U+00FF", "letters that Windows-1252 writes",
                        "write UTF-8 instead");
        bytes += static_cast<char>(character);
    }
    return bytes;
}

} // namespace

std::string csv_file(const Table& table, const CsvStyle& style) {
    std::string text = style.byte_order_mark ? "\xEF\xBB\xBF" : "";
    for (const Cells& header : table.header)
        write_row(text, header, style.quoted);
    for (std::size_t i = 0; i < table.rows; ++i)
        write_row(text, table.row(i), style.quoted);
    return style.windows_1252 ? as_windows_1252(text) : text;
}

} // namespace termbook::sample
