// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/address.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <utility>

namespace termbook::formulas {

namespace {

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// What one side of a range holds, before it is known whether the range is of cells, columns or rows.
struct Corner {
    CellRef cell;
    bool has_column{false};
    bool has_row{false};
};

class AddressReader {
  public:
    explicit AddressReader(std::string_view text) : m_text(text) {}

    Reference read() {
        Corner first = corner();
        if (at_end()) return single(std::move(first));
        if (!take(':')) fail("an end, or a colon and the other corner");
        Corner last = corner();
        if (!at_end()) fail("an end");
        return range(std::move(first), std::move(last));
    }

  private:
    bool at_end() const { return m_at == m_text.size(); }
    char peek() const { return at_end() ? '\0' : m_text[m_at]; }

    bool take(char c) {
        if (peek() != c || at_end()) return false;
        ++m_at;
        return true;
    }

    bool take_broken() {
        constexpr std::string_view broken = "#REF!";
        if (m_text.substr(m_at, broken.size()) != broken) return false;
        m_at += broken.size();
        return true;
    }

    [[noreturn]] void fail(const std::string& expected) const {
        const std::string found = at_end() ? "the end" : "'" + std::string(1, peek()) + "'";
        throw Error({.file = {}, .line = 0, .column = static_cast<std::uint32_t>(m_at + 1), .where = {}},
                    found + " in the cell address '" + std::string(m_text.substr(0, 200)) + "'", expected,
                    "correct the address");
    }

    Corner corner() {
        Corner corner;
        read_sheet(corner.cell);
        read_column(corner);
        read_row(corner);
        if (!corner.has_column && !corner.has_row && !corner.cell.broken) fail("a column, a row or both");
        return corner;
    }

    void read_sheet(CellRef& cell) {
        const std::size_t dollar = m_text.substr(m_at).starts_with('$') ? 1 : 0;
        if (m_text.substr(m_at + dollar).starts_with('\'')) {
            m_at += dollar;
            cell.sheet_absolute = dollar == 1;
            cell.sheet = quoted_name();
            if (!take('.')) fail("a full stop behind the sheet's name");
            return;
        }
        const auto colon = m_text.find(':', m_at);
        const auto stop = m_text.substr(0, colon).find('.', m_at);
        if (stop == std::string_view::npos) { // `#REF!` alone, or an address without its stop
            cell.broken = take_broken();
            if (!cell.broken) fail("a full stop before the column");
            return;
        }
        const auto name = m_text.substr(m_at + dollar, stop - m_at - dollar);
        if (name.starts_with("#REF!"))
            cell.broken = true;
        else if (!name.empty())
            cell.sheet = std::string(name);
        cell.sheet_absolute = dollar == 1 && cell.sheet.has_value();
        m_at = stop + 1;
    }

    std::string quoted_name() {
        std::string name;
        ++m_at;
        while (!at_end()) {
            const char c = m_text[m_at++];
            if (c == '\'' && !take('\'')) return name;
            name += c;
        }
        fail("a closing quote");
    }

    bool take_dollar_before(bool (*kind)(char)) {
        if (peek() != '$' || m_at + 1 >= m_text.size()) return false;
        if (!kind(m_text[m_at + 1]) && m_text[m_at + 1] != '#') return false;
        ++m_at;
        return true;
    }

    void read_column(Corner& corner) {
        corner.cell.column_absolute = take_dollar_before(is_letter);
        if (take_broken()) {
            corner.cell.broken = true;
            return;
        }
        std::int32_t column = 0;
        while (is_letter(peek())) {
            const char letter = static_cast<char>(peek() & ~0x20);
            column = column * 26 + (letter - 'A' + 1);
            if (column > sheet_columns) fail("a column up to XFD");
            corner.has_column = true;
            ++m_at;
        }
        if (corner.has_column) corner.cell.column = column - 1;
    }

    void read_row(Corner& corner) {
        corner.cell.row_absolute = take_dollar_before(is_digit);
        if (take_broken()) {
            corner.cell.broken = true;
            return;
        }
        std::int32_t row = 0;
        while (is_digit(peek())) {
            row = row * 10 + (peek() - '0');
            if (row > sheet_rows) fail("a row up to 1048576");
            corner.has_row = true;
            ++m_at;
        }
        if (!corner.has_row) return;
        if (row == 0) fail("a row from 1");
        corner.cell.row = row - 1;
    }

    Reference single(Corner corner) const {
        if (!corner.cell.broken && !(corner.has_column && corner.has_row)) fail("a column and a row");
        return {.first = std::move(corner.cell), .last = {}};
    }

    Reference range(Corner first, Corner last) const {
        const bool broken = first.cell.broken || last.cell.broken;
        if (!broken && (first.has_column != last.has_column || first.has_row != last.has_row))
            fail("two corners of one kind");
        Reference reference{.first = std::move(first.cell), .last = std::move(last.cell)};
        if (broken) return reference;
        CellRef& from = reference.first;
        CellRef& to = *reference.last;
        reference.whole_columns = !first.has_row || (from.row == 0 && to.row == sheet_rows - 1);
        reference.whole_rows = !reference.whole_columns &&
                               (!first.has_column || (from.column == 0 && to.column == sheet_columns - 1));
        if (reference.whole_columns) to.row = sheet_rows - 1;
        if (reference.whole_rows) to.column = sheet_columns - 1;
        return reference;
    }

    std::string_view m_text;
    std::size_t m_at{0};
};

bool is_plain(std::string_view name) {
    if (name.empty() || is_digit(name.front())) return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

} // namespace

Reference parse_reference(std::string_view odf_address) {
    return AddressReader(odf_address).read();
}

std::vector<Reference> parse_reference_list(std::string_view odf_addresses) {
    std::vector<Reference> references;
    std::size_t from = 0;
    bool quoted = false;
    for (std::size_t at = 0; at <= odf_addresses.size(); ++at) {
        const char c = at < odf_addresses.size() ? odf_addresses[at] : ' ';
        if (c == '\'') quoted = !quoted;
        if (at < odf_addresses.size() && (quoted || c != ' ')) continue;
        if (at > from) references.push_back(parse_reference(odf_addresses.substr(from, at - from)));
        from = at + 1;
    }
    return references;
}

std::string column_name(std::int32_t column) {
    std::string name;
    for (std::int32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

std::string to_odf_address(const Reference& reference) {
    if (reference.first.broken || (reference.last && reference.last->broken)) return "#REF!";
    const auto corner = [&](const CellRef& cell) {
        std::string text;
        if (cell.sheet) {
            if (cell.sheet_absolute) text += '$';
            if (is_plain(*cell.sheet)) {
                text += *cell.sheet;
            } else {
                text += '\'';
                for (const char c : *cell.sheet)
                    text += c == '\'' ? std::string("''") : std::string(1, c);
                text += '\'';
            }
        }
        text += '.';
        if (!reference.whole_rows) text += (cell.column_absolute ? "$" : "") + column_name(cell.column);
        if (!reference.whole_columns) text += (cell.row_absolute ? "$" : "") + std::to_string(cell.row + 1);
        return text;
    };
    std::string text = corner(reference.first);
    if (reference.last) text += ':' + corner(*reference.last);
    return text;
}

} // namespace termbook::formulas
