// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/drawings/frame.hpp"

#include <algorithm>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

std::int32_t repeats(pugi::xml_node node, const char* attribute, std::int32_t most) {
    return static_cast<std::int32_t>(std::clamp(node.attribute(attribute).as_int(1), 1, most));
}

bool is_drawn(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name.starts_with("draw:") || name.starts_with("dr3d:");
}

class Finder {
  public:
    std::vector<Frame> find(pugi::xml_node table) {
        for (const auto& shape : table.child("table:shapes").children())
            if (is_drawn(shape)) m_frames.push_back({shape, {}, 0});
        rows(table);
        return std::move(m_frames);
    }

  private:
    void rows(pugi::xml_node node) {
        for (const auto& child : node.children()) {
            const std::string_view name = child.name();
            if (name == "table:table-row")
                row(child);
            else if (name.starts_with("table:table-row") || name == "table:table-header-rows")
                rows(child);
        }
    }

    void row(pugi::xml_node node) {
        std::int32_t column = 0;
        for (const auto& cell : node.children()) {
            const std::string_view name = cell.name();
            if (name != "table:table-cell" && name != "table:covered-table-cell") continue;
            for (const auto& child : cell.children())
                if (is_drawn(child) && column < most_columns && m_row < most_rows)
                    m_frames.push_back({child, column, m_row});
            column =
                std::min(column + repeats(cell, "table:number-columns-repeated", most_columns), most_columns);
        }
        m_row = std::min(m_row + repeats(node, "table:number-rows-repeated", most_rows), most_rows);
    }

    std::vector<Frame> m_frames;
    std::int32_t m_row{0};
};

} // namespace

std::string Frame::alternative() const {
    const std::string title = node.child_value("svg:title");
    const std::string description = node.child_value("svg:desc");
    return title.empty() || description.empty() ? title + description : title + ". " + description;
}

std::vector<Frame> frames_of(const Sheet& sheet) {
    return Finder().find(sheet.table);
}

} // namespace termbook::writers::xlsx
