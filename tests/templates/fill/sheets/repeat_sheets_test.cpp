// SPDX-License-Identifier: MPL-2.0
// Sheets that are repeated: what each kind of reference comes to, for no member, one, two and many.
#include "core/diagnostics/error.hpp"
#include "templates/fill/fill.hpp"
#include "tests/templates/fill/document_dump.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::fill {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::int32_t sizes[] = {0, 1, 2, 30};

/// A text with {first}, {last} and {own} for the names of copies of "Overview".
std::string named(std::string text, std::int32_t members, std::int32_t own = 1) {
    const auto name = [&](std::int32_t nth) {
        return members == 0 ? std::string("Overview") : fmt::format("'Overview School {}'", nth);
    };
    for (const auto& [what, nth] :
         {std::pair("{first}", 1), std::pair("{last}", members), std::pair("{own}", own)})
        for (std::size_t at = 0; (at = text.find(what)) != std::string::npos;)
            text.replace(at, std::string_view(what).size(), name(nth));
    return text;
}

/// A sheet for each school, one before it and one behind.
odf::Document by_school(const std::string& inside, const std::string& outside) {
    auto document = small_template({{"{{#each school sheet}}{{school.name}}", "x"},
                                    {"", "{{attendance.rate | numerator}}", inside},
                                    {"{{/each}}"}});
    append_sheet(document, "Behind", {{"", outside}});
    return document;
}

odf::Document filled(odf::Document document, std::int32_t members) {
    return fill(std::move(document), MadeUpBook::of_size(static_cast<std::size_t>(members)), {});
}

std::vector<std::string> sheets_of(const odf::Document& document) {
    std::vector<std::string> names;
    for (const auto table : tables_of(document.spreadsheet()))
        names.emplace_back(table.attribute("table:name").value());
    return names;
}

struct FormulaCase {
    const char* formula;
    const char* of_one; ///< of none too
    const char* of_many;
};

TEST(RepeatSheets, references_from_beside_mean_the_first_copy_or_gather_all) {
    for (const auto& [formula, of_one, of_many] : std::initializer_list<FormulaCase>{
             {"[$Overview.B2]", "[${first}.B2]", "[${first}.B2]"},
             {"[Overview.$B$2]*2", "[{first}.$B$2]*2", "[{first}.$B$2]*2"},
             {"SUM([$Overview.B2])", "SUM([${first}.B2])", "SUM([${first}.B2:${last}.B2])"},
             {"SUM([$Overview.B2:.B3];1)", "SUM([${first}.B2:.B3];1)", "SUM([${first}.B2:${last}.B3];1)"},
             {"COUNT([$Overview.B:.B])", "COUNT([${first}.B:.B])", "COUNT([${first}.B:${last}.B])"},
             {"SUM([$Overview.B2]*2)", "SUM([${first}.B2]*2)", "SUM([${first}.B2]*2)"},
             {"COUNTIF([$Overview.B2];1)", "COUNTIF([${first}.B2];1)", "COUNTIF([${first}.B2];1)"},
             {"SUM([$Overview.B2:$Behind.B2])", "SUM([${first}.B2:$Behind.B2])",
              "SUM([${first}.B2:$Behind.B2])"},
             {"[.A1]&[$Behind.A1]", "[.A1]&[$Behind.A1]", "[.A1]&[$Behind.A1]"},
         })
        for (const auto members : sizes)
            EXPECT_EQ(
                formula_of(filled(by_school("", fmt::format("=of:={}", formula)), members), "Behind", 1, 0),
                "of:=" + named(members < 2 ? of_one : of_many, members))
                << formula << " of " << members;
}

TEST(RepeatSheets, a_copy_refers_to_itself) {
    const auto document =
        by_school("=of:=[.B2]+[$Overview.B2]+SUM([Overview.$B$2:Overview.$B$2])+[$Behind.A1]", "");
    for (const auto members : sizes) {
        const auto copies = filled(document.copy(), members);
        for (std::int32_t own = 1; own <= members; ++own)
            EXPECT_EQ(formula_of(copies, fmt::format("Overview School {}", own), 2, 1),
                      named("of:=[.B2]+[${own}.B2]+SUM([{own}.$B$2:{own}.$B$2])+[$Behind.A1]", members, own));
    }
}

TEST(RepeatSheets, sheets_of_the_same_each_refer_to_each_other_member_by_member) {
    auto document = by_school("", "");
    append_sheet(document, "More",
                 {{"{{#each school sheet}}{{school.name}}"}, {"=of:=SUM([$Overview.B2])", "{{/each}}"}});
    append_sheet(document, "Best", {{"{{#each school desc sheet}}", "=of:=[$Overview.B2]", "{{/each}}"}});
    const auto copies = filled(std::move(document), 2);
    EXPECT_EQ(formula_of(copies, "More School 2", 0, 1), "of:=SUM([$'Overview School 2'.B2])");
    EXPECT_EQ(formula_of(copies, "Best School 2", 1, 0), "of:=[$'Overview School 1'.B2]");
}

