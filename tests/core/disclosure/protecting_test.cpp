// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/protecting.hpp"

#include "tests/core/disclosure/published_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;

namespace {

constexpr std::int64_t threshold = 6;

std::vector<std::string> layers_of(PublishedTable table) {
    protect(table.published, threshold);
    return table.layers();
}

/// Two groups by two others: cells 0 to 3, their margins 4 (0, 1), 5 (2, 3), 6 (0, 2), 7 (1, 3), all 8.
PublishedTable crossed(const std::vector<std::int64_t>& counted) {
    return PublishedTable()
        .pupils(4, counted[0], {0, 4, 6, 8})
        .pupils(20, counted[1], {1, 4, 7, 8})
        .pupils(21, counted[2], {2, 5, 6, 8})
        .pupils(22, counted[3], {3, 5, 7, 8});
}

} // namespace

TEST(Protecting, leaves_what_is_safe) {
    EXPECT_THAT(layers_of(crossed({2, 9, 8, 7}).all_but({0, 1, 2, 3})), ElementsAre("ccccsssss"));
}

TEST(Protecting, of_one_cell_of_a_table_of_two_ways_withholds_three_more) {
    EXPECT_THAT(layers_of(crossed({2, 9, 8, 7}).all_but({0})), ElementsAre("ccccsssss"));
    EXPECT_THAT(layers_of(crossed({2, 9, 8, 7}).all_but({0, 1})), ElementsAre("ccccsssss"));
}

TEST(Protecting, takes_the_smallest_cells_that_will_do) {
    // Rows 0 to 2 and 3 to 5; the third column is the smaller of the two that could stand in.
    const auto table = PublishedTable()
                           .pupils(4, 2, {0, 6, 8, 11})
                           .pupils(30, 9, {1, 6, 9, 11})
                           .pupils(20, 8, {2, 6, 10, 11})
                           .pupils(30, 9, {3, 7, 8, 11})
                           .pupils(30, 9, {4, 7, 9, 11})
                           .pupils(20, 8, {5, 7, 10, 11})
                           .all_but({0});
    EXPECT_THAT(layers_of(table), ElementsAre("csccscssssss"));
}

TEST(Protecting, of_nobody_in_all_withholds_that_it_is_nobody) {
    // Cell 0 is withheld with its neighbour 1; together with 2 they make 3.
    const auto table =
        PublishedTable().pupils(4, 0, {0, 3}).pupils(20, 0, {1, 3}).pupils(21, 0, {2, 3}).all_but({0, 1});
    EXPECT_THAT(layers_of(table), ElementsAre("ccsc"));
}

TEST(Protecting, of_everybody_in_two_withheld_cells_withholds_their_neighbour) {
    const auto table =
        PublishedTable().pupils(3, 3, {0, 3}).pupils(4, 4, {1, 3}).pupils(21, 9, {2, 3}).all_but({0, 1});
    EXPECT_THAT(layers_of(table), ElementsAre("cccs"));
}

TEST(Protecting, keeps_one_of_two_nested_groups_that_differ_by_a_few) {
    // 20 pupils of whom 17 are in a smaller group.
    const auto table = PublishedTable().pupils(17, 5, {0, 1, 2}).pupils(3, 1, {1, 2}).pupils(40, 9, {2});
    EXPECT_THAT(layers_of(PublishedTable(table).all_but({})), ElementsAre("css"));
    const auto differing_by_six =
        PublishedTable().pupils(17, 5, {0, 1, 2}).pupils(6, 1, {1, 2}).pupils(40, 9, {2}).all_but({});
    EXPECT_THAT(layers_of(differing_by_six), ElementsAre("sss"));
}

TEST(Protecting, knows_the_few_who_are_in_neither_of_two_groups) {
    // Cells: both groups 0, one 1, the other 2, all 3; four pupils are in neither.
    const auto table = PublishedTable()
                           .pupils(10, 3, {0, 1, 2, 3})
                           .pupils(12, 4, {1, 3})
                           .pupils(14, 5, {2, 3})
                           .pupils(4, 1, {3})
                           .all_but({});
    EXPECT_THAT(layers_of(table), ElementsAre("csss"));
}

