// SPDX-License-Identifier: MPL-2.0
// Any bytes as the XML of a sheet, of an .xlsx or of an .ods, are rows or an Error, and the same ones in
// however small pieces they come.
#include "connectors/readers/sheets/ods_sheet.hpp"
#include "connectors/readers/sheets/xlsx_sheet.hpp"
#include "connectors/readers/utf8.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace {

using namespace termbook;
using namespace termbook::readers;

void require(bool holds) {
    if (!holds) std::abort();
}

std::unique_ptr<SheetHandler> xlsx_sheet() {
    auto strings = std::make_shared<SharedStrings>();
    for (const char* text : {"UPN", "", "Year 4"})
        strings->add(text);
    using Kind = NumberFormat::Kind;
    return std::make_unique<XlsxSheet>(XlsxValues{
        strings, {{}, {Kind::date, 0}, {Kind::percent, 0}, {Kind::elapsed, 0}, {Kind::padded, 6}}, false});
}

/// The rows, or of a refused sheet the reason only: how many rows come before it depends on the pieces.
std::string account_of(std::string_view bytes, std::size_t most_at_once, bool is_xlsx) {
    std::string account;
    try {
        const auto rows =
            stream_rows(open_memory(bytes, "fuzz", most_at_once),
                        is_xlsx ? xlsx_sheet() : std::make_unique<OdsSheet>(0), "fuzz", "sheet");
        std::uint64_t line = 0;
        // A few bytes may say that a sheet is full: that is allowed, but takes long.
        for (Row row; account.size() < 100'000 && rows->next(row);) {
            require(row.line > line && row.line <= most_sheet_rows);
            require(!row.cells.empty() && row.cells.size() <= most_sheet_columns &&
                    !row.cells.back().empty());
            line = row.line;
            account += std::to_string(line);
            for (const std::string_view cell : row.cells) {
                require(check_utf8(cell).good == cell.size());
                account += '\0' + std::string(cell);
            }
            account += '\n';
        }
    } catch (const Error& error) {
        require(error.pos().file == "fuzz");
        return error.what();
    }
    return account;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const bool is_xlsx : {true, false}) {
        const std::string whole = account_of(bytes, size + 1, is_xlsx);
        require(account_of(bytes, 3, is_xlsx) == whole);
    }
    return 0;
}
