// SPDX-License-Identifier: MPL-2.0
// The same pupils, exported from every system: each figure, for each group and year group, is the same.
#include "connectors/profiles/attendance_codes_file.hpp"
#include "connectors/workspace/workspace.hpp"
#include "core/figures/figures.hpp"
#include "tests/connectors/temporary_folder.hpp"
#include "tests/tools/make_exports/shapes.hpp"
#include "tests/tools/make_exports/spread.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <string>

namespace termbook {

namespace {

using make_exports::Shape;
using sample::ExportedPupil;
using sample::ExportedSchool;

const AttendanceCodes& codes() {
    static const AttendanceCodes national = national_attendance_codes();
    return national;
}

/// 210 pupils of every group, some of whom came on the first day of the year or left behind its last.
const ExportedSchool& school_of_every_group() {
    static const ExportedSchool school = [] {
        ExportedSchool made = make_exports::spread({{"/", 36'000},
                                                    {"\\", 35'900},
                                                    {"L", 700},
                                                    {"I", 4'100},
                                                    {"M", 500},
                                                    {"C1", 90},
                                                    {"C2", 210},
                                                    {"V", 600},
                                                    {"O", 900},
                                                    {"U", 300},
                                                    {"G", 500}},
                                                   "Made Up School", "Primary", codes());
        for (std::size_t i = 0; i < made.pupils.size(); ++i) {
            ExportedPupil& pupil = made.pupils[i];
            pupil.free_meals = i % 4 == 0;
            pupil.had_free_meals = i % 9 == 1;
            pupil.in_care = i % 15 == 2;
            pupil.sen = i % 6 == 0 ? "K" : i % 11 == 0 ? "E" : "";
            pupil.language = i % 5 == 0 ? "POL" : "ENG";
            pupil.ethnicity = "WBRI";
            pupil.admitted = i % 10 == 3 ? "2025-09-01" : "2023-09-01";
            if (i % 20 == 7) pupil.left = "2026-07-31";
        }
        return made;
    }();
    return school;
}

/// Of the catalogue's groups those that lists of pupils and a CTF tell.
constexpr const char* carried_groups[] = {"pp",  "fsm",   "send", "send.k",      "send.e", "eal",
                                          "lac", "girls", "boys", "summer-born", "new"};

bool tells_of_joining(const FigureDefinition& figure, std::string_view group) {
    return figure.basis == Basis::roll || group == "new";
}

/// Every figure of attendance and of the roll by every selection that a shape carries.
std::vector<FigureRequest> requests(const Shape& shape) {
    std::vector<Selectors> selections{{}};
    for (const std::string group : carried_groups)
        for (const std::string prefix : {"", "not-"})
            selections.push_back({{"group", prefix + group}});
    for (int year = 1; year <= 6; ++year) {
        selections.push_back({{"year", std::to_string(year)}});
        for (const auto* group : carried_groups)
            selections.push_back({{"year", std::to_string(year)}, {"group", group}});
    }
    if (shape.has_classes) selections.push_back({{"class", "4A"}});
    std::vector<FigureRequest> all;
    for (const FigureDefinition& figure : catalogue()) {
        if (!is_attendance(figure.basis) && figure.basis != Basis::roll) continue;
        if (figure.basis == Basis::marks && !shape.has_marks) continue;
        for (Selectors selectors : selections) {
            const auto group = selectors.find("group");
            const std::string key =
                group == selectors.end() ? "" : group->second.substr(group->second.rfind('-') + 1);
            if (!shape.has_classes && tells_of_joining(figure, key)) continue;
            if (figure.needs_code) selectors["code"] = "C2";
            selectors["period"] = "year";
            all.push_back({std::string(figure.key), std::move(selectors), {}});
        }
    }
    return all;
}

/// Answers by mark.
std::map<std::string, std::string> answers_of(const Shape& shape, const Shape& asked) {
    const TemporaryFolder folder;
    make_exports::write_workspace(folder.path(), school_of_every_group(), shape, codes());
    const Workspace workspace = load_workspace(folder.path());
    EXPECT_TRUE(workspace.trust.issues.empty()) << to_string(workspace.trust.issues.issues().front());
    const Figures figures(workspace.trust, {Audience::staff, {}, {}});
    std::map<std::string, std::string> lines;
    for (const FigureRequest& request : requests(asked)) {
        const FigureAnswer answer = figures.answer(request);
        lines[answer.mark()] = fmt::format("{} {} {} {}", to_string(answer.status), answer.value.value_or(-1),
                                           answer.numerator.value_or(-1), answer.denominator.value_or(-1));
    }
    return lines;
}

class EveryDialect : public testing::TestWithParam<Shape> {};

} // namespace

TEST_P(EveryDialect, gives_the_figures_of_every_other) {
    const auto actual = answers_of(GetParam(), GetParam());
    const auto expected = answers_of(*make_exports::find_shape("scholarpack"), GetParam());
    EXPECT_EQ(actual.size(), requests(GetParam()).size()) << "a mark that stands for two requests";
    std::size_t known = 0;
    for (const auto& [mark, answer] : actual) {
        EXPECT_EQ(answer, expected.at(mark)) << mark;
        known += answer.starts_with("ok ");
    }
    EXPECT_GT(known, actual.size() / 2) << "little was compared";
}

INSTANTIATE_TEST_SUITE_P(Shapes, EveryDialect, testing::ValuesIn(make_exports::all_shapes()),
                         [](const auto& shape) {
                             std::string name(shape.param.name);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

} // namespace termbook