TEST(Protecting, knows_the_few_that_a_cell_less_several_others_leaves) {
    // A year group 2, its classes 0 and 1, the school 3; three pupils are in no class.
    const auto table = PublishedTable()
                           .pupils(14, 5, {0, 2, 3})
                           .pupils(13, 4, {1, 2, 3})
                           .pupils(3, 1, {2, 3})
                           .pupils(40, 9, {3});
    EXPECT_THAT(layers_of(PublishedTable(table).all_but({})), ElementsAre("scss"));
    EXPECT_THAT(layers_of(PublishedTable(table).all_but({0})), ElementsAre("csss")) << "class 0 is hidden";
}

TEST(Protecting, knows_the_few_that_follow_from_cells_which_overlap) {
    // Each of cells 0 to 2 is two of three groups, so that half of 1 and 2 less 0 is the third; 3 is the
    // third and three pupils more.
    const auto table = PublishedTable()
                           .pupils(10, 3, {0, 1})
                           .pupils(11, 4, {0, 2})
                           .pupils(12, 5, {1, 2, 3})
                           .pupils(3, 1, {3});
    EXPECT_THAT(layers_of(PublishedTable(table).all_but({})), ElementsAre("sssc"));
}

TEST(Protecting, knows_the_few_who_are_told_by_one_part_of_a_sum_in_some_cells) {
    // Layers: authorised, unauthorised, both. Of the year group 2 both is shown, of its classes the parts.
    PublishedTable table;
    table.pupils(14, 5, {0, 2}).pupils(13, 4, {1, 2}).pupils(3, 1, {2});
    table.published.amounts = {{3, 2, 1}, {2, 2, 0}, {50, 50, 10}}; // authorised, unauthorised, attended
    table.published.layers = {{Asked::shown, Asked::shown, Asked::no},
                              {Asked::shown, Asked::shown, Asked::no},
                              {Asked::no, Asked::no, Asked::shown}};
    table.published.exchanges = {{0, 1, {0, 1}}, {0, 2, {0, 2}}, {1, 2, {1, 2}}};
    EXPECT_THAT(layers_of(table), ElementsAre("sc-", "ss-", "--s"));
}

TEST(Protecting, withholds_the_year_where_a_term_could_be_had_from_it) {
    // Layers: autumn, spring, the year. One exchange in each term, seen in that term and in the year.
    PublishedTable table;
    table.pupils(7, 2, {0, 2}).pupils(20, 5, {1, 2});
    table.published.amounts = {{2, 5}, {5, 15}, {3, 6}, {4, 14}};
    table.published.layers = {{Asked::withheld, Asked::withheld, Asked::shown},
                              {Asked::shown, Asked::shown, Asked::shown},
                              {Asked::shown, Asked::shown, Asked::shown}};
    table.published.exchanges = {{0, 1, {0, 2}}, {2, 3, {1, 2}}};
    EXPECT_THAT(layers_of(table), ElementsAre("ccs", "sss", "ccs"));
}

TEST(Protecting, of_parts_of_a_sum_withholds_a_second_part) {
    // Layers: authorised, unauthorised, both. Cell 0 is withheld in the first alone.
    PublishedTable table;
    table.pupils(7, 2, {0, 2}).pupils(20, 5, {1, 2});
    table.published.amounts = {{2, 5}, {3, 4}, {30, 90}}; // authorised, unauthorised, attended
    table.published.layers = {{Asked::withheld, Asked::withheld, Asked::shown},
                              {Asked::shown, Asked::shown, Asked::shown},
                              {Asked::shown, Asked::shown, Asked::shown}};
    table.published.exchanges = {{0, 1, {0, 1}}, {0, 2, {0, 2}}, {1, 2, {1, 2}}};
    EXPECT_THAT(layers_of(table), ElementsAre("ccs", "ccs", "sss"));
}

} // namespace termbook
