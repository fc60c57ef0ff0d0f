// SPDX-License-Identifier: MPL-2.0
#include "tests/tools/make_exports/shapes.hpp"

#include "cli/sample/dialects/arbor.hpp"
#include "cli/sample/dialects/bromcom.hpp"
#include "cli/sample/dialects/ctf_file.hpp"
#include "cli/sample/dialects/mark_grid.hpp"
#include "cli/sample/dialects/plain_list.hpp"
#include "cli/sample/dialects/session_rows.hpp"
#include "cli/sample/dialects/sims.hpp"
#include "cli/sample/formats/command_report.hpp"
#include "cli/sample/formats/csv_file.hpp"
#include "cli/sample/formats/xlsx_file.hpp"
#include "cli/sample/formats/zip_file.hpp"
#include "core/diagnostics/error.hpp"

#include <fmt/format.h>
#include <fstream>

namespace termbook::make_exports {

namespace {

namespace fs = std::filesystem;

using sample::ExportedSchool;
using sample::GridHeader;

constexpr sample::CsvStyle sims_style{true, false, false};
constexpr sample::CsvStyle arbor_style{false, false, true};
constexpr sample::CsvStyle plain_style{false, true, false};

using Codes = const AttendanceCodes&;
using School = const ExportedSchool&;

std::pair<std::string, std::string> sims_list(School school, Codes codes) {
    return {"pupils.csv", csv_file(sims_table(school, codes, {false, false}), sims_style)};
}

std::pair<std::string, std::string> plain_pupils(School school, Codes codes) {
    return {"pupils.csv", csv_file(plain_list(school, codes, false), plain_style)};
}

template<GridHeader header>
Files grid(School school, Codes codes) {
    return {sims_list(school, codes),
            {"grid 2026-07-21.csv", csv_file(mark_grid(school, codes, header), {})}};
}

constexpr Shape shapes[] = {
    {"ctf", true, false,
     [](School school, Codes codes) {
         return Files{{ctf_file_name(school), ctf_file(school, codes, {})}};
     }},
    {"ctf-totals", false, false,
     [](School school, Codes codes) {
         return Files{
             {ctf_file_name(school), ctf_file(school, codes, {sample::MarkSpelling::commas, false})}};
     }},
    {"sims-totals", false, true,
     [](School school, Codes codes) {
         return Files{{"pupils.csv", csv_file(sims_table(school, codes, {}), sims_style)}};
     }},
    {"sims-xml-totals", false, true,
     [](School school, Codes codes) {
         return Files{{"pupils.xml", command_report(sims_table(school, codes, {true, true}))}};
     }},
    {"arbor", true, true,
     [](School school, Codes codes) {
         return Files{{"students.csv", csv_file(arbor_students(school, codes, false), arbor_style)},
                      {"attendance.csv", csv_file(arbor_marks(school, codes), arbor_style)}};
     }},
    {"arbor-totals", false, true,
     [](School school, Codes codes) {
         return Files{{"students.csv", csv_file(arbor_students(school, codes, true), arbor_style)}};
     }},
    {"scholarpack", true, true,
     [](School school, Codes codes) {
         return Files{plain_pupils(school, codes), {ctf_file_name(school), ctf_file(school, codes, {})}};
     }},
    {"scholarpack-totals", false, true,
     [](School school, Codes codes) {
         return Files{{"pupils.csv", csv_file(plain_list(school, codes, true), plain_style)}};
     }},
    {"bromcom", true, true,
     [](School school, Codes codes) {
         return Files{plain_pupils(school, codes),
                      {"attendances.csv", csv_file(bromcom_marks(school, codes), plain_style)}};
     }},
    {"bromcom-strings", true, true,
     [](School school, Codes codes) {
         return Files{plain_pupils(school, codes),
                      {"sessions.csv", csv_file(bromcom_strings(school, codes), plain_style)}};
     }},
    {"marks", true, true,
     [](School school, Codes codes) {
         return Files{sims_list(school, codes), {"marks.csv", csv_file(marks_table(school, codes), {})}};
     }},
    {"grid", true, true, grid<GridHeader::british>},
    {"grid-iso", true, true, grid<GridHeader::iso>},
    {"grid-weekdays", true, true, grid<GridHeader::weekdays>},
    {"grid-two-rows", true, true, grid<GridHeader::two_rows>},
    {"grid-days", true, true, grid<GridHeader::days>},
    {"xlsx-totals", false, true,
     [](School school, Codes codes) {
         return Files{{"pupils.xlsx", xlsx_file(sims_table(school, codes, {}))}};
     }},
    {"xlsx-grid", true, true,
     [](School school, Codes codes) {
         return Files{{"pupils.xlsx", xlsx_file(plain_list(school, codes, false))},
                      {"grid.xlsx", xlsx_file(mark_grid(school, codes, GridHeader::two_rows))}};
     }},
};

constexpr auto settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<termbook version="1">
  <trust name="{1}"/>
  <school urn="{0}" name="{1}"/>
  <year name="2025/26" from="2025-09-01" to="2026-08-31">
    <term name="Autumn" from="2025-09-01" to="2025-12-19"/>
    <term name="Spring" from="2026-01-05" to="2026-03-27"/>
    <term name="Summer" from="2026-04-13" to="2026-07-21"/>
  </year>
</termbook>
)";

/// Not flushed to disk, as what people keep is: tests write thousands of these.
void write(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush())
        throw Error({path.string(), 0, 0, {}}, "a file that cannot be written", "a folder with room",
                    "name another folder", ErrorKind::output);
}

} // namespace

std::span<const Shape> all_shapes() {
    return shapes;
}

const Shape* find_shape(std::string_view name) {
    for (const Shape& shape : shapes)
        if (shape.name == name) return &shape;
    return nullptr;
}

void write_workspace(const fs::path& folder, const ExportedSchool& school, const Shape& shape,
                     const AttendanceCodes& codes, Packing packing) {
    const fs::path exports = folder / "exports";
    write(folder / "termbook.xml", fmt::format(settings, school.urn, school.name));
    const Files files = shape.files(school, codes);
    if (packing == Packing::zipped) return write(exports / "exports.zip", sample::zip_file(files));
    for (const auto& [name, bytes] : files)
        write(exports / name, bytes);
}

} // namespace termbook::make_exports
