// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/settings.hpp"
#include "connectors/workspace/stand_in.hpp"
#include "connectors/workspace/workspace.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

namespace {

constexpr auto two_schools = R"(<termbook version="1"><trust name="T"/>
<school urn="100001" name="Ashwell" folder="ashwell"/><school urn="100002" name="Brookfield" folder="brookfield"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)";

} // namespace

TEST(LoadExports, reads_a_file_by_itself_as_of_one_school_whatever_it_names) {
    const TemporaryFolder folder;
    folder.write("list 2026-03-01.csv", "UPN,Year,School\nA1,4,Elsewhere\nA2,5,Somewhere\n");
    const auto file = folder.path() / "list 2026-03-01.csv";
    const Workspace loaded = load_exports(file, stand_in(folder.path()), folder.path());
    const Trust& trust = loaded.trust;
    ASSERT_EQ(trust.schools.size(), 1u);
    ASSERT_EQ(trust.schools.front().pupils.size(), 2u);
    EXPECT_EQ(to_string(trust.place_of(trust.schools.front().pupils[1].row)), file.string() + ":3");
    ASSERT_EQ(trust.schools.front().rolls.size(), 1u);
    EXPECT_EQ(trust.calendar.years()[trust.schools.front().rolls.front().year].name, "2025/26");
}

TEST(LoadExports, knows_the_schools_and_years_by_the_folders_in_a_folder) {
    const TemporaryFolder folder;
    folder.write("new/ashwell/pupils.csv", "UPN,Year\nA1,4\n");
    folder.write("new/brookfield/2025-26/pupils.csv", "UPN,Year\nA2,5\nA3,5\n");
    const Trust empty = parse_settings(two_schools, "termbook.xml");
    const Workspace loaded = load_exports(folder.path() / "new/", empty, folder.path());
    EXPECT_EQ(loaded.trust.schools[0].pupils.size(), 1u);
    EXPECT_EQ(loaded.trust.schools[1].pupils.size(), 2u);
    EXPECT_EQ(loaded.exports.front().file, (folder.path() / "new/ashwell/pupils.csv").string());
}

TEST(LoadExports, knows_the_profiles_of_a_workspace) {
    const TemporaryFolder folder;
    folder.write("ours/profiles/own.xml", R"(<profile version="1" key="own" title="Own" loads="pupil-table">
<column field="upn" required="yes"><header>Learner</header></column></profile>)");
    folder.write("list.csv", "Learner,Shoes\nA1,31\n");
    const auto load = [&](const char* profiles) {
        return load_exports(folder.path() / "list.csv", stand_in(folder.path()), folder.path() / profiles);
    };
    EXPECT_TRUE(load("none").exports.front().refusal);
    EXPECT_FALSE(load("ours").exports.front().refusal);
}

TEST(LoadExports, prefers_the_workspaces_own_profile_to_one_that_fits_alike) {
    const TemporaryFolder folder;
    folder.write("list.csv", "UPN,Year,Class\nA1,4,4A\n");
    folder.write("profiles/own.xml", R"(<profile version="1" key="own" title="Own" loads="pupil-table">
<column field="upn" required="yes"><header>UPN</header></column>
<column field="year"><header>Year</header></column><column field="house"><header>Class</header></column>
<column><header>A</header></column><column><header>B</header></column></profile>)");
    const Workspace loaded = load_exports(folder.path() / "list.csv", stand_in(folder.path()), folder.path());
    EXPECT_EQ(loaded.exports.front().title, "Own");
    EXPECT_EQ(loaded.trust.schools.front().rolls.front().pupils.front()->house, "4A");
}

} // namespace termbook
