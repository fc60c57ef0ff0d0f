// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/table.hpp"
#include "connectors/export_input.hpp"
#include "core/diagnostics/error.hpp"

#include <Poco/JSON/Stringifier.h>
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <utility>

namespace termbook::cli {

namespace {

/// The one export that a file holds; those in a zip archive are named behind it: "exports.zip/pupils.csv".
ExportFile export_named(const std::filesystem::path& path) {
    std::error_code none;
    std::filesystem::path file = path;
    while (!std::filesystem::exists(file, none) && file.has_relative_path())
        file = file.parent_path();
    if (!std::filesystem::is_regular_file(file, none)) file = path;
    auto exports = exports_in(file, file.string());
    if (file != path)
        std::erase_if(exports, [&](const ExportFile& each) { return each.name != path.string(); });
    if (exports.size() == 1) return std::move(exports.front());
    throw Error({path.string(), 0, 0, {}},
                exports.empty() ? std::string("no such file in the zip archive")
                                : fmt::format("a zip archive of {} files", exports.size()),
                "one file",
                "name it behind the archive, as `exports.zip/pupils.csv`; `termbook inspect` lists them");
}

std::size_t sheet_named(const ExportFile& file, const ExportForm& form, const std::string& name) {
    if (!form.workbook) {
        if (name.empty()) return 0;
        throw Error({file.name, 0, 0, {}}, "--sheet for a file without sheets", "a workbook",
                    "leave --sheet out", ErrorKind::usage);
    }
    const auto& sheets = form.workbook->sheets();
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const readers::SheetName& sheet) {
        return name.empty() ? !sheet.hidden : sheet.name == name;
    });
    if (found != sheets.end()) return static_cast<std::size_t>(found - sheets.begin());
    if (name.empty()) return 0;
    std::string names;
    for (const readers::SheetName& sheet : sheets)
        names += fmt::format("{}'{}'", names.empty() ? "" : ", ", sheet.name);
    throw Error({file.name, 0, 0, {}}, fmt::format("no sheet '{}'", name), names, "name one of them",
                ErrorKind::usage);
}

void print_csv(const readers::Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        std::cout << (i > 0 ? "," : "") << csv_cell(std::string(row.cells[i]));
    std::cout << "\r\n";
}

void print_json(const readers::Row& row, bool is_first) {
    std::cout << (is_first ? "[\n[" : ",\n[");
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i > 0) std::cout << ',';
        Poco::JSON::Stringifier::formatString(std::string(row.cells[i]), std::cout);
    }
    std::cout << ']';
}

} // namespace

ExitStatus rows(const std::filesystem::path& path, const std::string& sheet, TableFormat format) {
    const ExportFile file = export_named(path);
    const ExportForm form = find_form(file);
    const auto table = open_rows(file, form, sheet_named(file, form, sheet));
    bool is_first = true;
    for (readers::Row row; table->next(row); is_first = false) {
        if (format == TableFormat::json)
            print_json(row, is_first);
        else
            print_csv(row);
        if (!std::cout) break; // whoever reads has gone, or the disk is full: said once all is done
    }
    if (format == TableFormat::json) std::cout << (is_first ? "[]\n" : "\n]\n");
    return done;
}

} // namespace termbook::cli
