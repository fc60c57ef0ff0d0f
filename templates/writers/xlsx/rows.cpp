// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "templates/writers/looks/units.hpp"
#include "templates/writers/xlsx/row_height.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

constexpr std::uint8_t deepest_outline = 7;
constexpr std::int64_t most_cells = 5'000'000;
/// Empty rows that only carry a style are written this far; nobody prints more of them.
constexpr std::int32_t most_blank_rows = 1'000;

std::int32_t repeats(pugi::xml_node node, const char* attribute, std::int32_t most) {
    return static_cast<std::int32_t>(std::clamp(node.attribute(attribute).as_int(1), 1, most));
}

bool is_cell(pugi::xml_node node) {
    return std::string_view(node.name()) == "table:table-cell";
}

bool is_covered(pugi::xml_node node) {
    return std::string_view(node.name()) == "table:covered-table-cell";
}

bool has_content(pugi::xml_node cell) {
    return cell.first_child() || cell.attribute("office:value-type") || cell.attribute("table:formula") ||
           cell.attribute("table:number-columns-spanned") || cell.attribute("table:number-rows-spanned");
}

bool is_marked(pugi::xml_node cell) {
    return cell.attribute("table:style-name") || cell.attribute("table:content-validation-name");
}

struct RowTraits {
    bool content{false};
    bool marks{false};
};

RowTraits traits_of(pugi::xml_node row) {
    RowTraits traits;
    traits.marks = static_cast<bool>(row.attribute("table:default-cell-style-name"));
    for (const auto& cell : row.children()) {
        if (!is_cell(cell)) continue;
        traits.content = traits.content || has_content(cell);
        traits.marks = traits.marks || is_marked(cell);
    }
    return traits;
}

class RowWriter {
  public:
    RowWriter(Book& book, Sheet& sheet) : m_book(book), m_sheet(sheet), m_columns(sheet.columns) {}

    void walk(pugi::xml_node node, bool header, std::uint8_t level, bool hidden) {
        for (const auto& child : node.children()) {
            const std::string_view name = child.name();
            if (name == "table:table-row")
                row(child, header, level, hidden);
            else if (name == "table:table-rows")
                walk(child, header, level, hidden);
            else if (name == "table:table-header-rows")
                walk(child, true, level, hidden);
            else if (name == "table:table-row-group")
                walk(child, header, std::min<std::uint8_t>(level + 1, deepest_outline),
                     hidden || !child.attribute("table:display").as_bool(true));
        }
    }

    void finish() {
        if (m_header_last >= 0)
            worksheet_repeat_rows(m_sheet.worksheet, static_cast<lxw_row_t>(m_header_first),
                                  static_cast<lxw_row_t>(m_header_last));
    }

  private:
    void row(pugi::xml_node node, bool header, std::uint8_t level, bool hidden) {
        const std::int32_t count =
            std::min(repeats(node, "table:number-rows-repeated", most_rows), most_rows - m_next);
        if (count <= 0) {
            if (traits_of(node).content)
                m_book.lose(place_of(m_sheet), "rows beyond 1,048,576",
                            "they were left out; split the sheet");
            return;
        }
        const RowTraits traits = traits_of(node);
        if (traits.content || count <= most_blank_rows || !is_last_empty(node))
            measures(node, count, level, hidden);
        if (traits.content || traits.marks)
            cells(node, traits.content ? count : std::min(count, most_blank_rows));
        if (header) {
            if (m_header_last < 0) m_header_first = m_next;
            m_header_last = m_next + count - 1;
        }
        m_next += count;
    }

    /// The rows that only fill the sheet up to its end need no height.
    static bool is_last_empty(pugi::xml_node node) { return !node.next_sibling("table:table-row"); }

    void measures(pugi::xml_node node, std::int32_t count, std::uint8_t level, bool hidden) {
        const char* style = node.attribute("table:style-name").value();
        const auto property = [&](const char* name) {
            return m_book.styles.property("table-row", style, "style:table-row-properties", name);
        };
        const std::string_view visibility = node.attribute("table:visibility").value();
        lxw_row_col_options options{};
        options.hidden = hidden || visibility == "collapse" || visibility == "filter";
        options.level = level;
        const bool optimal = property("style:use-optimal-row-height").as_bool();
        const auto in_document = to_points(property("style:row-height").value());
        auto fixed = optimal ? std::nullopt : in_document;
        if (!fixed) fixed = estimated_height(m_book, node, m_columns);
        note_height(count, options.hidden != 0, in_document, fixed);
        if (!fixed && options.hidden == 0 && options.level == 0) return;
        double height = fixed.value_or(LXW_DEF_ROW_HEIGHT);
        constexpr double tallest = 409.5;
        height = std::min(height, tallest);
        if (fixed && height == LXW_DEF_ROW_HEIGHT)
            height += 0.001; // or the library takes it for no height at all
        for (std::int32_t i = 0; i < count; ++i)
            worksheet_set_row_opt(m_sheet.worksheet, static_cast<lxw_row_t>(m_next + i), height, nullptr,
                                  &options);
    }

