// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/xml/xml_reader.hpp"

#include <string>
#include <string_view>

namespace termbook::readers {

/// What a cell of an OpenDocument shows: its paragraphs, a line each, without comments, notes and drawings.
/// Runs of blanks in the XML are one. Definition: OpenDocument 1.3 part 3, 6.1.
class OdsText {
  public:
    void clear();

    // What happens inside the cell.
    void start_element(std::string_view name, const XmlAttributes& attributes);
    void end_element(std::string_view name);
    void add(std::string_view text);

    const std::string& text() const { return m_text; }

  private:
    std::string m_text;
    int m_skipped{0};    ///< elements that are open in one that is left out
    int m_paragraphs{0}; ///< so far
    bool m_in_paragraph{false};
    bool m_after_blank{true};
};

} // namespace termbook::readers
