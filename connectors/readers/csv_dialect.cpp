// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/csv_dialect.hpp"

#include "core/diagnostics/error.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace termbook::readers {

namespace {

constexpr std::size_t rows_looked_at = 500;
constexpr std::size_t bytes_looked_at = std::size_t{256} << 10;
constexpr std::string_view delimiters = ",\t;|";

struct SampleRow {
    std::size_t cells{1};
    std::size_t quoted{0};
    bool broken{false}; ///< a closing quote has text behind it, or there is none
};

/// Takes one row off the sample, simply and slowly: the reader proper is built for the dialect found here.
SampleRow take_row(std::string_view& sample, CsvDialect dialect) {
    enum class State { start, plain, quoted, closed };
    SampleRow row;
    State state = State::start;
    std::size_t at = 0;
    for (; at < sample.size(); ++at) {
        const char byte = sample[at];
        if (state == State::quoted) {
            if (byte == dialect.quote) state = State::closed;
        } else if (byte == '\n' || byte == '\r') {
            break;
        } else if (byte == dialect.delimiter) {
            ++row.cells;
            state = State::start;
        } else if (byte == dialect.quote && state != State::plain) {
            row.quoted += state == State::start;
            state = State::quoted; // anew behind a closing quote: that was the first of two
        } else {
            row.broken |= state == State::closed;
            state = State::plain;
        }
    }
    row.broken |= state == State::quoted;
    sample.remove_prefix(at);
    if (sample.starts_with("\r\n")) sample.remove_prefix(1);
    if (!sample.empty()) sample.remove_prefix(1);
    return row;
}

/// How well a dialect fits, by what counts most: whole rows as wide as most are; the cells in such a row;
/// whether about every row has a cell in quotes.
using Score = std::tuple<std::size_t, std::size_t, bool>;

Score score_of(std::string_view sample, CsvDialect dialect) {
    const bool is_cut_off = sample.size() > bytes_looked_at;
    sample = sample.substr(0, bytes_looked_at);
    std::map<std::size_t, std::size_t> rows_by_width;
    std::size_t quoted = 0;
    std::size_t rows = 0;
    for (; rows < rows_looked_at && !sample.empty(); ++rows) {
        const SampleRow row = take_row(sample, dialect);
        if (is_cut_off && sample.empty()) break;
        if (row.cells > 1 && !row.broken) ++rows_by_width[row.cells];
        quoted += row.quoted;
    }
    std::size_t alike = 0;
    std::size_t cells = 0;
    for (const auto& [width, count] : rows_by_width)
        if (std::tie(count, width) > std::tie(alike, cells)) std::tie(alike, cells) = std::tie(count, width);
    return {alike, cells, quoted >= rows};
}

bool can_separate(char byte) {
    return byte != '\n' && byte != '\r' && byte > '\0' && byte <= '\x7E';
}

} // namespace

CsvDialect find_dialect(std::string_view sample, std::optional<char> delimiter, std::optional<char> quote) {
    const char first_quote = quote.value_or('"');
    CsvDialect best{delimiter.value_or(','), first_quote};
    if (best.delimiter == best.quote || !can_separate(best.delimiter) || !can_separate(best.quote))
        throw Error({}, "a delimiter and a quote that cannot do their work",
                    "two different characters of ASCII",
                    "use a comma and a quotation mark, or what the file has", ErrorKind::usage);
    // Apostrophes stand in names: they count as quotes only where every row has some, and nothing else is a
    // quote.
    const bool may_be_apostrophe = !quote && sample.substr(0, bytes_looked_at).find('"') == sample.npos;
    Score best_score = score_of(sample, best);
    for (const char a_delimiter : delimiter ? std::string(1, *delimiter) : std::string(delimiters)) {
        for (const char a_quote : {first_quote, '\''}) {
            if (a_delimiter == a_quote) continue;
            const Score score = score_of(sample, {a_delimiter, a_quote});
            if (a_quote != first_quote && !(may_be_apostrophe && std::get<bool>(score))) continue;
            if (score > best_score)
                std::tie(best_score, best) = std::pair(score, CsvDialect{a_delimiter, a_quote});
        }
    }
    return best;
}

} // namespace termbook::readers
