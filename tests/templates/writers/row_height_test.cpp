// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/row_height.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <memory>

namespace termbook::writers::xlsx {
namespace {

/// The height of a row of one wrapped cell in Liberation Sans 10, in a column that fits nine "a" beside its
/// padding.
std::optional<double> height_of(const std::string& text, const std::string& type = "string",
                                const std::string& wrap = "wrap") {
    const std::string source = fmt::format(
        R"(<office:document xmlns:office="o" xmlns:style="s" xmlns:fo="f" xmlns:table="t" xmlns:text="x" )"
        R"(office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>)"
        R"(<style:style style:name="w" style:family="table-cell"><style:table-cell-properties fo:wrap-option="{}"/></style:style>)"
        R"(</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A"><table:table-row>)"
        R"(<table:table-cell table:style-name="w" office:value-type="{}"><text:p>{}</text:p></table:table-cell>)"
        R"(</table:table-row></table:table></office:spreadsheet></office:body></office:document>)",
        wrap, type, text);
    const auto document = odf::Document::parse(source, "a.fods");
    const std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> workbook(workbook_new("none.xlsx"),
                                                                               &lxw_workbook_free);
    Book book(document, workbook.get());
    constexpr double nine_letters = 9.2 * 5.56 * 1.02 + 4;
    return estimated_height(book, document.spreadsheet().child("table:table").child("table:table-row"),
                            {{0, 0, "", nine_letters}});
}

void expect_lines(const std::string& text, int lines) {
    const auto height = height_of(text);
    EXPECT_EQ(height.has_value(), lines > 1) << text;
    EXPECT_DOUBLE_EQ(height.value_or(11.5 + 2), lines * 11.5 + 2) << text;
}

TEST(RowHeight, is_said_only_where_text_takes_more_than_a_line) {
    expect_lines("aaaaaaaaa", 1);
    expect_lines("aaaaa aaaaa", 2);
    EXPECT_FALSE(height_of("aaaaa aaaaa", "string", "no-wrap"));
    EXPECT_FALSE(height_of("1234567890123", "float"));
}

TEST(RowHeight, keeps_words_whole_that_fit_into_a_line) {
    expect_lines("aaaaa aaaaa aaaaa", 3);
    expect_lines("aa aa aa aa aa aa", 2);
    expect_lines("aaaaaaaaaaaaaaaaaaaa", 3); // cut into nine, nine and two
    expect_lines("a aaaaaaaaaa", 3);         // the long word starts a line
}

/// As measured in LibreOffice: a path breaks after its slashes, a date and a file's name do not.
TEST(RowHeight, breaks_lines_where_LibreOffice_does) {
    for (const char* mark : {"/", "-", "?", "!", "|", "\u2013", "\u2014"})
        expect_lines(fmt::format("aaaaa{0}aaaaa{0}aaaaa{0}aaaaa", mark), 4);
    for (const char* mark : {"_", ".", ",", ":", "=", "+"})
        expect_lines(fmt::format("aaaaa{0}aaaaa{0}aaaaa{0}aaaaa", mark), 3);
    expect_lines("11111/11111/11111/11111", 3);
}

TEST(RowHeight, counts_letters_beyond_ascii_once) {
    expect_lines("ééééééééé", 1);
    expect_lines("éééééééééé", 2);
}

} // namespace
} // namespace termbook::writers::xlsx