    void note_height(std::int32_t count, bool hidden, const std::optional<double>& in_document,
                     const std::optional<double>& in_workbook) {
        RowHeight height{m_next, m_next + count - 1, 0, 0};
        if (!hidden) {
            height.in_document = in_document.value_or(usual_height);
            height.in_workbook = in_workbook.value_or(LXW_DEF_ROW_HEIGHT);
        }
        m_sheet.heights.push_back(height);
    }

    /// Refuses before the first of too many cells is written.
    void count_cells(pugi::xml_node node, std::int32_t rows) {
        std::int64_t cells = 0;
        for (const auto& cell : node.children())
            if (is_cell(cell) && has_content(cell))
                cells += repeats(cell, "table:number-columns-repeated", most_columns);
        m_cells += cells * rows;
        if (m_cells > most_cells)
            throw Error({m_book.document.name(), 0, 0, place_of(m_sheet)}, "more than 5 million cells",
                        "a sheet that people read", "split the document");
    }

    void cells(pugi::xml_node node, std::int32_t count) {
        count_cells(node, count);
        const std::string row_style = node.attribute("table:default-cell-style-name").value();
        for (std::int32_t i = 0; i < count; ++i) {
            std::int32_t column = 0;
            m_column = 0;
            for (const auto& cell : node.children()) {
                if (!is_cell(cell) && !is_covered(cell)) continue;
                const std::int32_t wide = repeats(cell, "table:number-columns-repeated", most_columns);
                const std::int32_t end = std::min(column + wide, most_columns);
                if (is_cell(cell)) stretch(cell, column, end, m_next + i, row_style);
                column = end;
            }
        }
    }

    void stretch(pugi::xml_node cell, std::int32_t first, std::int32_t end, std::int32_t row,
                 const std::string& row_style) {
        const bool content = has_content(cell);
        const std::string own = cell.attribute("table:style-name").value();
        if (!content && own.empty() && row_style.empty() && !is_marked(cell)) return;
        if (const char* name = cell.attribute("table:content-validation-name").value();
            *name != '\0' && first < end)
            extend(m_sheet.validated[name], {"", first, row, end - 1, row});
        for (std::int32_t column = first; column < end; ++column) {
            const std::string& of_column = column_style(column);
            const CellPlace place{column, row,
                                  !own.empty()         ? own
                                  : !row_style.empty() ? row_style
                                                       : of_column};
            if (first < end && column == first) note_conditions(place.style, {"", first, row, end - 1, row});
            if (!content && m_book.styles.cell_look(place.style) == m_book.styles.cell_look(of_column))
                continue;
            write_cell(m_book, m_sheet, cell, place);
        }
    }

    /// Adds a stretch of a row, to the area right above it if there is one.
    static void extend(std::vector<Area>& areas, const Area& stretch) {
        constexpr std::size_t areas_across = 64; // looked through from the back
        const std::size_t last = areas.size() > areas_across ? areas.size() - areas_across : 0;
        for (std::size_t i = areas.size(); i-- > last;) {
            auto& area = areas[i];
            const bool above = area.first_column == stretch.first_column &&
                               area.last_column == stretch.last_column &&
                               area.last_row + 1 == stretch.first_row;
            if (!above) continue;
            area.last_row = stretch.last_row;
            return;
        }
        areas.push_back(stretch);
    }

    void note_conditions(const std::string& style, const Area& area) {
        if (m_book.styles.find("table-cell", style).child("style:map"))
            extend(m_sheet.conditional[style], area);
    }

    /// The column's default cell style; columns are asked for from left to right.
    const std::string& column_style(std::int32_t column) {
        static const std::string none;
        while (m_column < m_columns.size() && m_columns[m_column].last < column)
            ++m_column;
        return m_column < m_columns.size() ? m_columns[m_column].cell_style : none;
    }

    Book& m_book;
    Sheet& m_sheet;
    const std::vector<Column>& m_columns;
    std::size_t m_column{0};
    std::int32_t m_next{0};
    std::int32_t m_header_first{0};
    std::int32_t m_header_last{-1};
    std::int64_t m_cells{0};
};

} // namespace

void write_rows(Book& book, Sheet& sheet) {
    RowWriter writer(book, sheet);
    writer.walk(sheet.table, false, 0, false);
    writer.finish();
}

} // namespace termbook::writers::xlsx
