// SPDX-License-Identifier: MPL-2.0
// The words of a call: those that are not known are named, with what was meant.
#include "tests/cli/running/command.hpp"

#include <gtest/gtest.h>
#include <utility>

namespace termbook::test {

TEST(Calls, a_misspelt_command_or_word_is_named_with_the_nearest) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> calls = {
        {{"biuld", "governors", "-o", "x.ods"},
         "found the command 'biuld'; expected one of init, sample, inspect, "},
        {{"biuld"}, "did you mean 'build'?"},
        {{"figures", "--format", "jsn"},
         "found --format 'jsn'; expected one of table, csv, json; did you mean 'json'?"},
        {{"figures", "--format", "1"}, "found --format '1'; "},
        {{"capture", "--list", "--format", "xml"}, "found --format 'xml'; "},
        {{"inspect", "--completeness", "--format", "xml"}, "found --format 'xml'; "},
        {{"rows", "x.csv", "--format", "table"}, "found --format 'table'; expected one of csv, json; "},
        {{"catalogue", "--format", "xml"},
         "found --format 'xml'; expected one of table, csv, json, markdown; "},
        {{"explain", "attendance.rate", "--audience", "governers"}, "did you mean 'governors'?"},
        {{"figures", "attendance.rate", "--by", "yaer"},
         "found --by 'yaer'; expected one of school, year, class, "},
    };
    for (const auto& [words, said] : calls) {
        const Outcome run = termbook(words);
        EXPECT_EQ(run.status, 2) << said;
        EXPECT_EQ(run.err.find("termbook: found "), 0U) << run.err;
        EXPECT_NE(run.err.find(said), std::string::npos) << run.err;
    }
}

} // namespace termbook::test
