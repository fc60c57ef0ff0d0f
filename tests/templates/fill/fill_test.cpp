// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/fill.hpp"

#include "tests/templates/fill/document_dump.hpp"
#include "tests/templates/fill/made_up_book.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace termbook::fill {
namespace {

namespace fs = std::filesystem;

const fs::path cases = fs::path(TERMBOOK_SOURCE_DIR) / "tests/cases/fill";

std::string read(const fs::path& path) {
    std::ifstream input(path, std::ios::binary);
    std::stringstream text;
    text << input.rdbuf();
    return text.str();
}

FillOptions options() {
    FillOptions options;
    options.today = *make_date(2026, 11, 21);
    options.issues.push_back({{"exports/register.csv", 4, 0, ""}, "a mark", "", "it was left out", 3, {}});
    return options;
}

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(cases))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

class FillCase : public testing::TestWithParam<std::string> {};

TEST_P(FillCase, gives_the_document_that_is_expected) {
    const auto folder = cases / GetParam();
    const auto book = MadeUpBook::read_file(folder / "figures.txt");
    const auto filled = fill(odf::Document::read(folder / "template.fods"), book, options());
    const auto dump = DocumentDump(filled).text();
    const auto golden = folder / "filled.txt";
    if (std::getenv("TERMBOOK_UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << dump;
    ASSERT_TRUE(fs::exists(golden)) << golden << " is missing; run with TERMBOOK_UPDATE_GOLDEN=1 and read it";
    EXPECT_EQ(dump, read(golden));
}

TEST_P(FillCase, has_nothing_to_complain_of) {
    const auto folder = cases / GetParam();
    const auto book = MadeUpBook::read_file(folder / "figures.txt");
    const auto issues = check(odf::Document::read(folder / "template.fods"), book);
    for (const auto& issue : issues)
        ADD_FAILURE() << to_string(issue);
}

INSTANTIATE_TEST_SUITE_P(Cases, FillCase, testing::ValuesIn(case_names()),
                         [](const auto& of_case) { return of_case.param; });

} // namespace
} // namespace termbook::fill
