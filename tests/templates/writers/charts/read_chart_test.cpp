// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/charts/read_chart.hpp"

#include <gmock/gmock.h>

namespace termbook::writers::charts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A chart whose plot holds `plot`, and whose styles are `styles`.
std::optional<Chart> read(const std::string& plot, const std::string& styles = "",
                          const std::string& attributes = R"(chart:class="chart:line")") {
    pugi::xml_document tree;
    const auto text =
        R"(<office:document><office:styles><draw:stroke-dash draw:name="Dots" draw:dots1="1" draw:dots1-length="100%"/><draw:gradient draw:name="Sky" draw:start-color="#12436d"/></office:styles><office:automatic-styles>)" +
        styles + "</office:automatic-styles><office:body><office:chart><chart:chart " + attributes +
        R"(><chart:title><text:p>One<text:s text:c="2"/><text:span>two</text:span></text:p><text:p>three</text:p></chart:title><chart:plot-area chart:style-name="plot">)" +
        plot + "</chart:plot-area></chart:chart></office:chart></office:body></office:document>";
    EXPECT_TRUE(tree.load_string(text.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
    std::string why;
    return read_chart(tree.document_element(), {}, why);
}

const std::string series =
    R"(<chart:series chart:style-name="s" chart:values-cell-range-address="A.B2:A.B5"/>)";

std::string style(const std::string& name, const std::string& properties) {
    return R"(<style:style style:family="chart" style:name=")" + name + "\">" + properties + "</style:style>";
}

TEST(ReadChart, a_title_is_its_paragraphs_without_their_looks) {
    EXPECT_EQ(read(series)->title->text, "One  two\nthree");
}

TEST(ReadChart, what_a_style_leaves_out_is_what_its_parent_says) {
    const auto chart = read(
        series,
        R"(<style:style style:family="chart" style:name="s" style:parent-style-name="p"><style:graphic-properties svg:stroke-width="1pt"/></style:style>)" +
            style("p", R"(<style:graphic-properties svg:stroke-width="3pt" svg:stroke-color="#801650"/>)"));
    EXPECT_EQ(chart->series[0].stroke, (Stroke{0x801650, 1, Dash::solid, 0}));
}

TEST(ReadChart, styles_in_a_ring_end_where_it_closes) {
    const auto chart = read(
        series,
        R"(<style:style style:name="s" style:parent-style-name="p"/><style:style style:name="p" style:parent-style-name="s"/>)");
    EXPECT_FALSE(chart->series[0].stroke);
}

TEST(ReadChart, lines_have_their_dash_and_what_shows_through) {
    const auto chart =
        read(series,
             style("s", R"(<style:graphic-properties draw:stroke="dash" draw:stroke-dash="Dots" )"
                        R"(svg:stroke-color="#801650" svg:stroke-width="2pt" svg:stroke-opacity="75%"/>)"));
    EXPECT_EQ(chart->series[0].stroke, (Stroke{0x801650, 2, Dash::dots, 25}));
}

TEST(ReadChart, a_gradient_is_painted_in_the_colour_that_it_begins_with) {
    const auto chart =
        read(series,
             style("s", R"(<style:graphic-properties draw:fill="gradient" draw:fill-gradient-name="Sky"/>)"));
    EXPECT_EQ(chart->series[0].fill, (Paint{0x12436D, 0}));
}

TEST(ReadChart, points_that_look_like_their_series_are_not_kept) {
    const auto chart = read(
        R"(<chart:series chart:style-name="s" chart:values-cell-range-address="A.B2:A.B5"><chart:data-point chart:style-name="s"/><chart:data-point chart:repeated="2"/><chart:data-point chart:style-name="other"/></chart:series>)",
        style("s", R"(<style:graphic-properties draw:fill="solid" draw:fill-color="#12436d"/>)") +
            style("other", R"(<style:graphic-properties draw:fill="solid" draw:fill-color="#f46a25"/>)"));
    ASSERT_EQ(chart->series[0].points.size(), 1U);
    EXPECT_EQ(chart->series[0].points[0].index, 3U);
}

TEST(ReadChart, all_points_of_a_pie_are_kept) {
    const auto chart = read(
        R"(<chart:series chart:style-name="s" chart:values-cell-range-address="A.B2:A.B5"><chart:data-point chart:style-name="s"/></chart:series>)",
        style("s", R"(<style:graphic-properties draw:fill="solid" draw:fill-color="#12436d"/>)"),
        R"(chart:class="chart:circle")");
    EXPECT_EQ(chart->series[0].points.size(), 1U);
}

TEST(ReadChart, slices_go_clockwise_where_the_axis_is_reversed) {
    const std::string axis = R"(<chart:axis chart:dimension="y" chart:style-name="y"/>)";
    const std::string pie = R"(chart:class="chart:circle")";
    EXPECT_THAT(read(axis + series, "", pie)->left_out, ElementsAre("slices that go anticlockwise"));
    const auto reversed = style("y", R"(<style:chart-properties chart:reverse-direction="true"/>)");
    EXPECT_THAT(read(axis + series, reversed, pie)->left_out, IsEmpty());
}

TEST(ReadChart, series_of_a_scatter_chart_share_the_first_x) {
    const auto chart = read(
        R"(<chart:series chart:values-cell-range-address="A.B2:A.B5"><chart:domain table:cell-range-address="A.A2:A.A5"/></chart:series><chart:series chart:values-cell-range-address="A.C2:A.C5"/>)",
        "", R"(chart:class="chart:scatter")");
    EXPECT_EQ(chart->series[1].categories, "A.A2:A.A5");
}

TEST(ReadChart, numbers_that_are_none_say_nothing) {
    const auto chart = read(
        R"(<chart:axis chart:dimension="y" chart:style-name="y"/>)" + series,
        style("y",
              R"(<style:chart-properties chart:minimum="nan" chart:maximum="inf" chart:gap-width="1e300" )"
              R"(style:rotation-angle="-inf"/>)"));
    EXPECT_FALSE(chart->y.least);
    EXPECT_FALSE(chart->y.most);
    EXPECT_FALSE(chart->y.turned);
}

TEST(ReadChart, each_thing_without_a_place_is_named_once) {
    const auto chart = read(
        R"(<chart:axis chart:dimension="y"/><chart:axis chart:dimension="y"/><chart:series chart:values-cell-range-address="A.B2:A.B5" chart:attached-axis="secondary-y"><chart:error-indicator/></chart:series><chart:series chart:values-cell-range-address="A.B2:A.B5"><chart:error-indicator/></chart:series><chart:series/>)",
        style("plot", R"(<style:chart-properties chart:three-dimensional="true"/>)"));
    EXPECT_THAT(chart->left_out, ElementsAre("three dimensions", "a second y axis", "error bars",
                                             "a series with data of its own"));
}

TEST(ReadChart, a_plain_chart_leaves_nothing_out) {
    EXPECT_THAT(read(series)->left_out, IsEmpty());
}

} // namespace
} // namespace termbook::writers::charts
