// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/cell_text.hpp"

#include "templates/fill/fill.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace termbook::fill {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(CellText, what_XML_cannot_hold_is_replaced) {
    pugi::xml_document tree;
    auto cell = tree.append_child("table:table-cell");
    set_text(cell, "a\x01"
                   "b\x1F\tc\nd \xEF\xBF\xBE\xEF\xBF\xBF \xC3\xA9\xEF\xBF\xBD");
    EXPECT_EQ(text_of(cell), "a\xEF\xBF\xBD"
                             "b\xEF\xBF\xBD\tc\nd \xEF\xBF\xBD\xEF\xBF\xBD \xC3\xA9\xEF\xBF\xBD");
}

TEST(CellText, control_characters_in_data_leave_the_document_readable) {
    std::istringstream text("answer attendance.rate = 94/100\nfield trust.name = Sam\x01ple\x0B Trust\n");
    const auto filled =
        fill(small_template(
                 {{"{{trust.name}}"}, {"At {{trust.name}}: {{attendance.rate}}"}, {"=of:=[.A1]&CHAR(7)"}}),
             MadeUpBook::parse(text), {});
    const auto flat = to_flat(filled);
    EXPECT_THAT(flat, HasSubstr("Sam\xEF\xBF\xBDple\xEF\xBF\xBD Trust"));
    EXPECT_THAT(flat, Not(HasSubstr("&#")));
    EXPECT_NO_THROW(odf::Document::parse(flat, "filled.fods"));
}

} // namespace
} // namespace termbook::fill
