// SPDX-License-Identifier: MPL-2.0
// Every figure of a sample trust, counted anew by a program that shares no code with Termbook.
#include "tests/cli/running/command.hpp"
#include "tests/cli/running/office.hpp"

#include <gtest/gtest.h>

namespace termbook::test {

TEST(Recount, a_program_of_its_own_comes_to_the_same_counts) {
    if (!python_has("zipfile")) GTEST_SKIP() << "needs python3";
    constexpr auto at_least = "20000"; // answers to compare: fewer would mean that marks were lost
    const Folder folder;
    EXPECT_TRUE(run_tool("recount", {TERMBOOK_COMMAND, (folder.path() / "trust").string(), at_least}));
}

} // namespace termbook::test
