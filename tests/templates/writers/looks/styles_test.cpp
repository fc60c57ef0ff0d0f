// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/styles.hpp"

#include <gtest/gtest.h>
#include <string>

namespace termbook::writers {
namespace {

odf::Document with_styles(const std::string& styles) {
    return odf::Document::parse(
        R"(<office:document xmlns:office="o" xmlns:style="s" xmlns:fo="f" xmlns:table="t" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:styles>)" +
            styles + "</office:styles><office:body><office:spreadsheet/></office:body></office:document>",
        "a.fods");
}

std::string cell_style(const std::string& names, const std::string& properties) {
    return "<style:style style:family=\"table-cell\" " + names + ">" + properties + "</style:style>";
}

std::string font_of(const std::string& families) {
    const auto document = with_styles(
        cell_style("style:name=\"A\"", "<style:text-properties fo:font-family=\"" + families + "\"/>"));
    return Styles(document).cell_look("A").letters.font;
}

TEST(Styles, a_conditional_format_calls_a_style_by_the_name_that_people_see) {
    const auto document =
        with_styles(cell_style("style:name=\"On_20_track\" style:display-name=\"On track\"",
                               "<style:table-cell-properties fo:background-color=\"#e6f2ec\"/>"));
    const Styles styles(document);
    EXPECT_EQ(styles.conditional_look("On track").fill, Colour{0xe6f2ec});
    EXPECT_EQ(styles.conditional_look("On_20_track").fill, Colour{0xe6f2ec});
    EXPECT_EQ(styles.conditional_look("Off track").fill, std::nullopt);
}

TEST(Styles, a_style_that_names_one_border_has_none_from_its_parent) {
    const auto document = with_styles(
        cell_style("style:name=\"A\"",
                   "<style:table-cell-properties fo:border-bottom=\"0.75pt solid #000000\"/>") +
        cell_style("style:name=\"B\" style:parent-style-name=\"A\"",
                   "<style:table-cell-properties fo:border-top=\"0.75pt solid #000000\"/>") +
        cell_style("style:name=\"C\" style:parent-style-name=\"A\"", "<style:table-cell-properties/>"));
    Styles styles(document);
    EXPECT_EQ(styles.cell_look("B").borders[2].line, Line::thin);
    EXPECT_EQ(styles.cell_look("B").borders[3].line, Line::none);
    EXPECT_EQ(styles.cell_look("C").borders[3].line, Line::thin);
}

TEST(Styles, the_first_of_several_font_families_is_taken) {
    EXPECT_EQ(font_of("Carlito"), "Carlito");
    EXPECT_EQ(font_of("Carlito, 'Liberation Sans'"), "Carlito");
    EXPECT_EQ(font_of("'Liberation Sans', Arial"), "Liberation Sans");
    EXPECT_EQ(font_of("'Carlito;Calibri'"), "Carlito");
}

} // namespace
} // namespace termbook::writers
