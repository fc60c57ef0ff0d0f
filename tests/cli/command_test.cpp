// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/command.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace termbook::test {

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string quoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

Outcome run(std::string line, const std::vector<std::string>& arguments) {
    const Folder folder;
    for (const std::string& argument : arguments)
        line += " " + quoted(argument);
    line +=
        " >" + quoted((folder.path() / "out").string()) + " 2>" + quoted((folder.path() / "err").string());
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(folder.path() / "out"),
            contents(folder.path() / "err")};
}

} // namespace

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "termbook-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder can be made");
    m_path = name;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path Folder::file(const std::string& name, const std::string& bytes) const {
    const auto path = m_path / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

Outcome termbook(const std::vector<std::string>& arguments) {
    return run(quoted(TERMBOOK_COMMAND), arguments);
}

std::optional<Outcome> termbook_as_nobody(const std::vector<std::string>& arguments) {
    if (::geteuid() != 0) return termbook(arguments);
    const std::string line = "setpriv --reuid=65534 --regid=65534 --clear-groups " + quoted(TERMBOOK_COMMAND);
    if (run(line, {"catalogue"}).status != 0) return std::nullopt;
    return run(line, arguments);
}

const std::filesystem::path& sample_trust() {
    static const Folder folder;
    static const std::filesystem::path path = [] {
        const auto made = folder.path() / "sample";
        if (termbook({"sample", made.string()}).status != 0)
            throw std::runtime_error("the sample was not made");
        return made;
    }();
    return path;
}

std::vector<std::string> files_below(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    if (std::filesystem::exists(folder))
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file())
                files.push_back(std::filesystem::relative(entry.path(), folder).string());
    std::sort(files.begin(), files.end());
    return files;
}

TEST(Command, says_how_it_is_called_and_ends_with_2_when_it_is_called_otherwise) {
    EXPECT_EQ(termbook({"--help"}).status, 0);
    EXPECT_EQ(termbook({}).status, 2);
    EXPECT_EQ(termbook({"no-such-command"}).status, 2);
    EXPECT_EQ(termbook({"figures", "--format", "yaml"}).status, 2);
}

TEST(Command, init_makes_a_workspace_that_only_lacks_exports) {
    const Folder folder;
    const auto made = folder.path() / "ours";
    ASSERT_EQ(termbook({"init", made.string()}).status, 0);
    const Outcome run = termbook({"inspect", "--workspace", made.string()});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("found no exports"), std::string::npos) << run.err;
}

TEST(Command, init_and_sample_write_over_nothing) {
    const Folder folder;
    const auto kept = folder.file("termbook.xml", "mine");
    EXPECT_EQ(termbook({"init", folder.path().string()}).status, 4);
    EXPECT_EQ(termbook({"sample", folder.path().string()}).status, 4);
    EXPECT_EQ(contents(kept), "mine");
    EXPECT_EQ(files_below(folder.path()).size(), 1U);
}

TEST(Command, strict_ends_with_1_when_there_are_issues) {
    const std::string sample = sample_trust().string();
    EXPECT_EQ(termbook({"figures", "attendance.rate", "--workspace", sample}).status, 0);
    EXPECT_EQ(termbook({"figures", "attendance.rate", "--workspace", sample, "--strict"}).status, 1);
}

TEST(Command, figures_are_held_against_those_of_england) {
    const Outcome run =
        termbook({"figures", "phonics.expected against=national", "--school", "100001", "--period",
                  "year@2024/25", "--format", "csv", "--workspace", sample_trust().string()});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("Phonics screening check: expected standard against national"), std::string::npos)
        << run.out;
}

TEST(Command, an_unknown_figure_is_a_mistake_in_the_call_with_the_nearest_name) {
    const Outcome run = termbook({"figures", "attendance.rat", "--workspace", sample_trust().string()});
    EXPECT_EQ(run.status, 2);
    EXPECT_NE(run.err.find("did you mean 'attendance.rate'?"), std::string::npos) << run.err;
    EXPECT_TRUE(run.out.empty());
}

TEST(Command, an_unknown_school_period_or_dimension_is_a_mistake_in_the_call) {
    const std::string sample = sample_trust().string();
    EXPECT_EQ(termbook({"figures", "--school", "999999", "--workspace", sample}).status, 2);
    EXPECT_EQ(termbook({"figures", "--period", "winter", "--workspace", sample}).status, 2);
    EXPECT_EQ(termbook({"figures", "--by", "shoe-size", "--workspace", sample}).status, 2);
    EXPECT_EQ(termbook({"build", "governors", "--period", "winter", "--workspace", sample}).status, 2);
}

TEST(Command, inspect_lists_each_export_and_its_issues_without_naming_a_pupil) {
    const Outcome run = termbook({"inspect", "--workspace", sample_trust().string()});
    ASSERT_EQ(run.status, 0);
    EXPECT_NE(run.out.find("recognised  SIMS whole-school spreadsheet"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("recognised  Common Transfer File"), std::string::npos);
    EXPECT_NE(run.out.find("the year group 'Y14'"), std::string::npos);
    EXPECT_NE(run.out.find("a date that is no day of the calendar"), std::string::npos);
    EXPECT_EQ(run.out.find("31/02/2015"), std::string::npos) << "a date of birth in a message";
}

TEST(Command, one_refused_export_is_listed_first_and_the_rest_goes_on) {
    const Folder folder;
    std::filesystem::copy(sample_trust(), folder.path() / "trust", std::filesystem::copy_options::recursive);
    const Folder other;
    const std::string trust = (folder.path() / "trust").string();
    const Outcome before = termbook({"figures", "--workspace", trust, "--format", "csv"});
    folder.file("trust/exports/ashwell/zz-broken.xml", "<CTfile><Header></CTfile>");
    const Outcome after = termbook({"figures", "--workspace", trust, "--format", "csv"});
    EXPECT_EQ(after.status, 0);
    EXPECT_EQ(after.err.find("refused: exports/ashwell/zz-broken.xml:1"), 0U) << after.err;
    EXPECT_EQ(after.out, before.out);
}

} // namespace termbook::test
