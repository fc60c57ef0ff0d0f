// SPDX-License-Identifier: MPL-2.0
#include "tests/connectors/readers/sheets/made_workbook.hpp"

#include "core/diagnostics/error.hpp"

#include <fmt/format.h>

namespace termbook::readers {

namespace {

constexpr auto main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr auto office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationship(int id, std::string_view type, std::string_view target) {
    return fmt::format("<Relationship Id='rId{}' Type='{}/{}' Target='{}'/>", id, office, type, target);
}

std::string relationships(std::string_view inside) {
    return fmt::format(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{}"
        "</Relationships>",
        inside);
}

} // namespace

std::vector<MadeEntry> xlsx_entries(const MadeXlsx& made) {
    const std::string links = relationship(1, "worksheet", "worksheets/sheet1.xml") +
                              relationship(2, "sharedStrings", "/xl/sharedStrings.xml") +
                              relationship(3, "styles", "./styles.xml") +
                              relationship(4, "worksheet", "../xl/worksheets/sheet1.xml") +
                              relationship(5, "chartsheet", "chartsheets/sheet1.xml");
    return {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", relationships(relationship(1, "officeDocument", "xl/workbook.xml"))},
        {"xl/_rels/workbook.xml.rels", relationships(links)},
        {"xl/workbook.xml",
         fmt::format("<workbook xmlns='{}' xmlns:r='{}'><workbookPr {}/><sheets><sheet name='Pupils' "
                     "sheetId='1' r:id='rId1'/>{}</sheets></workbook>",
                     main_namespace, office, made.workbook_properties, made.more_sheets)},
        {"xl/styles.xml",
         fmt::format("<styleSheet xmlns='{}'><numFmts>{}</numFmts><cellStyleXfs><xf numFmtId='9'/>"
                     "</cellStyleXfs><cellXfs><xf numFmtId='0'/>{}</cellXfs></styleSheet>",
                     main_namespace, made.formats, made.xfs)},
        {"xl/sharedStrings.xml", fmt::format("<sst xmlns='{}'>{}</sst>", main_namespace, made.strings)},
        {"xl/worksheets/sheet1.xml",
         fmt::format("<worksheet xmlns='{}'>{}<sheetData>{}</sheetData></worksheet>", main_namespace,
                     made.before_data, made.sheet_data)},
    };
}

std::unique_ptr<Workbook> open_made(const std::vector<MadeEntry>& entries) {
    return open_workbook(keep_seekable(made_zip(entries), "book.xlsx"));
}

std::string rows_text(const Workbook& workbook, std::size_t sheet) {
    std::string text;
    const auto rows = workbook.rows(sheet);
    for (Row row; rows->next(row);) {
        text += fmt::format("{}: ", row.line);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            text.append(i == 0 ? "" : "|").append(row.cells[i]);
        text += '\n';
    }
    return text;
}

std::string rows_text(const MadeXlsx& made) {
    return rows_text(*open_made(xlsx_entries(made)));
}

std::string refusal_of(const std::vector<MadeEntry>& entries) {
    try {
        const auto workbook = open_made(entries);
        return workbook ? "no refusal: " + rows_text(*workbook) : "no workbook";
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace termbook::readers
