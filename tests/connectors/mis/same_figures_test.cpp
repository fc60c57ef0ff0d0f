// SPDX-License-Identifier: MPL-2.0
// Whatever shape a system gives attendance in, and however it cuts its files, the figures are the same.
#include "connectors/profiles/attendance_codes_file.hpp"
#include "connectors/workspace/workspace.hpp"
#include "core/figures/figures.hpp"
#include "tests/connectors/mis/small_school.hpp"
#include "tests/connectors/temporary_folder.hpp"
#include "tests/tools/make_exports/shapes.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <rapidcheck/gtest.h>
#include <string>
#include <vector>

namespace termbook {

namespace {

using make_exports::Shape;
using sample::ExportedPupil;
using sample::ExportedSchool;

const AttendanceCodes& codes() {
    static const AttendanceCodes national = national_attendance_codes();
    return national;
}

const Shape& shape_named(std::string_view name) {
    return *make_exports::find_shape(name);
}

/// Everything that can be asked of one school's year, or what needs no more than totals.
std::vector<FigureRequest> requests(bool with_marks) {
    std::vector<FigureRequest> all;
    for (const FigureDefinition& figure : catalogue()) {
        if (!is_attendance(figure.basis) || (!with_marks && figure.basis == Basis::marks)) continue;
        std::vector<Selectors> selections{{}, {{"sex", "girls"}}, {{"year", "R"}}, {{"year", "4"}}};
        if (with_marks) selections.push_back({{"period", "month:2025-09"}});
        if (figure.needs_code)
            for (auto& each : selections)
                each["code"] = "C1";
        for (auto& each : selections)
            all.push_back({std::string(figure.key), each, {}});
    }
    return all;
}

/// What each request is answered, a line a figure. Everybody may see the staff's; governors' tells what is
/// withheld.
std::map<std::string, std::string> answers(const std::filesystem::path& folder, bool with_marks) {
    const Workspace workspace = load_workspace(folder);
    std::map<std::string, std::string> lines;
    for (const Audience audience : {Audience::staff, Audience::governors}) {
        const Figures figures(workspace.trust, {audience, {}, {}});
        for (FigureRequest& request : requests(with_marks)) {
            // Where the year stands is known from dates alone.
            request.selectors.emplace("period", "year");
            const FigureAnswer answer = figures.answer(request);
            lines[fmt::format("{} {}", to_string(audience), answer.mark())] =
                fmt::format("{} {} {} {}", to_string(answer.status), answer.value.value_or(-1),
                            answer.numerator.value_or(-1), answer.denominator.value_or(-1));
        }
    }
    return lines;
}

std::map<std::string, std::string> answers_of(const ExportedSchool& school, const Shape& shape,
                                              bool with_marks) {
    const TemporaryFolder folder;
    make_exports::write_workspace(folder.path(), school, shape, codes());
    return answers(folder.path(), with_marks);
}

/// The pupils of a school in two, each half a school of its own to export.
std::pair<ExportedSchool, ExportedSchool> halves(const ExportedSchool& school, std::size_t cut) {
    ExportedSchool first = school;
    ExportedSchool second = school;
    const auto at = static_cast<std::ptrdiff_t>(cut);
    first.pupils.erase(first.pupils.begin() + at, first.pupils.end());
    second.pupils.erase(second.pupils.begin(), second.pupils.begin() + at);
    return {first, second};
}

/// One of them all.
const Shape* any_shape() {
    const auto all = make_exports::all_shapes();
    return &all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

} // namespace

RC_GTEST_PROP(SameFigures, come_from_marks_in_any_shape, ()) {
    const ExportedSchool school = *small_schools(codes());
    const Shape& shape = *any_shape();
    RC_PRE(shape.has_marks);
    RC_ASSERT(answers_of(school, shape, true) == answers_of(school, shape_named("ctf"), true));
}

RC_GTEST_PROP(SameFigures, come_from_any_shape_as_far_as_totals_go, ()) {
    const ExportedSchool school = *small_schools(codes());
    RC_ASSERT(answers_of(school, *any_shape(), false) == answers_of(school, shape_named("ctf"), false));
}

RC_GTEST_PROP(SameFigures, come_from_pupils_in_any_order, ()) {
    ExportedSchool school = *small_schools(codes());
    const Shape& shape = *any_shape();
    const bool with_marks = shape.has_marks;
    const auto expected = answers_of(school, shape, with_marks);
    const auto order = *rc::gen::container<std::vector<int>>(school.pupils.size(), rc::gen::arbitrary<int>());
    std::vector<std::size_t> places(school.pupils.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = i;
    std::stable_sort(places.begin(), places.end(), [&](auto a, auto b) { return order[a] < order[b]; });
    ExportedSchool shuffled = school;
    for (std::size_t i = 0; i < places.size(); ++i)
        shuffled.pupils[i] = school.pupils[places[i]];
    RC_ASSERT(answers_of(shuffled, shape, with_marks) == expected);
}

RC_GTEST_PROP(SameFigures, come_from_one_file_and_from_several, ()) {
    const ExportedSchool school = *small_schools(codes());
    const Shape& shape = *any_shape();
    const bool with_marks = shape.has_marks;
    const auto expected = answers_of(school, shape, with_marks);
    const auto cut = *rc::gen::inRange<std::size_t>(0, school.pupils.size() + 1);
    const auto [first, second] = halves(school, cut);
    const TemporaryFolder folder;
    const TemporaryFolder other;
    make_exports::write_workspace(folder.path(), first, shape, codes());
    make_exports::write_workspace(other.path(), second, shape, codes());
    std::filesystem::rename(other.path() / "exports", folder.path() / "exports" / "more");
    RC_ASSERT(answers(folder.path(), with_marks) == expected);
}

RC_GTEST_PROP(SameFigures, come_from_files_that_overlap_and_copies_of_them_in_any_order, ()) {
    const ExportedSchool school = *small_schools(codes());
    const auto expected = answers_of(school, shape_named("marks"), true);
    const TemporaryFolder folder;
    make_exports::write_workspace(folder.path(), school, shape_named("marks"), codes());
    const auto lines = lines_of(folder.path() / "exports" / "marks.csv");
    std::filesystem::remove(folder.path() / "exports" / "marks.csv");
    constexpr std::size_t files = 3;
    std::vector<std::string> texts(files, lines.front() + "\n");
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto in = *rc::gen::inRange(1U, 1U << files); // one file at least
        for (std::size_t file = 0; file < files; ++file)
            if ((in >> file & 1U) != 0) texts[file] += lines[i] + "\n";
    }
    texts.push_back(texts[*rc::gen::inRange<std::size_t>(0, files)]);
    // The order in which files are read is that of their names, on one day.
    const auto names = *rc::gen::unique<std::vector<int>>(texts.size(), rc::gen::inRange(100, 1000));
    for (std::size_t file = 0; file < texts.size(); ++file)
        folder.write(fmt::format("exports/marks {}.csv", names[file]), texts[file]);
    RC_ASSERT(answers(folder.path(), true) == expected);
}

RC_GTEST_PROP(SameFigures, come_from_rows_between_others_that_cannot_be_used, ()) {
    const ExportedSchool school = *small_schools(codes());
    const auto expected = answers_of(school, shape_named("marks"), true);
    const TemporaryFolder folder;
    make_exports::write_workspace(folder.path(), school, shape_named("marks"), codes());
    auto lines = lines_of(folder.path() / "exports" / "marks.csv");
    const auto unusable = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("Total,2025-09-01,AM,/", "2.01E+11,2025-09-01,AM,/", ",2025-09-01,AM,/",
                                      ",,,", "", "Printed on 5 January,,,", "X1,2025-02-30,AM,/",
                                      "X1,00:00.0,AM,/", "X1,2025-09-01,noon,/", "X1,2015-09-01,AM,/"));
    for (const std::string& line : unusable)
        lines.insert(lines.begin() + *rc::gen::inRange<std::ptrdiff_t>(1, std::ssize(lines) + 1), line);
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    folder.write("exports/marks.csv", text);
    RC_ASSERT(answers(folder.path(), true) == expected);
}

RC_GTEST_PROP(SameFigures, come_from_rows_of_marks_in_any_order, ()) {
    const ExportedSchool school = *small_schools(codes());
    const auto expected = answers_of(school, shape_named("marks"), true);
    const TemporaryFolder folder;
    make_exports::write_workspace(folder.path(), school, shape_named("marks"), codes());
    auto lines = lines_of(folder.path() / "exports" / "marks.csv");
    std::reverse(lines.begin() + 1, lines.end());
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    folder.write("exports/marks.csv", text);
    RC_ASSERT(answers(folder.path(), true) == expected);
}

} // namespace termbook
