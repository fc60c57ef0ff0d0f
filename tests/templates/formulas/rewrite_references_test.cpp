// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "templates/formulas/formula.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace termbook::formulas {
namespace {

std::string three_rows_down(const char* text) {
    Formula formula = Formula::parse_open_formula(text);
    formula.rewrite_references([](Reference& reference, const Formula::Place&) {
        reference.first.row += 3;
        if (reference.last && !reference.whole_columns) reference.last->row += 3;
    });
    return formula.to_open_formula();
}

TEST(RewriteReferences, only_the_references_change) {
    EXPECT_EQ(three_rows_down("of:=SUM( [.B2:.B3] ; \"[.B2]\" ;[$'My sheet'.$B$12])"),
              "of:=SUM( [.B5:.B6] ; \"[.B2]\" ;[$'My sheet'.$B$15])");
    EXPECT_EQ(three_rows_down("of:=['file:///x.ods'#$Sheet1.A1]+[.2:.4]"),
              "of:=['file:///x.ods'#$Sheet1.A1]+[.5:.7]");
}

TEST(RewriteReferences, a_reference_can_become_a_range_or_break) {
    Formula formula = Formula::parse_open_formula("of:=SUM([.B2])/[.C1]");
    formula.rewrite_references([](Reference& reference, const Formula::Place& place) {
        if (!place.aggregated) {
            reference.first.broken = true;
            return;
        }
        reference.last = reference.first;
        reference.last->row = 8;
    });
    EXPECT_EQ(formula.to_open_formula(), "of:=SUM([.B2:.B9])/[#REF!]");
    EXPECT_EQ(formula.to_excel(), "SUM(B2:B9)/#REF!");
}

std::vector<bool> aggregated(const char* text) {
    std::vector<bool> places;
    Formula::parse_open_formula(text).rewrite_references(
        [&](Reference&, const Formula::Place& place) { places.push_back(place.aggregated); });
    return places;
}

TEST(RewriteReferences, the_place_says_whether_any_number_of_cells_may_stand_there) {
    using Places = std::vector<bool>;
    EXPECT_EQ(aggregated("of:=SUM([.A1];[.B1]+1;([.C1]))"), (Places{true, false, true}));
    EXPECT_EQ(aggregated("of:=sum([.A1]~[.B1])"), (Places{true, true}));
    EXPECT_EQ(aggregated("of:=COUNTIF([.A1];[.B1])"), (Places{true, false}));
    EXPECT_EQ(aggregated("of:=SUMIFS([.A1];[.B1];[.C1];[.D1];[.E1])"),
              (Places{true, true, false, true, false}));
    EXPECT_EQ(aggregated("of:=IF([.A1];SUM([.B1]);ROUND([.C1];[.D1]))"), (Places{false, true, false, false}));
    EXPECT_EQ(aggregated("of:=[.A1]+SUM(IF([.B1];[.C1]))"), (Places{false, false, false}));
}

TEST(RewriteReferences, the_place_says_whether_cells_of_several_sheets_may_stand_there) {
    std::vector<bool> places;
    Formula::parse_open_formula("of:=SUM([.A1];[.B1]*2;([.C1]))+COUNTIF([.D1];1)+[.E1]+max([.F1])")
        .rewrite_references(
            [&](Reference&, const Formula::Place& place) { places.push_back(place.over_sheets); });
    EXPECT_EQ(places, (std::vector<bool>{true, false, false, false, false, true}));
}

TEST(RewriteReferences, a_reference_can_become_several_arguments) {
    Formula formula = Formula::parse_open_formula("of:=SUM( [.B2] ;[.C2])*2");
    formula.split_references([](const Reference& reference, const Formula::Place&) {
        auto below = reference;
        below.first.row = 9;
        return reference.first.column == 1 ? std::vector{reference, below} : std::vector<Reference>{};
    });
    EXPECT_EQ(formula.to_open_formula(), "of:=SUM( [.B2];[.B10] ;[.C2])*2");
    EXPECT_EQ(formula.to_excel(), "SUM(B2,B10,C2)*2");
}

} // namespace
} // namespace termbook::formulas
