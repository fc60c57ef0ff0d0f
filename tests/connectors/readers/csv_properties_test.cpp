// SPDX-License-Identifier: MPL-2.0
// What holds of any rows, and of any bytes.
#include "connectors/readers/csv_reader.hpp"
#include "connectors/readers/csv_scan.hpp"
#include "tests/connectors/readers/read_all.hpp"

#include <array>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace termbook::readers {

namespace {

/// Text made of what a CSV reader may trip over.
rc::Gen<std::string> any_cell() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                            "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "a", "é", "–", "x\"y",
                            "Smith, J", "0123456789012345678901234567890123456789")),
                        [](const std::vector<std::string>& parts) {
                            std::string cell;
                            for (const auto& part : parts)
                                cell += part;
                            return cell;
                        });
}

std::string written(const std::string& cell, char delimiter, bool always_quoted) {
    const bool needs_quotes = cell.find_first_of(std::string("\"\r\n") + delimiter) != std::string::npos;
    if (!needs_quotes && !always_quoted) return cell;
    std::string text = "\"";
    for (const char byte : cell)
        text += byte == '"' ? "\"\"" : std::string(1, byte);
    return text + '"';
}

RC_GTEST_PROP(Csv, rows_that_are_written_are_read_again, ()) {
    const char delimiter = *rc::gen::element(',', ';', '\t', '|');
    const auto line_end = *rc::gen::element<std::string>("\n", "\r\n", "\r");
    const bool has_final_end = *rc::gen::arbitrary<bool>();
    const bool always_quoted = *rc::gen::arbitrary<bool>();
    const auto rows = *rc::gen::resize(12, rc::gen::container<Rows>(rc::gen::nonEmpty(
                                               rc::gen::container<std::vector<std::string>>(any_cell()))));
    std::string text;
    for (const auto& row : rows) {
        RC_PRE(always_quoted || row != std::vector<std::string>{""});
        if (!text.empty()) text += line_end;
        for (std::size_t index = 0; index < row.size(); ++index)
            text +=
                (index == 0 ? "" : std::string(1, delimiter)) + written(row[index], delimiter, always_quoted);
    }
    if (has_final_end) text += line_end;

    const auto buffer = static_cast<std::size_t>(*rc::gen::inRange(4, 300));
    const auto at_once = static_cast<std::size_t>(*rc::gen::inRange(1, 100));
    CsvReader reader =
        csv_reader(text, {.delimiter = delimiter, .quote = '"', .buffer_bytes = buffer}, at_once);
    RC_ASSERT(read_all(reader) == rows);
}

RC_GTEST_PROP(Csv, the_fast_and_the_portable_scanner_see_the_same, ()) {
    const CsvDialect dialect{*rc::gen::element(',', ';', '\t', '|'), '"'};
    std::array<char, block_bytes + 16> block{};
    for (char& byte : block)
        byte = *rc::gen::element(',', ';', '\t', '|', '"', '\r', '\n', 'a', '\xE9', '\0');
    RC_ASSERT(BlockScanner(dialect).scan(block.data()) == scan_block_portable(block.data(), dialect));
}

} // namespace

} // namespace termbook::readers
