// SPDX-License-Identifier: MPL-2.0
// Any bytes are rows or an Error, and the same ones however they are buffered, and with the processor's help
// or not.
#include "connectors/readers/csv_reader.hpp"
#include "connectors/readers/utf8.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

using namespace termbook;
using namespace termbook::readers;

void require(bool holds) {
    if (!holds) std::abort();
}

/// All that a reader says about the bytes, as text; of a refused file the reason only, for how many rows come
/// before it depends on the buffer.
std::string account_of(std::string_view bytes, std::size_t buffer, std::size_t most_at_once) {
    CsvOptions options;
    options.max_row_bytes = 4096;
    options.buffer_bytes = buffer;
    std::string account;
    try {
        CsvReader reader(open_memory(bytes, "fuzz", most_at_once), options);
        for (Row row; reader.next(row);) {
            require(!row.cells.empty());
            account += std::to_string(row.line);
            for (std::size_t index = 0; index < row.cells.size(); ++index) {
                const std::string_view cell = row.cells[index];
                require(check_utf8(cell).good == cell.size());
                require(reader.column_of(index) != 0);
                account += '\0' + std::to_string(reader.column_of(index)) + ' ' + std::string(cell);
            }
            account += '\0';
        }
    } catch (const Error& error) {
        require(error.pos().file == "fuzz");
        return error.what();
    }
    return account;
}

void compare_scanners(std::string_view bytes) {
    std::array<char, block_bytes + 16> block{};
    std::memcpy(block.data(), bytes.data(), std::min(bytes.size(), block.size()));
    const CsvDialect dialect{',', '"'};
    require(BlockScanner(dialect).scan(block.data()) == scan_block_portable(block.data(), dialect));
    require(ascii_run(bytes) == ascii_run_portable(bytes));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string whole = account_of(bytes, 8192, size + 1);
    for (const std::size_t small : {4, 5, 7, 64, 65})
        require(account_of(bytes, small, small % 7 + 1) == whole);
    compare_scanners(bytes);
    return 0;
}
