// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/csv_reader.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fmt/format.h>
#include <utility>

namespace termbook::readers {

namespace {

constexpr std::size_t most_cells = 100'000;      // Excel stops at 16,384
constexpr std::size_t least_room = 4;            // the decoder's longest character
constexpr std::size_t padding = 2 * block_bytes; // zeros behind the text, for the scanner to look at

/// The bits at and above that of `at`.
std::uint64_t from_bit(const char* at, const char* base) {
    return ~std::uint64_t{0} << (at - base);
}

std::uint64_t count_line_breaks(const char* begin, const char* end) {
    std::uint64_t count = 0;
    for (const char* at = begin; at != end; ++at)
        count += *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
    return count;
}

CsvDialect dialect_of(const TextDecoder& text, const CsvOptions& options) {
    try {
        return find_dialect(text.sample(), options.delimiter, options.quote);
    } catch (const Error& error) {
        throw error.at(text.source().place());
    }
}

bool is_break(char byte) {
    return byte == '\n' || byte == '\r';
}

} // namespace

CsvReader::CsvReader(std::unique_ptr<ByteSource> source, const CsvOptions& options)
    : m_text(std::move(source), options.encoding), m_dialect(dialect_of(m_text, options)),
      m_scanner(m_dialect), m_max_row(options.max_row_bytes),
      m_capacity(std::max(options.buffer_bytes, least_room)) {
    m_buffer = std::make_unique<char[]>(m_capacity + padding);
    m_next = m_end = m_buffer.get();
    m_at = {m_next, {}};
}

bool CsvReader::next(Row& row) {
    while (true) {
        switch (scan_row()) {
        case Found::row:
            row = {m_line, {m_cells.data(), m_count}};
            return true;
        case Found::blank_line:
            break;
        case Found::need_more:
            if (refill()) break;
            m_count = 0;
            return false;
        }
    }
}

/// Goes from end to end of cells. What it finds out about a row that is not all there yet is dropped: once
/// there is more text, the row is scanned anew from its start.
CsvReader::Found CsvReader::scan_row() {
    const auto [delimiter, quote] = m_dialect;
    Cursor at = m_at;
    const char* cell = m_row = m_next;
    std::string_view* cells = m_cells.data();
    std::size_t count = 0;
    m_breaks_inside = 0;
    m_open_quote = nullptr;
    if (!m_raw_cells.empty()) m_raw_cells.clear();
    while (true) {
        QuotedCell quoted;
        if (*cell == quote) {
            quoted = skip_quoted(at, cell);
            if (quoted.close == nullptr) return Found::need_more;
        }
        while (at.ahead.ends == 0)
            if (!advance(at)) return Found::need_more;
        const char* stop = at.base + std::countr_zero(at.ahead.ends);
        at.ahead.ends &= at.ahead.ends - 1;
        const char* last = stop;
        if (*stop == '\n' && stop != cell && stop[-1] == '\r') --last;

        if (count == m_cells.size()) {
            if (count == most_cells) break;
            m_cells.resize(std::min(most_cells, 2 * count + 16));
            cells = m_cells.data();
        }
        if (quoted.close == nullptr) {
            cells[count] = {cell, last};
        } else if (!quoted.has_doubled && quoted.close + 1 == last) {
            cells[count] = {cell + 1, quoted.close};
        } else {
            m_raw_cells.push_back({count, cell, last});
        }
        ++count;
        if (*stop != delimiter) {
            // A CR that is the last byte so far may be half of a CR LF.
            if (*stop == '\r' && stop + 1 == m_end && !m_ended) return Found::need_more;
            m_at = at;
            m_next = stop + 1;
            return finish_row(count, last);
        }
        cell = stop + 1;
    }
    throw Error(source().place(m_next_line), fmt::format("a row of more than {} cells", most_cells),
                "a table that fits a spreadsheet", "check which character separates the cells");
}

CsvReader::Found CsvReader::finish_row(std::size_t count, const char* last) {
    m_line = m_next_line;
    m_next_line += 1 + m_breaks_inside;
    if (count == 1 && last == m_row) return Found::blank_line;
    m_count = count;
    check_row_length(last);
    if (!m_raw_cells.empty()) unquote_cells();
    return Found::row;
}

bool CsvReader::advance(Cursor& at) const {
    at.base += block_bytes;
    if (at.base >= m_end) return false;
    at.ahead = m_scanner.scan(at.base);
    return true;
}

const char* CsvReader::find_quote(Cursor& at, const char* from) const {
    if (from >= at.base + block_bytes && !advance(at)) return nullptr;
    std::uint64_t quotes = at.ahead.quotes & from_bit(from, at.base);
    while (quotes == 0) {
        if (!advance(at)) return nullptr;
        quotes = at.ahead.quotes;
    }
    return at.base + std::countr_zero(quotes);
}

/// Goes to the quote that closes the cell, past what would otherwise end it.
CsvReader::QuotedCell CsvReader::skip_quoted(Cursor& at, const char* open) {
    m_open_quote = open;
    const char* const first_base = at.base;
    QuotedCell cell;
    const char* quote = find_quote(at, open + 1);
    while (quote != nullptr && quote + 1 < m_end && quote[1] == m_dialect.quote) {
        cell.has_doubled = true;
        quote = find_quote(at, quote + 2);
    }
    // Behind a quote that is the last byte so far there may come its double.
    if (quote == nullptr || quote + 1 == m_end) return {};
    m_open_quote = nullptr;
    const std::uint64_t still_ahead = at.ahead.ends & from_bit(quote, at.base);
    if (at.base != first_base || still_ahead != at.ahead.ends)
        m_breaks_inside += count_line_breaks(open, quote);
    at.ahead.ends = still_ahead;
    cell.close = quote;
    return cell;
}

/// Copies out the cells that are not written as they are meant. Their text cannot be longer than what is
/// written.
void CsvReader::unquote_cells() {
    std::size_t most = 0;
    for (const RawCell& raw : m_raw_cells)
        most += static_cast<std::size_t>(raw.end - raw.begin);
    if (m_unquoted.size() < most) m_unquoted.resize(most);
    char* to = m_unquoted.data();
    for (const RawCell& raw : m_raw_cells) {
        char* const text = to;
        const char* from = raw.begin + 1;
        while (true) {
            const char* quote = std::find(from, raw.end, m_dialect.quote);
            to = std::copy(from, quote, to);
            from = quote + 1;
            if (from == raw.end || *from != m_dialect.quote) break;
            *to++ = *from++;
        }
        to = std::copy(from, raw.end, to);
        m_cells[raw.index] = {text, to};
    }
}

bool CsvReader::refill() {
    // A CR at the end may be half of a line's end, and that does not count.
    check_row_length(m_end != m_row && m_end[-1] == '\r' ? m_end - 1 : m_end);
    if (m_ended) {
        if (m_open_quote == nullptr) return false;
        throw Error(place_of(m_open_quote), "a quote that is never closed",
                    "a closing quote before the end of the file",
                    "close the quote, or export the file again");
    }
    make_room();
    read_text();
    return true;
}

void CsvReader::make_room() {
    const auto kept = static_cast<std::size_t>(m_end - m_next);
    if (m_capacity - kept < std::max(least_room, m_capacity / 2)) {
        auto larger = std::make_unique<char[]>(2 * m_capacity + padding);
        std::copy(m_next, static_cast<const char*>(m_end), larger.get());
        m_buffer = std::move(larger);
        m_capacity *= 2;
    } else if (kept != 0) {
        std::memmove(m_buffer.get(), m_next, kept);
    }
    m_next = m_row = m_buffer.get();
    m_end = m_buffer.get() + kept;
}

void CsvReader::read_text() {
    const char* const limit = m_buffer.get() + m_capacity;
    try {
        while (!m_ended && limit - m_end >= static_cast<std::ptrdiff_t>(least_room)) {
            const std::size_t count = m_text.read({m_end, limit});
            m_end += count;
            m_ended = count == 0;
        }
    } catch (const Error& error) {
        throw error.at(place_of(m_end));
    }
    // A last line without an end is given one, so that only its start has to be looked for.
    if (m_ended && m_end != m_next && !is_break(m_end[-1])) *m_end++ = '\n';
    std::fill_n(m_end, padding - 1, '\0');
    m_at = {m_next, m_scanner.scan(m_next)};
}

void CsvReader::check_row_length(const char* end) const {
    if (static_cast<std::size_t>(end - m_row) <= m_max_row) return;
    throw Error(place_of(m_row), fmt::format("a row of more than {} bytes", m_max_row),
                "rows on lines of their own",
                "look for a quote that is not closed, or export the file again");
}

/// Of a byte in the row that is being read, or behind it.
SourcePos CsvReader::place_of(const char* at) const {
    const std::uint64_t line = (m_row == m_next ? m_next_line : m_line) + count_line_breaks(m_row, at);
    return m_text.source().place(line);
}

std::uint32_t CsvReader::column_of(std::size_t index) const {
    if (index >= m_count) return 0;
    const auto raw = std::find_if(m_raw_cells.begin(), m_raw_cells.end(),
                                  [index](const RawCell& cell) { return cell.index == index; });
    const char* cell = raw != m_raw_cells.end() ? raw->begin : m_cells[index].data();
    if (raw == m_raw_cells.end() && cell != m_row && cell[-1] == m_dialect.quote) --cell;
    const char* line = cell;
    while (line != m_row && !is_break(line[-1]))
        --line;
    if (encoding() == Encoding::utf8) return static_cast<std::uint32_t>(cell - line) + 1;
    const auto starts = std::count_if(line, cell, [](char byte) { return (byte & 0xC0) != 0x80; });
    return static_cast<std::uint32_t>(starts) + 1;
}

} // namespace termbook::readers
