// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/zip/zip_archive.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/connectors/readers/zip/made_zip.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <filesystem>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace termbook::readers {

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using testing::HasSubstr;

ZipArchive archive_of(std::string bytes, const ZipLimits& limits = {}) {
    return ZipArchive(keep_seekable(std::move(bytes), "exports.zip"), limits);
}

std::string content_of(const ZipArchive& archive, const ZipEntry& entry, std::size_t room_bytes = 7) {
    const auto source = archive.open(entry, "exports.zip/" + entry.name);
    std::string content;
    std::string room(room_bytes, '\0');
    while (const std::size_t count = source->read(room))
        content.append(room, 0, count);
    return content;
}

/// What is said of an archive, or of the first of its files that is refused.
std::string refusal(const std::string& bytes, const ZipLimits& limits = {}) {
    try {
        const ZipArchive archive = archive_of(bytes, limits);
        for (const ZipEntry& entry : archive.entries())
            content_of(archive, entry, 4096);
        return "no refusal";
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST(ZipArchive, entries_come_out_as_they_were_packed_stored_or_deflated) {
    const ZipArchive archive = archive_of(made_zip({{"a.csv", "UPN,Year\n"},
                                                    {"folder/", "", 0, 0},
                                                    {"folder\\b.csv", "stored", 0, 0},
                                                    {"empty.csv", ""}},
                                                   "a comment, PK\x05\x06 and all"));
    ASSERT_EQ(archive.entries().size(), 3u);
    EXPECT_EQ(content_of(archive, archive.entries()[0]), "UPN,Year\n");
    EXPECT_EQ(archive.entries()[1].name, "folder/b.csv");
    EXPECT_EQ(content_of(archive, archive.entries()[1]), "stored");
    EXPECT_EQ(content_of(archive, archive.entries()[2]), "");
    EXPECT_EQ(archive.read(archive.entries()[0], "x", 9), "UPN,Year\n");
    EXPECT_THROW(archive.read(archive.entries()[0], "x", 8), Error);
}

TEST(ZipArchive, a_source_says_its_size_and_digest) {
    const ZipArchive archive = archive_of(made_zip({{"a.csv", "abc"}}));
    const auto source = archive.open(archive.entries()[0], "a.csv");
    EXPECT_EQ(source->size(), 3u);
    source->keep_sha256();
    EXPECT_EQ(source->sha256(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ZipArchive, large_archives_write_their_numbers_elsewhere_and_are_read_all_the_same) {
    MadeEntry entry{"a.csv", "UPN"};
    entry.zip64 = true;
    const ZipArchive archive = archive_of(made_zip({entry}, {}, true));
    EXPECT_EQ(content_of(archive, archive.entries().at(0)), "UPN");
}

TEST(ZipArchive, finds_names_as_written_before_those_that_differ_in_capitals) {
    const ZipArchive archive = archive_of(made_zip({{"A.xml", "1"}, {"a.xml", "2"}}));
    EXPECT_EQ(archive.find("a.xml"), &archive.entries()[1]);
    EXPECT_EQ(archive_of(made_zip({{"A.xml", "1"}})).find("a.xml")->name, "A.xml");
    EXPECT_EQ(archive.find("b.xml"), nullptr);
}

TEST(ZipArchive, names_that_are_no_text_are_shown_without_what_is_none) {
    EXPECT_EQ(archive_of(made_zip({{"No\x89l\x1B[2J.csv", ""}})).entries()[0].name, "No\uFFFDl\uFFFD[2J.csv");
}

TEST(ZipArchive, is_read_from_a_file_too) {
    const TemporaryFolder folder;
    folder.write("a.zip", made_zip({{"a.csv", std::string(300'000, 'x')}}));
    const ZipArchive archive(open_seekable(folder.path() / "a.zip", "a.zip"));
    EXPECT_EQ(content_of(archive, archive.entries().at(0), 100'000), std::string(300'000, 'x'));
    EXPECT_THROW(open_seekable(folder.path() / "none.zip", "none.zip"), Error);
}

TEST(ZipArchive, names_that_lead_outside_are_refused) {
    for (const char* name : {"../a.csv", "b/../../a.csv", "/etc/a.csv", "..\\a.csv", "C:\\a.csv", "..", ""})
        EXPECT_THAT(refusal(made_zip({{name, "x"}})),
                    HasSubstr("exports.zip: found a zip archive with a name that leads outside it"))
            << name;
    EXPECT_EQ(refusal(made_zip({{"..a/b..csv", "x"}})), "no refusal");
}

TEST(ZipArchive, what_is_not_what_it_says_is_refused) {
    EXPECT_THAT(refusal(made_zip({{"a", "1"}, {"a", "2"}})), HasSubstr("two files named 'a'"));
    EXPECT_THAT(refusal(made_zip({{"a", "secret", 1}})),
                HasSubstr("exports.zip/a: found a file with a password"));
    EXPECT_THAT(refusal(made_zip({{"a", "x", 0, 14}})), HasSubstr("packed by method 14"));
    EXPECT_THAT(refusal(made_zip({{"a", "1234", 0, 8, 3}})), HasSubstr("not those that were packed"));
    EXPECT_THAT(refusal(made_zip({{"a", "1234", 0, 8, 5}})), HasSubstr("not those that were packed"));
    EXPECT_THAT(refusal(made_zip({{"a", "1234", 0, 8, 4, 0xBADu}})), HasSubstr("not those that were packed"));
    std::string two_sizes = made_zip({{"a", "1234"}});
    two_sizes[22] = 5;
    EXPECT_THAT(refusal(two_sizes), HasSubstr("headers contradict its directory"));
    EXPECT_THAT(refusal(made_zip({{"a", "x", 0, 8, {}, {}, {}, 0xA1FF0000}})), HasSubstr("holds a link"));
    EXPECT_THAT(refusal(made_zip({{"a", "1234"}, {"b", "5", 0, 8, {}, {}, 0u}})), HasSubstr("overlap"));
    EXPECT_THAT(refusal(made_zip({{"a", "1234", 0, 8, {}, {}, 3u}})), HasSubstr("a broken zip archive"));
}

TEST(ZipArchive, beyond_its_limits_it_is_refused_before_anything_is_unpacked) {
    EXPECT_THAT(refusal(made_zip({{"a", ""}, {"b", ""}, {"c", ""}}), {.entries = 2}),
                HasSubstr("a zip archive of 3 files; expected at most 2"));
    EXPECT_THAT(refusal(made_zip({{"a", "12"}, {"b", "34"}}), {.bytes = 3}),
                HasSubstr("unpacks to more than"));
    EXPECT_THAT(refusal(made_zip({{"a", "12", 0, 8, 0xFFFFFFFE}})),
                HasSubstr("more than 500 times its size"));
    EXPECT_THAT(refusal(made_zip({{"a", std::string(20 << 20, 'a')}})),
                HasSubstr("'a', which unpacks to more than 500 times"));
    EXPECT_EQ(refusal(made_zip({{"a", std::string(2 << 20, 'a')}})), "no refusal");
}

TEST(ZipArchive, cut_short_anywhere_it_is_refused) {
    const std::string whole = made_zip({{"a.csv", "UPN,Year\nX1,4\n"}, {"b.csv", "stored", 0, 0}});
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_THAT(refusal(whole.substr(0, size)), HasSubstr("found ")) << size;
}

TEST(ZipArchive, damaged_anywhere_it_is_refused_or_comes_out_as_it_was) {
    const std::string whole = made_zip({{"a.csv", std::string(500, 'x') + "UPN,Year\nX1,4\n"}});
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        try {
            const ZipArchive archive = archive_of(damaged);
            for (const ZipEntry& entry : archive.entries())
                EXPECT_EQ(content_of(archive, entry, 100), std::string(500, 'x') + "UPN,Year\nX1,4\n") << at;
        } catch (const Error& error) {
            EXPECT_THAT(error.pos().file, testing::StartsWith("exports.zip"));
        }
    }
}

RC_GTEST_PROP(ZipArchive, gives_back_what_was_packed, (const std::string& first, const std::string& second)) {
    const ZipArchive archive = archive_of(made_zip({{"1", first}, {"2", second, 0, 0}}));
    RC_ASSERT(content_of(archive, archive.entries().at(0)) == first);
    RC_ASSERT(content_of(archive, archive.entries().at(1)) == second);
}

TEST(ZipCorpora, archives_made_to_break_out_or_broken_are_refused) {
    const fs::path corpora = fs::path(TERMBOOK_SOURCE_DIR) / "../shared/corpora";
    if (!fs::exists(corpora / "zip-slip")) GTEST_SKIP() << "the archives are not here";
    int archives = 0;
    int refused = 0;
    for (const char* folder : {"zip-slip", "zip-poco"})
        for (const auto& entry : fs::recursive_directory_iterator(corpora / folder)) {
            if (entry.path().extension() != ".zip") continue;
            ++archives;
            try {
                const ZipArchive archive(open_seekable(entry.path(), entry.path().filename().string()));
                for (const ZipEntry& each : archive.entries()) {
                    EXPECT_THAT(each.name, testing::Not(HasSubstr("..")));
                    content_of(archive, each, 4096);
                }
            } catch (const Error& error) {
                ++refused;
            }
        }
    EXPECT_EQ(archives, 9);
    EXPECT_EQ(refused, 4) << "two lead outside, two contradict themselves";
}

} // namespace termbook::readers
