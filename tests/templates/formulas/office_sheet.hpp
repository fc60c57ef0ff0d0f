// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/evaluate.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <pugixml.hpp>
#include <string>
#include <unistd.h>
#include <vector>

namespace termbook::formulas {

/// A cell of the sheet that formulas are tried on.
struct SheetCell {
    Value value;
    std::string formula; ///< that gives the value; errors and empty texts come only from formulas
};

using Rows = std::vector<std::vector<SheetCell>>;

/// The sheet "Data" as the evaluator sees it.
class SheetCells : public Cells {
  public:
    explicit SheetCells(const Rows& rows) : m_rows(rows) {}

    Value value(const std::string& sheet, std::int32_t column, std::int32_t row) override {
        if (sheet != "Data" && sheet != "Tried") return FormulaError::ref;
        if (sheet == "Tried" || row >= used_rows(sheet)) return Blank{};
        const auto& cells = m_rows[static_cast<std::size_t>(row)];
        if (static_cast<std::size_t>(column) >= cells.size()) return Blank{};
        return cells[static_cast<std::size_t>(column)].value;
    }
    std::int32_t used_rows(const std::string& sheet) override {
        return sheet == "Data" ? static_cast<std::int32_t>(m_rows.size()) : 0;
    }
    std::int32_t used_columns(const std::string& sheet) override {
        return sheet == "Data" ? static_cast<std::int32_t>(m_rows.front().size()) : 0;
    }
    std::vector<std::string> sheets_between(const std::string&, const std::string&) override { return {}; }
    std::optional<Reference> name(const std::string&, const std::string&) override { return std::nullopt; }

  private:
    const Rows& m_rows;
};

inline std::string show(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("number {:.13g}", *number);
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "TRUE" : "FALSE";
    if (const auto* text = std::get_if<std::string>(&value)) return "text '" + *text + "'";
    if (const auto* error = std::get_if<FormulaError>(&value)) return to_string(*error);
    return "blank";
}

inline void write_value(pugi::xml_node cell, const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        cell.append_attribute("office:value-type") = "float";
        cell.append_attribute("office:value") = fmt::format("{}", *number).c_str();
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        cell.append_attribute("table:style-name") = "truth";
        cell.append_attribute("office:value-type") = "boolean";
        cell.append_attribute("office:boolean-value") = *truth;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        cell.append_attribute("office:value-type") = "string";
        cell.append_child("text:p").text().set(text->c_str());
    }
}

inline pugi::xml_node append_cell(pugi::xml_node row) {
    return row.append_child("table:table-cell");
}

/// A flat spreadsheet with the data, and the formulas in column A of the sheet "Tried".
inline void write_sheet(const std::filesystem::path& path, const Rows& rows,
                        const std::vector<std::string>& formulas) {
    pugi::xml_document document;
    auto root = document.append_child("office:document");
    for (const char* space : {"office", "table", "text", "style"})
        root.append_attribute(fmt::format("xmlns:{}", space).c_str()) =
            fmt::format("urn:oasis:names:tc:opendocument:xmlns:{}:1.0", space).c_str();
    root.append_attribute("xmlns:number") = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    root.append_attribute("xmlns:of") = "urn:oasis:names:tc:opendocument:xmlns:of:1.2";
    root.append_attribute("office:version") = "1.3";
    root.append_attribute("office:mimetype") = "application/vnd.oasis.opendocument.spreadsheet";
    auto styles = root.append_child("office:automatic-styles");
    auto number_style = styles.append_child("number:boolean-style");
    number_style.append_attribute("style:name") = "N99";
    number_style.append_child("number:boolean");
    auto style = styles.append_child("style:style");
    style.append_attribute("style:name") = "truth";
    style.append_attribute("style:family") = "table-cell";
    style.append_attribute("style:data-style-name") = "N99";
    auto sheets = root.append_child("office:body").append_child("office:spreadsheet");
    auto settings = sheets.append_child("table:calculation-settings");
    settings.append_attribute("table:case-sensitive") = "false";
    settings.append_attribute("table:automatic-find-labels") = "false";
    settings.append_attribute("table:use-regular-expressions") = "false";
    settings.append_attribute("table:use-wildcards") = "true";
    auto data = sheets.append_child("table:table");
    data.append_attribute("table:name") = "Data";
    for (const auto& cells : rows) {
        auto row = data.append_child("table:table-row");
        for (const auto& cell : cells) {
            auto node = append_cell(row);
            if (cell.formula.empty())
                write_value(node, cell.value);
            else
                node.append_attribute("table:formula") = ("of:=" + cell.formula).c_str();
        }
    }
    auto tried = sheets.append_child("table:table");
    tried.append_attribute("table:name") = "Tried";
    for (const auto& formula : formulas)
        append_cell(tried.append_child("table:table-row")).append_attribute("table:formula") =
            ("of:=" + formula).c_str();
    document.save_file(path.c_str(), "", pugi::format_raw);
}