TEST(RepeatSheets, copies_stand_where_the_sheet_stood_and_each_shows_its_member) {
    const auto copies = filled(by_school("", ""), 3);
    EXPECT_THAT(sheets_of(copies), ElementsAre("Overview School 1", "Overview School 2", "Overview School 3",
                                               "Behind", "Sources"));
    const auto dump = DocumentDump(copies).text();
    for (int school = 1; school <= 3; ++school)
        EXPECT_THAT(dump, HasSubstr(fmt::format("sheet Overview School {0}\n  A1 string \"School {0}\"\n"
                                                "  B1 string \"x\"\n  B2 float {1} ",
                                                school, 899 + school)));
}

TEST(RepeatSheets, without_members_one_hidden_empty_sheet_stays) {
    const auto none = filled(by_school("=of:=[.B2]", "=of:=SUM([$Overview.B2])"), 0);
    EXPECT_THAT(sheets_of(none), ElementsAre("Overview", "Behind", "Sources"));
    EXPECT_THAT(
        DocumentDump(none).text(),
        HasSubstr("sheet Overview not printed\nsheet Behind\n  B1 float 0 \"0\" of:=SUM([$Overview.B2])\n"));
    const auto style = none.cell_styles().find_child_by_attribute(
        "style:name", none.spreadsheet().child("table:table").attribute("table:style-name").value());
    EXPECT_STREQ(style.child("style:table-properties").attribute("table:display").value(), "false");
}

TEST(RepeatSheets, a_name_may_hold_marks) {
    auto document = by_school("", "=of:=SUM([$'{{school.name}} *'.B2])");
    set_attribute(document.spreadsheet().child("table:table"), "table:name", "{{school.name}} *");
    append_sheet(document, "On {{school.count}}", {{"x"}});
    std::istringstream text("members school 1=A/B 2=C\nanswer attendance.rate school=1 = 90/100\n"
                            "answer attendance.rate school=2 = 91/100\nfield school.count = 2\n");
    const auto copies = fill(std::move(document), MadeUpBook::parse(text), {});
    EXPECT_THAT(sheets_of(copies), ElementsAre("A-B -", "C -", "Behind", "On 2", "Sources"));
    EXPECT_EQ(formula_of(copies, "Behind", 1, 0), "of:=SUM([$'A-B -'.B2:$'C -'.B2])");
}

/// Puts a hyperlink into the first cell of the document's sheet of this place.
void link_from(const odf::Document& document, std::size_t sheet, const char* target) {
    auto link = rows_of(tables_of(document.spreadsheet())[sheet])[0]
                    .node.first_child()
                    .append_child("text:p")
                    .append_child("text:a");
    set_attribute(link, "xlink:href", target);
    link.text() = "go";
}

TEST(RepeatSheets, hyperlinks_lead_to_the_copy_and_from_elsewhere_to_the_first) {
    for (const auto& [target, place] : {std::pair("#Overview.B2", ".B2"), std::pair("#Overview", ""),
                                        std::pair("#%27Overview%27.B2", ".B2")}) {
        auto document = by_school("", "");
        link_from(document, 0, target);
        link_from(document, 1, target);
        const auto text = to_flat(filled(std::move(document), 2));
        EXPECT_THAT(text, HasSubstr(fmt::format("#'Overview School 2'{}\"", place)));
        const auto behind = text.substr(text.find("table:name=\"Behind\""));
        EXPECT_THAT(behind, HasSubstr(fmt::format("#'Overview School 1'{}\"", place)));
    }
}

TEST(RepeatSheets, each_copy_has_a_chart_of_its_own) {
    auto document = by_school("", "");
    auto shapes = document.spreadsheet().child("table:table").prepend_child("table:shapes");
    auto frame = shapes.append_child("draw:frame");
    set_attribute(frame, "table:end-cell-address", "Overview.D9");
    auto object = frame.append_child("draw:object");
    set_attribute(object, "draw:notify-on-update-of-ranges", "Overview.B2:Overview.B2");
    auto inner = object.append_child("office:document");
    set_attribute(inner, "office:mimetype", "application/vnd.oasis.opendocument.chart");
    auto chart = inner.append_child("office:body").append_child("office:chart").append_child("chart:chart");
    chart.append_child("chart:title").append_child("text:p").text() = "Of {{school.name}}";
    set_attribute(chart.append_child("chart:plot-area").append_child("chart:series"),
                  "chart:values-cell-range-address", "Overview.B2:Overview.B2");
    const auto as_package = filled(odf::Document::parse(to_package(document), "charts.ods"), 2);
    std::string charts;
    for (const auto& [path, bytes] : as_package.parts())
        if (path.ends_with("/content.xml")) charts += bytes;
    for (const auto& text : {to_flat(filled(document.copy(), 2)), charts})
        for (int school = 1; school <= 2; ++school) {
            EXPECT_THAT(text,
                        HasSubstr(fmt::format("chart:values-cell-range-address=\"'Overview School {0}'.B2:"
                                              "'Overview School {0}'.B2\"",
                                              school)));
            EXPECT_THAT(text, HasSubstr(fmt::format("Of School {}<", school)));
        }
}

