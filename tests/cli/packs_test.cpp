// SPDX-License-Identifier: MPL-2.0
// What one call of the command shows is one pack: nothing in it tells what is withheld.
#include "connectors/readers/zip/zip_archive.hpp"
#include "tests/cli/running/command.hpp"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <regex>

namespace termbook::test {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Every part of a package, one behind the other.
std::string parts_of(const fs::path& path) {
    const readers::ZipArchive archive(readers::keep_seekable(bytes_of(path), path.filename().string()));
    constexpr std::uint64_t most = 50'000'000;
    std::string all;
    for (const auto& entry : archive.entries())
        all += archive.read(entry, entry.name, most) + '\n';
    return all;
}

bool holds_number(const std::string& text, const std::string& number) {
    return std::regex_search(text, std::regex("(^|[^0-9.])" + number));
}

class PacksTest : public testing::Test {
  protected:
    // Year 3: 4 pupils, 1,451 of 1,520 sessions attended, 90.9%. Year 4: 12 pupils with free school meals,
    // 4,523 of 4,560, 99.2%, and 3 more who are disadvantaged. Year 5: 30 others.
    PacksTest() {
        m_folder.file(
            "termbook.xml",
            R"(<termbook version="1"><trust name="T"/><school urn="100001" name="A" phase="primary"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31">
<term name="Autumn" from="2025-09-01" to="2025-12-19"/><term name="Spring" from="2026-01-05" to="2026-03-27"/>
<term name="Summer" from="2026-04-13" to="2026-07-21"/></year></termbook>)");
        std::string rows = "UPN,Surname,Forename,DOB,Gender,Reg,Year,PP,FSM,Possible,Authorised absences,"
                           "Unauthorised absences\n";
        const auto add = [&](int count, const char* year, const char* premium, const char* meals,
                             int absent) {
            for (int i = 0; i < count; ++i, ++m_pupils)
                rows += fmt::format("A{:012},S{},F,01/02/2016,{},{}A,Y{},{},{},380,{},0\n", m_pupils,
                                    m_pupils, i % 2 == 0 ? 'F' : 'M', year, year, premium, meals,
                                    i == 0 ? absent + 1 : absent);
        };
        add(4, "3", "N", "N", 17);
        add(12, "4", "Y", "Y", 3);
        add(3, "4", "Y", "N", 9);
        add(30, "5", "N", "N", 12);
        m_folder.file("exports/sims.csv", rows);
    }

    std::string workspace() const { return m_folder.path().string(); }

    fs::path build(const std::string& what, const std::string& output) const {
        const fs::path path = m_folder.path() / output;
        const Outcome built =
            termbook({"build", what, "-w", workspace(), "--school", "100001", "-o", path.string()});
        EXPECT_EQ(built.status, 0) << built.err;
        return path;
    }

    /// A template of one cell a mark.
    std::string one_column(const std::vector<std::string>& marks, const std::string& audience) const {
        std::string rows;
        for (const std::string& mark : marks)
            rows += R"(<table:table-row><table:table-cell office:value-type="string"><text:p>)" + mark +
                    "</text:p></table:table-cell></table:table-row>";
        const std::string spaces = R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
                                   R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
                                   R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
                                   R"( xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0")";
        return m_folder
            .file(
                "mine.fods",
                "<office:document" + spaces +
                    R"( office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">)"
                    R"(<office:meta><meta:user-defined meta:name="termbook-audience">)" +
                    audience +
                    "</meta:user-defined></office:meta><office:body><office:spreadsheet>"
                    R"(<table:table table:name="Overview">)" +
                    rows + "</table:table></office:spreadsheet></office:body></office:document>")
            .string();
    }

    Folder m_folder;
    int m_pupils{0};
};

} // namespace

TEST_F(PacksTest, hold_no_withheld_count_or_rate_in_any_part_of_a_workbook) {
    for (const char* output : {"report.xlsx", "report.ods"}) {
        const std::string text = parts_of(build("attendance-report", output));
        for (const char* number : {"1451", "1,451", "90\\.9"}) // of Year 3
            EXPECT_FALSE(holds_number(text, number)) << output << ": " << number;
        EXPECT_TRUE(holds_number(text, "96\\.8")) << output; // of Year 5
    }
}

TEST_F(PacksTest, hold_nothing_that_only_another_figure_of_them_would_give_away) {
    const std::vector<std::string> marks{
        "{{attendance.rate group=pp}}", "{{attendance.rate group=fsm}}", "{{attendance.absent group=fsm}}",
        "{{attendance.rate group=fsm | status}}",
        "{{#if attendance.rate group=fsm &gt; 50}}more than half{{else}}not known{{/if}}"};
    const std::string mine = one_column(marks, "governors");
    for (const char* output : {"mine.xlsx", "mine.ods"}) {
        const std::string text = parts_of(build(mine, output));
        for (const char* number : {"4523", "4,523", "99\\.1", "99\\.2"})
            EXPECT_FALSE(holds_number(text, number)) << output << ": " << number;
        EXPECT_TRUE(holds_number(text, "98\\.8")) << output; // the disadvantaged
        EXPECT_THAT(text, Not(HasSubstr("more than half")));
        EXPECT_THAT(text, HasSubstr("not known"));
    }
}

TEST_F(PacksTest, of_figures_withhold_the_same_in_every_format) {
    const std::vector<std::string> marks{"attendance.rate group=pp", "attendance.rate group=fsm"};
    for (const char* format : {"table", "csv", "json"}) {
        const Outcome alone = termbook({"figures", marks[1], "-w", workspace(), "--format", format});
        EXPECT_TRUE(holds_number(alone.out, "4523")) << alone.out;
        const Outcome both = termbook({"figures", marks[0], marks[1], "-w", workspace(), "--format", format});
        EXPECT_FALSE(holds_number(both.out, "4523")) << both.out;
        EXPECT_THAT(both.out, HasSubstr("suppressed"));
    }
    const Outcome explained = termbook({"explain", marks[0], marks[1], "-w", workspace()});
    EXPECT_FALSE(holds_number(explained.out, "4523")) << explained.out;
}

TEST_F(PacksTest, for_staff_are_not_suppressed_and_say_so) {
    const std::string mine = one_column({"{{attendance.rate year=3}}", "{{disclosure.note}}"}, "staff");
    const std::string text = parts_of(build(mine, "mine.ods"));
    EXPECT_TRUE(holds_number(text, "1451"));
    EXPECT_THAT(text, HasSubstr("not suppressed: for staff"));
    EXPECT_THAT(text, HasSubstr("For staff: nothing is withheld"));
    for (const char* command : {"figures", "explain"}) {
        const Outcome outcome =
            termbook({command, "attendance.rate year=3", "-w", workspace(), "--audience", "staff"});
        EXPECT_TRUE(holds_number(outcome.out, "1451")) << outcome.out;
        EXPECT_THAT(outcome.out, HasSubstr("not suppressed: for staff"));
    }
    const Outcome json = termbook(
        {"figures", "attendance.rate year=3", "-w", workspace(), "--audience", "staff", "--format", "json"});
    EXPECT_THAT(json.err, HasSubstr("not suppressed: for staff"));
    EXPECT_EQ(json.out.front(), '[');
}

} // namespace termbook::test
