// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "tests/connectors/temporary_folder.hpp"
#include "tests/tools/make_exports/dfe_row.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::make_exports {

namespace {

using testing::HasSubstr;

constexpr auto file =
    "geographic_level,country_name,region_name,la_name,education_phase,possible_sessions,reason_present_am,"
    "reason_present_pm,reason_present,reason_i_authorised_illness,attendance_perc\n"
    "Local authority,England,East,Whole,Primary,10,4,4,8,2,80\n"
    "Local authority,England,East,Short,Primary,10,4,4,8,1,80\n"
    "Local authority,England,East,Withheld,Primary,c,c,c,c,c,c\n"
    "Local authority,England,East,Small,Primary,4,2,2,4,0,100\n"
    "National,England,,,Primary,4,2,2,4,0,100\n";

class DfeRows : public testing::Test {
  protected:
    DfeRows() { m_folder.write("dfe.csv", file); }

    DfeRow read(const char* area) const { return read_dfe_row(m_folder.path() / "dfe.csv", area, "Primary"); }

    std::string refusal(const char* area) const {
        try {
            read(area);
            return "no refusal";
        } catch (const Error& error) {
            return error.what();
        }
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(DfeRows, are_sessions_by_code_and_percentages_by_column) {
    const DfeRow row = read("Whole");
    EXPECT_EQ(row.possible, 10);
    EXPECT_EQ(row.sessions, (SessionsByCode{{"/", 4}, {"\\", 4}, {"I", 2}}));
    EXPECT_EQ(row.percentages.at("attendance_perc"), 80);
}

TEST_F(DfeRows, that_do_not_add_up_or_are_withheld_are_refused) {
    EXPECT_THAT(refusal("Short"),
                HasSubstr("dfe.csv:3 (possible_sessions): found 9 sessions by reason; expected 10"));
    EXPECT_THAT(refusal("Withheld"), HasSubstr("found 'c'"));
    EXPECT_THAT(refusal("Nowhere"), HasSubstr("no row of Nowhere Primary"));
}

TEST_F(DfeRows, that_can_be_used_come_smallest_first) {
    const auto rows = usable_dfe_rows(m_folder.path() / "dfe.csv");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].area, "Small");
    EXPECT_EQ(rows[1].area, "Whole");
}

} // namespace termbook::make_exports
