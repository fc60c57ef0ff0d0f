// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "templates/odf/embedded.hpp"
#include "templates/odf/tree.hpp"
#include "templates/writers/charts/read_chart.hpp"
#include "templates/writers/xlsx/charts/write_chart.hpp"
#include "templates/writers/xlsx/drawings/picture.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <fmt/format.h>
#include <memory>
#include <string_view>
#include <utility>

namespace termbook::writers::xlsx {

namespace {

class Drawer {
  public:
    explicit Drawer(Book& book) : m_book(book), m_cells(book) {}

    void draw(const Sheet& sheet) {
        m_nth = 0;
        for (const auto& frame : frames_of(sheet)) {
            ++m_nth;
            const bool framed = std::string_view(frame.node.name()) == "draw:frame";
            if (framed && frame.node.child("draw:object"))
                chart(sheet, frame);
            else if (framed && frame.node.child("draw:image"))
                picture(sheet, frame);
            else
                lose(sheet, frame, "drawing", "a drawing", "it was left out");
        }
    }

    PartChanges take() { return std::move(m_changes); }

  private:
    void lose(const Sheet& sheet, const Frame& frame, std::string_view kind, std::string found,
              std::string_view remedy) {
        const std::string name = frame.node.attribute("draw:name").value();
        const auto called =
            name.empty() ? fmt::format("{} {}", kind, m_nth) : fmt::format("{} '{}'", kind, name);
        m_book.lose(fmt::format("{}, {}", place_of(sheet), called), std::move(found),
                    fmt::format("{}; choose .ods to keep it", remedy));
    }

    std::optional<charts::Chart> read(pugi::xml_node object, std::string& why) const {
        if (const auto root = object.child("office:document")) return charts::read_chart(root, {}, why);
        const auto folder = odf::linked_path(object);
        const auto& parts = m_book.document.parts();
        const auto content = parts.find(folder + "/content.xml");
        const auto styles = parts.find(folder + "/styles.xml");
        why = "an embedded document that is not in the file";
        if (content == parts.end()) return {};
        pugi::xml_document content_tree;
        pugi::xml_document styles_tree;
        try {
            odf::load_tree(content_tree, content->second);
            if (styles != parts.end()) odf::load_tree(styles_tree, styles->second);
        } catch (const Error&) {
            why = "an embedded document that cannot be read";
            return {};
        }
        return charts::read_chart(content_tree.document_element(), styles_tree.document_element(), why);
    }

    void chart(const Sheet& sheet, const Frame& frame) {
        const auto lose_all = [&](const std::string& found) {
            lose(sheet, frame, "chart", found, "it was left out");
        };
        std::string why;
        auto chart = read(frame.node.child("draw:object"), why);
        if (!chart) return lose_all(why);
        const auto anchor = anchor_of(sheet, frame);
        if (!anchor) return lose_all("a chart without a size, or on hidden cells only");
        fit_to_workbook(m_book, *chart);
        if (chart->series.empty()) return lose_all("a chart without a series that reads cells");
        for (const auto& what : chart->left_out)
            lose(sheet, frame, "chart", what, "the chart was written without it");
        insert(sheet, frame, *anchor, std::move(*chart));
    }

    void insert(const Sheet& sheet, const Frame& frame, const Anchor& anchor, charts::Chart chart) {
        constexpr double width_of_library = 480; // pixels
        constexpr double height_of_library = 288;
        std::string description = frame.alternative();
        lxw_chart_options options{};
        options.x_offset = anchor.x;
        options.y_offset = anchor.y;
        options.x_scale = anchor.width / width_of_library;
        options.y_scale = anchor.height / height_of_library;
        options.object_position = anchor.position;
        options.description = description.empty() ? nullptr : description.data();
        worksheet_insert_chart_opt(sheet.worksheet, static_cast<lxw_row_t>(anchor.row),
                                   static_cast<lxw_col_t>(anchor.column), make_chart(m_cells, m_book, chart),
                                   &options);
        ++m_charts; // the library numbers parts in this order
        if (needs_finish(chart))
            m_changes.emplace(fmt::format("xl/charts/chart{}.xml", m_charts),
                              [kept = std::move(chart)](pugi::xml_node part) { finish_chart(part, kept); });
    }

    void picture(const Sheet& sheet, const Frame& frame) {
        const auto anchor = anchor_of(sheet, frame);
        const auto found = anchor ? write_picture(m_book, sheet, frame, *anchor)
                                  : "a picture without a size, or on hidden cells only";
        if (!found.empty()) return lose(sheet, frame, "picture", found, "it was left out");
        const auto clip = m_book.styles.property("graphic", frame.node.attribute("draw:style-name").value(),
                                                 "style:graphic-properties", "fo:clip");
        const std::string_view cut = clip.value();
        if (cut.find_first_of("123456789") != std::string_view::npos)
            lose(sheet, frame, "picture", "a picture that is cropped", "it was written whole");
        if (frame.node.attribute("draw:transform"))
            lose(sheet, frame, "picture", "a picture that is turned", "it was written upright");
    }

    Book& m_book;
    ShownCells m_cells;
    PartChanges m_changes;
    int m_charts{0};
    std::size_t m_nth{0};
};

} // namespace

PartChanges write_drawings(Book& book) {
    Drawer drawer(book);
    for (const auto& sheet : book.sheets)
        drawer.draw(sheet);
    return drawer.take();
}

} // namespace termbook::writers::xlsx
