// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/sheets/number_format.hpp"
#include "connectors/readers/sheets/shared_strings.hpp"
#include "connectors/readers/sheets/streamed_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

/// What the cells of all sheets of an .xlsx refer to.
struct XlsxValues {
    std::shared_ptr<const SharedStrings> strings;
    std::vector<NumberFormat> formats;
    bool from_1904{false};
};

/// Takes the rows out of a worksheet part. Definition: ECMA-376 part 1, 18.3.1.
class XlsxSheet : public SheetHandler {
  public:
    explicit XlsxSheet(XlsxValues values);

    void start_element(std::string_view name, const XmlAttributes& attributes,
                       const XmlPlace& place) override;
    void end_element(std::string_view name, const XmlPlace& place) override;
    void text(std::string_view text, const XmlPlace& place) override;

  private:
    enum class Type { number, shared, text, inlined, boolean, error, date };
    enum class Inside { nothing, row, cell, value, inlined, inlined_text, phonetic };

    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void start_in_cell(std::string_view local, const XmlAttributes& attributes);
    void end_cell();
    void hide_columns_of(const XmlAttributes& attributes);
    void append_value();
    void append_formatted_number();
    void append_shared();
    [[noreturn]] void refuse(std::string found, std::string expected) const;

    XlsxValues m_values;
    Inside m_inside{Inside::nothing};
    std::uint64_t m_row{0};
    std::uint64_t m_next_row{1};
    std::size_t m_column{0};
    std::size_t m_next_column{0};
    Type m_type{Type::number};
    std::size_t m_format{0};
    bool m_keeps_blanks{false};
    bool m_has_inlined{false};
    std::string m_value;
    std::string m_inlined;
    std::string m_text;
};

} // namespace termbook::readers
