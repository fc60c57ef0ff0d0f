// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/looks/look.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace termbook::writers::charts {

enum class Kind : std::uint8_t { column, bar, line, area, scatter, pie, doughnut };
enum class Stacking : std::uint8_t { none, stacked, percent };
enum class Blanks : std::uint8_t { gap, zero, bridged };

struct Paint {
    std::optional<Colour> colour; ///< none: nothing is painted
    int transparency{0};          ///< percent

    friend bool operator==(const Paint&, const Paint&) = default;
};

enum class Dash : std::uint8_t { solid, dots, dashes, long_dashes, dashes_and_dots };

struct Stroke {
    std::optional<Colour> colour; ///< none: no line
    double width{0};              ///< points; 0: a hairline
    Dash dash{Dash::solid};
    int transparency{0}; ///< percent

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct Title {
    std::string text; ///< lines parted by '\n'
    Letters letters;
    std::optional<int> turned; ///< degrees, anticlockwise; none: the usual of its place
};

struct Ticks {
    bool inner{false};
    bool outer{false};
};

enum class LabelSide : std::uint8_t { at_axis, low, high };

/// Where an axis meets the other one.
struct Crossing {
    bool at_end{false};
    bool at_start{false};
    std::optional<double> at; ///< a value of the other axis
};

struct Axis {
    bool shown{true};
    bool labels_shown{false};
    LabelSide label_side{LabelSide::at_axis};
    Crossing crossing;
    bool reversed{false};
    bool logarithmic{false};
    std::optional<Title> title;
    Letters letters;
    std::optional<int> turned; ///< of the labels; degrees, anticlockwise
    std::optional<double> least;
    std::optional<double> most;
    std::optional<double> step;
    int parts_of_step{0};      ///< how many parts minor lines cut a step into; 0: the office's choice
    std::string number_format; ///< empty: that of the cells
    std::optional<Stroke> stroke;
    std::optional<Stroke> gridlines;
    std::optional<Stroke> minor_gridlines;
    Ticks ticks;
    Ticks minor_ticks;
};

enum class Symbol : std::uint8_t {
    none,
    automatic,
    square,
    diamond,
    triangle,
    circle,
    cross,
    plus,
    star,
    bar
};

struct Marker {
    Symbol symbol{Symbol::none};
    double size{0}; ///< points; 0: the office's choice
};

enum class LabelPlace : std::uint8_t {
    automatic,
    centre,
    inside,
    outside,
    near_origin,
    above,
    below,
    left,
    right,
    best_fit
};

struct Labels {
    bool value{false};
    bool percent{false};
    bool category{false};
    bool series{false};
    bool legend_key{false};
    LabelPlace place{LabelPlace::automatic};
    std::string number_format; ///< empty: that of the cells
    std::string separator;     ///< empty: a blank
    Letters letters;

    bool any() const { return value || percent || category || series; }
};

/// A point that looks unlike its series.
struct Point {
    std::size_t index{0};
    std::optional<Paint> fill;
    std::optional<Stroke> stroke;
};

/// Ranges are OpenDocument addresses, several parted by blanks.
struct Series {
    Kind kind{Kind::column};
    std::string values;
    std::string categories; ///< or the x of a scatter chart
    std::string label_cell; ///< its name
    std::optional<Paint> fill;
    std::optional<Stroke> stroke;
    Marker marker;
    Labels labels;
    std::vector<Point> points;
    bool smooth{false};
};

enum class LegendPlace : std::uint8_t { right, left, top, bottom, top_right };

struct Legend {
    LegendPlace place{LegendPlace::right};
    Letters letters;
};

/// A chart as its author sees it, without a trace of the format that it came in.
struct Chart {
    Kind kind{Kind::column};
    Stacking stacking{Stacking::none};
    std::optional<Title> title;
    std::optional<Title> subtitle;
    Axis x; ///< categories, or x of a scatter chart, whichever way it lies
    Axis y;
    std::vector<Series> series;
    std::optional<Legend> legend;
    std::optional<Paint> background;
    std::optional<Stroke> border;
    std::optional<Paint> wall; ///< behind the plot
    std::optional<Stroke> wall_border;
    int gap{100};   ///< between groups of bars, percent of a bar's width
    int overlap{0}; ///< of bars, percent of their width
    Blanks blanks{Blanks::gap};
    bool hidden_cells{true};
    int first_angle{0}; ///< where the first slice of a pie begins; degrees, clockwise from the top
    std::vector<std::string> left_out; ///< what stood there and is not read: "a trend line"
};

/// Names once what a chart cannot keep.
void leave_out(Chart& chart, const std::string& what);

} // namespace termbook::writers::charts
