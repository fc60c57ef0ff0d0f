// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/streamed_rows.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <utility>

namespace termbook::readers {

namespace {

class StreamedRows : public SheetRows {
  public:
    StreamedRows(std::unique_ptr<ByteSource> source, std::unique_ptr<SheetHandler> handler, std::string file,
                 std::string sheet)
        : m_source(std::move(source)), m_handler(std::move(handler)), m_xml(*m_source, *m_handler),
          m_file(std::move(file)), m_sheet(std::move(sheet)) {}

    bool next(Row& row) override {
        while (!m_handler->rows().pop(row)) {
            if (m_ended || m_handler->ended()) return false;
            m_ended = !read_piece();
        }
        return true;
    }
    bool is_hidden_row() const override { return m_handler->rows().is_hidden(); }
    bool is_hidden_column(std::size_t index) const override { return m_handler->is_hidden_column(index); }

  private:
    bool read_piece() {
        try {
            return m_xml.read_piece();
        } catch (const Error& error) {
            if (!error.pos().file.empty()) throw;
            throw error.at({m_file, error.pos().line, error.pos().column, {}, m_sheet});
        }
    }

    std::unique_ptr<ByteSource> m_source;
    std::unique_ptr<SheetHandler> m_handler;
    XmlStream m_xml;
    std::string m_file;
    std::string m_sheet;
    bool m_ended{false};
};

} // namespace

bool SheetHandler::is_hidden_column(std::size_t index) const {
    return index < m_hidden_columns.size() && m_hidden_columns[index];
}

void SheetHandler::hide_columns(std::size_t first, std::size_t count) {
    const std::size_t from = std::min(first, most_sheet_columns);
    const std::size_t to = from + std::min(count, most_sheet_columns - from);
    if (m_hidden_columns.size() < to) m_hidden_columns.resize(to);
    std::fill(m_hidden_columns.begin() + static_cast<std::ptrdiff_t>(from),
              m_hidden_columns.begin() + static_cast<std::ptrdiff_t>(to), true);
}

std::unique_ptr<SheetRows> stream_rows(std::unique_ptr<ByteSource> source,
                                       std::unique_ptr<SheetHandler> handler, std::string file,
                                       std::string sheet) {
    return std::make_unique<StreamedRows>(std::move(source), std::move(handler), std::move(file),
                                          std::move(sheet));
}

} // namespace termbook::readers
