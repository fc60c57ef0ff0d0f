// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/byte_source.hpp"

#include "core/diagnostics/error.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace termbook::readers {

namespace {

constexpr auto digest_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

std::filesystem::path write_file(const std::string& name, std::string_view bytes) {
    const auto path = std::filesystem::path(testing::TempDir()) / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string read_whole(ByteSource& source) {
    std::string bytes;
    std::array<char, 1000> room;
    while (const std::size_t count = source.read(room))
        bytes.append(room.data(), count);
    return bytes;
}

TEST(ByteSource, a_file_is_read_to_its_end_and_counted) {
    const auto source = open_file(write_file("bytes.txt", "seven, 7"), "bytes.txt");
    EXPECT_EQ(source->size(), 8);
    EXPECT_EQ(read_whole(*source), "seven, 7");
    EXPECT_EQ(source->bytes_read(), 8);
    EXPECT_EQ(source->sha256(), std::nullopt);
}

TEST(ByteSource, memory_is_handed_out_in_the_pieces_asked_for) {
    const auto source = open_memory("abcde", "x", 2);
    std::array<char, 4> room;
    EXPECT_EQ(source->read(room), 2);
    EXPECT_EQ(read_whole(*source), "cde");
}

TEST(ByteSource, the_digest_is_of_the_whole_file_wherever_reading_stopped) {
    const auto source = open_file(write_file("abc.txt", "abc"), "abc.txt");
    source->keep_sha256();
    std::array<char, 1> room;
    source->read(room);
    EXPECT_EQ(source->sha256(), digest_of_abc);
    EXPECT_EQ(source->sha256(), digest_of_abc);
}

TEST(ByteSource, the_digest_of_many_batches_is_that_of_one) {
    const std::string million(1'000'000, 'a');
    const std::string bytes = million + million + million + million;
    const auto source = open_memory(bytes, "x");
    source->keep_sha256();
    EXPECT_EQ(read_whole(*source).size(), bytes.size());
    // head -c 4000000 /dev/zero | tr '\0' a | sha256sum
    EXPECT_EQ(source->sha256(), "437f326a498e437cbf8b95fed6c48661a622cca6a575bb57b4b04a582e711f24");
}

TEST(ByteSource, a_source_may_be_given_up_before_its_digest_is_asked_for) {
    const std::string bytes(5'000'000, 'a');
    const auto source = open_memory(bytes, "x");
    source->keep_sha256();
    EXPECT_EQ(read_whole(*source).size(), bytes.size());
}

TEST(ByteSource, a_file_that_is_not_there_is_an_error_with_the_name_given) {
    try {
        open_file("/no/such/file.csv", "file.csv");
        FAIL() << "was opened";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(),
                     "file.csv: found a file that cannot be opened (No such file or directory); "
                     "expected a file that may be read; check its name and its permissions");
    }
}

TEST(ByteSource, a_folder_is_an_error) {
    const auto read_folder = [] {
        const auto source = open_file(testing::TempDir(), "folder");
        read_whole(*source);
    };
    EXPECT_THROW(read_folder(), Error);
}

} // namespace

} // namespace termbook::readers
