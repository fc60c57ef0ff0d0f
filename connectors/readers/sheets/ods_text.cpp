// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/ods_text.hpp"

#include "core/diagnostics/error.hpp"

#include <charconv>

namespace termbook::readers {

namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20;

bool is_left_out(std::string_view name) {
    return !name.starts_with("text:") || name == "text:note" || name == "text:ruby-text";
}

} // namespace

void OdsText::clear() {
    m_text.clear();
    m_skipped = 0;
    m_paragraphs = 0;
    m_in_paragraph = false;
}

void OdsText::start_element(std::string_view name, const XmlAttributes& attributes) {
    if (m_skipped > 0 || is_left_out(name)) {
        ++m_skipped;
    } else if (name == "text:p" || name == "text:h") {
        if (m_paragraphs++ > 0) m_text += '\n';
        m_in_paragraph = true;
        m_after_blank = true;
    } else if (name == "text:s") {
        std::size_t count = 1;
        if (const auto stated = attributes.find("text:c"))
            std::from_chars(stated->data(), stated->data() + stated->size(), count);
        if (count > most_bytes || m_text.size() + count > most_bytes)
            throw Error({}, "a text of more than 16 MB", "the values of a table", "export the file again");
        m_text.append(count, ' ');
        m_after_blank = false;
    } else if (name == "text:tab" || name == "text:line-break") {
        m_text += name == "text:tab" ? '\t' : '\n';
        m_after_blank = false;
    }
}

void OdsText::end_element(std::string_view name) {
    if (m_skipped > 0)
        --m_skipped;
    else if (name == "text:p" || name == "text:h")
        m_in_paragraph = false;
}

void OdsText::add(std::string_view text) {
    if (m_skipped > 0 || !m_in_paragraph) return;
    for (const char letter : text) {
        const bool blank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        if (!blank)
            m_text += letter;
        else if (!m_after_blank)
            m_text += ' ';
        m_after_blank = blank;
    }
}

} // namespace termbook::readers
