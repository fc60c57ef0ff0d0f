// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/whole_file.hpp"

#include "core/diagnostics/error.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <string>
#include <unistd.h>

namespace termbook::writers {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

class WholeFile : public ::testing::Test {
  protected:
    WholeFile() : m_folder(fs::temp_directory_path() / fmt::format("termbook-whole-{}", ::getpid())) {
        fs::create_directories(m_folder);
    }
    ~WholeFile() override { fs::remove_all(m_folder); }

    std::string content(const fs::path& path) const {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::string failure(const fs::path& path) const {
        try {
            write_whole_file(path, "report");
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::output);
            return error.what();
        }
        return "no error";
    }

    long files() const { return std::distance(fs::directory_iterator(m_folder), {}); }

    fs::path m_folder;
};

TEST_F(WholeFile, missing_folders_are_made_and_nothing_else_is_left) {
    write_whole_file(m_folder / "packs/autumn/report.csv", "a,b\n");
    EXPECT_EQ(content(m_folder / "packs/autumn/report.csv"), "a,b\n");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder / "packs/autumn"), {}), 1);
}

TEST_F(WholeFile, a_file_that_was_there_is_replaced) {
    write_whole_file(m_folder / "report.csv", "old and long");
    write_whole_file(m_folder / "report.csv", "new");
    EXPECT_EQ(content(m_folder / "report.csv"), "new");
}

TEST_F(WholeFile, the_old_file_stays_when_writing_fails_half_way) {
    write_whole_file(m_folder / "report.csv", "old");
    EXPECT_THROW(write_whole_file(m_folder / "report.csv",
                                  [](const fs::path& temporary) {
                                      std::ofstream(temporary) << "half";
                                      throw Error({}, "a fault", "none", "", ErrorKind::output);
                                  }),
                 Error);
    EXPECT_EQ(content(m_folder / "report.csv"), "old");
    EXPECT_EQ(files(), 1);
}

TEST_F(WholeFile, a_path_below_a_regular_file_is_an_output_error_that_says_so) {
    write_whole_file(m_folder / "report.csv", "x");
    EXPECT_THAT(failure(m_folder / "report.csv/inside.csv"),
                AllOf(HasSubstr("report.csv/inside.csv: found no folder to write into (Not a directory)"),
                      HasSubstr("expected a folder that can be written; choose another place")));
}

TEST_F(WholeFile, a_folder_that_takes_no_files_is_an_output_error) {
    EXPECT_THAT(failure("/proc/report.csv"),
                AllOf(HasSubstr("/proc/report.csv: found"), HasSubstr("choose another place")));
}

TEST_F(WholeFile, a_folder_in_the_files_place_is_an_output_error) {
    fs::create_directory(m_folder / "taken");
    EXPECT_THAT(failure(m_folder / "taken"), HasSubstr("a folder where the file should be (Is a directory)"));
    EXPECT_EQ(files(), 1);
}

} // namespace
} // namespace termbook::writers
