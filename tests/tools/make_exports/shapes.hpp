// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace termbook::make_exports {

/// What a system gives: the shapes of attendance that must carry the same figures.
enum class Shape {
    ctf,         ///< a Common Transfer File with mark strings
    ctf_totals,  ///< one with each pupil's totals alone
    sims_totals, ///< a whole-school spreadsheet with each pupil's totals
    marks,       ///< a list of pupils, and a row for each mark
};

inline constexpr Shape all_shapes[] = {Shape::ctf, Shape::ctf_totals, Shape::sims_totals, Shape::marks};

/// "ctf", "ctf-totals", "sims-totals", "marks".
std::string_view to_string(Shape shape);
std::optional<Shape> parse_shape(std::string_view text);

inline bool has_marks(Shape shape) {
    return shape == Shape::ctf || shape == Shape::marks;
}

/// Writes a workspace of one school: termbook.xml, and its exports in a shape. Throws Error.
void write_workspace(const std::filesystem::path& folder, const sample::ExportedSchool& school, Shape shape,
                     const AttendanceCodes& codes);

} // namespace termbook::make_exports
