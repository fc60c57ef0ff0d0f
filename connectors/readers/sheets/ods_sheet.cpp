// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/ods_sheet.hpp"

#include "connectors/readers/sheets/cell_text.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace termbook::readers {

namespace {

/// How often a row, column or cell stands there; at least once.
std::uint64_t repeats(const XmlAttributes& attributes, std::string_view name) {
    std::uint64_t count = 1;
    if (const auto stated = attributes.find(name))
        std::from_chars(stated->data(), stated->data() + stated->size(), count);
    return std::max<std::uint64_t>(count, 1);
}

bool is_hidden(const XmlAttributes& attributes) {
    const auto visibility = attributes.find("table:visibility");
    return visibility == "collapse" || visibility == "filter";
}

std::optional<double> parse_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

/// Whether a number is shown as digits with zeros in front of them.
bool is_padded(std::string_view shown) {
    return shown.size() > 1 && shown.front() == '0' &&
           std::all_of(shown.begin(), shown.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

void OdsSheet::start_element(std::string_view name, const XmlAttributes& attributes, const XmlPlace&) {
    ++m_level;
    if (ended()) return;
    if (m_cell_level != 0) return m_shown.start_element(name, attributes);
    if (m_table_level != 0) return start_in_table(name, attributes);
    if (name == "office:spreadsheet") m_spreadsheet_level = m_level;
    if (name == "table:table" && m_spreadsheet_level != 0 && m_level == m_spreadsheet_level + 1 &&
        m_sheets_before-- == 0)
        m_table_level = m_level;
}

void OdsSheet::start_in_table(std::string_view name, const XmlAttributes& attributes) {
    if (name == "table:table-row") {
        m_row_repeat = std::min(repeats(attributes, "table:number-rows-repeated"), 2 * most_sheet_rows);
        rows().begin_row(m_next_row, is_hidden(attributes));
        m_next_row += m_row_repeat;
        m_is_beyond = m_next_row > most_sheet_rows + 1;
        m_column = 0;
    } else if (name == "table:table-cell" || name == "table:covered-table-cell") {
        m_covered = name == "table:covered-table-cell";
        start_cell(attributes);
    } else if (name == "table:table-column") {
        const std::uint64_t count = repeats(attributes, "table:number-columns-repeated");
        if (is_hidden(attributes)) hide_columns(m_hideable_column, count);
        m_hideable_column += std::min<std::uint64_t>(count, most_sheet_columns);
    }
}

void OdsSheet::start_cell(const XmlAttributes& attributes) {
    m_cell_level = m_level;
    m_repeat = repeats(attributes, "table:number-columns-repeated");
    m_type.clear();
    m_value.clear();
    m_has_value = false;
    bool is_error = false;
    attributes.for_each([&](std::string_view name, std::string_view value) {
        if (name == "office:value-type") {
            m_type = value;
        } else if (name == "calcext:value-type") {
            is_error = value == "error";
        } else if (name == "office:value" || name == "office:date-value" || name == "office:time-value" ||
                   name == "office:boolean-value" || name == "office:string-value") {
            m_value = value;
            m_has_value = true;
        }
    });
    if (is_error) m_has_value = false; // what it shows is the error
    m_shown.clear();
}

void OdsSheet::text(std::string_view text, const XmlPlace&) {
    if (m_cell_level != 0 && !ended()) m_shown.add(text);
}

void OdsSheet::end_element(std::string_view name, const XmlPlace&) {
    const int level = m_level--;
    if (ended() || m_table_level == 0) return;
    if (m_cell_level != 0) {
        if (level == m_cell_level)
            end_cell();
        else
            m_shown.end_element(name);
    } else if (level == m_table_level) {
        end_sheet();
    } else if (name == "table:table-row") {
        rows().end_row(m_row_repeat);
    }
}

void OdsSheet::end_cell() {
    m_cell_level = 0;
    m_text.clear();
    if (!m_covered) append_value();
    if (m_is_beyond && !m_text.empty())
        throw Error({{}, m_next_row - m_row_repeat, 0, {}}, "rows beyond the last of a sheet",
                    fmt::format("at most {} rows", most_sheet_rows),
                    "delete what fills the sheet, and save it again");
    rows().put(m_column, m_text, m_repeat);
    m_column += std::min(m_repeat, 2 * most_sheet_columns);
}

void OdsSheet::append_value() {
    const auto number = m_has_value ? parse_number(m_value) : std::nullopt;
    const bool is_number = m_type == "float" || m_type == "currency";
    if (!m_has_value)
        m_text += m_shown.text();
    else if (is_number && number && is_padded(m_shown.text()) && parse_number(m_shown.text()) == number)
        m_text += m_shown.text();
    else if (is_number && number)
        append_number(m_text, *number);
    else if (m_type == "percentage" && number)
        append_percent(m_text, *number);
    else if (m_type == "date")
        append_iso(m_text, m_value);
    else if (m_type == "time")
        append_duration(m_text, m_value);
    else if (m_type == "boolean")
        append_boolean(m_text, m_value == "true" || m_value == "1");
    else
        m_text += m_value;
}

} // namespace termbook::readers
