// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/units.hpp"
#include "templates/writers/xlsx/drawings/frame.hpp"

#include <algorithm>
#include <cmath>

namespace termbook::writers::xlsx {

namespace {

constexpr double pixels_a_point = 96.0 / 72.0;
constexpr double usual_width = 48;

/// Lengths of the rows, or columns, of a sheet one behind the other; points. Runs without an entry, and all
/// behind the last, have the usual length.
class Lengths {
  public:
    Lengths(std::int32_t count, double usual) : m_count(count), m_usual(usual) {}

    void add(std::int32_t first, std::int32_t last, double length) {
        m_runs.push_back({first, last, length});
    }

    /// The first place that ends beyond a distance from the start, and how far into it the distance reaches.
    std::pair<std::int32_t, double> at(double distance) const {
        std::int32_t next = 0;
        for (const auto& run : m_runs) {
            const double before = (run.first - next) * m_usual;
            if (distance < before) break;
            distance -= before;
            const double all = (run.last - run.first + 1) * run.length;
            next = run.last + 1;
            if (distance >= all) {
                distance -= all;
                continue;
            }
            const double whole = std::floor(distance / run.length);
            return {run.first + static_cast<std::int32_t>(whole), distance - whole * run.length};
        }
        const double whole = std::floor(distance / m_usual);
        const double left = m_count - 1 - next;
        if (whole > left) return {m_count - 1, 0};
        return {next + static_cast<std::int32_t>(whole), distance - whole * m_usual};
    }

    double of(std::int32_t place) const {
        const auto run =
            std::find_if(m_runs.begin(), m_runs.end(), [&](const Run& each) { return place <= each.last; });
        return run != m_runs.end() && place >= run->first ? run->length : m_usual;
    }

    /// From the start of one place to the start of another.
    double between(std::int32_t first, std::int32_t end) const {
        double sum = (end - first) * m_usual;
        for (const auto& run : m_runs) {
            const auto common = std::min(run.last + 1, end) - std::max(run.first, first);
            if (common > 0) sum += common * (run.length - m_usual);
        }
        return sum;
    }

    /// From the start of a place to the end of the sheet.
    double to_end(std::int32_t first) const { return between(first, m_count); }

  private:
    struct Run {
        std::int32_t first;
        std::int32_t last;
        double length;
    };
    std::vector<Run> m_runs;
    std::int32_t m_count;
    double m_usual;
};

struct Grid {
    Lengths columns{most_columns, usual_width};
    Lengths rows_in_document{most_rows, usual_height};
    Lengths rows_in_workbook{most_rows, LXW_DEF_ROW_HEIGHT};

    explicit Grid(const Sheet& sheet) {
        for (const auto& column : sheet.columns)
            columns.add(column.first, column.last, column.width);
        for (const auto& row : sheet.heights) {
            rows_in_document.add(row.first, row.last, row.in_document);
            rows_in_workbook.add(row.first, row.last, row.in_workbook);
        }
    }
};

double length_of(pugi::xml_node node, const char* name) {
    constexpr double longest = 10'000; // points; three metres and a half
    return std::clamp(to_points(node.attribute(name).value()).value_or(0), 0.0, longest);
}

} // namespace

std::optional<Anchor> anchor_of(const Sheet& sheet, const Frame& frame) {
    const Grid grid(sheet);
    Anchor anchor;
    double x = length_of(frame.node, "svg:x");
    double y = length_of(frame.node, "svg:y");
    double width = length_of(frame.node, "svg:width");
    double height = length_of(frame.node, "svg:height");
    if (frame.column) {
        anchor.column = *frame.column;
        anchor.row = frame.row;
        anchor.position = LXW_OBJECT_MOVE_DONT_SIZE;
        const auto end = parse_area(frame.node.attribute("table:end-cell-address").value());
        if (end && end->last_column >= anchor.column && end->last_row >= anchor.row) {
            anchor.position = LXW_OBJECT_MOVE_AND_SIZE;
            width = grid.columns.between(anchor.column, end->last_column) +
                    length_of(frame.node, "table:end-x") - x;
            height = grid.rows_in_workbook.between(anchor.row, end->last_row) +
                     std::min(length_of(frame.node, "table:end-y"), grid.rows_in_workbook.of(end->last_row)) -
                     y;
        }
    } else {
        std::tie(anchor.column, x) = grid.columns.at(x);
        std::tie(anchor.row, y) = grid.rows_in_document.at(y);
    }
    y = std::min(y, grid.rows_in_workbook.of(anchor.row));
    // The library looks for the frame's end beyond the sheet's, and never comes back.
    width = std::min(width, grid.columns.to_end(anchor.column) - x - 1);
    height = std::min(height, grid.rows_in_workbook.to_end(anchor.row) - y - 1);
    if (width <= 0 || height <= 0) return {};
    anchor.x = static_cast<int>(std::lround(x * pixels_a_point));
    anchor.y = static_cast<int>(std::lround(y * pixels_a_point));
    anchor.width = std::round(width * pixels_a_point);
    anchor.height = std::round(height * pixels_a_point);
    return anchor;
}

} // namespace termbook::writers::xlsx
