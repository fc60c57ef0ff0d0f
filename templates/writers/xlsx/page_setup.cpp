// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/units.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

constexpr double points_an_inch = 72;

struct Paper {
    std::uint8_t code;
    double width; ///< points, upright
    double height;
};

constexpr std::array papers{Paper{9, 595.3, 841.9}, Paper{8, 841.9, 1190.6}, Paper{11, 419.5, 595.3},
                            Paper{1, 612, 792}, Paper{5, 612, 1008}};

class PageWriter {
  public:
    PageWriter(Book& book, Sheet& sheet) : m_book(book), m_sheet(sheet) {
        const char* style = sheet.table.attribute("table:style-name").value();
        const std::string master =
            book.styles.find("table", style).attribute("style:master-page-name").value();
        const auto masters = book.document.master_styles();
        m_master = masters.find_child_by_attribute("style:master-page", "style:name",
                                                   master.empty() ? "Default" : master.c_str());
        m_layout = book.styles.find("page-layout", m_master.attribute("style:page-layout-name").value());
        m_properties = m_layout.child("style:page-layout-properties");
    }

    void write() {
        paper();
        scale();
        const std::string_view centred = m_properties.attribute("style:table-centering").value();
        if (centred == "horizontal" || centred == "both") worksheet_center_horizontally(m_sheet.worksheet);
        if (centred == "vertical" || centred == "both") worksheet_center_vertically(m_sheet.worksheet);
        const std::string_view printed = m_properties.attribute("style:print").value();
        if (printed.find("grid") != std::string_view::npos)
            worksheet_gridlines(m_sheet.worksheet, LXW_SHOW_ALL_GRIDLINES);
        if (printed.find("headers") != std::string_view::npos)
            worksheet_print_row_col_headers(m_sheet.worksheet);
        if (std::string_view(m_properties.attribute("style:print-page-order").value()) == "ltr")
            worksheet_print_across(m_sheet.worksheet);
        if (const int first = m_properties.attribute("style:first-page-number").as_int(); first > 0)
            worksheet_set_start_page(m_sheet.worksheet, static_cast<std::uint16_t>(first));
        const double above = band("style:header-style", "style:header", worksheet_set_header);
        const double below = band("style:footer-style", "style:footer", worksheet_set_footer);
        margins(above, below);
        print_ranges();
    }

  private:
    double length(pugi::xml_node node, const char* name, double otherwise) const {
        return to_points(node.attribute(name).value()).value_or(otherwise);
    }

    void paper() {
        double width = length(m_properties, "fo:page-width", papers[0].width);
        double height = length(m_properties, "fo:page-height", papers[0].height);
        const auto orientation = m_properties.attribute("style:print-orientation");
        const bool landscape =
            orientation ? std::string_view(orientation.value()) == "landscape" : width > height;
        if (width > height) std::swap(width, height);
        const auto known = std::find_if(papers.begin(), papers.end(), [&](const Paper& paper) {
            constexpr double close = 4; // points: sizes are rounded on their way
            return std::abs(paper.width - width) < close && std::abs(paper.height - height) < close;
        });
        if (known == papers.end())
            m_book.lose(place_of(m_sheet), "a paper size other than A3, A4, A5, Letter and Legal",
                        "A4 was set");
        worksheet_set_paper(m_sheet.worksheet, known == papers.end() ? papers[0].code : known->code);
        if (landscape) worksheet_set_landscape(m_sheet.worksheet);
    }

    void scale() {
        const auto wide = m_properties.attribute("style:scale-to-X");
        const auto tall = m_properties.attribute("style:scale-to-Y");
        const auto pages = m_properties.attribute("style:scale-to-pages");
        if (wide || tall) {
            worksheet_fit_to_pages(m_sheet.worksheet, static_cast<std::uint16_t>(wide.as_uint()),
                                   static_cast<std::uint16_t>(tall.as_uint()));
        } else if (pages) {
            m_book.lose(place_of(m_sheet), "a scale to a number of pages in all",
                        "it was set to one page wide");
            worksheet_fit_to_pages(m_sheet.worksheet, 1, 0);
        } else if (const auto percent = to_number(m_properties.attribute("style:scale-to").value())) {
            constexpr double least = 10;
            constexpr double most = 400;
            worksheet_set_print_scale(m_sheet.worksheet,
                                      static_cast<std::uint16_t>(std::clamp(*percent, least, most)));
        }
    }

