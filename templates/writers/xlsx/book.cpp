// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/book.hpp"

#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"
#include "templates/formulas/formula.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace termbook::writers::xlsx {

namespace {

/// The first letters of UTF-8 text.
std::string first_letters(const std::string& text, std::size_t count) {
    std::size_t at = 0;
    while (at < text.size() && count-- > 0) {
        ++at;
        while (at < text.size() && continues_character(text[at]))
            ++at;
    }
    return text.substr(0, at);
}

std::string name_for_excel(const std::string& name, std::set<std::string>& taken) {
    constexpr std::size_t longest = 31;
    std::string fit = name;
    std::replace_if(
        fit.begin(), fit.end(),
        [](char c) { return std::string_view("[]:*?/\\").find(c) != std::string_view::npos; }, '_');
    fit = first_letters(fit, longest);
    if (fit.empty()) fit = "Sheet";
    if (fit.front() == '\'') fit.front() = '_';
    if (fit.back() == '\'') fit.back() = '_';
    for (int i = 2; !taken.insert(lower(fit)).second; ++i) {
        const auto ending = fmt::format(" {}", i);
        fit = first_letters(fit, longest - ending.size()) + ending;
    }
    return fit;
}

void move(formulas::CellRef& cell, std::int32_t columns, std::int32_t rows) {
    if (!cell.column_absolute) cell.column += columns;
    if (!cell.row_absolute) cell.row += rows;
    if (cell.column < 0 || cell.row < 0) cell.broken = true;
}

} // namespace

const Sheet* Book::find_sheet(const std::string& name) const {
    const auto known =
        std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return sheet.name == name; });
    return known == sheets.end() ? nullptr : &*known;
}

void Book::lose(std::string where, std::string found, std::string remedy) {
    issues.add({{document.name(), 0, 0, std::move(where)},
                std::move(found),
                "what an .xlsx file can hold",
                std::move(remedy),
                1,
                {}});
}

std::string place_of(const Sheet& sheet) {
    return fmt::format("sheet '{}'", sheet.name);
}

std::string place_of(const Sheet& sheet, std::int32_t column, std::int32_t row) {
    return fmt::format("sheet '{}', cell {}", sheet.name, cells_of({"", column, row, column, row}, false));
}

std::optional<std::string> excel_formula(Book& book, const std::string& formula, const std::string& where,
                                         std::int32_t by_columns, std::int32_t by_rows) {
    try {
        auto parsed = formulas::Formula::parse_open_formula(formula);
        if (parsed.has_external_references())
            book.lose(where, "a reference to another file",
                      "it became #REF!; bring those cells into the template, or choose .ods");
        parsed.rewrite_references([&](formulas::Reference& reference, const formulas::Formula::Place&) {
            for (auto* cell : {&reference.first, reference.last ? &*reference.last : nullptr}) {
                if (cell == nullptr) continue;
                move(*cell, reference.whole_rows ? 0 : by_columns, reference.whole_columns ? 0 : by_rows);
                if (!cell->sheet) continue;
                if (const auto* sheet = book.find_sheet(*cell->sheet)) cell->sheet = sheet->excel_name;
            }
        });
        return parsed.to_excel();
    } catch (const Error&) {
        book.lose(where, "a formula that cannot be read", "its last result was written in its place");
        return {};
    }
}

std::vector<Sheet> make_sheets(Book& book) {
    std::vector<Sheet> sheets;
    std::set<std::string> taken;
    for (const auto& table : book.document.spreadsheet().children("table:table")) {
        Sheet sheet;
        sheet.table = table;
        sheet.name = table.attribute("table:name").value();
        sheet.excel_name = name_for_excel(sheet.name, taken);
        if (sheet.excel_name != sheet.name)
            book.lose(place_of(sheet), "a sheet name that is too long or has one of []:*?/\\ in it",
                      fmt::format("the sheet was named '{}'", sheet.excel_name));
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

} // namespace termbook::writers::xlsx
