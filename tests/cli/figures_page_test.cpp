// SPDX-License-Identifier: MPL-2.0
#include "core/figures/catalogue.hpp"
#include "tests/cli/running/command.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

namespace termbook {

namespace {

const std::filesystem::path page = std::filesystem::path(TERMBOOK_SOURCE_DIR) / "docs/figures.md";

} // namespace

/// TERMBOOK_UPDATE_GOLDEN=1 writes the page anew.
TEST(FiguresPage, is_what_the_command_prints) {
    const auto run = test::termbook({"catalogue", "--format", "markdown"});
    ASSERT_EQ(run.status, 0) << run.err;
    if (std::getenv("TERMBOOK_UPDATE_GOLDEN")) {
        std::ofstream(page, std::ios::binary) << run.out;
        return;
    }
    std::ifstream stream(page, std::ios::binary);
    ASSERT_TRUE(stream) << page << " is missing: TERMBOOK_UPDATE_GOLDEN=1 writes it";
    EXPECT_EQ(run.out, std::string(std::istreambuf_iterator<char>(stream), {}));
}

TEST(FiguresPage, has_every_figure_with_what_it_needs_and_takes) {
    const auto run = test::termbook({"catalogue", "--format", "markdown"});
    for (const FigureDefinition& figure : catalogue()) {
        EXPECT_THAT(run.out, testing::HasSubstr(fmt::format("### {} (`{}`)", figure.title, figure.key)));
        EXPECT_FALSE(exports_wanted(figure.basis).empty()) << figure.key;
    }
    EXPECT_THAT(run.out, testing::HasSubstr("`{{attendance.reason code=I}}`"));
    EXPECT_THAT(run.out, testing::HasSubstr("`{{ks2.expected subject=reading}}`"));
}

} // namespace termbook