    /// Writes a header or footer; returns the room it takes between the margin and the cells.
    double band(const char* style, const char* element, lxw_error (*set)(lxw_worksheet*, const char*)) {
        const auto node = m_master.child(element);
        const auto shape = m_layout.child(style).child("style:header-footer-properties");
        if (!node || !node.attribute("style:display").as_bool(true)) return 0;
        const auto code = header_code(m_book, node);
        if (!code.empty() && set(m_sheet.worksheet, code.c_str()) != LXW_NO_ERROR)
            m_book.lose(place_of(m_sheet), "a header or footer of more than 255 letters with its fonts",
                        "it was left out; shorten it");
        return length(shape, "svg:height", length(shape, "fo:min-height", 0));
    }

    void margins(double above, double below) {
        const double all = length(m_properties, "fo:margin", 0.7 * points_an_inch);
        const double left = length(m_properties, "fo:margin-left", all);
        const double right = length(m_properties, "fo:margin-right", all);
        const double top = length(m_properties, "fo:margin-top", all);
        const double bottom = length(m_properties, "fo:margin-bottom", all);
        worksheet_set_margins(m_sheet.worksheet, left / points_an_inch, right / points_an_inch,
                              (top + above) / points_an_inch, (bottom + below) / points_an_inch);
        m_sheet.worksheet->margin_header = top / points_an_inch; // the library sets it with the text alone
        m_sheet.worksheet->margin_footer = bottom / points_an_inch;
    }

    /// A sheet that is not printed: the format knows only areas that are, so its area is the last cell, which
    /// is empty. LibreOffice then prints nothing, Excel at most an empty page with the whole workbook.
    void print_nothing() {
        constexpr auto row = static_cast<lxw_row_t>(most_rows - 1);
        constexpr auto column = static_cast<lxw_col_t>(most_columns - 1);
        worksheet_print_area(m_sheet.worksheet, row, column, row, column);
    }

    void print_ranges() {
        if (!m_sheet.table.attribute("table:print").as_bool(true)) return print_nothing();
        const auto areas = parse_areas(m_sheet.table.attribute("table:print-ranges").value());
        if (areas.empty()) return;
        const auto& area = areas.front();
        worksheet_print_area(m_sheet.worksheet, static_cast<lxw_row_t>(area.first_row),
                             static_cast<lxw_col_t>(area.first_column), static_cast<lxw_row_t>(area.last_row),
                             static_cast<lxw_col_t>(area.last_column));
        if (areas.size() > 1)
            m_book.lose(place_of(m_sheet), "more than one print range", "the first was kept");
    }

    Book& m_book;
    Sheet& m_sheet;
    pugi::xml_node m_master;
    pugi::xml_node m_layout;
    pugi::xml_node m_properties;
};

void protect(Book& book, Sheet& sheet) {
    if (!sheet.table.attribute("table:protected").as_bool()) return;
    auto rights = sheet.table.child("loext:table-protection");
    if (!rights) rights = sheet.table.child("table:table-protection");
    const auto may = [&](const char* loext, const char* table, bool unsaid = false) {
        return rights.attribute(loext) ? rights.attribute(loext).as_bool()
                                       : rights.attribute(table).as_bool(unsaid);
    };
    const bool any = !rights; // without a list of rights, every cell may be selected
    lxw_protection options{};
    options.no_select_locked_cells =
        !may("loext:select-protected-cells", "table:select-protected-cells", any);
    options.no_select_unlocked_cells =
        !may("loext:select-unprotected-cells", "table:select-unprotected-cells", any);
    options.insert_rows = may("loext:insert-rows", "table:insert-rows");
    options.insert_columns = may("loext:insert-columns", "table:insert-columns");
    options.delete_rows = may("loext:delete-rows", "table:delete-rows");
    options.delete_columns = may("loext:delete-columns", "table:delete-columns");
    options.sort = may("loext:use-autofilter-sort", "table:sort");
    options.autofilter = may("loext:use-autofilter", "table:use-autofilter");
    worksheet_protect(sheet.worksheet, nullptr, &options);
    if (sheet.table.attribute("table:protection-key"))
        book.lose(place_of(sheet), "protection with a password", "the sheet is protected without one");
}

} // namespace

void write_page_setup(Book& book, Sheet& sheet) {
    PageWriter(book, sheet).write();
    protect(book, sheet);
    const char* style = sheet.table.attribute("table:style-name").value();
    for (const char* name : {"tableooo:tab-color", "table:tab-color"})
        if (const auto colour =
                to_colour(book.styles.property("table", style, "style:table-properties", name).value()))
            worksheet_set_tab_color(sheet.worksheet,
                                    *colour == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : *colour);
}

} // namespace termbook::writers::xlsx
