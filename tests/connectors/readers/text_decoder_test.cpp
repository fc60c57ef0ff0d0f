// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/text_decoder.hpp"

#include "connectors/readers/utf8.hpp"
#include "connectors/readers/windows_1252.hpp"
#include "core/diagnostics/error.hpp"

#include <Poco/TextConverter.h>
#include <Poco/UTF16Encoding.h>
#include <Poco/UTF8Encoding.h>
#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <rapidcheck/gtest.h>
#include <string>

namespace termbook::readers {

namespace {

struct Decoded {
    std::string text;
    Encoding encoding;
};

Decoded decode(std::string_view bytes, std::size_t room_bytes = 1000,
               std::size_t most_at_once = std::numeric_limits<std::size_t>::max(),
               std::optional<Encoding> encoding = std::nullopt) {
    TextDecoder decoder(open_memory(bytes, "export.csv", most_at_once), encoding);
    Decoded decoded;
    std::string room(room_bytes, '\0');
    while (const std::size_t count = decoder.read(room))
        decoded.text += room.substr(0, count);
    decoded.encoding = decoder.encoding();
    return decoded;
}

/// UTF-16 with its mark, by the library's own conversion.
std::string utf16(const std::string& text, bool little_endian) {
    std::string bytes = little_endian ? "\xFF\xFE" : "\xFE\xFF";
    const Poco::UTF8Encoding utf8;
    const Poco::UTF16Encoding target(little_endian ? Poco::UTF16Encoding::LITTLE_ENDIAN_BYTE_ORDER
                                                   : Poco::UTF16Encoding::BIG_ENDIAN_BYTE_ORDER);
    std::string converted;
    Poco::TextConverter(utf8, target).convert(text, converted);
    return bytes + converted;
}

struct EncodingCase {
    std::string name;
    std::string bytes;
    std::string text;
    Encoding encoding;
};

class Text : public testing::TestWithParam<EncodingCase> {};

TEST_P(Text, is_decoded_alike_in_rooms_of_any_size) {
    for (const std::size_t room : {4, 5, 6, 1000}) {
        const Decoded decoded = decode(GetParam().bytes, room, room - 3);
        EXPECT_EQ(decoded.text, GetParam().text) << "in a room of " << room;
        EXPECT_EQ(decoded.encoding, GetParam().encoding);
    }
}

constexpr std::size_t beyond_sample = (std::size_t{1} << 20) + 5;

const EncodingCase encoding_cases[] = {
    {"nothing", "", "", Encoding::utf8},
    {"ascii", "abc\r\n", "abc\r\n", Encoding::utf8},
    {"utf8", "é – 😀", "é – 😀", Encoding::utf8},
    {"utf8_with_a_mark",
     "\xEF\xBB\xBF"
     "é",
     "é", Encoding::utf8},
    {"a_mark_alone", "\xEF\xBB\xBF", "", Encoding::utf8},
    {"windows_1252", "Zo\xEB \x96 \x80", "Zoë – €", Encoding::windows_1252},
    {"windows_1252_at_the_very_end", "Zo\xEB", "Zoë", Encoding::windows_1252},
    {"one_chance_pair_among_windows_1252", "\xC9\x92 Zo\xEB Jos\xE9 Ren\xE9 \xC5sa", "É’ Zoë José René Åsa",
     Encoding::windows_1252},
    {"windows_1252_behind_a_megabyte_of_ascii", std::string(beyond_sample, 'x') + "\xE9t\xE9",
     std::string(beyond_sample, 'x') + "été", Encoding::windows_1252},
    {"utf8_behind_a_megabyte_of_ascii", std::string(beyond_sample, 'x') + "été",
     std::string(beyond_sample, 'x') + "été", Encoding::utf8},
    {"utf16_little_endian", utf16("aé–😀", true), "aé–😀", Encoding::utf16_little_endian},
    {"utf16_big_endian", utf16("aé–😀", false), "aé–😀", Encoding::utf16_big_endian},
    {"a_utf16_mark_alone", utf16("", true), "", Encoding::utf16_little_endian},
    {"a_surrogate_pair_across_the_end_of_the_sample",
     utf16(std::string(beyond_sample / 2 - 4, 'x') + "😀y", true),
     std::string(beyond_sample / 2 - 4, 'x') + "😀y", Encoding::utf16_little_endian},
};

INSTANTIATE_TEST_SUITE_P(Cases, Text, testing::ValuesIn(encoding_cases),
                         [](const auto& shown) { return shown.param.name; });

TEST(TextDecoder, an_encoding_that_is_given_is_taken) {
    EXPECT_EQ(decode("é", 8, 8, Encoding::windows_1252).text, "Ã©");
    EXPECT_THROW(decode("\xE9t", 8, 8, Encoding::utf8), Error);
}

TEST(TextDecoder, shows_utf16_as_text_in_its_sample) {
    const std::string bytes = utf16("a\té", true);
    const TextDecoder decoder(open_memory(bytes, "export.csv"));
    EXPECT_EQ(decoder.sample(), "a\té");
}

RC_GTEST_PROP(TextDecoder, utf16_is_read_as_it_was_written, ()) {
    std::string text;
    for (const auto code : *rc::gen::container<std::vector<char32_t>>(rc::gen::suchThat(
             rc::gen::inRange<char32_t>(1, 0x110000), [](char32_t c) { return c < 0xD800 || c > 0xDFFF; }))) {
        char character[4];
        text.append(character, put_utf8(code, character));
    }
    const bool little_endian = *rc::gen::arbitrary<bool>();
    RC_ASSERT(decode(utf16(text, little_endian), 5, 3).text == text);
}

TEST(TextDecoder, a_bad_byte_behind_good_utf8_is_named_with_its_offset) {
    try {
        decode("é" + std::string(beyond_sample, 'x') + "\xE9");
        FAIL() << "was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.found(), "the byte 0xE9 at offset 1048583");
    }
}

/// The edges of Unicode's table of well-formed byte sequences.
struct BytesCase {
    std::string bytes;
    std::size_t good;
    Utf8Check::End end;
};

class Bytes : public testing::TestWithParam<BytesCase> {};

TEST_P(Bytes, are_good_as_far_as_unicode_says) {
    // Behind enough ASCII, too, that the fast path has gone first.
    for (const std::size_t before : {0, 3, 64, 130}) {
        const Utf8Check check = check_utf8(std::string(before, 'x') + GetParam().bytes);
        EXPECT_EQ(check.good, before + GetParam().good);
        EXPECT_EQ(check.end, GetParam().end);
    }
}

using enum Utf8Check::End;
using namespace std::string_literals;

INSTANTIATE_TEST_SUITE_P(
    Cases, Bytes,
    testing::Values(BytesCase{"\xC2\x80\xDF\xBF", 4, whole}, BytesCase{"\xC1\xBF", 0, bad},
                    BytesCase{"\xE0\xA0\x80", 3, whole}, BytesCase{"\xE0\x9F\xBF", 0, bad},
                    BytesCase{"\xED\x9F\xBF", 3, whole}, BytesCase{"\xED\xA0\x80", 0, bad},
                    BytesCase{"\xEF\xBF\xBF", 3, whole}, BytesCase{"\xF0\x8F\xBF\xBF", 0, bad},
                    BytesCase{"\xF0\x90\x80\x80", 4, whole}, BytesCase{"\xF4\x8F\xBF\xBF", 4, whole},
                    BytesCase{"\xF4\x90\x80\x80", 0, bad}, BytesCase{"\xF5\x80\x80\x80", 0, bad},
                    BytesCase{"a\x80", 1, bad}, BytesCase{"a\xE2\x82", 1, cut_short},
                    BytesCase{"a\xE2"
                              "b",
                              1, bad},
                    BytesCase{"\xF0\x9F\x98", 0, cut_short}, BytesCase{"ab\0c"s, 2, bad},
                    BytesCase{"a\x7F", 2, whole}));

RC_GTEST_PROP(Utf8, the_fast_and_the_portable_way_find_the_same_run_of_ascii, (const std::string& tail)) {
    const auto before = *rc::gen::inRange(0, 200);
    const std::string text = std::string(static_cast<std::size_t>(before), 'x') + tail + std::string(70, 'y');
    RC_ASSERT(ascii_run(text) == ascii_run_portable(text));
}

TEST(Windows1252, stops_at_each_byte_that_stands_for_nothing) {
    for (const char byte : {'\x81', '\x8D', '\x8F', '\x90', '\x9D', '\0'}) {
        std::array<char, 16> room{};
        const Windows1252Step step = windows_1252_to_utf8(std::string("a\xE9") + byte, room);
        EXPECT_EQ(step.read, 2);
        EXPECT_EQ(step.written, 3);
    }
}

TEST(Windows1252, every_other_byte_becomes_one_character_of_utf8) {
    int characters = 0;
    for (int byte = 1; byte < 256; ++byte) {
        std::array<char, 3> room{};
        const std::string text(1, static_cast<char>(byte));
        const Windows1252Step step = windows_1252_to_utf8(text, room);
        EXPECT_EQ(check_utf8({room.data(), step.written}).good, step.written) << byte;
        characters += step.read == 1;
    }
    EXPECT_EQ(characters, 250);
}

} // namespace

} // namespace termbook::readers
