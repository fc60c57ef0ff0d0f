// SPDX-License-Identifier: MPL-2.0
// A block across five columns is what a person makes of one across two, who inserts three columns in
// LibreOffice.
#include "templates/fill/fill.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

namespace termbook::fill {
namespace {

namespace fs = std::filesystem;

/// Schools that are all alike, so that a copy of the first one's column is as good as any.
MadeUpBook alike(int schools) {
    std::string text = "members school";
    for (int school = 1; school <= schools; ++school)
        text += fmt::format(" {0}=S{0}", school);
    for (int school = 1; school <= schools; ++school)
        text += fmt::format("\nanswer attendance.rate school={} = 940/1000", school);
    std::istringstream input(text);
    return MadeUpBook::parse(input);
}

/// In each row a formula inside the block (column B) and one beside it (column C). What a formula inside
/// means outside is fixed, or copying would move it.
odf::Document report(int schools) {
    std::vector<std::vector<std::string>> rows{{"Title", "{{#each school across}}{{/each}}", "", "x"},
                                               {"Head", "{{school.name}}", "", ""},
                                               {"7", "{{attendance.rate | numerator}}", "", "3"}};
    const std::vector<std::pair<std::string, std::string>> formulas{
        {"[.B3]*2", "SUM([.B3])"},
        {"[.$A3]&[.B$3]", "SUM([.B3:.B3])"},
        {"[.B3]/SUM([.$B3:.$B3])", "AVERAGE([.$B$3:.$B$3])"},
        {"SUM([.B3:.B4])", "COUNTIF([.B3];\">0\")"},
        {"COUNT([.$B$3:.$B$4])", "[.B3]"},
        {"[.$D3]", "[.D3]"},
        {"[.$D$3]+[.B4]", "[.$B$3]+[.$D$3]"},
        {"COUNTA([.$A3:.$D3])", "COUNTA([.A3:.D3])"},
        {"MAX([.3:.3])", "COUNT([.3:.4])"},
        {"COUNT([.$B3:.$D3])", "MAX([.B3:.B9])-MIN([.$B4:.$B4])"},
        {"IF([.B3]>900;[.B4];[.$D3])", "SUMPRODUCT([.B3:.B3];[.B4:.B4])"},
        {"INDEX([.$B$3:.$B$4];1;1)", "INDEX([.B3:.B4];1;1)"},
        {"SUM(Schools)", "SUM(Schools)"},
        {"ROUND([.B4]/3;1)", "SUM([$Other.A1];[.B3:.B3])"},
    };
    for (const auto& [inside, beside] : formulas)
        rows.push_back({"", "=of:=" + inside, "=of:=" + beside});
    auto document = small_template(rows);
    append_sheet(document, "Other",
                 {{"=of:=SUM([$Overview.B3])", "=of:=[$Overview.B4]", "=of:=[$Overview.D3]"}});
    auto sheet = document.spreadsheet().child("table:table");
    set_attribute(sheet, "table:print-ranges", "Overview.A1:Overview.D9");
    auto title = rows_of(sheet)[0].node.first_child();
    set_attribute(title, "table:number-columns-spanned", "4");
    const auto named = [&](const char* holder, const char* element, const char* attribute,
                           const char* address) {
        auto node = document.spreadsheet().append_child(holder).append_child(element);
        set_attribute(node, "table:name", "Schools");
        set_attribute(node, attribute, address);
        return node;
    };
    set_attribute(named("table:named-expressions", "table:named-range", "table:cell-range-address",
                        "$Overview.$B$3:.$B$3"),
                  "table:base-cell-address", "$Overview.$A$1");
    set_attribute(named("table:database-ranges", "table:database-range", "table:target-range-address",
                        "Overview.A2:Overview.D9"),
                  "table:name", "Filter");
    return fill(std::move(document), alike(schools), {});
}

/// What there is to compare: formulas and results by place, merges, and the ranges that the document keeps.
std::map<std::string, std::string> facts_of(const odf::Document& document) {
    std::map<std::string, std::string> facts;
    for (const auto table : tables_of(document.spreadsheet())) {
        const std::string sheet = table.attribute("table:name").value();
        if (sheet == "Sources") continue;
        facts[sheet + " print"] = table.attribute("table:print-ranges").value();
        for (const auto& row : rows_of(table))
            for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
                const auto place = cell_place(sheet, column, row.first);
                const std::string formula = cell.attribute("table:formula").value();
                if (formula.empty()) return;
                facts[place] = text_of(cell) + (formula.find("Sources") == formula.npos ? " " + formula : "");
            });
        facts[sheet + " merge"] =
            rows_of(table)[0].node.first_child().attribute("table:number-columns-spanned").value();
    }
    for (const auto& name : document.spreadsheet().child("table:named-expressions").children())
        if (!std::string_view(name.attribute("table:name").value()).starts_with("tb_"))
            facts[name.attribute("table:name").value()] = name.attribute("table:cell-range-address").value();
    for (const auto& range : document.spreadsheet().child("table:database-ranges").children())
        facts[range.attribute("table:name").value()] = range.attribute("table:target-range-address").value();
    return facts;
}

TEST(AcrossOffice, a_person_who_inserts_the_columns_has_the_same_formulas_and_results) {
    if (std::system(
            "command -v soffice >/dev/null 2>&1 && /usr/bin/python3 -c 'import uno' >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "no soffice, or no python3-uno";
    const auto folder = fs::temp_directory_path() / ("termbook-columns-" + std::to_string(getpid()));
    fs::create_directories(folder);
    for (const auto& [name, schools] : {std::pair("two.ods", 2), std::pair("five.ods", 5)})
        std::ofstream(folder / name, std::ios::binary) << to_package(report(schools));
    const auto command =
        fmt::format("timeout 120 /usr/bin/python3 '{0}/tests/tools/insert_columns.py' '{1}/two.ods' "
                    "'{1}/five.ods' '{1}'",
                    TERMBOOK_SOURCE_DIR, folder.string());
    ASSERT_EQ(std::system(command.c_str()), 0);
    const auto by_hand = facts_of(odf::Document::read(folder / "by_hand.ods"));
    const auto as_filled = facts_of(odf::Document::read(folder / "as_filled.ods"));
    fs::remove_all(folder);
    EXPECT_GT(as_filled.size(), 80U);
    for (const auto& [place, fact] : as_filled)
        EXPECT_EQ(by_hand.contains(place) ? by_hand.at(place) : "nothing", fact) << place;
    EXPECT_EQ(by_hand.size(), as_filled.size());
}

} // namespace
} // namespace termbook::fill
