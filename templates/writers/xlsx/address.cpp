// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/address.hpp"

#include <algorithm>
#include <cctype>

namespace termbook::writers::xlsx {

namespace {

struct Cell {
    std::string sheet;
    std::int32_t column{0};
    std::int32_t row{0};
};

/// Takes the sheet's name and its point off the front: `$'Year 4'.`
std::optional<std::string> take_sheet(std::string_view& text) {
    if (text.starts_with('$') && text.find('.') != std::string_view::npos) text.remove_prefix(1);
    std::string name;
    if (text.starts_with('\'')) {
        std::size_t at = 1;
        for (; at < text.size(); ++at) {
            if (text[at] != '\'')
                name += text[at];
            else if (at + 1 < text.size() && text[at + 1] == '\'')
                name += text[++at];
            else
                break;
        }
        if (at + 1 >= text.size() || text[at + 1] != '.') return {};
        text.remove_prefix(at + 2);
        return name;
    }
    const auto point = text.rfind('.');
    if (point == std::string_view::npos) return name;
    name = text.substr(0, point);
    text.remove_prefix(point + 1);
    return name;
}

std::optional<Cell> parse_cell(std::string_view text) {
    Cell cell;
    const auto sheet = take_sheet(text);
    if (!sheet) return {};
    cell.sheet = *sheet;
    if (text.starts_with('$')) text.remove_prefix(1);
    while (!text.empty() && std::isalpha(static_cast<unsigned char>(text.front())) &&
           cell.column <= most_columns) {
        cell.column = cell.column * 26 + (std::toupper(static_cast<unsigned char>(text.front())) - 'A' + 1);
        text.remove_prefix(1);
    }
    if (text.starts_with('$')) text.remove_prefix(1);
    while (!text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) && cell.row <= most_rows) {
        cell.row = cell.row * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    const bool whole = text.empty() && cell.column >= 1 && cell.row >= 1;
    if (!whole || cell.column > most_columns || cell.row > most_rows) return {};
    --cell.column;
    --cell.row;
    return cell;
}

/// Where the sign stands outside quotes, from `from`.
std::size_t find_unquoted(std::string_view text, char sign, std::size_t from) {
    bool quoted = false;
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '\'')
            quoted = !quoted;
        else if (text[at] == sign && !quoted)
            return at;
    }
    return std::string_view::npos;
}

std::string column_letters(std::int32_t column) {
    std::string letters;
    for (std::int32_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

} // namespace

std::optional<Area> parse_area(std::string_view address) {
    const auto colon = find_unquoted(address, ':', 0);
    const auto first = parse_cell(address.substr(0, colon));
    if (!first) return {};
    const auto last = colon == std::string_view::npos ? first : parse_cell(address.substr(colon + 1));
    if (!last || (!last->sheet.empty() && last->sheet != first->sheet)) return {};
    return Area{first->sheet, std::min(first->column, last->column), std::min(first->row, last->row),
                std::max(first->column, last->column), std::max(first->row, last->row)};
}

std::vector<Area> parse_areas(std::string_view addresses) {
    std::vector<Area> areas;
    while (!addresses.empty()) {
        const auto blank = find_unquoted(addresses, ' ', 0);
        if (auto area = parse_area(addresses.substr(0, blank))) areas.push_back(std::move(*area));
        addresses.remove_prefix(blank == std::string_view::npos ? addresses.size() : blank + 1);
    }
    return areas;
}

std::string cells_of(const Area& area, bool absolute) {
    const std::string mark = absolute ? "$" : "";
    const auto cell = [&](std::int32_t column, std::int32_t row) {
        return mark + column_letters(column) + mark + std::to_string(row + 1);
    };
    const auto first = cell(area.first_column, area.first_row);
    const auto last = cell(area.last_column, area.last_row);
    return first == last ? first : first + ":" + last;
}

std::string quoted_sheet(std::string_view name) {
    std::string quoted = "'";
    for (const char c : name)
        quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + "'";
}

} // namespace termbook::writers::xlsx