inline std::string text_of(pugi::xml_node node) {
    std::string text;
    for (const auto& child : node.children()) {
        if (child.type() == pugi::node_pcdata)
            text += child.value();
        else if (std::string(child.name()) == "text:s")
            text += std::string(child.attribute("text:c").as_uint(1), ' ');
        else
            text += text_of(child);
    }
    return text;
}

/// "Err:502" and the other errors without a name of their own count as #VALUE!.
inline Value error_of(const std::string& shown) {
    for (const auto error : {FormulaError::null, FormulaError::div0, FormulaError::value, FormulaError::ref,
                             FormulaError::name, FormulaError::num, FormulaError::na})
        if (shown == to_string(error)) return error;
    return FormulaError::value;
}

inline Value read_value(pugi::xml_node cell) {
    const std::string type = cell.attribute("calcext:value-type").as_string();
    std::string text;
    for (const auto& paragraph : cell.children("text:p"))
        text += text_of(paragraph);
    if (type == "error") return error_of(text);
    if (const auto truth = cell.attribute("office:boolean-value")) {
        const std::string value = truth.as_string();
        if (value != "true" && value != "false") return truth.as_double(); // a number in a boolean format
        return value == "true";
    }
    if (const auto number = cell.attribute("office:value")) return number.as_double();
    return text;
}

/// The values that LibreOffice gives to the formulas; none at all when there is no LibreOffice.
inline std::vector<Value> calculate_in_office(const Rows& rows, const std::vector<std::string>& formulas) {
    namespace fs = std::filesystem;
    if (std::system("command -v soffice >/dev/null 2>&1") != 0) return {};
    const fs::path folder = fs::temp_directory_path() / fmt::format("termbook-formulas-{}", ::getpid());
    fs::create_directories(folder / "out");
    write_sheet(folder / "tried.fods", rows, formulas);
    const std::string command =
        fmt::format("LC_ALL=C.UTF-8 soffice --headless '-env:UserInstallation=file://{0}/profile' "
                    "--convert-to fods --outdir '{0}/out' "
                    "'{0}/tried.fods' >/dev/null 2>&1",
                    folder.string());
    const int status = std::system(command.c_str());
    pugi::xml_document document;
    const auto read = document.load_file((folder / "out" / "tried.fods").c_str(),
                                         pugi::parse_default | pugi::parse_ws_pcdata);
    fs::remove_all(folder);
    std::vector<Value> values;
    if (status != 0 || !read) return values;
    const auto sheet = document.child("office:document")
                           .child("office:body")
                           .child("office:spreadsheet")
                           .find_child_by_attribute("table:table", "table:name", "Tried");
    for (const auto& row : sheet.children("table:table-row")) {
        const auto repeated = row.attribute("table:number-rows-repeated").as_uint(1);
        for (unsigned i = 0; i < repeated && values.size() < formulas.size(); ++i)
            values.push_back(read_value(row.child("table:table-cell")));
    }
    return values;
}

} // namespace termbook::formulas
