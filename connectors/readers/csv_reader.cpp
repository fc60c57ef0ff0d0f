// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/csv_reader.hpp"

#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"

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
    m_next = m_base = m_end = m_buffer.get();
}

bool CsvReader::next(Row& row) {
    while (!scan_row()) {
        if (refill()) continue;
        m_count = 0;
        return false;
    }
    row = {m_line, {m_cells.data(), m_count}};
    return true;
}

/// Goes from end to end of cells up to the end of a row; false if that is not in the buffer. What was found
/// out about the row is dropped then: once there is more text, the row is scanned anew from its start.
bool CsvReader::scan_row() {
    const auto [delimiter, quote] = m_dialect;
    const char* base = m_base; // kept in registers: this is where the time goes
    std::uint64_t ends = m_ends;
    const char* cell = m_row = m_next;
    std::string_view* to = m_cells.data();
    const std::string_view* limit = to + m_cells.size();
    if (!m_raw_cells.empty()) m_raw_cells.clear();
    while (true) {
        const bool is_quoted = *cell == quote;
        if (is_quoted) [[unlikely]] {
            m_base = base;
            m_ends = ends;
            if (!skip_quoted(cell)) return false;
            base = m_base;
            ends = m_ends;
        }
        while (ends == 0) {
            base += block_bytes;
            if (base >= m_end) return false;
            const BlockMasks masks = m_scanner.scan(base);
            ends = masks.ends;
            m_quotes = masks.quotes;
        }
        const char* const stop = base + static_cast<std::size_t>(std::countr_zero(ends));
        ends &= ends - 1;
        if (to == limit) [[unlikely]] {
            to = grow_cells();
            limit = m_cells.data() + m_cells.size();
        }
        *to = {cell, stop};
        if (is_quoted) [[unlikely]]
            *to = quoted_cell(cell, stop, static_cast<std::size_t>(to - m_cells.data()));
        ++to;
        cell = stop + 1;
        if (*stop == delimiter) continue;

        // A CR that is the last byte so far may be half of a CR LF.
        if (*stop == '\r' && cell == m_end && !m_ended) return false;
        const bool is_crlf = *stop == '\n' && stop != to[-1].data() && stop[-1] == '\r';
        if (stop - is_crlf != m_row) {
            m_base = base;
            m_ends = ends;
            m_next = cell;
            m_count = static_cast<std::size_t>(to - m_cells.data());
            finish_row(is_crlf);
            return true;
        }
        // A blank line is no row.
        ++m_next_line;
        m_row = m_next = cell;
        to = m_cells.data();
    }
}

/// `is_crlf`: the row ends in CR LF, whose CR is still on the last cell, unless that is quoted.
void CsvReader::finish_row(bool is_crlf) {
    std::string_view& last = m_cells[m_count - 1];
    if (is_crlf && last.data() + last.size() == m_next - 1) last.remove_suffix(1);
    m_line = m_next_line;
    m_next_line += 1 + std::exchange(m_breaks_inside, 0);
    check_row_length(m_next - 1 - is_crlf);
    if (!m_raw_cells.empty()) unquote_cells();
}

/// Room for more cells; where the next one goes.
std::string_view* CsvReader::grow_cells() {
    const std::size_t count = m_cells.size();
    if (count == most_cells)
        throw Error(source().place(m_next_line), fmt::format("a row of more than {} cells", most_cells),
                    "a table that fits a spreadsheet", "check which character separates the cells");
    m_cells.resize(std::min(most_cells, 2 * count + 16));
    return m_cells.data() + count;
}

const char* CsvReader::find_quote(const char* from) {
    if (from >= m_base + block_bytes && !advance()) return nullptr;
    std::uint64_t quotes = m_quotes & from_bit(from, m_base);
    while (quotes == 0) {
        if (!advance()) return nullptr;
        quotes = m_quotes;
    }
    return m_base + std::countr_zero(quotes);
}

bool CsvReader::advance() {
    m_base += block_bytes;
    if (m_base >= m_end) return false;
    const BlockMasks masks = m_scanner.scan(m_base);
    m_ends = masks.ends;
    m_quotes = masks.quotes;
    return true;
}

/// Goes to the quote that closes the cell, past what would otherwise end it; false if that is not in the
/// buffer.
bool CsvReader::skip_quoted(const char* open) {
    m_open_quote = open;
    m_has_doubled = false;
    const char* const first_base = m_base;
    const char* quote = find_quote(open + 1);
    while (quote != nullptr && quote + 1 < m_end && quote[1] == m_dialect.quote) {
        m_has_doubled = true;
        quote = find_quote(quote + 2);
    }
    // Behind a quote that is the last byte so far there may come its double.
    if (quote == nullptr || quote + 1 == m_end) return false;
    m_open_quote = nullptr;
    m_close_quote = quote;
    const std::uint64_t still_ahead = m_ends & from_bit(quote, m_base);
    if (m_base != first_base || still_ahead != m_ends) m_breaks_inside += count_line_breaks(open, quote);
    m_ends = still_ahead;
    return true;
}

/// What is meant by the quoted cell that skip_quoted() went through: mostly what stands between its quotes.
std::string_view CsvReader::quoted_cell(const char* open, const char* stop, std::size_t index) {
    const char* const end = *stop == '\n' && stop[-1] == '\r' ? stop - 1 : stop;
    if (!m_has_doubled && m_close_quote + 1 == end) return {open + 1, m_close_quote};
    m_raw_cells.push_back({index, open, end});
    return {};
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
    m_breaks_inside = 0;
    m_open_quote = nullptr;
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
    if (m_ended && m_end != m_next && !is_break(m_end[-1])) {
        *m_end++ = '\n';
        m_end_is_ours = true;
    }
    std::fill_n(m_end, padding - 1, '\0');
    const BlockMasks masks = m_scanner.scan(m_next);
    m_base = m_next;
    m_ends = masks.ends;
    m_quotes = masks.quotes;
}

void CsvReader::refuse_row_length() const {
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
    return static_cast<std::uint32_t>(count_characters({line, cell})) + 1;
}

} // namespace termbook::readers
