// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/cell_text.hpp"

#include <algorithm>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

class Reader {
  public:
    explicit Reader(const Styles& styles) : m_styles(styles) {}

    void paragraph(pugi::xml_node node, const Letters& letters) {
        if (m_paragraphs++ != 0) line_break(letters);
        content(node, letters, "");
    }

    std::vector<Run> take() { return std::move(m_runs); }

  private:
    void content(pugi::xml_node node, const Letters& letters, const std::string& link) {
        for (const auto& child : node.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
                add(child.value(), letters, link);
            else
                element(child, letters, link);
        }
    }

    void element(pugi::xml_node node, const Letters& letters, const std::string& link) {
        const std::string_view name = node.name();
        constexpr unsigned widest = 32767; // a cell holds no more
        if (name == "text:s")
            add(std::string(std::min(node.attribute("text:c").as_uint(1), widest), ' '), letters, link);
        else if (name == "text:tab")
            add("\t", letters, link);
        else if (name == "text:line-break")
            add("\n", letters, link);
        else if (name == "text:a")
            content(node, letters, node.attribute("xlink:href").value());
        else if (name == "text:span")
            content(node, m_styles.text_letters(node.attribute("text:style-name").value(), letters), link);
        else if (name.starts_with("text:"))
            content(node, letters, link);
    }

    /// Between paragraphs: it belongs to the run before it.
    void line_break(const Letters& letters) {
        if (m_runs.empty())
            add("\n", letters, "");
        else
            m_runs.back().text += '\n';
    }

    void add(const std::string& text, const Letters& letters, const std::string& link) {
        if (text.empty()) return;
        if (!m_runs.empty() && m_runs.back().letters == letters && m_runs.back().link == link)
            m_runs.back().text += text;
        else
            m_runs.push_back({text, letters, link});
    }

    const Styles& m_styles;
    std::vector<Run> m_runs;
    int m_paragraphs{0};
};

} // namespace

std::vector<Run> read_text(pugi::xml_node owner, const Letters& letters, const Styles& styles) {
    Reader reader(styles);
    for (const auto& paragraph : owner.children("text:p"))
        reader.paragraph(paragraph, letters);
    return reader.take();
}

std::string plain_text(const std::vector<Run>& runs) {
    std::string text;
    for (const auto& run : runs)
        text += run.text;
    return text;
}

} // namespace termbook::writers::xlsx
