// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/units.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <algorithm>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

constexpr std::uint8_t deepest_outline = 7;

/// The sheet format counts widths in digits of the default font, 7 pixels wide, beside 5 pixels of padding.
double to_digits(double points) {
    constexpr double pixels_a_point = 96.0 / 72.0;
    const double pixels = points * pixels_a_point;
    constexpr double narrow = 12; // a digit and its padding
    return pixels < narrow ? pixels / narrow : (pixels - 5) / 7;
}

class ColumnWriter {
  public:
    ColumnWriter(Book& book, Sheet& sheet) : m_book(book), m_sheet(sheet) {}

    void walk(pugi::xml_node node, bool header, std::uint8_t level, bool hidden) {
        for (const auto& child : node.children()) {
            const std::string_view name = child.name();
            if (name == "table:table-column")
                column(child, header, level, hidden);
            else if (name == "table:table-columns")
                walk(child, header, level, hidden);
            else if (name == "table:table-header-columns")
                walk(child, true, level, hidden);
            else if (name == "table:table-column-group")
                walk(child, header, std::min<std::uint8_t>(level + 1, deepest_outline),
                     hidden || !child.attribute("table:display").as_bool(true));
        }
    }

    std::vector<Column> finish() {
        if (m_header_last >= 0)
            worksheet_repeat_columns(m_sheet.worksheet, static_cast<lxw_col_t>(m_header_first),
                                     static_cast<lxw_col_t>(m_header_last));
        return std::move(m_columns);
    }

  private:
    void column(pugi::xml_node node, bool header, std::uint8_t level, bool hidden) {
        const auto count = static_cast<std::int32_t>(
            std::clamp(node.attribute("table:number-columns-repeated").as_int(1), 1, most_columns));
        const std::int32_t last = std::min(m_next + count, most_columns) - 1;
        if (last < m_next) return;
        Column column{m_next, last, node.attribute("table:default-cell-style-name").value(), 0};
        const std::string_view visibility = node.attribute("table:visibility").value();
        lxw_row_col_options options{};
        options.hidden = hidden || visibility == "collapse" || visibility == "filter";
        options.level = level;
        const auto width = m_book.styles.property("table-column", node.attribute("table:style-name").value(),
                                                  "style:table-column-properties", "style:column-width");
        const double points = to_points(width.value()).value_or(64 * 0.75);
        if (options.hidden == 0) column.width = points;
        worksheet_set_column_opt(m_sheet.worksheet, static_cast<lxw_col_t>(column.first),
                                 static_cast<lxw_col_t>(last), to_digits(points),
                                 m_book.formats.cell(m_book.styles.cell_look(column.cell_style)), &options);
        if (header) {
            if (m_header_last < 0) m_header_first = column.first;
            m_header_last = last;
        }
        m_next = last + 1;
        m_columns.push_back(std::move(column));
    }

    Book& m_book;
    Sheet& m_sheet;
    std::vector<Column> m_columns;
    std::int32_t m_next{0};
    std::int32_t m_header_first{0};
    std::int32_t m_header_last{-1};
};

} // namespace

void write_columns(Book& book, Sheet& sheet) {
    ColumnWriter writer(book, sheet);
    writer.walk(sheet.table, false, 0, false);
    sheet.columns = writer.finish();
}

} // namespace termbook::writers::xlsx
