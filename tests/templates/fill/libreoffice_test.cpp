// SPDX-License-Identifier: MPL-2.0
// What a filled document says its formulas come to is what LibreOffice makes of them when it has to compute
// them.
#include "templates/fill/fill.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/fill/writing/cell_writer.hpp"
#include "tests/templates/fill/made_up_book.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

namespace termbook::fill {
namespace {

namespace fs = std::filesystem;

struct Shown {
    std::string value;
    std::string text;
    std::string formula;
};

/// Every formula cell of a document by "sheet!row,column".
std::map<std::string, Shown> formulas_of(const odf::Document& document) {
    std::map<std::string, Shown> cells;
    for (const auto table : tables_of(document.spreadsheet()))
        for (const auto& row : rows_of(table))
            for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
                if (!cell.attribute("table:formula")) return;
                const auto place = cell_place(table.attribute("table:name").value(), column, row.first);
                cells[place] = {cell.attribute("office:value").value(), text_of(cell),
                                cell.attribute("table:formula").value()};
            });
    return cells;
}

void forget_results(const odf::Document& document) {
    for (const auto table : tables_of(document.spreadsheet()))
        for (const auto& row : rows_of(table))
            for_each_cell(row.node, [](pugi::xml_node cell, std::int32_t, std::int32_t) {
                const std::string formula = cell.attribute("table:formula").value();
                if (formula.empty()) return;
                clear_value(cell);
                set_attribute(cell, "table:formula", formula);
            });
}

void compare(const std::string& name, const odf::Document& ours, const odf::Document& theirs) {
    const auto computed = formulas_of(theirs);
    for (const auto& [place, cell] : formulas_of(ours)) {
        const auto other = computed.find(place);
        ASSERT_NE(other, computed.end()) << name << ", " << place;
        EXPECT_EQ(cell.text, other->second.text) << name << ", " << place << ": " << cell.formula;
        if (cell.value.empty() || other->second.value.empty()) continue;
        EXPECT_NEAR(std::stod(cell.value), std::stod(other->second.value), 1e-9) << name << ", " << place;
    }
}

TEST(FillOffice, computes_the_results_that_filled_documents_hold) {
    if (std::system("command -v soffice >/dev/null 2>&1") != 0) GTEST_SKIP() << "no soffice";
    const auto folder = fs::temp_directory_path() / ("termbook-fill-" + std::to_string(getpid()));
    fs::create_directories(folder / "out");
    std::map<std::string, odf::Document> filled;
    for (const auto& entry : fs::directory_iterator(fs::path(TERMBOOK_SOURCE_DIR) / "tests/cases/fill")) {
        const auto name = entry.path().filename().string();
        const auto book = MadeUpBook::read_file(entry.path() / "figures.txt");
        FillOptions options;
        options.today = *make_date(2026, 11, 21);
        auto document = fill(odf::Document::read(entry.path() / "template.fods"), book, options);
        const auto blank = odf::Document::parse(to_flat(document), name);
        forget_results(blank);
        std::ofstream(folder / (name + ".ods"), std::ios::binary) << to_package(blank);
        filled.emplace(name, std::move(document));
    }
    const auto command = "timeout 120 soffice -env:UserInstallation=file://" + (folder / "profile").string() +
                         " --headless --convert-to fods --outdir " + (folder / "out").string() + " " +
                         folder.string() + "/*.ods >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0);
    for (const auto& [name, document] : filled)
        compare(name, document, odf::Document::read(folder / "out" / (name + ".fods")));
    fs::remove_all(folder);
}

} // namespace
} // namespace termbook::fill
