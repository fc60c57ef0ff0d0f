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

TEST(Calls, a_mark_may_stand_in_its_brackets_and_has_no_format) {
    const std::string sample = sample_trust().string();
    const Outcome bare = termbook({"figures", "attendance.rate year=4", "--workspace", sample});
    const Outcome bracketed = termbook({"figures", "{{attendance.rate year=4}}", "--workspace", sample});
    EXPECT_EQ(bracketed.status, 0) << bracketed.err;
    EXPECT_EQ(bracketed.out, bare.out);
    for (const std::string command : {"figures", "explain", "capture"}) {
        const Outcome run = termbook({command, "attendance.rate | points", "--workspace", sample});
        EXPECT_EQ(run.status, 2) << command;
        EXPECT_NE(run.err.find("found the format 'points'; expected a mark without one: formats are for the "
                               "cells of templates; leave '| points' out"),
                  std::string::npos)
            << run.err;
    }
    const Outcome two = termbook({"figures", "{{attendance.rate}} {{pupils.roll}}", "--workspace", sample});
    EXPECT_EQ(two.status, 2);
    EXPECT_NE(two.err.find("found more than one mark"), std::string::npos) << two.err;
}

TEST(Calls, every_comparison_of_the_sample_is_answered) {
    const std::string sample = sample_trust().string();
    std::vector<std::string> call{"figures", "--school", "all", "--format", "json", "--workspace", sample};
    const std::vector<std::string> standards{"national", "local",     "target",   "trust",
                                             "previous", "last-year", "published"};
    const std::vector<std::string> figures{"attendance.rate", "attendance.persistent", "suspensions.rate",
                                           "ks2.rwm"};
    for (const std::string& figure : figures)
        for (const std::string& standard : standards)
            call.push_back(figure + " against=" + standard);
    const Outcome run = termbook(call);
    EXPECT_EQ(run.status, 0) << run.err;
    std::size_t answers = 0;
    for (auto at = run.out.find("\"mark\""); at != std::string::npos; at = run.out.find("\"mark\"", at + 1))
        ++answers;
    constexpr std::size_t schools = 4;
    EXPECT_EQ(answers, schools * figures.size() * standards.size());
    for (const std::string standard : {"national", "target", "trust", "previous", "last-year"}) {
        const Outcome alone = termbook({"figures", "attendance.rate against=" + standard, "--school", "all",
                                        "--format", "csv", "--workspace", sample});
        EXPECT_NE(alone.out.find(",ok,"), std::string::npos) << standard << ": " << alone.out;
    }
}

} // namespace termbook::test
