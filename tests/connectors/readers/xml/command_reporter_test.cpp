// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/xml/command_reporter.hpp"

#include "core/diagnostics/error.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::readers {

namespace {

using testing::HasSubstr;

std::string rows_of(std::string_view xml) {
    const auto rows = read_command_report([&] { return open_memory(xml, "report.xml"); });
    std::string text;
    for (Row row; rows->next(row);) {
        text += fmt::format("{}: ", row.line);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            text.append(i == 0 ? "" : "|").append(row.cells[i]);
        text += '\n';
    }
    return text;
}

std::string refusal_of(std::string_view xml) {
    try {
        return "no refusal: " + rows_of(xml);
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST(CommandReporter, records_are_rows_below_the_columns_of_them_all) {
    EXPECT_EQ(rows_of("<SuperStarReport>\n<xs:schema xmlns:xs='x'><xs:element name='Record'/></xs:schema>\n"
                      "<Record><UPN>X1</UPN><Legal_x0020_Surname>Å &amp; b</Legal_x0020_Surname></Record>\n"
                      "<Record><Year>Year  7</Year><UPN>X2</UPN></Record>\n<Record/>\n</SuperStarReport>"),
              "0: UPN|Legal Surname|Year\n3: X1|Å & b\n4: X2||Year  7\n");
}

TEST(CommandReporter, values_of_one_name_are_one_cell) {
    EXPECT_EQ(rows_of("<SuperStarReport><Record><Class>4A</Class><Class>4B</Class><a><b>1</b>2</a></Record>"
                      "</SuperStarReport>"),
              "0: Class|a\n1: 4A, 4B|12\n");
}

TEST(CommandReporter, records_come_out_in_order_over_the_ends_of_pieces) {
    std::string xml = "<SuperStarReport>";
    std::string expected = "0: id|text\n";
    for (int i = 0; i < 20'000; ++i) {
        xml += fmt::format("\n<Record><id>{}</id>{}</Record>", i, i % 3 == 0 ? "<text>three</text>" : "");
        expected += fmt::format("{}: {}{}\n", i + 2, i, i % 3 == 0 ? "|three" : "");
    }
    EXPECT_EQ(rows_of(xml + "</SuperStarReport>"), expected);
}

TEST(CommandReporter, a_report_that_failed_or_was_cut_short_is_refused) {
    EXPECT_THAT(refusal_of("<CommandReporterError>no permission</CommandReporterError>"),
                HasSubstr("report.xml:1:1: found a report that failed in SIMS"));
    EXPECT_THAT(refusal_of("<SuperStarReport><Record/><CommandReporterError/></SuperStarReport>"),
                HasSubstr("a report that failed in SIMS"));
    EXPECT_THAT(refusal_of("<SuperStarReport><Record><UPN>X1</UPN></Record>"), HasSubstr("not well-formed"));
}

TEST(CommandReporter, is_told_by_its_root) {
    EXPECT_TRUE(is_command_report("SuperStarReport"));
    EXPECT_TRUE(is_command_report("CommandReporterError"));
    EXPECT_FALSE(is_command_report("CTfile"));
}

} // namespace termbook::readers
