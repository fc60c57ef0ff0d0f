// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/drawings/picture.hpp"

#include "templates/odf/embedded.hpp"
#include "templates/odf/manifest.hpp"

#include <fmt/format.h>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

bool is_held(std::string_view extension) {
    return extension == ".png" || extension == ".jpg" || extension == ".gif" || extension == ".bmp";
}

/// The library sizes a picture by its pixels and their density, which it reads only when the picture is in.
void resize(lxw_object_properties& picture, const Anchor& anchor) {
    constexpr double pixels_an_inch = 96;
    picture.x_scale = anchor.width / (picture.width * pixels_an_inch / picture.x_dpi);
    picture.y_scale = anchor.height / (picture.height * pixels_an_inch / picture.y_dpi);
}

bool insert(const Sheet& sheet, const std::string& bytes, const std::string& alternative,
            const Anchor& anchor) {
    std::string description = alternative;
    lxw_image_options options{};
    options.x_offset = anchor.x;
    options.y_offset = anchor.y;
    options.object_position = anchor.position;
    options.description = description.data();
    options.decorative = description.empty() ? LXW_TRUE : LXW_FALSE;
    const auto failure = worksheet_insert_image_buffer_opt(
        sheet.worksheet, static_cast<lxw_row_t>(anchor.row), static_cast<lxw_col_t>(anchor.column),
        reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), &options);
    if (failure != LXW_NO_ERROR) return false;
    lxw_object_properties* each = nullptr;
    lxw_object_properties* inserted = nullptr;
    STAILQ_FOREACH(each, sheet.worksheet->image_props, list_pointers) inserted = each;
    resize(*inserted, anchor);
    return true;
}

} // namespace

std::string write_picture(const Book& book, const Sheet& sheet, const Frame& frame, const Anchor& anchor) {
    std::string found = "a picture outside the document";
    for (const auto& image : frame.node.children("draw:image")) {
        const auto bytes = odf::picture_bytes(image, book.document.parts());
        if (bytes.empty()) continue;
        const auto extension = odf::picture_extension(bytes);
        if (!is_held(extension))
            found = fmt::format("a picture of another format ({})",
                                extension.empty() ? "not known" : extension.substr(1));
        else if (insert(sheet, bytes, frame.alternative(), anchor))
            return {};
        else
            found = "a picture that cannot be read";
    }
    return found;
}

} // namespace termbook::writers::xlsx
