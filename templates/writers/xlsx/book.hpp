// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "templates/odf/document.hpp"
#include "templates/writers/looks/styles.hpp"
#include "templates/writers/xlsx/address.hpp"
#include "templates/writers/xlsx/formats.hpp"

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>
#include <xlsxwriter.h>

namespace termbook::writers::xlsx {

/// Columns of a sheet, as far as the sheet format goes.
struct Column {
    std::int32_t first{0};
    std::int32_t last{0};
    std::string cell_style; ///< what cells without a style have
    double width{0};        ///< points; 0 if hidden
};

/// Points that a row is high whose style says nothing.
constexpr double usual_height = 12.8;

/// Heights of rows, in points; 0 if hidden.
struct RowHeight {
    std::int32_t first{0};
    std::int32_t last{0};
    double in_document{0};
    double in_workbook{0};
};

/// One sheet on its way.
struct Sheet {
    pugi::xml_node table;
    std::string name;       ///< as the document calls it
    std::string excel_name; ///< as the workbook calls it
    lxw_worksheet* worksheet{nullptr};
    std::vector<Column> columns;    ///< once they are written
    std::vector<RowHeight> heights; ///< once the rows are written; rows that only fill the sheet have none
    /// Names of data validations (table:content-validation-name) and the cells that have them.
    std::map<std::string, std::vector<Area>> validated;
    /// Cell styles with conditions in them (style:map) and the cells that have them.
    std::map<std::string, std::vector<Area>> conditional;
};

/// The workbook on its way.
struct Book {
    const odf::Document& document;
    lxw_workbook* workbook;
    Styles styles;
    Formats formats;
    std::vector<Sheet> sheets;
    IssueLog issues;

    Book(const odf::Document& source, lxw_workbook* target)
        : document(source), workbook(target), styles(source), formats(target) {}

    const Sheet* find_sheet(const std::string& name) const;

    /// Reports what cannot be carried. `where` is "sheet 'Overview', cell B4".
    void lose(std::string where, std::string found, std::string remedy);
};

/// "sheet 'Overview', cell B4".
std::string place_of(const Sheet& sheet, std::int32_t column, std::int32_t row);
std::string place_of(const Sheet& sheet);

/// An OpenDocument formula as the sheet format writes it, without the `=`; sheets by their names in the
/// workbook. Relative references move by the given columns and rows. None, and an issue, when it cannot be
/// read; an issue, too, when it reads another file.
std::optional<std::string> excel_formula(Book& book, const std::string& formula, const std::string& where,
                                         std::int32_t by_columns = 0, std::int32_t by_rows = 0);

/// Gives each sheet of the document a name that the sheet format takes: at most 31 letters, no []:*?/\, no
/// twins.
std::vector<Sheet> make_sheets(Book& book);

} // namespace termbook::writers::xlsx
