// SPDX-License-Identifier: MPL-2.0
// Any bytes are an archive or an Error; entries deliver what the directory says or an Error, and what is a
// workbook inside is read or refused.
#include "connectors/readers/sheets/workbook.hpp"
#include "connectors/readers/utf8.hpp"
#include "connectors/readers/zip/zip_archive.hpp"
#include "core/diagnostics/error.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace termbook;
using namespace termbook::readers;

void require(bool holds) {
    if (!holds) std::abort();
}

constexpr ZipLimits limits{.entries = 50, .bytes = 1 << 20, .growth = 500, .growth_matters = 1 << 16};

void read_entries(const std::string& bytes) {
    const ZipArchive archive(keep_seekable(bytes, "fuzz"), limits);
    for (const ZipEntry& entry : archive.entries()) {
        require(check_utf8(entry.name).good == entry.name.size());
        require(("/" + entry.name + "/").find("/../") == std::string::npos && entry.name.front() != '/');
        try {
            require(archive.read(entry, "fuzz", limits.bytes).size() == entry.size);
        } catch (const Error& error) {
            require(error.pos().file == "fuzz");
        }
    }
}

void read_workbook(const std::string& bytes) {
    const auto workbook = open_workbook(keep_seekable(bytes, "fuzz"));
    if (!workbook) return;
    for (std::size_t sheet = 0; sheet < workbook->sheets().size() && sheet < 3; ++sheet) {
        const auto rows = workbook->rows(sheet);
        std::size_t cells = 0;
        for (Row row; cells < 100'000 && rows->next(row);)
            cells += row.cells.size();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    try {
        read_entries(bytes);
        read_workbook(bytes);
    } catch (const Error& error) {
        require(!error.pos().file.empty());
    }
    return 0;
}
