// SPDX-License-Identifier: MPL-2.0
#include "tests/tools/make_exports/shapes.hpp"

#include "cli/sample/ctf_file.hpp"
#include "cli/sample/sims_csv.hpp"
#include "core/diagnostics/error.hpp"

#include <fmt/format.h>
#include <fstream>
#include <utility>

namespace termbook::make_exports {

namespace {

namespace fs = std::filesystem;

constexpr std::pair<std::string_view, Shape> names[] = {{"ctf", Shape::ctf},
                                                        {"ctf-totals", Shape::ctf_totals},
                                                        {"sims-totals", Shape::sims_totals},
                                                        {"marks", Shape::marks}};

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

std::string_view to_string(Shape shape) {
    for (const auto& [name, known] : names)
        if (known == shape) return name;
    return {};
}

std::optional<Shape> parse_shape(std::string_view text) {
    for (const auto& [name, shape] : names)
        if (name == text) return shape;
    return std::nullopt;
}

void write_workspace(const fs::path& folder, const sample::ExportedSchool& school, Shape shape,
                     const AttendanceCodes& codes) {
    const fs::path exports = folder / "exports";
    write(folder / "termbook.xml", fmt::format(settings, school.urn, school.name));
    switch (shape) {
    case Shape::ctf:
        return write(exports / ctf_file_name(school), ctf_file(school, codes, {}));
    case Shape::ctf_totals:
        return write(exports / ctf_file_name(school),
                     ctf_file(school, codes, {sample::MarkSpelling::commas, false}));
    case Shape::sims_totals:
        return write(exports / "pupils.csv", sims_csv(school, codes, {}));
    case Shape::marks:
        write(exports / "pupils.csv", sims_csv(school, codes, {true, false, false}));
        return write(exports / "marks.csv", marks_csv(school, codes));
    }
}

} // namespace termbook::make_exports
