// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/sources_sheet.hpp"

#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <gtest/gtest.h>

namespace termbook::fill {
namespace {

TEST(SourcesSheet, a_new_one_prints_on_its_side_and_one_page_wide) {
    auto document = small_template({{"x"}});
    const auto table = prepare_sources(document);
    const auto named = [](pugi::xml_node section, const char* element, const char* name) {
        return section.find_child_by_attribute(element, "style:name", name);
    };
    const auto style =
        named(document.cell_styles(), "style:style", table.attribute("table:style-name").value());
    const auto page = named(document.master_styles(), "style:master-page",
                            style.attribute("style:master-page-name").value());
    const auto layout =
        named(document.page_styles(), "style:page-layout", page.attribute("style:page-layout-name").value())
            .child("style:page-layout-properties");
    EXPECT_STREQ(layout.attribute("style:print-orientation").value(), "landscape");
    EXPECT_STREQ(layout.attribute("style:scale-to-X").value(), "1");
    for (const char* edge : {"fo:margin-top", "fo:margin-bottom", "fo:margin-left", "fo:margin-right"})
        EXPECT_STREQ(layout.attribute(edge).value(), "15mm");
    EXPECT_STREQ(page.child("style:header").attribute("style:display").value(), "false");
    EXPECT_STREQ(page.child("style:footer").attribute("style:display").value(), "false");
}

TEST(SourcesSheet, only_its_header_wraps) {
    auto document = small_template({{"x"}});
    const auto table = prepare_sources(document);
    const MadeUpBook book;
    CellStyles styles(document);
    write_sources(table, Entries(book), styles, {});
    int wrapping = 0;
    for (const auto style : document.cell_styles().children())
        wrapping +=
            std::string_view(
                style.child("style:table-cell-properties").attribute("fo:wrap-option").value()) == "wrap";
    EXPECT_EQ(wrapping, 1);
}

} // namespace
} // namespace termbook::fill
