// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"

#include <filesystem>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook::make_exports {

/// Files by name.
using Files = std::vector<std::pair<std::string, std::string>>;

/// What a system gives: a dialect, and a shape of attendance. All must carry the same figures.
struct Shape {
    std::string_view name;
    bool has_marks{true};   ///< otherwise each pupil's totals of a year
    bool has_classes{true}; ///< and dates of admission and leaving: every list, but no CTF
    Files (*files)(const sample::ExportedSchool& school, const AttendanceCodes& codes){nullptr};
};

/// What tests call a shape.
inline void PrintTo(const Shape& shape, std::ostream* out) {
    *out << shape.name;
}

std::span<const Shape> all_shapes();

/// The shape of a name; null when there is none.
const Shape* find_shape(std::string_view name);

enum class Packing {
    plain,
    zipped, ///< all exports in one archive
};

/// Writes a workspace of one school: termbook.xml, and its exports in a shape. Throws Error.
void write_workspace(const std::filesystem::path& folder, const sample::ExportedSchool& school,
                     const Shape& shape, const AttendanceCodes& codes, Packing packing = Packing::plain);

} // namespace termbook::make_exports
