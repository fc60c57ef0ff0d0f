// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/xml/xml_reader.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <stdexcept>
#include <string>

namespace termbook::readers {

namespace {

using namespace std::string_literals;

/// Writes down what it is told, a fact a line.
class Notes : public XmlHandler {
  public:
    void start_element(std::string_view name, const XmlAttributes& attributes,
                       const XmlPlace& place) override {
        text_so_far += fmt::format("{}:{} <{}", place.line(), place.column(), name);
        attributes.for_each([&](std::string_view key, std::string_view value) {
            text_so_far += fmt::format(" {}='{}'", key, value);
        });
        text_so_far += '\n';
    }
    void end_element(std::string_view name, const XmlPlace& place) override {
        text_so_far += fmt::format("{}:{} >{}\n", place.line(), place.column(), name);
    }
    void text(std::string_view text, const XmlPlace&) override { text_so_far += fmt::format("'{}'\n", text); }

    std::string text_so_far;
};

std::string notes_of(std::string_view xml,
                     std::size_t most_at_once = std::numeric_limits<std::size_t>::max()) {
    const auto source = open_memory(xml, "export.xml", most_at_once);
    Notes notes;
    read_xml(*source, notes);
    return notes.text_so_far;
}

/// ASCII as UTF-16, with a byte order mark.
std::string as_utf16(std::string_view ascii, bool little_endian) {
    std::string text = little_endian ? "\xFF\xFE" : "\xFE\xFF";
    for (const char byte : ascii)
        text += little_endian ? std::string{byte, '\0'} : std::string{'\0', byte};
    return text;
}

struct XmlCase {
    std::string name;
    std::string xml;
    std::string notes;
};

class XmlText : public testing::TestWithParam<XmlCase> {};

TEST_P(XmlText, is_told_the_same_in_one_piece_and_in_many) {
    for (const std::size_t most_at_once : {1, 2, 7, 1000})
        EXPECT_EQ(notes_of(GetParam().xml, most_at_once), GetParam().notes) << most_at_once << " at once";
}

const XmlCase xml_cases[] = {
    {"elements", "<a>\n <b c='1' d=\"2\"/>\n</a>",
     "1:1 <a\n'\n '\n2:2 <b c='1' d='2'\n2:18 >b\n'\n'\n3:1 >a\n"},
    {"text_in_one_piece", "<a>x &amp; y&#10;<![CDATA[<z>]]><!-- no -->.\r\n</a>",
     "1:1 <a\n'x & y\n<z>.\n'\n2:1 >a\n"},
    {"byte_order_mark", "\xEF\xBB\xBF<a>é</a>", "1:2 <a\n'é'\n1:6 >a\n"},
    {"latin_1", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>", "1:44 <a\n'é'\n1:48 >a\n"},
    {"windows_1252", "<?xml version='1.0' encoding='Windows-1252'?><a b='\x80'>\x93</a>",
     "1:46 <a b='€'\n'“'\n1:56 >a\n"},
    {"utf_16_little_endian", as_utf16("<?xml version='1.0' encoding='UTF-16'?><a>x</a>", true),
     "1:41 <a\n'x'\n1:45 >a\n"},
    {"utf_16_big_endian", as_utf16("<a>x</a>", false), "1:2 <a\n'x'\n1:6 >a\n"},
    {"escaped_captions", "<Legal_x0020_Surname/>", "1:1 <Legal_x0020_Surname\n1:23 >Legal_x0020_Surname\n"},
    {"prefixes_stay", "<xs:schema xmlns:xs='u'/>", "1:1 <xs:schema xmlns:xs='u'\n1:26 >xs:schema\n"},
};

INSTANTIATE_TEST_SUITE_P(Cases, XmlText, testing::ValuesIn(xml_cases),
                         [](const auto& shown) { return shown.param.name; });

std::string nested(int levels) {
    std::string xml;
    for (int level = 0; level < levels; ++level)
        xml += "<a>";
    for (int level = 0; level < levels; ++level)
        xml += "</a>";
    return xml;
}

class BrokenXml : public testing::TestWithParam<XmlCase> {};

TEST_P(BrokenXml, is_refused_with_the_place) {
    for (const std::size_t most_at_once : {std::size_t{1} << 20, std::size_t{8} << 20}) {
        try {
            notes_of(GetParam().xml, most_at_once);
            FAIL() << "was read";
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), testing::StartsWith(GetParam().notes));
            EXPECT_EQ(error.kind(), ErrorKind::refused);
        }
    }
}

const XmlCase broken_cases[] = {
    {"empty", "", "export.xml: found an empty file; expected an XML document; "},
    {"only_blanks", "\n\n", "export.xml:3:1: found XML that is not well-formed (no element found)"},
    {"cut_short", "<a>\n<b>", "export.xml:2:4: found XML that is not well-formed (no element found)"},
    {"wrong_end", "<a>\n <b></a>", "export.xml:2:7: found XML that is not well-formed (mismatched tag)"},
    {"two_declarations", "<?xml version='1.0'?>\n<?xml version='1.0'?>\n<a/>",
     "export.xml:2:1: found XML that is not well-formed (XML or text declaration not at start of entity)"},
    {"two_roots", "<a/>\n<b/>",
     "export.xml:2:1: found XML that is not well-formed (junk after document element)"},
    {"bad_utf_8", "<a>\xE9</a>",
     "export.xml:1:4: found XML that is not well-formed (not well-formed (invalid token))"},
    {"nul", "<a>\0</a>"s, "export.xml:1:4: found XML that is not well-formed"},
    {"undefined_in_windows_1252", "<?xml version='1.0' encoding='windows-1252'?><a>\x81</a>",
     "export.xml:1:49: found "},
    {"unknown_encoding", "<?xml version='1.0' encoding='EBCDIC'?><a/>",
     "export.xml:1:31: found an encoding that is not known here; expected UTF-8, UTF-16, "},
    {"mark_and_declaration_differ", "\xEF\xBB\xBF<?xml version='1.0' encoding='iso-8859-1'?><a/>",
     "export.xml:1:2: found a UTF-8 byte order mark before a declaration of another encoding; expected one "},
    {"doctype", "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
     "export.xml:2:13: found a DOCTYPE; expected an export without one; take "},
    {"doctype_without_subset", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
     "export.xml:1:40: found a DOCTYPE"},
    {"undefined_entity", "<a>&b;</a>",
     "export.xml:1:4: found XML that is not well-formed (undefined entity)"},
    {"nested_too_deep", nested(257), "export.xml:1:769: found elements nested more than 256 deep"},
    {"endless_text", "<a>" + std::string(std::size_t{17} << 20, 'x'), "export.xml:1:"},
    {"endless_comment", "<a>\n<!--" + std::string(std::size_t{18} << 20, 'x'),
     "export.xml:2:1: found a tag or comment of more than 16 MB"},
};

INSTANTIATE_TEST_SUITE_P(Cases, BrokenXml, testing::ValuesIn(broken_cases),
                         [](const auto& shown) { return shown.param.name; });

TEST(XmlReader, elements_may_be_nested_as_deep_as_the_limit) {
    const std::string notes = notes_of(nested(256));
    EXPECT_EQ(std::count(notes.begin(), notes.end(), '<'), 256);
}

TEST(XmlReader, attributes_are_found_by_name) {
    class Finder : public Notes {
        void start_element(std::string_view, const XmlAttributes& attributes, const XmlPlace&) override {
            EXPECT_EQ(attributes.find("b"), "2");
            EXPECT_EQ(attributes.find("c"), "");
            EXPECT_EQ(attributes.find("d"), std::nullopt);
        }
    } finder;
    const auto source = open_memory("<x a='1' b='2' c=''/>", "export.xml");
    read_xml(*source, finder);
    EXPECT_THAT(finder.text_so_far, testing::EndsWith(">x\n"));
}

/// Throws at the element named <stop>, and must hear of nothing behind it.
template<class Exception>
class Thrower : public Notes {
  public:
    explicit Thrower(Exception exception) : m_exception(std::move(exception)) {}
    void start_element(std::string_view name, const XmlAttributes& attributes,
                       const XmlPlace& place) override {
        Notes::start_element(name, attributes, place);
        if (name == "stop") throw m_exception;
    }

