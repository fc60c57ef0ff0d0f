// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/sheets/ods_text.hpp"
#include "connectors/readers/sheets/streamed_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace termbook::readers {

/// Takes the rows of one table out of the content of an .ods or .fods. Definition: OpenDocument 1.3 part
/// 3, 9.1 and 19.385.
class OdsSheet : public SheetHandler {
  public:
    /// `sheet` counts the tables of the document from 0.
    explicit OdsSheet(std::size_t sheet) : m_sheets_before(sheet) {}

    void start_element(std::string_view name, const XmlAttributes& attributes,
                       const XmlPlace& place) override;
    void end_element(std::string_view name, const XmlPlace& place) override;
    void text(std::string_view text, const XmlPlace& place) override;

  private:
    void start_in_table(std::string_view name, const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void end_cell();
    void append_value();

    std::size_t m_sheets_before;
    int m_level{0};
    int m_spreadsheet_level{0}; ///< 0 outside
    int m_table_level{0};
    int m_cell_level{0};

    std::uint64_t m_next_row{1};
    std::uint64_t m_row_repeat{1};
    bool m_is_beyond{false}; ///< of the last row that a sheet can have
    std::size_t m_column{0};
    std::size_t m_hideable_column{0};
    std::size_t m_repeat{1};
    bool m_covered{false};
    std::string m_type;
    std::string m_value; ///< of the attribute that the type has
    bool m_has_value{false};
    OdsText m_shown;
    std::string m_text;
};

} // namespace termbook::readers
