// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/package.hpp"
#include "templates/writers/ods.hpp"
#include "templates/writers/xlsx.hpp"
#include "tests/templates/writers/office_folder.hpp"

#include <Poco/Base64Encoder.h>
#include <gmock/gmock.h>
#include <map>
#include <sstream>

namespace termbook::writers {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using namespace std::string_literals;

const fs::path badge = fs::path(TERMBOOK_SOURCE_DIR) / "tests/templates/writers/cases/charts/pictures.fods";

// 32 by 16 pixels each, as far as their headers go.
const std::string gif = "GIF89a\x20\x00\x10\x00\x00\x00\x00;"s;
const std::string bmp = "BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\x20\x00\x00\x00"
                        "\x10\x00\x00\x00\x01\x00\x18\x00"s +
                        std::string(24, '\0');
const std::string jpeg = "\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x01\x00\x60\x00\x60\x00\x00"
                         "\xFF\xC0\x00\x0B\x08\x00\x10\x00\x20\x01\x01\x11\x00\xFF\xD9"s;

struct Written {
    std::map<std::string, std::string> parts;
    std::vector<std::string> issues;
};

Written write(const odf::Document& document) {
    const test::Folder folder;
    const auto issues = write_xlsx(document, folder / "a.xlsx");
    Written written{odf::read_package(test::bytes_of(folder / "a.xlsx")), {}};
    for (const auto& issue : issues.issues())
        written.issues.push_back(to_string(issue));
    return written;
}

std::string image(const std::string& bytes) {
    std::ostringstream base64;
    Poco::Base64Encoder encoder(base64);
    encoder << bytes;
    encoder.close();
    return "<draw:image><office:binary-data>" + base64.str() + "</office:binary-data></draw:image>";
}

Written write_frame(const std::string& images, const std::string& attributes = "") {
    return write(odf::Document::parse(
        R"(<office:document xmlns:office="o" xmlns:table="t" xmlns:draw="d" xmlns:svg="s" xmlns:xlink="x"><office:body><office:spreadsheet><table:table table:name="Overview"><table:shapes><draw:frame draw:name="Badge" svg:width="96px" svg:height="48px" )" +
            attributes + ">" + images +
            "</draw:frame></table:shapes></table:table></office:spreadsheet></office:body></office:document>",
        "pack.fods"));
}

TEST(PicturesOffice, stand_where_those_of_LibreOffice_stand) {
    if (!test::runs("command -v soffice")) GTEST_SKIP() << "needs soffice";
    const test::Folder folder;
    const auto document = odf::Document::read(badge);
    EXPECT_THAT(write_xlsx(document, folder / "ours.xlsx").issues(), IsEmpty());
    write_ods(document, folder / "theirs.ods");
    test::convert(folder, "xlsx", (folder / "theirs.ods").string());
    const auto script = fs::path(TERMBOOK_SOURCE_DIR) / "tests/tools/compare_charts.py";
    EXPECT_EQ(std::system(fmt::format("/usr/bin/python3 '{}' '{}' '{}'", script.string(),
                                      (folder / "ours.xlsx").string(), (folder / "theirs.xlsx").string())
                              .c_str()),
              0);
}

TEST(Pictures, of_each_format_that_a_workbook_holds_are_kept_as_they_are) {
    for (const auto& [bytes, ending] :
         std::map<std::string, std::string>{{gif, "gif"}, {bmp, "bmp"}, {jpeg, "jpeg"}}) {
        const auto written = write_frame(image(bytes));
        EXPECT_THAT(written.issues, IsEmpty()) << ending;
        EXPECT_EQ(written.parts.at("xl/media/image1." + ending), bytes);
        // 96 by 48 pixels, whatever the picture's own size: a column and a half, two rows and a bit.
        EXPECT_THAT(
            written.parts.at("xl/drawings/drawing1.xml"),
            HasSubstr("<xdr:to><xdr:col>1</xdr:col><xdr:colOff>304800</xdr:colOff><xdr:row>2</xdr:row>"
                      "<xdr:rowOff>76200</xdr:rowOff></xdr:to>"))
            << ending;
    }
}

TEST(Pictures, a_package_gives_the_workbook_that_flat_XML_gives) {
    const test::Folder folder;
    write_ods(odf::Document::read(badge), folder / "a.ods");
    EXPECT_EQ(write(odf::Document::read(folder / "a.ods")).parts, write(odf::Document::read(badge)).parts);
}

TEST(Pictures, what_a_screen_reader_says_is_the_description) {
    EXPECT_THAT(write(odf::Document::read(badge)).parts.at("xl/drawings/drawing1.xml"),
                HasSubstr("descr=\"The badge of the school\""));
}

TEST(Pictures, one_that_a_workbook_cannot_hold_is_left_out_and_reported) {
    EXPECT_THAT(
        write_frame(image("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")).issues,
        ElementsAre("pack.fods (sheet 'Overview', picture 'Badge'): found a picture of another format (svg); "
                    "expected what an .xlsx file can hold; it was left out; choose .ods to keep it"));
    EXPECT_THAT(write_frame(R"(<draw:image xlink:href="http://example.org/a.png"/>)").issues,
                ElementsAre(HasSubstr("found a picture outside the document")));
    EXPECT_THAT(write_frame(image("BM")).issues,
                ElementsAre(HasSubstr("found a picture that cannot be read")));
}

TEST(Pictures, of_several_forms_the_first_that_a_workbook_holds_is_kept) {
    const auto written = write_frame(image("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") + image(gif));
    EXPECT_THAT(written.issues, IsEmpty());
    EXPECT_TRUE(written.parts.contains("xl/media/image1.gif"));
}

TEST(Pictures, one_that_is_turned_is_written_upright_and_reported) {
    EXPECT_THAT(write_frame(image(gif), "draw:transform=\"rotate (0.5) translate (1cm 1cm)\"").issues,
                ElementsAre(HasSubstr("found a picture that is turned")));
}

} // namespace
} // namespace termbook::writers
