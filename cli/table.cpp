// SPDX-License-Identifier: MPL-2.0
#include "cli/table.hpp"

#include "core/letters.hpp"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <iostream>

namespace termbook::cli {

namespace {

void print_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        line += row[i];
        if (i + 1 < row.size()) line.append(widths[i] - count_characters(row[i]) + 2, ' ');
    }
    std::cout << line << '\n';
}

bool is_number(const std::string& text) {
    return text.size() > 1 && text.find_first_not_of("0123456789.", 1) == std::string::npos;
}

} // namespace

std::string csv_cell(const std::string& text) {
    std::string cell = text;
    const bool like_formula = !cell.empty() && std::string("=+-@\t\r").find(cell[0]) != std::string::npos;
    if (like_formula && !is_number(cell)) cell.insert(0, "'");
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

Table::Table(std::vector<std::string> header) : m_header(std::move(header)) {}

void Table::add(std::vector<std::string> row) {
    m_rows.push_back(std::move(row));
}

void Table::print(TableFormat format) const {
    switch (format) {
    case TableFormat::table:
        return print_aligned();
    case TableFormat::csv:
        return print_csv();
    case TableFormat::json:
        return print_json();
    }
}

void Table::print_aligned() const {
    std::vector<std::size_t> widths;
    for (const auto& name : m_header)
        widths.push_back(count_characters(name));
    for (const auto& row : m_rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], count_characters(row[i]));
    print_row(m_header, widths);
    for (const auto& row : m_rows)
        print_row(row, widths);
}

void Table::print_csv() const {
    const auto line = [](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i)
            std::cout << (i > 0 ? "," : "") << csv_cell(row[i]);
        std::cout << "\r\n";
    };
    line(m_header);
    for (const auto& row : m_rows)
        line(row);
}

void Table::print_json() const {
    Poco::JSON::Array all;
    for (const auto& row : m_rows) {
        Poco::JSON::Object object(Poco::JSON_PRESERVE_KEY_ORDER);
        for (std::size_t i = 0; i < row.size(); ++i)
            object.set(m_header[i], row[i]);
        all.add(object);
    }
    all.stringify(std::cout, 2);
    std::cout << '\n';
}

} // namespace termbook::cli
