// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/sheet.hpp"

#include "templates/odf/times.hpp"
#include "templates/writers/looks/units.hpp"

#include <cmath>
#include <ctime>
#include <fmt/format.h>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

std::optional<std::string> range_text(const Book& book, const char* address) {
    const auto area = parse_area(address);
    const auto* sheet = area ? book.find_sheet(area->sheet) : nullptr;
    if (sheet == nullptr) return {};
    return quoted_sheet(sheet->excel_name) + "!" + cells_of(*area, true);
}

void define(Book& book, pugi::xml_node node, const Sheet* scope) {
    const std::string name = node.attribute("table:name").value();
    const auto where = fmt::format("name '{}'", name);
    const bool is_range = std::string_view(node.name()) == "table:named-range";
    const auto text = is_range ? range_text(book, node.attribute("table:cell-range-address").value())
                               : excel_formula(book, node.attribute("table:expression").value(), where);
    const std::string full = scope == nullptr ? name : quoted_sheet(scope->excel_name) + "!" + name;
    if (text && workbook_define_name(book.workbook, full.c_str(), ("=" + *text).c_str()) == LXW_NO_ERROR)
        return;
    book.lose(where, "a name that an .xlsx file cannot hold", "it was left out");
}

void define_all(Book& book, pugi::xml_node owner, const Sheet* scope) {
    for (const auto& node : owner.child("table:named-expressions").children())
        if (node.type() == pugi::node_element) define(book, node, scope);
}

void filter(Book& book, pugi::xml_node range) {
    if (!range.attribute("table:display-filter-buttons").as_bool()) return;
    const auto area = parse_area(range.attribute("table:target-range-address").value());
    const auto* sheet = area ? book.find_sheet(area->sheet) : nullptr;
    if (sheet == nullptr) return;
    worksheet_autofilter(sheet->worksheet, static_cast<lxw_row_t>(area->first_row),
                         static_cast<lxw_col_t>(area->first_column), static_cast<lxw_row_t>(area->last_row),
                         static_cast<lxw_col_t>(area->last_column));
    if (range.child("table:filter"))
        book.lose(place_of(*sheet), "a filter's chosen values", "the filter was written without them");
}

std::time_t time_of(const char* date) {
    const auto serial = odf::to_serial_date(date);
    constexpr double unix_epoch = -odf::null_date.time_since_epoch().count();
    return serial ? static_cast<std::time_t>(std::llround((*serial - unix_epoch) * 86'400)) : 0;
}

void set_custom(Book& book, pugi::xml_node node) {
    const char* name = node.attribute("meta:name").value();
    const std::string_view type = node.attribute("meta:value-type").value();
    lxw_error failure = LXW_NO_ERROR;
    if (type == "float")
        failure = workbook_set_custom_property_number(book.workbook, name,
                                                      to_number(node.child_value()).value_or(0));
    else if (type == "boolean")
        failure = workbook_set_custom_property_boolean(book.workbook, name, node.text().as_bool());
    else
        failure = workbook_set_custom_property_string(book.workbook, name, node.child_value());
    if (failure != LXW_NO_ERROR && *node.child_value() != '\0')
        book.lose(fmt::format("property '{}'", name), "a property of more than 255 letters",
                  "it was left out");
}

} // namespace

void write_names(Book& book) {
    define_all(book, book.document.spreadsheet(), nullptr);
    for (const auto& sheet : book.sheets)
        define_all(book, sheet.table, &sheet);
    for (const auto& range :
         book.document.spreadsheet().child("table:database-ranges").children("table:database-range"))
        filter(book, range);
}

void write_properties(Book& book) {
    const auto meta = book.document.meta();
    const auto text = [&](const char* name) {
        return const_cast<char*>(meta.child_value(name));
    }; // the library only reads it
    std::string keywords;
    for (const auto& keyword : meta.children("meta:keyword"))
        keywords += (keywords.empty() ? "" : ", ") + std::string(keyword.child_value());
    lxw_doc_properties properties{};
    properties.title = text("dc:title");
    properties.subject = text("dc:subject");
    properties.author =
        *text("meta:initial-creator") != '\0' ? text("meta:initial-creator") : text("dc:creator");
    properties.comments = text("dc:description");
    properties.keywords = keywords.data();
    // A document that names no day gets a fixed one: the same document gives the same file.
    const auto created = time_of(meta.child_value("meta:creation-date"));
    constexpr std::time_t first_of_2000 = 946'684'800;
    properties.created = created != 0 ? created : first_of_2000;
    workbook_set_properties(book.workbook, &properties);
    for (const auto& node : meta.children("meta:user-defined"))
        set_custom(book, node);
}

} // namespace termbook::writers::xlsx