  private:
    Exception m_exception;
};

constexpr std::string_view with_a_stop = "<a>\n <stop/><b/>\n</a>";

TEST(XmlReader, what_the_handler_throws_comes_out_as_it_is_and_ends_the_reading) {
    const auto source = open_memory(with_a_stop, "export.xml");
    Thrower handler(std::out_of_range("enough"));
    EXPECT_THROW(read_xml(*source, handler), std::out_of_range);
    EXPECT_EQ(handler.text_so_far, "1:1 <a\n'\n '\n2:2 <stop\n");
}

TEST(XmlReader, an_error_without_a_place_is_given_one) {
    const auto source = open_memory(with_a_stop, "export.xml");
    Thrower handler(Error({}, "a stop", "none", "go on"));
    try {
        read_xml(*source, handler);
        FAIL() << "was read";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "export.xml:2:2: found a stop; expected none; go on");
    }
}

TEST(XmlReader, an_error_with_a_place_keeps_it) {
    const auto source = open_memory(with_a_stop, "export.xml");
    Thrower handler(Error({"other.xml", 7, 0, {}}, "a stop", "none", "go on"));
    try {
        read_xml(*source, handler);
        FAIL() << "was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.pos().file, "other.xml");
    }
}

} // namespace

} // namespace termbook::readers
