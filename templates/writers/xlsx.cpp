// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/writers/whole_file.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <Poco/TemporaryFile.h>
#include <cerrno>
#include <fmt/format.h>
#include <memory>
#include <system_error>

namespace termbook::writers {

namespace {

using Workbook = std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)>;

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& reason) {
    throw Error({path.string(), 0, 0, ""}, fmt::format("a workbook that could not be written ({})", reason),
                "a folder that can be written and is not full", "choose another -o", ErrorKind::output);
}

/// The folder of the output holds the parts while they are packed: a memory disk for temporary files may be
/// small.
Workbook open_workbook(const std::filesystem::path& file, std::string& folder) {
    folder = file.parent_path().string();
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    return {workbook_new_opt(file.c_str(), &options), &lxw_workbook_free};
}

void write_sheet(xlsx::Book& book, xlsx::Sheet& sheet) {
    xlsx::write_columns(book, sheet);
    xlsx::write_rows(book, sheet);
    xlsx::write_conditional_formats(book, sheet);
    xlsx::write_validations(book, sheet);
    xlsx::write_page_setup(book, sheet);
}

IssueLog write_workbook(const odf::Document& document, const std::filesystem::path& file,
                        const std::filesystem::path& path) {
    std::string folder;
    auto workbook = open_workbook(file, folder);
    if (!workbook) throw std::bad_alloc();
    xlsx::Book book(document, workbook.get());
    book.sheets = xlsx::make_sheets(book);
    for (auto& sheet : book.sheets)
        sheet.worksheet = workbook_add_worksheet(workbook.get(), sheet.excel_name.c_str());
    for (auto& sheet : book.sheets)
        write_sheet(book, sheet);
    const auto changes = xlsx::write_drawings(book);
    xlsx::write_views(book);
    xlsx::write_names(book);
    xlsx::write_properties(book);
    errno = 0;
    const auto failure = workbook_close(workbook.release()); // frees it, too
    if (failure != LXW_NO_ERROR)
        fail(path, errno != 0 ? std::generic_category().message(errno) : lxw_strerror(failure));
    if (!xlsx::change_parts(file, changes)) fail(path, "a disk that took no more");
    return std::move(book.issues);
}

} // namespace

IssueLog write_xlsx(const odf::Document& document, const std::filesystem::path& path) {
    IssueLog issues;
    write_whole_file(
        path, [&](const std::filesystem::path& file) { issues = write_workbook(document, file, path); });
    return issues;
}

IssueLog lost_in_xlsx(const odf::Document& document) {
    const Poco::TemporaryFile file;
    return write_xlsx(document, file.path());
}

} // namespace termbook::writers
