// SPDX-License-Identifier: MPL-2.0
// How pupils who are at two schools of the trust in one year are counted: docs/decisions/0007.
#include "connectors/workspace/workspace.hpp"
#include "core/figures/figures.hpp"
#include "tests/connectors/dump.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace termbook {

namespace {

using testing::HasSubstr;

constexpr auto settings = R"(<termbook version="1"><trust name="T"/>
    <school urn="100001" name="Ashwell" folder="ashwell"/>
    <school urn="100002" name="Brookfield" folder="brookfield"/>
    <year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)";

/// Sessions of one pupil on consecutive days from the first of September.
std::string marks(std::string_view upn, int from_day, std::string_view codes) {
    std::string rows;
    for (const char code : codes)
        rows += fmt::format("{},2025-09-{:02},AM,{}\n", upn, from_day++, code);
    return rows;
}

constexpr auto header = "UPN,Date,Session,Code\n";

std::string counted(const Workspace& workspace, std::string figure, const std::string& school) {
    const Figures figures(workspace.trust, {Audience::staff, {}, {}});
    const FigureAnswer answer =
        figures.answer({std::move(figure), {{"school", school}, {"period", "year"}}, {}});
    return fmt::format("{} of {}", answer.numerator.value_or(-1), answer.denominator.value_or(-1));
}

} // namespace

TEST(Moves, count_a_pupil_at_each_school_with_the_sessions_there) {
    TemporaryFolder folder;
    folder.write("termbook.xml", settings);
    // Missed half of the sessions at Ashwell and none at Brookfield: over both it would be under a tenth.
    folder.write("exports/ashwell/pupils.csv", "UPN,Year\nX1,4\n");
    folder.write("exports/ashwell/marks.csv", header + marks("X1", 1, "/I"));
    folder.write("exports/brookfield/pupils.csv", "UPN,Year\nX2,4\nX1,4\n");
    folder.write("exports/brookfield/marks.csv",
                 header + marks("X1", 3, "////////////////////") + marks("X2", 3, "//"));
    const Workspace workspace = load_workspace(folder.path());
    EXPECT_EQ(counted(workspace, "attendance.persistent", "100001"), "1 of 1");
    EXPECT_EQ(counted(workspace, "attendance.persistent", "100002"), "0 of 2");
    EXPECT_EQ(counted(workspace, "attendance.persistent", "trust"), "1 of 3");
    EXPECT_EQ(counted(workspace, "attendance.rate", "trust"), "23 of 24");
    EXPECT_THAT(
        dump_issues(workspace),
        testing::AllOf(HasSubstr("exports/ashwell/pupils.csv:2: found a pupil who is at another school"),
                       HasSubstr("exports/brookfield/pupils.csv:3: found a pupil who is at another")));
}

TEST(Moves, count_no_session_twice_that_one_school_leaves_to_the_other) {
    TemporaryFolder folder;
    folder.write("termbook.xml", settings);
    folder.write("exports/ashwell/marks.csv", header + marks("X1", 1, "/D/D"));
    folder.write("exports/brookfield/marks.csv", header + marks("X1", 1, "D/DI"));
    const Workspace workspace = load_workspace(folder.path());
    EXPECT_EQ(counted(workspace, "attendance.rate", "trust"), "3 of 4");
}

TEST(Moves, leave_open_which_school_marks_are_of_that_do_not_say) {
    TemporaryFolder folder;
    folder.write("termbook.xml", settings);
    for (const auto* school : {"ashwell", "brookfield"})
        folder.write(fmt::format("exports/{}/pupils.csv", school),
                     fmt::format("UPN,Year,Class\nX1,4,{}\n", school));
    folder.write("exports/marks.csv", header + marks("X1", 1, "/I"));
    const Workspace workspace = load_workspace(folder.path());
    EXPECT_EQ(counted(workspace, "attendance.rate", "100001"), "1 of 2");
    EXPECT_THAT(dump_issues(workspace),
                HasSubstr("exports/marks.csv:2:1 (UPN): found a row that could be of two "
                          "schools, of a pupil who is in both"));
}

TEST(Moves, in_two_years_are_none) {
    TemporaryFolder folder;
    folder.write("termbook.xml", R"(<termbook version="1"><trust name="T"/>
        <school urn="100001" name="Ashwell" folder="ashwell"/>
        <school urn="100002" name="Brookfield" folder="brookfield"/>
        <year name="2024/25" from="2024-09-01" to="2025-08-31"/>
        <year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)");
    folder.write("exports/ashwell/2024-25/pupils.csv", "UPN,Year\nX1,6\n");
    folder.write("exports/brookfield/2025-26/pupils.csv", "UPN,Year\nX1,7\n");
    const Workspace workspace = load_workspace(folder.path());
    EXPECT_TRUE(workspace.trust.issues.empty()) << dump_issues(workspace);
}

RC_GTEST_PROP(Moves, are_the_same_whatever_the_files_are_called, ()) {
    constexpr int pupils = 4;
    const auto files = [] {
        std::vector<std::pair<std::string, std::string>> made; // folder and text
        for (const auto* school : {"ashwell", "brookfield"}) {
            std::string list = "UPN,Year\n";
            std::string rows = header;
            for (int pupil = 0; pupil < pupils; ++pupil) {
                if (!*rc::gen::arbitrary<bool>()) continue;
                list += fmt::format("X{},{}\n", pupil, 3 + pupil);
                rows += marks(fmt::format("X{}", pupil), 1,
                              *rc::gen::container<std::string>(6, rc::gen::element('/', 'I', 'D', 'O')));
            }
            made.emplace_back(school, list);
            made.emplace_back(school, rows);
        }
        return made;
    }();
    const auto outcome = [&](const std::vector<int>& names) {
        TemporaryFolder folder;
        folder.write("termbook.xml", settings);
        for (std::size_t i = 0; i < files.size(); ++i)
            folder.write(fmt::format("exports/{}/{}.csv", files[i].first, names[i]), files[i].second);
        const Workspace workspace = load_workspace(folder.path());
        std::string text;
        for (const auto* figure : {"attendance.persistent", "attendance.rate"})
            for (const auto* school : {"100001", "100002", "trust"})
                text += counted(workspace, figure, school) + "\n";
        std::uint64_t places = 0;
        for (const Issue& issue : workspace.trust.issues.issues())
            places += issue.count;
        return fmt::format("{}{} issues in {} places", text, workspace.trust.issues.size(), places);
    };
    const auto names = *rc::gen::unique<std::vector<int>>(files.size(), rc::gen::inRange(10, 100));
    RC_ASSERT(outcome(names) == outcome({1, 2, 3, 4}));
}

} // namespace termbook
