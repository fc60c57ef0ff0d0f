// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/document.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/odf/package.hpp"

#include <gmock/gmock.h>
#include <string>

namespace termbook::odf {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const std::string head = R"(<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">)";

std::string flat(const std::string& cell, const std::string& styles = "") {
    return head + styles +
           "<office:body><office:spreadsheet>\n <table:table table:name=\"Overview\">\n  <table:table-row>" +
           "<table:table-cell office:value-type=\"string\">" + cell +
           "</table:table-cell></table:table-row>\n "
           "</table:table></office:spreadsheet></office:body></office:document>";
}

pugi::xml_node first_cell(const Document& document) {
    return document.spreadsheet().child("table:table").child("table:table-row").child("table:table-cell");
}

std::string error_of(const std::string& bytes) {
    try {
        Document::parse(bytes, "pack.ods");
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

std::string ods(const std::string& content,
                const std::string& mimetype = "application/vnd.oasis.opendocument.spreadsheet") {
    return write_package({{"mimetype", mimetype}, {"content.xml", content}});
}

const std::string content_head =
    R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">)";

TEST(Document, blanks_between_runs_of_a_paragraph_are_kept) {
    const auto document = Document::parse(
        flat("<text:p><text:span>Year 4</text:span> <text:span>girls</text:span>  </text:p>"), "a.fods");
    const auto again = Document::parse(to_package(document), "a.ods");
    const auto paragraph = first_cell(again).child("text:p");
    EXPECT_STREQ(paragraph.first_child().next_sibling().value(), " ");
    EXPECT_STREQ(paragraph.last_child().value(), "  ");
}

TEST(Document, blanks_that_only_indent_are_dropped) {
    const auto document = Document::parse(flat("<text:p>x</text:p>"), "a.fods");
    EXPECT_STREQ(document.spreadsheet().first_child().name(), "table:table");
}

TEST(Document, sections_a_document_lacks_are_made_in_their_order) {
    const auto document = Document::parse(flat(""), "a.fods");
    EXPECT_TRUE(document.meta());
    EXPECT_TRUE(document.common_styles());
    EXPECT_EQ(document.common_styles().next_sibling(), document.cell_styles());
    EXPECT_EQ(document.cell_styles(), document.page_styles());
    EXPECT_FALSE(document.settings());
}

TEST(Document, a_property_that_was_set_is_found_after_writing_and_reading) {
    auto document = Document::parse(flat(""), "a.fods");
    document.set_property("termbook-audience", "staff");
    document.set_property("termbook-audience", "governors & friends");
    const auto again = Document::parse(to_package(document), "a.ods");
    EXPECT_EQ(again.property("termbook-audience"), "governors & friends");
    EXPECT_EQ(again.property("other"), "");
}

TEST(Document, the_same_document_gives_the_same_bytes_with_mimetype_first_and_stored) {
    const auto document = Document::parse(flat("<text:p>x</text:p>"), "a.fods");
    const auto bytes = to_package(document);
    EXPECT_EQ(bytes, to_package(document));
    EXPECT_EQ(bytes.substr(30, 8), "mimetype");
    EXPECT_EQ(bytes.substr(38, 46), "application/vnd.oasis.opendocument.spreadsheet");
}

TEST(Document, a_package_read_and_written_again_is_the_same_package) {
    const auto once = to_package(Document::parse(flat("<text:p>a <text:s/> b</text:p>"), "a.fods"));
    EXPECT_EQ(to_package(Document::parse(once, "a.ods")), once);
}

TEST(Document, an_inline_picture_becomes_a_member_and_comes_back_inline) {
    const auto document = Document::parse(flat("<draw:frame><draw:image><office:binary-data>iVBORw0KGgo=</"
                                               "office:binary-data></draw:image></draw:frame>"),
                                          "a.fods");
    const auto package = Document::parse(to_package(document), "a.ods");
    EXPECT_EQ(package.parts().at("Pictures/1.png"), "\x89PNG\r\n\x1a\n");
    const auto flat_again = Document::parse(to_flat(package), "b.fods");
    const auto image = first_cell(flat_again).child("draw:frame").child("draw:image");
    EXPECT_STREQ(image.child_value("office:binary-data"), "iVBORw0KGgo=");
}

TEST(Document, an_automatic_style_of_the_pages_gives_way_to_one_of_the_cells) {
    const std::string ns =
        R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="s" xmlns:text="t")";
    const auto bytes = write_package(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml",
          "<office:document-content" + ns +
              "><office:automatic-styles><style:style style:name=\"P1\" style:family=\"table-cell\"/>"
              "</office:automatic-styles><office:body><office:spreadsheet/></office:body></"
              "office:document-content>"},
         {"styles.xml", "<office:document-styles" + ns +
                            "><office:automatic-styles><style:style style:name=\"P1\" style:family=\"text\"/>"
                            "</office:automatic-styles><office:master-styles><style:master-page><text:span "
                            "text:style-name=\"P1\"/>"
                            "</style:master-page></office:master-styles></office:document-styles>"}});
    const auto flat_again = Document::parse(to_flat(Document::parse(bytes, "a.ods")), "a.fods");
    const auto span = flat_again.master_styles().child("style:master-page").child("text:span");
    const auto style = flat_again.page_styles().find_child_by_attribute(
        "style:name", span.attribute("text:style-name").value());
    EXPECT_STREQ(style.attribute("style:family").value(), "text");
}

