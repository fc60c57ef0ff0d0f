// SPDX-License-Identifier: MPL-2.0
// Templates that lie, and places that nobody may write to, through the real command.
#include "templates/odf/package.hpp"
#include "tests/cli/running/command.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace termbook::test {

namespace {

namespace fs = std::filesystem;

constexpr auto ods_type = "application/vnd.oasis.opendocument.spreadsheet";

std::string content(const std::string& before_root) {
    return R"(<?xml version="1.0"?>)" + before_root +
           R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="A"/></office:spreadsheet></office:body></office:document-content>)";
}

void expect_refused(const std::string& bytes, const std::string& found) {
    const Folder folder;
    const auto file = folder.file("mine.ods", bytes);
    const Outcome run = termbook({"build", file.string(), "--workspace", sample_trust().string(), "-o",
                                  (folder.path() / "out.ods").string()});
    EXPECT_EQ(run.status, 3) << run.err;
    EXPECT_NE(run.err.find("mine.ods"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(found), std::string::npos) << run.err;
    EXPECT_EQ(files_below(folder.path()), std::vector<std::string>{"mine.ods"});
}

} // namespace

TEST(HostileTemplate, a_doctype_in_its_content_is_refused) {
    expect_refused(odf::write_package({{"mimetype", ods_type},
                                       {"content.xml", content("<!DOCTYPE x [<!ENTITY a \"b\">]>")}}),
                   "DOCTYPE");
}

TEST(HostileTemplate, a_size_that_its_directory_makes_up_is_refused) {
    const std::string good = odf::write_package({{"mimetype", ods_type}, {"content.xml", content("")}});
    constexpr std::size_t packed_size = 20; // places in an entry of the directory
    constexpr std::size_t unpacked_size = 24;
    for (const auto place : {packed_size, unpacked_size}) {
        auto bytes = good;
        const auto entry = bytes.find("PK\x01\x02", bytes.find("PK\x01\x02") + 4);
        ASSERT_NE(entry, std::string::npos);
        bytes[entry + place] = static_cast<char>(bytes[entry + place] + 7);
        expect_refused(bytes, "found ");
    }
}

TEST(HostileTemplate, a_folder_that_may_not_be_written_to_ends_with_4_and_stays_empty) {
    const Folder folder;
    const auto trust = folder.path() / "trust";
    const auto closed = folder.path() / "closed";
    ASSERT_EQ(termbook({"sample", trust.string()}).status, 0);
    fs::create_directory(closed);
    fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read |
                                fs::perms::others_exec);
    fs::permissions(folder.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
    const bool root = ::geteuid() == 0; // whom no permission stops
    const std::string as_nobody = root ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
    if (std::system((as_nobody + "'" TERMBOOK_COMMAND "' catalogue >/dev/null 2>&1").c_str()) != 0)
        GTEST_SKIP() << "cannot run the command as another user";
    for (const std::string file : {"report.ods", "report.xlsx"}) {
        const int status =
            std::system(fmt::format("{}'{}' build attendance-report --workspace '{}' -o '{}' >/dev/null 2>&1",
                                    as_nobody, TERMBOOK_COMMAND, trust.string(), (closed / file).string())
                            .c_str());
        EXPECT_EQ(WEXITSTATUS(status), 4) << file;
    }
    EXPECT_TRUE(files_below(closed).empty());
}

} // namespace termbook::test
