// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/shared_strings.hpp"

#include "connectors/readers/sheets/ooxml.hpp"
#include "connectors/readers/xml/escaped_text.hpp"
#include "connectors/readers/xml/xml_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>

namespace termbook::readers {

namespace {

constexpr std::size_t most_bytes = std::size_t{512} << 20;
constexpr std::size_t most_strings = std::size_t{32} << 20;

class SharedStringsHandler : public XmlHandler {
  public:
    SharedStrings strings;

    void start_element(std::string_view name, const XmlAttributes& attributes, const XmlPlace&) override {
        const std::string_view local = local_name(name);
        if (local == "si") m_string.clear();
        m_phonetic += local == "rPh";
        m_in_text = local == "t" && m_phonetic == 0;
        m_keeps_blanks = m_in_text && attributes.find("xml:space") == "preserve";
    }
    void end_element(std::string_view name, const XmlPlace&) override {
        const std::string_view local = local_name(name);
        if (local == "si") strings.add(m_string);
        m_phonetic -= local == "rPh";
        m_in_text = false;
    }
    void text(std::string_view text, const XmlPlace&) override {
        if (m_in_text) append_text_element(m_string, text, m_keeps_blanks);
    }

  private:
    std::string m_string;
    int m_phonetic{0};
    bool m_in_text{false};
    bool m_keeps_blanks{false};
};

} // namespace

void append_text_element(std::string& to, std::string_view text, bool keeps_blanks) {
    constexpr std::string_view blanks = " \t\r\n";
    if (!keeps_blanks) {
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        text = text.substr(0, text.find_last_not_of(blanks) + 1);
    }
    append_unescaped(to, text);
}

void SharedStrings::add(std::string_view text) {
    if (m_text.size() + text.size() > most_bytes || m_ends.size() == most_strings)
        throw Error({}, "a workbook with too many texts to hold", "at most 512 MB of text",
                    "split it, or save the sheets as CSV");
    m_text += text;
    m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
    if (index >= m_ends.size()) return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(begin, m_ends[index] - begin);
}

SharedStrings read_shared_strings(ByteSource& source) {
    SharedStringsHandler handler;
    read_xml(source, handler);
    return std::move(handler.strings);
}

} // namespace termbook::readers