TEST(Document, a_doctype_is_refused_where_it_stands) {
    EXPECT_THAT(error_of("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]>\n<a>&b;</a>"),
                AllOf(HasSubstr("pack.ods:2:"), HasSubstr("found a DOCTYPE"), HasSubstr("LibreOffice")));
}

TEST(Document, broken_xml_is_refused_with_its_member_line_and_column) {
    EXPECT_THAT(error_of(ods("<a>\n <b></c>\n</a>")),
                HasSubstr("pack.ods:2:7 (content.xml): found broken XML (mismatched tag)"));
}

TEST(Document, elements_nested_257_deep_are_refused_and_256_are_not) {
    const auto nested = [](std::size_t levels) {
        std::string xml;
        for (std::size_t i = 0; i < levels; ++i)
            xml += "<a>";
        for (std::size_t i = 0; i < levels; ++i)
            xml += "</a>";
        return xml;
    };
    EXPECT_THAT(error_of(nested(257)), HasSubstr("nested more than 256 deep"));
    EXPECT_THAT(error_of(nested(256)), HasSubstr("first element is a"));
}

TEST(Document, an_encoding_other_than_unicode_is_refused) {
    EXPECT_THAT(error_of("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE9</a>"),
                HasSubstr("the encoding 'ISO-8859-1'"));
}

TEST(Document, documents_of_other_kinds_are_refused_by_what_they_are) {
    EXPECT_THAT(error_of(ods("<a/>", "application/vnd.oasis.opendocument.text")),
                HasSubstr("found an OpenDocument text document; expected an OpenDocument spreadsheet"));
    EXPECT_THAT(error_of(write_package({{"[Content_Types].xml", "<a/>"}})),
                HasSubstr("found a Microsoft Office document"));
    EXPECT_THAT(
        error_of(ods(content_head + "<office:body><office:text/></office:body></office:document-content>")),
        HasSubstr("whose body is office:text"));
    EXPECT_THAT(error_of("\xD0\xCF\x11\xE0 and so on"),
                HasSubstr("an old or password-protected Office file"));
    EXPECT_THAT(error_of(""), HasSubstr("found an empty file"));
    EXPECT_THAT(error_of("School,Pupils\n"), HasSubstr("neither a zip archive nor XML"));
}

TEST(Document, a_document_with_a_password_is_refused_with_the_remedy) {
    const auto bytes = write_package(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml", "sealed"},
         {"META-INF/manifest.xml",
          "<m:manifest xmlns:m=\"x\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"}});
    EXPECT_THAT(error_of(bytes),
                AllOf(HasSubstr("a document with a password"), HasSubstr("save it without a password")));
}

TEST(Document, a_file_that_is_not_there_is_named_with_the_reason) {
    EXPECT_THROW(
        {
            try {
                Document::read("/nowhere/at all.ods");
            } catch (const Error& error) {
                EXPECT_THAT(error.what(),
                            AllOf(HasSubstr("/nowhere/at all.ods"), HasSubstr("No such file or directory")));
                throw;
            }
        },
        Error);
}

} // namespace
} // namespace termbook::odf
