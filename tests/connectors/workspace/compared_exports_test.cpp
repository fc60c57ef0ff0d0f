// SPDX-License-Identifier: MPL-2.0
// Exports of the same pupils are found to be the same, however they were cut and whatever the system. That
// their figures are, too, same_figures_test.cpp says.
#include "connectors/profiles/attendance_codes_file.hpp"
#include "connectors/workspace/workspace.hpp"
#include "core/comparison/pupil_differences.hpp"
#include "tests/connectors/mis/small_school.hpp"
#include "tests/connectors/temporary_folder.hpp"
#include "tests/tools/make_exports/shapes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace termbook {

namespace {

using make_exports::Shape;

const AttendanceCodes& codes() {
    static const AttendanceCodes national = national_attendance_codes();
    return national;
}

PupilsCompared compared(const std::filesystem::path& a, const std::filesystem::path& b) {
    const Workspace one = load_workspace(a);
    const Workspace other = load_workspace(b);
    return compare_pupils(one.trust, other.trust, [](const PupilDifference&) {});
}

} // namespace

RC_GTEST_PROP(ComparedExports, are_the_same_in_one_file_and_in_several, ()) {
    const sample::ExportedSchool school = *small_schools(codes());
    const auto shapes = make_exports::all_shapes();
    const Shape& shape = shapes[*rc::gen::inRange<std::size_t>(0, shapes.size())];
    const auto cut = *rc::gen::inRange<std::size_t>(0, school.pupils.size() + 1);
    sample::ExportedSchool first = school;
    sample::ExportedSchool second = school;
    first.pupils.resize(cut);
    second.pupils.erase(second.pupils.begin(), second.pupils.begin() + static_cast<std::ptrdiff_t>(cut));
    const TemporaryFolder whole;
    const TemporaryFolder halves;
    const TemporaryFolder other_half;
    make_exports::write_workspace(whole.path(), school, shape, codes());
    make_exports::write_workspace(halves.path(), first, shape, codes());
    make_exports::write_workspace(other_half.path(), second, shape, codes());
    std::filesystem::rename(other_half.path() / "exports", halves.path() / "exports" / "more");
    const PupilsCompared found = compared(whole.path(), halves.path());
    RC_ASSERT(found.identical == school.pupils.size());
    RC_ASSERT(found.differing + found.only_a + found.only_b == 0u);
    RC_ASSERT(found.not_compared.empty());
}

RC_GTEST_PROP(ComparedExports, have_the_same_pupils_and_marks_whatever_the_system, ()) {
    const sample::ExportedSchool school = *small_schools(codes());
    const TemporaryFolder strings;
    const TemporaryFolder rows;
    make_exports::write_workspace(strings.path(), school, *make_exports::find_shape("ctf"), codes());
    make_exports::write_workspace(rows.path(), school, *make_exports::find_shape("marks"), codes());
    RC_ASSERT(compared(strings.path(), rows.path()).identical == school.pupils.size());
}

} // namespace termbook
