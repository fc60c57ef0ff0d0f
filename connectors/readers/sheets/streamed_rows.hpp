// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/row_queue.hpp"
#include "connectors/readers/sheets/workbook.hpp"
#include "connectors/readers/xml/xml_reader.hpp"

#include <memory>
#include <string>
#include <vector>

namespace termbook::readers {

/// Takes the rows of one sheet out of its XML.
class SheetHandler : public XmlHandler {
  public:
    RowQueue& rows() { return m_rows; }
    bool ended() const { return m_ended; } ///< what follows is not of this sheet
    bool is_hidden_column(std::size_t index) const;

  protected:
    void hide_columns(std::size_t first, std::size_t count);
    void end_sheet() { m_ended = true; }

  private:
    RowQueue m_rows;
    std::vector<bool> m_hidden_columns;
    bool m_ended{false};
};

/// Rows as a handler takes them out of XML, a piece at a time. `file` and `sheet` are what errors name.
std::unique_ptr<SheetRows> stream_rows(std::unique_ptr<ByteSource> source,
                                       std::unique_ptr<SheetHandler> handler, std::string file,
                                       std::string sheet);

} // namespace termbook::readers