TEST(RepeatSheets, a_total_over_sheets_whose_rows_differ_is_written_out) {
    std::istringstream text(
        "members school 1=A 2=B\nmembers year school=1 : 1=One 2=Two\nmembers year school=2 : 1=One\n");
    auto document = small_template({{"{{#each school sheet}}"},
                                    {"{{#each year}}{{year.name}}{{/each}}", "=of:=3"},
                                    {"Total", "=of:=SUM([.B2])"},
                                    {"{{/each}}"}});
    append_sheet(document, "Sum",
                 {{"=of:=SUM([$Overview.B3])", "=of:=MAX([$Overview.B2:.B3])", "=of:=COUNTA([$Overview.A1])",
                   "=of:=[$Overview.B3]"}});
    const auto copies = fill(std::move(document), MadeUpBook::parse(text), {});
    EXPECT_EQ(formula_of(copies, "Sum", 0, 0), "of:=SUM([$'Overview A'.B4];[$'Overview B'.B3])");
    EXPECT_EQ(formula_of(copies, "Sum", 1, 0), "of:=MAX([$'Overview A'.B2:.B4];[$'Overview B'.B2:.B3])");
    EXPECT_EQ(formula_of(copies, "Sum", 2, 0), "of:=COUNTA([$'Overview A'.A1:$'Overview B'.A1])");
    const auto dump = DocumentDump(copies).text();
    EXPECT_THAT(dump, HasSubstr("sheet Sum\n  A1 float 9 "));
    EXPECT_THAT(dump, HasSubstr("  D1 float 6 "));
}

TEST(RepeatSheets, sheets_columns_and_rows_go_together) {
    std::string text = "members school 1=A 2=B\nmembers year 1=One 2=Two\nmembers group 1=PP 2=All";
    for (int school = 1; school <= 2; ++school)
        for (int year = 1; year <= 2; ++year)
            for (int group = 1; group <= 2; ++group)
                text += fmt::format("\nanswer attendance.rate group={2} school={0} year={1} = {0}{1}{2}",
                                    school, year, group);
    std::istringstream input(text);
    auto document = small_template(
        {{"{{#each school sheet}}{{school.name}}", "{{#each group across}}{{group.name}}{{/each}}", "All"},
         {"{{#each year}}{{year.name}}", "{{attendance.rate}}", "=of:=SUM([.B2])", "{{/each}}"},
         {"{{/each}}", "=of:=SUM([.B2])", "=of:=SUM([.B2:.B2])"}});
    append_sheet(document, "Sum", {{"=of:=SUM([$Overview.B2])", "=of:=SUM([$Overview.C3])"}});
    const auto dump = DocumentDump(fill(std::move(document), MadeUpBook::parse(input), {})).text();
    EXPECT_THAT(dump, HasSubstr("  A2 string \"One\"\n  B2 float 211 "));
    EXPECT_THAT(dump, HasSubstr("of:=SUM([$'Overview A'.B2:$'Overview B'.C3])"));
    const auto sum = 111 + 112 + 121 + 122 + 211 + 212 + 221 + 222;
    EXPECT_THAT(dump, HasSubstr(fmt::format("sheet Sum\n  A1 float {} ", sum)));
    EXPECT_THAT(dump, HasSubstr(fmt::format("  B1 float {} ", sum)));
}

std::vector<std::string> problems(const odf::Document& document) {
    std::vector<std::string> texts;
    for (const auto& issue : check(document, MadeUpBook::of_size(2)))
        texts.push_back(to_string(issue));
    return texts;
}

TEST(RepeatSheets, what_cannot_be_repeated_is_refused_with_its_cell) {
    const auto problem = [](const std::vector<std::vector<std::string>>& rows) {
        const auto all = problems(small_template(rows));
        return all.empty() ? std::string("none") : all.front();
    };
    EXPECT_THAT(problem({{"{{#each school sheet}}"}}),
                HasSubstr("cell A1): found {{#each}} without {{/each}}"));
    EXPECT_THAT(problem({{"{{#each school sheet}}{{/each}}"}, {"{{#each school sheet}}{{/each}}"}}),
                HasSubstr("cell A2): found a second #each … sheet"));
    EXPECT_THAT(problem({{"{{#each school}}{{#each school sheet}}{{/each}}{{/each}}"}}),
                HasSubstr("cell A1): found #each … sheet inside another block"));
    EXPECT_THAT(problem({{"{{#each source sheet}}{{/each}}"}}),
                HasSubstr("cell A1): found #each source that repeats columns or sheets"));
    EXPECT_THAT(problem({{"{{#each planet sheet}}{{/each}}"}}), HasSubstr("cell A1): found 'planet'"));
    EXPECT_THAT(problem({{"{{#each school sheet}}"}, {"{{school.nme}}{{/each}}"}}),
                HasSubstr("cell A2): found 'school.nme'"));
    auto document = small_template({{"{{#each school sheet}}{{/each}}"}});
    set_attribute(document.spreadsheet().child("table:table"), "table:name", "{{school.nme}}");
    EXPECT_THAT(problems(document),
                ElementsAre(HasSubstr("(the name of sheet '{{school.nme}}'): found 'school.nme'")));
}

} // namespace
} // namespace termbook::fill
