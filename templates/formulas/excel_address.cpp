// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/address.hpp"

#include <algorithm>
#include <cctype>

namespace termbook::formulas {

namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

std::size_t letters_from(std::string_view text, std::size_t at) {
    const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                                  [](char c) { return std::isalpha(static_cast<unsigned char>(c)) == 0; });
    return static_cast<std::size_t>(end - text.begin()) - at;
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                                  [](char c) { return std::isdigit(static_cast<unsigned char>(c)) == 0; });
    return static_cast<std::size_t>(end - text.begin()) - at;
}

/// Like `A1` or `XFD12`, which Excel would read as a cell.
bool looks_like_cell(std::string_view name) {
    const auto letters = letters_from(name, 0);
    const auto digits = digits_from(name, letters);
    return letters >= 1 && letters <= 3 && digits >= 1 && letters + digits == name.size();
}

/// Like `R`, `C`, `RC`, `R1C2`, which Excel would read as a cell counted from here.
bool looks_like_row_and_column(std::string_view name) {
    std::size_t at = 0;
    for (const char letter : {'R', 'C'})
        if (at < name.size() && std::toupper(static_cast<unsigned char>(name[at])) == letter)
            at += 1 + digits_from(name, at + 1);
    return at == name.size();
}

bool wants_quotes(std::string_view name) {
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_word)) return true;
    const auto first = static_cast<unsigned char>(name.front());
    if (std::isdigit(first) != 0 || first == '.') return true;
    return looks_like_cell(name) || looks_like_row_and_column(name);
}

std::string quoted(std::string_view name) {
    std::string text = "'";
    for (const char c : name)
        text += c == '\'' ? std::string("''") : std::string(1, c);
    return text + "'";
}

std::string sheets(const Reference& reference) {
    if (!reference.first.sheet) return "";
    const std::string& first = *reference.first.sheet;
    if (!reference.last || !reference.last->sheet || *reference.last->sheet == first)
        return to_excel_sheet(first) + "!";
    const std::string& last = *reference.last->sheet;
    const std::string both = first + ":" + last;
    return (wants_quotes(first) || wants_quotes(last) ? quoted(both) : both) + "!";
}

} // namespace

std::string to_excel_sheet(std::string_view name) {
    return wants_quotes(name) ? quoted(name) : std::string(name);
}

std::string to_excel_address(const Reference& reference) {
    if (reference.first.broken || (reference.last && reference.last->broken)) return "#REF!";
    const auto corner = [&](const CellRef& cell) {
        std::string text;
        if (!reference.whole_rows) text += (cell.column_absolute ? "$" : "") + column_name(cell.column);
        if (!reference.whole_columns) text += (cell.row_absolute ? "$" : "") + std::to_string(cell.row + 1);
        return text;
    };
    std::string text = sheets(reference) + corner(reference.first);
    // One cell on each of several sheets has one corner there.
    const bool last_is_first =
        reference.last && reference.last->sheet && corner(*reference.last) == corner(reference.first);
    const bool whole = reference.whole_columns || reference.whole_rows;
    if (reference.last && (whole || !last_is_first)) text += ':' + corner(*reference.last);
    return text;
}

} // namespace termbook::formulas
