// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/csv_dialect.hpp"
#include "connectors/readers/csv_scan.hpp"
#include "connectors/readers/row_reader.hpp"
#include "connectors/readers/text_decoder.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

/// What is left out is found out from the file.
struct CsvOptions {
    std::optional<char> delimiter{};
    std::optional<char> quote{};
    std::optional<Encoding> encoding{};
    std::size_t max_row_bytes = std::size_t{16}
                                << 20; ///< a longer row is an Error: most likely a quote left open
    std::size_t buffer_bytes = std::size_t{256} << 10; ///< to start with; it grows to hold a longer row
};

/// Rows of comma-, semicolon-, tab- or bar-separated text: RFC 4180, and what is seen in the wild.
///
/// Lines end in CR LF, LF or CR, the last one perhaps in nothing. A quote counts only as the first byte of a
/// cell; others are text, and so is what stands between a closing quote and the next delimiter. Empty lines
/// are no rows, but lines; rows of nothing but delimiters are rows. Rows may be unequally wide. A quote that
/// is never closed, and a row over the limits, are Errors with the line.
///
/// Cells are views into a buffer; only those with doubled quotes or text behind the closing one are copied.
class CsvReader : public RowReader {
  public:
    explicit CsvReader(std::unique_ptr<ByteSource> source, const CsvOptions& options = {});

    bool next(Row& row) override;

    /// In a Windows-1252 or UTF-16 file the column counts characters.
    std::uint32_t column_of(std::size_t index) const override;

    /// Some systems write no end behind the last line, either.
    bool ends_within_a_row() const override { return m_end_is_ours; }

    CsvDialect dialect() const { return m_dialect; }
    Encoding encoding() const { return m_text.encoding(); }
    ByteSource& source() { return m_text.source(); }

  private:
    struct RawCell {
        std::size_t index;
        const char* begin; ///< the opening quote
        const char* end;
    };

    bool scan_row();
    void finish_row(bool is_crlf);
    std::string_view* grow_cells();
    bool advance();
    const char* find_quote(const char* from);
    bool skip_quoted(const char* open);
    std::string_view quoted_cell(const char* open, const char* stop, std::size_t index);
    void unquote_cells();
    bool refill();
    void make_room();
    void read_text();
    void check_row_length(const char* end) const {
        if (static_cast<std::size_t>(end - m_row) > m_max_row) refuse_row_length();
    }
    [[noreturn]] void refuse_row_length() const;
    SourcePos place_of(const char* at) const;

    TextDecoder m_text;
    CsvDialect m_dialect;
    BlockScanner m_scanner;
    std::size_t m_max_row;

    std::unique_ptr<char[]> m_buffer;
    std::size_t m_capacity;
    const char* m_next{nullptr}; ///< where the next row starts
    char* m_end{nullptr};        ///< of the text in the buffer
    bool m_ended{false};
    bool m_end_is_ours{false};   ///< the last line had none
    const char* m_base{nullptr}; ///< the block that is being scanned
    std::uint64_t m_ends{0};     ///< of its ends of cells, those still ahead
    std::uint64_t m_quotes{0};   ///< its quotes, all of them
    std::uint64_t m_next_line{1};

    const char* m_row{nullptr}; ///< where the row last read starts
    std::uint64_t m_line{0};
    std::uint64_t m_breaks_inside{0};   ///< line breaks within the cells of the row
    const char* m_open_quote{nullptr};  ///< of the cell whose end was not found
    const char* m_close_quote{nullptr}; ///< of the quoted cell last gone through
    bool m_has_doubled{false};          ///< that cell has doubled quotes
    std::vector<std::string_view> m_cells;
    std::size_t m_count{0};
    std::vector<RawCell> m_raw_cells; ///< those of the row that are not as they stand in the file
    std::string m_unquoted;
};

} // namespace termbook::readers
