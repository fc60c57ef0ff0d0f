// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/xlsx/book.hpp"

#include <optional>
#include <string>
#include <vector>

namespace termbook::writers::xlsx {

/// Something drawn on a sheet: a chart, a picture, a shape.
struct Frame {
    pugi::xml_node node;
    std::optional<std::int32_t> column; ///< of the cell that it hangs on; none: it hangs on the page
    std::int32_t row{0};

    /// What a screen reader says of it.
    std::string alternative() const;
};

/// All that is drawn on a sheet, in the document's order.
std::vector<Frame> frames_of(const Sheet& sheet);

/// Where a frame stands in the workbook; pixels, 96 to the inch, as the library counts.
struct Anchor {
    std::int32_t column{0};
    std::int32_t row{0};
    int x{0};
    int y{0};
    double width{0};
    double height{0};
    std::uint8_t position{LXW_OBJECT_DONT_MOVE_DONT_SIZE}; ///< what moves and sizes it
};

/// A frame that hangs on two cells reaches from the one to the other; every other keeps its size, and begins
/// in the cell that it begins in in the document. Rows of a workbook that say no height may be a little
/// higher there. None for a frame without a size, and one of which nothing is to be seen.
std::optional<Anchor> anchor_of(const Sheet& sheet, const Frame& frame);

} // namespace termbook::writers::xlsx
