// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/xlsx_sheet.hpp"

#include "connectors/readers/sheets/cell_text.hpp"
#include "connectors/readers/sheets/ooxml.hpp"
#include "connectors/readers/xml/escaped_text.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace termbook::readers {

namespace {

std::optional<std::uint64_t> parse_index(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "AB12" as column (from 0) and row.
struct CellName {
    std::size_t column{0};
    std::uint64_t row{0};
};

std::optional<CellName> parse_cell_name(std::string_view text) {
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && column <= most_sheet_columns; ++at)
        column = 26 * column + static_cast<std::size_t>(text[at] - 'A') + 1;
    const auto row = parse_index(text.substr(at));
    if (column == 0 || !row) return std::nullopt;
    return CellName{column - 1, *row};
}

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// What most numbers of an export are: their text needs no conversion.
bool is_plain_integer(std::string_view text) {
    constexpr std::size_t most_digits = 15;
    return !text.empty() && text.size() <= most_digits && (text.front() != '0' || text.size() == 1) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

XlsxSheet::XlsxSheet(XlsxValues values) : m_values(std::move(values)) {}

void XlsxSheet::start_element(std::string_view name, const XmlAttributes& attributes, const XmlPlace&) {
    const std::string_view local = local_name(name);
    if (m_inside == Inside::nothing) {
        if (local == "row") start_row(attributes);
        if (local == "col") hide_columns_of(attributes);
    } else if (m_inside == Inside::row) {
        if (local == "c") start_cell(attributes);
    } else {
        start_in_cell(local, attributes);
    }
}

void XlsxSheet::start_row(const XmlAttributes& attributes) {
    m_row = m_next_row;
    m_column = 0;
    if (const auto stated = attributes.find("r")) {
        const auto row = parse_index(*stated);
        if (!row) refuse("a row whose number is none", "a number from 1");
        m_row = *row;
    }
    if (m_row < m_next_row || m_row > most_sheet_rows)
        throw Error({{}, m_row, 0, {}}, "rows that are not in their order, or beyond the last of a sheet",
                    fmt::format("rows from 1 to {}, from top to bottom", most_sheet_rows),
                    "open the workbook and save it again");
    rows().begin_row(m_row, is_true(attributes, "hidden"));
    m_next_row = m_row + 1;
    m_next_column = 0;
    m_inside = Inside::row;
}

void XlsxSheet::start_cell(const XmlAttributes& attributes) {
    m_column = m_next_column;
    m_type = Type::number;
    m_format = 0;
    attributes.for_each([&](std::string_view name, std::string_view value) {
        if (name == "r") {
            const auto cell = parse_cell_name(value);
            if (!cell) refuse("a cell whose name is none", "a name such as B4");
            m_column = cell->column;
        } else if (name == "s") {
            m_format = parse_index(value).value_or(0);
        } else if (name == "t") {
            m_type = value == "s"           ? Type::shared
                     : value == "str"       ? Type::text
                     : value == "inlineStr" ? Type::inlined
                     : value == "b"         ? Type::boolean
                     : value == "e"         ? Type::error
                     : value == "d"         ? Type::date
                                            : Type::number;
        }
    });
    m_next_column = m_column + 1;
    m_value.clear();
    m_inlined.clear();
    m_has_inlined = false;
    m_inside = Inside::cell;
}

void XlsxSheet::start_in_cell(std::string_view local, const XmlAttributes& attributes) {
    if (m_inside == Inside::cell && local == "v") {
        m_inside = Inside::value;
    } else if (m_inside == Inside::cell && local == "is") {
        m_inside = Inside::inlined;
        m_has_inlined = true;
    } else if (m_inside == Inside::inlined && local == "t") {
        m_inside = Inside::inlined_text;
        m_keeps_blanks = attributes.find("xml:space") == "preserve";
    } else if (m_inside == Inside::inlined && local == "rPh") {
        m_inside = Inside::phonetic;
    }
}

void XlsxSheet::text(std::string_view text, const XmlPlace&) {
    if (m_inside == Inside::value) m_value += text;
    if (m_inside == Inside::inlined_text) append_text_element(m_inlined, text, m_keeps_blanks);
}

void XlsxSheet::end_element(std::string_view name, const XmlPlace&) {
    const std::string_view local = local_name(name);
    if (m_inside == Inside::row && local == "row") {
        rows().end_row();
        m_inside = Inside::nothing;
    } else if (m_inside == Inside::cell && local == "c") {
        end_cell();
        m_inside = Inside::row;
    } else if ((m_inside == Inside::value && local == "v") ||
               (m_inside == Inside::inlined && local == "is")) {
        m_inside = Inside::cell;
    } else if ((m_inside == Inside::inlined_text && local == "t") ||
               (m_inside == Inside::phonetic && local == "rPh")) {
        m_inside = Inside::inlined;
    }
}

void XlsxSheet::hide_columns_of(const XmlAttributes& attributes) {
    if (!is_true(attributes, "hidden")) return;
    const auto first = parse_index(attributes.find("min").value_or(""));
    const auto last = parse_index(attributes.find("max").value_or(""));
    if (first && last && *first > 0 && *first <= *last) hide_columns(*first - 1, *last - *first + 1);
}

void XlsxSheet::end_cell() {
    m_text.clear();
    append_value();
    rows().put(m_column, m_text);
}

void XlsxSheet::append_value() {
    if (m_type == Type::inlined || (m_has_inlined && m_value.empty())) {
        m_text += m_has_inlined ? m_inlined : m_value;
        return;
    }
    if (m_type == Type::text) return append_unescaped(m_text, m_value);
    const std::string_view value = without_blanks(m_value);
    if (value.empty()) return;
    switch (m_type) {
    case Type::shared:
        return append_shared();
    case Type::boolean:
        return append_boolean(m_text, value == "1" || value == "true");
    case Type::date:
        return append_iso(m_text, value);
    case Type::number:
        return append_formatted_number();
    default:
        m_text += value;
    }
}

void XlsxSheet::append_shared() {
    const auto index = parse_index(without_blanks(m_value));
    const auto text = index ? m_values.strings->at(*index) : std::nullopt;
    if (!text) refuse("a text that the workbook does not have", "a number of one of its texts");
    m_text += *text;
}

void XlsxSheet::append_formatted_number() {
    using Kind = NumberFormat::Kind;
    const std::string_view value = without_blanks(m_value);
    const NumberFormat format =
        m_format < m_values.formats.size() ? m_values.formats[m_format] : NumberFormat{};
    double number = 0;
    const bool as_written = format.kind == Kind::number && is_plain_integer(value);
    const auto [end, error] = as_written ? std::from_chars_result{value.data(), std::errc::invalid_argument}
                                         : std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number)) {
        m_text += value;
        return;
    }
    switch (format.kind) {
    case Kind::number:
        return append_number(m_text, number);
    case Kind::percent:
        return append_percent(m_text, number);
    case Kind::date:
        return append_date(m_text, number, m_values.from_1904);
    case Kind::elapsed:
        return append_elapsed(m_text, number);
    case Kind::padded:
        return append_padded(m_text, number, format.digits);
    }
}

void XlsxSheet::refuse(std::string found, std::string expected) const {
    throw Error({{}, m_row, static_cast<std::uint32_t>(m_column) + 1, {}}, std::move(found),
                std::move(expected), "open the workbook and save it again");
}

} // namespace termbook::readers
