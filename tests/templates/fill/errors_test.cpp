// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/fill.hpp"

#include "core/diagnostics/error.hpp"
#include "tests/templates/fill/document_dump.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace termbook::fill {
namespace {

using testing::HasSubstr;

MadeUpBook small_trust() {
    std::istringstream text("members school a=Ashwell b=Birch\n"
                            "answer attendance.rate = 95/100\n"
                            "answer attendance.rate school=a = 94/100\n"
                            "answer attendance.rate school=b = 96/100\n"
                            "field trust.name = Sample Trust\n");
    return MadeUpBook::parse(text);
}

std::string message_of(const std::vector<std::vector<std::string>>& rows) {
    try {
        fill(small_template(rows), small_trust(), {});
    } catch (const Error& error) {
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return {};
}

TEST(FillErrors, an_unknown_figure_is_named_with_its_cell_and_the_nearest) {
    const auto message = message_of({{"", ""}, {"", "{{attendence.rate}}"}});
    EXPECT_THAT(message, HasSubstr("small.fods (sheet 'Overview', cell B2): found 'attendence.rate'"));
    EXPECT_THAT(message, HasSubstr("did you mean 'attendance.rate'?"));
}

TEST(FillErrors, an_unknown_selector_value_is_named_with_its_cell) {
    EXPECT_THAT(message_of({{"{{attendance.rate year=99}}"}}),
                HasSubstr("cell A1): found 'attendance.rate year=99'"));
}

TEST(FillErrors, blocks_must_be_whole_and_nest) {
    EXPECT_THAT(message_of({{"{{#each school}}"}}), HasSubstr("cell A1): found {{#each}} without {{/each}}"));
    EXPECT_THAT(message_of({{"x"}, {"{{/each}}"}}),
                HasSubstr("cell A2): found {{/each}}; expected {{#each}} before it"));
    EXPECT_THAT(message_of({{"{{#each school}}"}, {"{{#if trust.name}}"}, {"{{/each}}"}}),
                HasSubstr("{{/if}} first"));
    EXPECT_THAT(message_of({{"{{#each school}}{{/each}}", "{{#each school}}{{/each}}"}}),
                HasSubstr("starts in the row where another ends"));
    EXPECT_THAT(message_of({{"{{#if trust.name}}", "{{else}}", "{{/if}}"}}),
                HasSubstr("{{else}} in a row of the first"));
    EXPECT_THAT(message_of({{"{{else}}"}}), HasSubstr("found {{else}}"));
}

TEST(FillErrors, a_condition_within_a_cell_crosses_no_block) {
    EXPECT_THAT(message_of({{"x"}, {"{{#each school}}{{#if trust.name}}{{school.name}}{{/each}}{{/if}}"}}),
                HasSubstr("cell A2): found {{/each}}; expected {{/if}} first, of the condition inside"));
    EXPECT_THAT(message_of({{"{{#if trust.name}}{{#each school}}{{/if}}{{school.name}}{{/each}}"}}),
                HasSubstr("cell A1): found {{/if}}; expected {{/each}} first, of the block inside"));
    EXPECT_THAT(message_of({{"{{#if trust.name}}{{#each school}}{{else}}{{/each}}{{/if}}"}}),
                HasSubstr("cell A1): found {{else}}; expected {{/each}} first, of the block inside"));
}

TEST(FillErrors, an_unknown_dimension_or_sort_is_named_with_the_cell_of_the_block) {
    EXPECT_THAT(message_of({{"{{#each planet}}{{/each}}"}}), HasSubstr("cell A1): found 'planet'"));
    EXPECT_THAT(message_of({{"{{#each school sort=size}}{{/each}}"}}),
                HasSubstr("cell A1): found sort=size"));
}

TEST(FillErrors, formats_must_fit_what_they_stand_on) {
    EXPECT_THAT(message_of({{"{{trust.name | points}}"}}),
                HasSubstr("found 'points' on the field 'trust.name'"));
    EXPECT_THAT(message_of({{"{{attendance.rate | long-date}}"}}),
                HasSubstr("found 'long-date' on the figure"));
    EXPECT_THAT(message_of({{"{{attendance.rate | points | status}}"}}), HasSubstr("two formats"));
}

TEST(FillErrors, a_mark_inside_a_formula_is_refused) {
    EXPECT_THAT(message_of({{"=of:=IF([.B1];\"{{trust.name}}\";0)"}}),
                HasSubstr("cell A1): found a mark inside a formula"));
}

TEST(FillErrors, check_lists_all_that_fill_would_stop_at) {
    const auto issues =
        check(small_template({{"{{attendence.rate}}", "{{trust.nam}}"},
                              {"{{#each school}}{{school.name}}", "{{attendance.rate | poinst}}"},
                              {"{{attendance.rate}}", "{{school.nme}}{{/each}}"},
                              {"{{#if trust.name}}"}}),
              small_trust());
    std::vector<std::string> places;
    for (const auto& issue : issues)
        places.push_back(issue.pos.where);
    EXPECT_THAT(places,
                testing::UnorderedElementsAre("sheet 'Overview', cell A1", "sheet 'Overview', cell B1",
                                              "sheet 'Overview', cell B2", "sheet 'Overview', cell B3",
                                              "sheet 'Overview', cell A4"));
}

TEST(Audience, comes_from_the_template_and_is_governors_if_it_does_not_say) {
    auto document = small_template({{"x"}});
    EXPECT_EQ(template_audience(document), Audience::governors);
    document.set_property("termbook-audience", "staff");
    EXPECT_EQ(template_audience(document), Audience::staff);
    document.set_property("termbook-audience", "everybody");
    EXPECT_THROW(template_audience(document), Error);
}

TEST(Fill, writes_what_looks_like_a_formula_as_text) {
    std::istringstream text("members school a==HYPERLINK(\"x\")\n");
    const auto filled =
        fill(small_template({{"{{#each school}}{{school.name}}{{/each}}"}}), MadeUpBook::parse(text), {});
    const auto dump = DocumentDump(filled).text();
    EXPECT_THAT(dump, HasSubstr("A1 string \"=HYPERLINK(\"x\")\"\n"));
    EXPECT_THAT(dump, testing::Not(HasSubstr("of:")));
}

TEST(Fill, gives_a_long_block_one_row_in_sources_and_its_cells_values) {
    const auto filled =
        fill(small_template(
                 {{"{{#each school}}{{school.name}}", "{{attendance.rate}}{{/each}}"}, {"=of:=SUM([.B1])"}}),
             MadeUpBook::of_size(3000), {});
    const auto dump = DocumentDump(filled).text();
    EXPECT_THAT(dump, HasSubstr("A2 string \"attendance.rate (3000 values)\""));
    EXPECT_THAT(dump, HasSubstr("B3000 float 99.9 \"99.9%\""));
    EXPECT_THAT(dump, HasSubstr("of:=SUM([.B1:.B3000])"));
    EXPECT_THAT(dump, testing::Not(HasSubstr("Sources.$B$")));
}

TEST(Fill, shows_low_as_figures_do_in_a_cell_that_holds_the_number) {
    std::istringstream text("answer attendance.rate = 1/3000\nanswer attendance.persistent = 0/3000\n"
                            "answer attendance.severe = 3/3000\n");
    const auto filled = fill(small_template({{"{{attendance.rate}}", "{{attendance.rate | number}}"},
                                             {"{{attendance.persistent}}", "{{attendance.severe}}"},
                                             {"=of:=SUM([.A1:.B1])", "{{attendance.rate}} of all"}}),
                             MadeUpBook::parse(text), {});
    const auto dump = DocumentDump(filled).text();
    EXPECT_THAT(dump, HasSubstr("A1 float 0.03333333333333333 \"low\" of:=[$Sources.$B$2]"));
    EXPECT_THAT(dump, HasSubstr("B1 float 0.03333333333333333 \"low\" of:=[$Sources.$B$3]"));
    EXPECT_THAT(dump, HasSubstr("A2 float 0 \"0.0%\""));
    EXPECT_THAT(dump, HasSubstr("B2 float 0.1 \"0.1%\""));
    EXPECT_THAT(dump, HasSubstr("A3 float 0.06666666666666667"));
    EXPECT_THAT(dump, HasSubstr("B3 string \"low of all\""));
}

} // namespace
} // namespace termbook::fill
