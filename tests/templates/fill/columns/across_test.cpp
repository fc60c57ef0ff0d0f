// SPDX-License-Identifier: MPL-2.0
// Blocks across columns: what each kind of reference comes to, for no member, one, two and many.
#include "templates/fill/fill.hpp"
#include "tests/templates/fill/document_dump.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sstream>

namespace termbook::fill {
namespace {

using testing::HasSubstr;

/// A text with {first} and {last} for the first and last column of the block (template column B), {after} and
/// {next} for the two behind it, {own} for the copy's own.
std::string placed(std::string text, std::int32_t members, std::int32_t own = 0) {
    const auto last = std::max(members, 1);
    for (const auto& [what, column] :
         {std::pair("{first}", 1), std::pair("{last}", last), std::pair("{after}", last + 1),
          std::pair("{next}", last + 2), std::pair("{own}", own)})
        for (std::size_t at = 0; (at = text.find(what)) != std::string::npos;)
            text.replace(at, std::string_view(what).size(), formulas::column_name(column));
    return text;
}

odf::Document widened(const std::string& inside, const std::string& outside, std::int32_t members) {
    auto document = small_template({{"Head", "{{#each school across}}{{school.name}}{{/each}}", "", "x"},
                                    {"Some", "{{attendance.rate | numerator}}", outside, "2"},
                                    {"", inside, "", ""}});
    append_sheet(document, "Other", {{outside.starts_with("=of:=SUM([$Overview") ? outside : ""}});
    return fill(std::move(document), MadeUpBook::of_size(static_cast<std::size_t>(members)), {});
}

struct FormulaCase {
    const char* formula;
    const char* of_one; ///< of none too
    const char* of_many;
};

constexpr std::int32_t sizes[] = {0, 1, 2, 30};

TEST(Across, references_from_beside_the_block_reach_all_of_it) {
    for (const auto& [formula, of_one, of_many] : std::initializer_list<FormulaCase>{
             {"[.B2]", "[.{first}2]", "[.{first}2]"},
             {"[.$B$2]*1", "[.$B$2]*1", "[.$B$2]*1"},
             {"SUM([.B2])", "SUM([.B2])", "SUM([.B2:.{last}2])"},
             {"SUM([.B2:.B2])", "SUM([.B2:.B2])", "SUM([.B2:.{last}2])"},
             {"SUM([.$B$2:.$B$2])", "SUM([.$B$2:.$B$2])", "SUM([.$B$2:.${last}$2])"},
             {"COUNTIF([.B2];\">0\")", "COUNTIF([.B2];\">0\")", "COUNTIF([.B2:.{last}2];\">0\")"},
             {"SUM([.B2:.A2])", "SUM([.B2:.A2])", "SUM([.{last}2:.A2])"},
             {"COUNTA([.A1:.D1])", "COUNTA([.A1:.{next}1])", "COUNTA([.A1:.{next}1])"},
             {"[.D1]&[.$D$2]", "[.{next}1]&[.${next}$2]", "[.{next}1]&[.${next}$2]"},
             {"COUNT([.1:.1])", "COUNT([.1:.1])", "COUNT([.1:.1])"},
             {"COUNTA([.D:.D])", "COUNTA([.{next}:.{next}])", "COUNTA([.{next}:.{next}])"},
             {"COUNTBLANK([.A3:.D3])", "COUNTBLANK([.A3:.{next}3])", "COUNTBLANK([.A3:.{next}3])"},
         })
        for (const auto members : sizes)
            EXPECT_EQ(formula_of(widened("", fmt::format("=of:={}", formula), members), "Overview",
                                 std::max(members, 1) + 1, 1),
                      "of:=" + placed(members < 2 ? of_one : of_many, members))
                << formula << " of " << members;
}

TEST(Across, references_in_the_block_mean_their_own_column_unless_they_are_fixed) {
    for (const auto& [formula, of_one, of_many] : std::initializer_list<FormulaCase>{
             {"[.B2]*2", "[.{own}2]*2", "[.{own}2]*2"},
             {"[.B$2]", "[.{own}$2]", "[.{own}$2]"},
             {"SUM([.B1:.B2])", "SUM([.{own}1:.{own}2])", "SUM([.{own}1:.{own}2])"},
             {"[.B2]/SUM([.$B2:.$B2])", "[.B2]/SUM([.$B2:.$B2])", "[.{own}2]/SUM([.$B2:.${last}2])"},
             {"SUM([.$B2:.B2])", "SUM([.$B2:.B2])", "SUM([.$B2:.{own}2])"},
             {"[.A1]&[.D1]", "[.A1]&[.{next}1]", "[.A1]&[.{next}1]"},
             {"SUM([.B2:.D2])", "SUM([.{own}2:.{next}2])", "SUM([.{own}2:.{next}2])"},
         })
        for (const auto members : sizes) {
            const auto filled = widened(fmt::format("=of:={}", formula), "", members);
            for (std::int32_t own = 1; own <= std::max(members, 1); ++own)
                EXPECT_EQ(formula_of(filled, "Overview", own, 2),
                          members == 0 ? "" : "of:=" + placed(members < 2 ? of_one : of_many, members, own))
                    << formula << " of " << members;
        }
}

TEST(Across, references_from_another_sheet_are_to_the_first_copy_or_to_all) {
    for (const auto members : sizes)
        EXPECT_EQ(
            formula_of(widened("", "=of:=SUM([$Overview.B2:.B2])+[$Overview.B2]+[$Overview.D2]", members),
                       "Other", 0, 0),
            placed("of:=SUM([$Overview.B2:.{last}2])+[$Overview.B2]+[$Overview.{next}2]", members));
}

struct LinkCase {
    bool of_sheet; ///< otherwise of the document
    const char* element;
    const char* attribute;
    const char* text;
    const char* of_one; ///< of none too
    const char* of_many;
};

TEST(Across, ranges_that_the_document_keeps_grow) {
    for (const auto& [of_sheet, element, attribute, text, of_one, of_many] : std::initializer_list<LinkCase>{
             {false, "table:named-range", "table:cell-range-address", "$Overview.$B$2", "$Overview.$B$2",
              "$Overview.$B$2:.${last}$2"},
             {false, "table:named-range", "table:cell-range-address", "$Overview.$A$1:.$D$3",
              "$Overview.$A$1:.${next}$3", "$Overview.$A$1:.${next}$3"},
             {false, "table:named-expression", "table:expression", "of:=SUM([$Overview.$B$2:.$B$2])",
              "of:=SUM([$Overview.$B$2:.$B$2])", "of:=SUM([$Overview.$B$2:.${last}$2])"},
             {false, "table:database-range", "table:target-range-address", "Overview.A1:Overview.B2",
              "Overview.A1:Overview.B2", "Overview.A1:Overview.{last}2"},
             {false, "table:content-validation", "table:condition",
              "of:cell-content-is-in-list([$Overview.$B$1:.$B$1])",
              "of:cell-content-is-in-list([$Overview.$B$1:.$B$1])",
              "of:cell-content-is-in-list([$Overview.$B$1:.${last}$1])"},
             {true, "calcext:conditional-format", "calcext:target-range-address", "Overview.B2:Overview.B3",
              "Overview.B2:Overview.B3", "Overview.B2:Overview.{last}3"},
             {true, "calcext:conditional-format", "calcext:target-range-address", "Overview.A1:Overview.XFD2",
              "Overview.A1:Overview.XFD2", "Overview.A1:Overview.XFD2"},
             {true, "chart:series", "chart:values-cell-range-address", "Overview.B2:Overview.B2",
              "Overview.B2:Overview.B2", "Overview.B2:Overview.{last}2"},
             {true, "draw:object", "draw:notify-on-update-of-ranges", "Overview.A1:Overview.B2",
              "Overview.A1:Overview.B2", "Overview.A1:Overview.{last}2"},
             {true, "draw:frame", "table:end-cell-address", "Overview.D9", "Overview.{next}9",
              "Overview.{next}9"},
             {true, "draw:a", "xlink:href", "#Overview.D9", "#Overview.{next}9", "#Overview.{next}9"},
             {true, "draw:a", "xlink:href", "#Overview", "#Overview", "#Overview"},
             {true, "draw:a", "xlink:href", "https://example.org/#D9", "https://example.org/#D9",
              "https://example.org/#D9"},
             {true, "draw:a", "xlink:href", "#%zz", "#%zz", "#%zz"},
         })
        for (const auto members : sizes) {
            auto document =
                small_template({{"", "{{#each school across}}{{school.name}}{{/each}}", "", "x"}});
            auto sheet = document.spreadsheet().child("table:table");
            auto node = of_sheet ? sheet.append_child(element) : document.spreadsheet().append_child(element);
            set_attribute(node, attribute, text);
            const auto filled =
                fill(std::move(document), MadeUpBook::of_size(static_cast<std::size_t>(members)), {});
            const auto root = filled.spreadsheet();
            node = (of_sheet ? root.child("table:table") : root).child(element);
            EXPECT_EQ(node.attribute(attribute).value(), placed(members < 2 ? of_one : of_many, members))
                << attribute << " " << text << " of " << members;
        }
}

TEST(Across, print_ranges_grow) {
    auto document = small_template({{"", "{{#each school across}}{{school.name}}{{/each}}", "x"}});
    set_attribute(document.spreadsheet().child("table:table"), "table:print-ranges",
                  "Overview.A1:Overview.C1");
    const auto filled = fill(std::move(document), MadeUpBook::of_size(4), {});
    EXPECT_STREQ(filled.spreadsheet().child("table:table").attribute("table:print-ranges").value(),
                 "Overview.A1:Overview.F1");
}

TEST(Across, blocks_nest_and_the_same_block_may_be_written_in_several_rows) {
    std::istringstream text(
        "members year 1=One 2=Two\nmembers class year=1 : x=X y=Y\nmembers class year=2 : z=Z\n");
    const auto filled =
        fill(small_template(
                 {{"{{#each year across}}{{year.name}}", "", "{{/each}}"},
                  {"{{#each year across}}all", "{{#each class across}}{{class.name}}{{/each}}", "{{/each}}|"},
                  {"x", "{{#each class across}}{{year.name}}-{{class.name}}{{/each}}", ""}}),
             MadeUpBook::parse(text), {});
    const auto dump = DocumentDump(filled).text();
    EXPECT_THAT(dump, HasSubstr("  A1 string \"One\"\n  E1 string \"Two\"\n"));
    EXPECT_THAT(dump,
                HasSubstr("  A2 string \"all\"\n  B2 string \"X\"\n  C2 string \"Y\"\n  D2 string \"|\"\n"
                          "  E2 string \"all\"\n  F2 string \"Z\"\n  G2 string \"|\"\n"));
    EXPECT_THAT(dump, HasSubstr("  B3 string \"One-X\"\n  C3 string \"One-Y\"\n"));
    EXPECT_THAT(dump, HasSubstr("  F3 string \"Two-Z\"\n"));
}

TEST(Across, an_empty_inner_block_leaves_a_hidden_column_only_where_something_beside_it_refers_to_it) {
    std::istringstream text("members year 1=One 2=Two\nmembers class year=1 : x=X\nmembers class year=2 :\n");
    const auto filled = fill(small_template({{"{{#each year across}}{{year.name}}",
                                              "{{#each class across}}{{/each}}", "", "{{/each}}"},
                                             {"", "=of:=4", "=of:=SUM([.B2])", "=of:=[.A2]"}}),
                             MadeUpBook::parse(text), {});
    EXPECT_EQ(formula_of(filled, "Overview", 2, 1), "of:=SUM([.B2])");
    EXPECT_EQ(formula_of(filled, "Overview", 5, 1), "");
    EXPECT_EQ(formula_of(filled, "Overview", 6, 1), "of:=SUM([.F2])");
    const auto columns = columns_of(filled.spreadsheet().child("table:table"));
    EXPECT_STREQ(columns[5].node.attribute("table:visibility").value(), "collapse");
    EXPECT_STREQ(columns[6].node.attribute("table:visibility").value(), "");
}

TEST(Across, conditions_in_a_cell_and_drawings_know_the_member_of_their_column) {
    auto document = small_template({{"", "{{#each school across}}{{school.name}}{{/each}}"},
                                    {"", "{{#if school.name = \"School 2\"}}second{{else}}other{{/if}}"}});
    auto cell = rows_of(document.spreadsheet().child("table:table"))[1].node.last_child();
    cell.prepend_child("draw:frame").append_child("draw:text-box").append_child("text:p").text() =
        "Of {{school.name}}";
    const auto filled = fill(std::move(document), MadeUpBook::of_size(2), {});
    const auto dump = DocumentDump(filled).text();
    EXPECT_THAT(dump, HasSubstr("  B2 string \"other\"\n  C2 string \"second\"\n"));
    const auto flat = to_flat(filled);
    for (const char* text : {"Of School 1<", "Of School 2<"})
        EXPECT_THAT(flat, HasSubstr(text));
}

/// Schools down, years across: 100 times the school and the year.
MadeUpBook crossed_book(int schools, int years) {
    std::string text = "members school";
    for (int school = 1; school <= schools; ++school)
        text += fmt::format(" {0}=S{0}", school);
    text += "\nmembers year";
    for (int year = 1; year <= years; ++year)
        text += fmt::format(" {0}=Y{0}", year);
    for (int school = 1; school <= schools; ++school)
        for (int year = 1; year <= years; ++year)
            text += fmt::format("\nanswer attendance.rate school={} year={} = {}", school, year,
                                100 * school + year);
    std::istringstream input(text);
    return MadeUpBook::parse(input);
}

RC_GTEST_PROP(Across, a_matrix_gives_the_figures_that_each_mark_gives_alone, ()) {
    const auto schools = *rc::gen::inRange(0, 6);
    const auto years = *rc::gen::inRange(0, 6);
    const auto filled = fill(small_template({{"", "{{#each year across}}{{year.name}}{{/each}}", "All"},
                                             {"{{#each school}}{{school.name}}",
                                              "{{attendance.rate}}{{/each}}", "=of:=SUM([.B2])"},
                                             {"", "=of:=SUM([.B2])", "=of:=SUM([.B2])"}}),
                             crossed_book(schools, years), {});
    const auto dump = DocumentDump(filled).text();
    int total = 0;
    for (int school = 1; school <= schools; ++school)
        for (int year = 1; year <= years; ++year) {
            total += 100 * school + year;
            RC_ASSERT(dump.find(fmt::format("  {}{} float {} ", formulas::column_name(year), school + 1,
                                            100 * school + year)) != std::string::npos);
        }
    RC_ASSERT(dump.find(fmt::format("  {}{} float {} ", formulas::column_name(std::max(years, 1) + 1),
                                    std::max(schools, 1) + 2, total)) != std::string::npos);
}

TEST(Across, marks_of_rows_stay_whole_where_columns_repeat_them) {
    std::istringstream text("members school 1=School_1 2=School_2\nmembers year 1=One 2=Two\n"
                            "answer attendance.rate school=1 = 9/10\n");
    const auto filled = fill(small_template({{"{{#each school across}}{{school.name}}{{/each}}"},
                                             {"{{#each year}}{{school.name}}{{/each}}"},
                                             {"{{#if attendance.rate school=1}}here"},
                                             {"there{{/if}}"}}),
                             MadeUpBook::parse(text), {});
    const auto dump = DocumentDump(filled).text();
    EXPECT_THAT(dump,
                HasSubstr("  A2 string \"School 1\"\n  B2 string \"School 2\"\n  A3 string \"School 1\"\n"
                          "  B3 string \"School 2\"\n  A4 string \"here\"\n  B4 string \"here\"\n"
                          "  A5 string \"there\"\n  B5 string \"there\"\n"));
}

} // namespace
} // namespace termbook::fill
