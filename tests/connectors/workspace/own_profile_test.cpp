// SPDX-License-Identifier: MPL-2.0
// A family of exports that Termbook has never heard of costs a trust one file in `profiles`, and no code.
#include "connectors/workspace/workspace.hpp"
#include "core/figures/figures.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace termbook {

namespace {

constexpr auto settings = R"(<termbook version="1">
  <trust name="Case Trust"/>
  <school urn="100001" name="Ashwell Primary School"/>
  <year name="2025/26" from="2025-09-01" to="2026-08-31"/>
</termbook>
)";

constexpr auto disgyblion = "Rhif;Cyfenw;Blwyddyn;Rhyw;Prydau am ddim\n"
                            "C820200120001;Otterbeck;Year 4;F;Y\n"
                            "R820200120002;Thistlecombe;Year 4;M;N\n";
constexpr auto list_profile = R"(<profile version="1" key="disgyblion" title="Disgyblion" loads="pupil-table">
  <column field="upn" required="yes"><header>Rhif</header></column>
  <column field="surname"><header>Cyfenw</header></column>
  <column field="year" required="yes"><header>Blwyddyn</header></column>
  <column field="sex"><header>Rhyw</header></column>
  <column field="fsm"><header>Prydau am ddim</header></column>
</profile>
)";

constexpr auto cofrestr = "Rhif;01/09/2025 AM;01/09/2025 PM\nC820200120001;/;\\\nR820200120002;I;I\n";
constexpr auto grid_profile = R"(<profile version="1" key="cofrestr" title="Cofrestr" loads="mark-grid">
  <column field="upn" required="yes"><header>Rhif</header></column>
  <column field="marks" headers="dates" required="yes"/>
</profile>
)";

FigureAnswer answer(const Workspace& workspace, const char* figure, Selectors selectors) {
    return Figures(workspace.trust, {Audience::staff, {}, {}}).answer({figure, std::move(selectors), {}});
}

} // namespace

TEST(OwnProfiles, make_figures_of_exports_with_headers_that_nobody_knew) {
    const TemporaryFolder folder;
    folder.write("termbook.xml", settings);
    folder.write("exports/disgyblion.csv", disgyblion);
    folder.write("exports/cofrestr.csv", cofrestr);
    const Workspace without = load_workspace(folder.path());
    for (const ExportReport& file : without.exports)
        EXPECT_TRUE(file.refusal) << file.file << " was known already as " << file.title;

    folder.write("profiles/disgyblion.xml", list_profile);
    folder.write("profiles/cofrestr.xml", grid_profile);
    const Workspace workspace = load_workspace(folder.path());
    for (const ExportReport& file : workspace.exports)
        EXPECT_FALSE(file.refusal) << file.refusal->what();
    EXPECT_TRUE(workspace.trust.issues.empty());
    EXPECT_EQ(answer(workspace, "pupils.roll", {{"year", "4"}}).numerator, 2);
    EXPECT_EQ(answer(workspace, "attendance.rate", {}).value, 50.0);
    EXPECT_EQ(answer(workspace, "attendance.rate", {{"group", "fsm"}}).value, 100.0);
    EXPECT_EQ(answer(workspace, "attendance.rate", {{"sex", "boys"}}).value, 0.0);
}

} // namespace termbook
