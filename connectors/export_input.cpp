// SPDX-License-Identifier: MPL-2.0
#include "connectors/export_input.hpp"

#include "connectors/readers/csv_reader.hpp"
#include "connectors/readers/sheets/compound_file.hpp"
#include "connectors/readers/xml/command_reporter.hpp"
#include "connectors/readers/zip/zip_archive.hpp"
#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace termbook {

namespace {

namespace fs = std::filesystem;

/// A workbook in an archive is held in memory, since its parts are read in any order.
constexpr std::uint64_t most_packed_workbook = std::uint64_t{256} << 20;

std::string first_bytes(const ExportFile& file) {
    std::array<char, 16> bytes{};
    const std::size_t size = open_export(file)->read(bytes);
    return {bytes.data(), size};
}

readers::ZipArchive archive_of(const ExportFile& file) {
    const std::string name = file.name.substr(0, file.name.size() - file.entry.size() - 1);
    return readers::ZipArchive(readers::open_seekable(file.path, name));
}

const readers::ZipEntry& entry_of(const readers::ZipArchive& archive, const ExportFile& file) {
    const readers::ZipEntry* entry = archive.find(file.entry);
    if (!entry)
        throw Error({file.name, 0, 0, {}}, "a zip archive without this file any more",
                    "an archive that nobody writes to", "try again");
    return *entry;
}

std::shared_ptr<const readers::SeekableBytes> open_seekable(const ExportFile& file) {
    if (file.entry.empty()) return readers::open_seekable(file.path, file.name);
    const readers::ZipArchive archive = archive_of(file);
    return readers::keep_seekable(archive.read(entry_of(archive, file), file.name, most_packed_workbook),
                                  file.name);
}

bool starts_as_xml(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    return start.starts_with("<") || start.starts_with(std::string_view("\xFF\xFE<\0", 4)) ||
           start.starts_with(std::string_view("\xFE\xFF\0<", 4));
}

/// How files begin that people drop among exports.
struct OtherKind {
    std::string_view start;
    std::string_view found;
    std::string_view remedy;
};

constexpr auto export_instead = "export the rows as CSV or a workbook";
constexpr OtherKind other_kinds[] = {
    {"%PDF", "a PDF", export_instead},
    {"{\\rtf", "a document (RTF)", export_instead},
    {"\x89PNG", "a picture (PNG)", export_instead},
    {"\xFF\xD8\xFF", "a picture (JPEG)", export_instead},
    {"GIF8", "a picture (GIF)", export_instead},
    {"7z\xBC\xAF", "a 7z archive", "unpack it, or pack it as .zip"},
    {"Rar!", "a RAR archive", "unpack it, or pack it as .zip"},
    {"\x1F\x8B", "a gzip archive", "unpack it, or pack it as .zip"},
    {"SQLite f", "a database (SQLite)", export_instead},
};

void refuse_other_kinds(const ExportFile& file, std::string_view start) {
    for (const OtherKind& kind : other_kinds)
        if (start.starts_with(kind.start))
            throw Error({file.name, 0, 0, {}}, std::string(kind.found), "an export",
                        std::string(kind.remedy));
    // Some systems call a web page .xls: offices open it, but it is no workbook.
    const std::string markup = lower(start);
    if (markup.starts_with("<html") || markup.starts_with("<!doctype html"))
        throw Error({file.name, 0, 0, {}}, "a web page", "an export",
                    "open it in a spreadsheet and save it as .xlsx");
}

} // namespace

bool is_left_behind(std::string_view name) {
    constexpr std::array of_systems{"__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini"};
    const bool is_known = std::find(of_systems.begin(), of_systems.end(), lower(name)) != of_systems.end();
    return is_known || name.starts_with('.') || name.starts_with('~');
}

std::vector<ExportFile> exports_in(const fs::path& path, const std::string& name) {
    ExportFile file{path, name};
    if (!first_bytes(file).starts_with("PK")) return {file};
    const readers::ZipArchive archive(readers::open_seekable(path, name));
    if (readers::is_workbook(archive)) return {file};
    std::vector<ExportFile> found;
    for (const readers::ZipEntry& entry : archive.entries()) {
        const fs::path parts(entry.name);
        if (std::any_of(parts.begin(), parts.end(),
                        [](const fs::path& part) { return is_left_behind(part.string()); }))
            continue;
        ExportFile packed = file;
        packed.name = fmt::format("{}/{}", name, entry.name);
        packed.entry = entry.name;
        found.push_back(std::move(packed));
    }
    if (found.empty())
        throw Error({name, 0, 0, {}}, "a zip archive without a file", "exports", "pack it again");
    return found;
}

std::unique_ptr<readers::ByteSource> open_export(const ExportFile& file) {
    if (file.entry.empty()) return readers::open_file(file.path, file.name);
    const readers::ZipArchive archive = archive_of(file);
    return archive.open(entry_of(archive, file), file.name);
}

ExportForm find_form(const ExportFile& file) {
    using Kind = ExportForm::Kind;
    const std::string start = first_bytes(file);
    if (start.empty()) throw Error({file.name, 0, 0, {}}, "an empty file", "an export", "export it again");
    refuse_other_kinds(file, start);
    if (starts_as_xml(start)) {
        const readers::XmlRoot root = readers::read_xml_root(*open_export(file));
        if (readers::is_command_report(root.name)) return {Kind::command_report, nullptr, root};
        if (root.name == readers::flat_workbook_root)
            return {Kind::workbook, readers::open_workbook(open_seekable(file)), root};
        return {Kind::xml, nullptr, root};
    }
    if (!start.starts_with("PK") && !readers::is_compound_file(start)) return {};
    auto workbook = readers::open_workbook(open_seekable(file));
    if (!workbook)
        throw Error({file.name, 0, 0, {}}, "a zip archive within a zip archive", "exports",
                    "unpack the archive inside it");
    return {Kind::workbook, std::move(workbook), std::nullopt};
}

std::unique_ptr<readers::RowReader> open_rows(const ExportFile& file, const ExportForm& form,
                                              std::size_t sheet) {
    using Kind = ExportForm::Kind;
    switch (form.kind) {
    case Kind::text:
        return std::make_unique<readers::CsvReader>(open_export(file));
    case Kind::workbook:
        return form.workbook->rows(sheet);
    case Kind::command_report:
        return readers::read_command_report([file] { return open_export(file); });
    case Kind::xml:
        break;
    }
    throw Error(form.root->pos, fmt::format("XML whose root element is <{}>", form.root->name),
                "a table: CSV, a workbook, or a report of SIMS in XML", "export it as one of them");
}

std::string digest_of(const ExportFile& file) {
    const auto source = open_export(file);
    source->keep_sha256();
    return source->sha256().value_or("");
}

} // namespace termbook
