// SPDX-License-Identifier: MPL-2.0
// What the pages of the attendance report say, of the sample trust and of workspaces that are much the same.
#include "templates/odf/package.hpp"
#include "tests/cli/filled_report.hpp"
#include "tests/cli/running/command.hpp"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <regex>

namespace termbook::test {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

namespace fs = std::filesystem;

constexpr auto target = "<target [^>]*>";
constexpr auto term = "<term [^>]*>";

/// The sample trust, its termbook.xml changed: what the pattern finds becomes `instead`.
class ReportPages : public ::testing::Test {
  protected:
    ReportPages() {
        for (const char* part : {"exports", "termbook.xml"})
            fs::copy(sample_trust() / part, m_folder.path() / part, fs::copy_options::recursive);
    }

    void change(const std::string& pattern, const std::string& instead) const {
        std::ifstream file(sample_trust() / "termbook.xml");
        const std::string settings{std::istreambuf_iterator<char>(file), {}};
        m_folder.file("termbook.xml", std::regex_replace(settings, std::regex(pattern), instead));
    }

    fs::path built(const std::string& school, const std::string& ending) const {
        const auto output = m_folder.path() / (school + ending);
        const Outcome run = termbook({"build", "attendance-report", "--workspace", m_folder.path().string(),
                                      "--school", school, "-o", output.string()});
        EXPECT_EQ(run.status, 0) << run.err;
        return output;
    }

    FilledReport report(const std::string& school) const { return FilledReport(built(school, ".ods")); }

    static std::string page(const FilledReport& report, const std::string& sheet) {
        std::string text;
        for (const auto& [place, cell] : report.sheets().at(sheet))
            text += cell.text + "\n";
        return text;
    }

  private:
    const Folder m_folder;
};

constexpr auto none_below = "No year group is below the target.";
constexpr auto withheld = "Year groups that are withheld are not listed.";
constexpr auto no_target = "There is no target to judge by.";

} // namespace

TEST_F(ReportPages, say_that_no_year_group_is_below_the_target_where_all_were_judged) {
    change("at-least=\"[0-9.]+\"", "at-least=\"10\"");
    EXPECT_THAT(page(report("100001"), "Overview"),
                AllOf(HasSubstr(none_below), Not(HasSubstr(withheld)), Not(HasSubstr(no_target))));
    EXPECT_THAT(page(report("trust"), "Overview"), AllOf(HasSubstr("No school is below its target."),
                                                         Not(HasSubstr(none_below)), HasSubstr(withheld)))
        << "Years 1 and 6 of the trust are withheld";
}

TEST_F(ReportPages, say_that_year_groups_are_withheld_beneath_a_list_and_where_it_is_empty) {
    EXPECT_THAT(page(report("trust"), "Overview"), AllOf(HasSubstr("Year 10\n"), HasSubstr(withheld)));
    change("threshold=\"6\"", "threshold=\"150\"");
    EXPECT_THAT(page(report("100001"), "Overview"), AllOf(HasSubstr(withheld), Not(HasSubstr(none_below))));
}

TEST_F(ReportPages, say_that_schools_are_withheld) {
    change("threshold=\"6\"", "threshold=\"250\"");
    EXPECT_THAT(page(report("trust"), "Overview"),
                AllOf(HasSubstr("Schools that are withheld are not listed."), HasSubstr(withheld)));
}

TEST_F(ReportPages, say_where_there_is_no_target) {
    change(target, "");
    for (const char* school : {"100001", "trust"}) {
        const std::string overview = page(report(school), "Overview");
        EXPECT_THAT(overview, AllOf(HasSubstr(no_target), Not(HasSubstr("is below"))));
        EXPECT_THAT(overview, testing::ContainsRegex("Attendance is [0-9.]+%\\. Persistent absence is"));
    }
    EXPECT_THAT(page(report("100001"), "Overview"), Not(HasSubstr("points against")));
}

TEST_F(ReportPages, have_no_data_for_seasons_without_a_term) {
    change(term, "");
    const FilledReport filled = report("100001");
    const auto rows = filled.source_rows();
    const auto of_autumn = std::count_if(rows.begin(), rows.end(), [&](std::int32_t row) {
        return filled.mark(row).find("period=autumn") != std::string::npos &&
               filled.source(row, 'C').text == "x";
    });
    EXPECT_EQ(of_autumn, 8) << "of seven year groups and all of them";
}

TEST_F(ReportPages, show_the_symbol_where_both_terms_have_one) {
    const FilledReport filled = report("trust");
    int symbols = 0;
    for (const auto& [place, cell] : filled.sheets().at("Year groups")) {
        if (cell.formula.find("IFERROR") == std::string::npos ||
            cell.formula.find("*100") == std::string::npos)
            continue;
        EXPECT_FALSE(cell.text.empty()) << cell.formula;
        symbols += cell.text == "c" ? 1 : 0;
    }
    EXPECT_GT(symbols, 0);
}

TEST_F(ReportPages, keep_the_status_off_the_number_before_it_in_a_workbook_too) {
    std::ifstream file(built("100001", ".xlsx"), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(odf::read_package(bytes).at("xl/styles.xml"),
                HasSubstr(R"(horizontal="left" vertical="center" indent="1")"));
}

/// A target has a cell's decimals; in Sources it stands as it was set.
TEST_F(ReportPages, show_in_each_cell_what_Sources_says_is_shown) {
    const FilledReport filled = report("100001");
    int low = 0;
    for (const auto& each : filled.figure_cells()) {
        if (each.references.size() > 2 || each.cell.formula.find("$Sources.$B") == std::string::npos)
            continue;
        const auto row = each.references.front().row;
        if (filled.mark(row).ends_with("| target")) continue;
        EXPECT_EQ(each.cell.text, filled.source(row, 'C').text) << each.place();
        low += each.cell.text == "low" && each.cell.value ? 1 : 0;
    }
    EXPECT_GT(low, 0);
}

} // namespace termbook::test
