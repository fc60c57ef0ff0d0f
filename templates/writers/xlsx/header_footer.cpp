// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/cell_text.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

/// Fields and text of a paragraph as header code; the letters are those of its runs.
class HeaderText {
  public:
    HeaderText(const Book& book, const Letters& normal) : m_book(book), m_base(normal), m_now(normal) {}

    void paragraphs(pugi::xml_node region) {
        bool first = true;
        for (const auto& paragraph : region.children("text:p")) {
            if (!first) m_code += "\n";
            first = false;
            content(paragraph, m_base);
        }
    }

    std::string take() { return std::move(m_code); }

  private:
    void content(pugi::xml_node node, const Letters& letters) {
        for (const auto& child : node.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
                text(child.value(), letters);
            else
                element(child, letters);
        }
    }

    void element(pugi::xml_node node, const Letters& letters) {
        const std::string_view name = node.name();
        if (name == "text:span")
            content(node, m_book.styles.text_letters(node.attribute("text:style-name").value(), letters));
        else if (name == "text:s")
            text(std::string(std::min(node.attribute("text:c").as_uint(1), 255U), ' '), letters);
        else if (name == "text:tab")
            text(" ", letters);
        else if (name == "text:line-break")
            text("\n", letters);
        else if (const auto code = field(name); !code.empty()) {
            dress(letters);
            m_code += code;
        } else
            content(node, letters); // a field the format does not know keeps the text it shows
    }

    static std::string_view field(std::string_view name) {
        if (name == "text:page-number") return "&P";
        if (name == "text:page-count") return "&N";
        if (name == "text:sheet-name") return "&A";
        if (name == "text:file-name") return "&F";
        if (name == "text:date") return "&D";
        if (name == "text:time") return "&T";
        return {};
    }

    void text(std::string_view plain, const Letters& letters) {
        if (plain.empty()) return;
        dress(letters);
        // After a size, a digit of the text would be read as part of it.
        if (!m_code.empty() && m_sized && plain.front() >= '0' && plain.front() <= '9') m_code += ' ';
        m_sized = false;
        for (const char c : plain)
            m_code += c == '&' ? std::string("&&") : std::string(1, c);
    }

    void dress(const Letters& letters) {
        m_sized = false;
        if (letters.font != m_now.font || letters.bold != m_now.bold || letters.italic != m_now.italic) {
            const char* shape = letters.bold ? (letters.italic ? "Bold Italic" : "Bold")
                                             : (letters.italic ? "Italic" : "Regular");
            m_code += fmt::format("&\"{},{}\"", letters.font, shape);
        }
        if (letters.size != m_now.size) {
            m_code += fmt::format("&{}", std::lround(letters.size));
            m_sized = true;
        }
        if (letters.colour != m_now.colour) {
            m_code += fmt::format("&K{:06X}", letters.colour.value_or(0));
            m_sized = false; // a colour has six digits, and no more are read
        }
        m_now = letters;
    }

    const Book& m_book;
    Letters m_base;
    Letters m_now;
    std::string m_code;
    bool m_sized{false};
};

} // namespace

std::string header_code(Book& book, pugi::xml_node region) {
    const Letters normal = book.styles.cell_look("").letters;
    const auto part = [&](pugi::xml_node node) {
        HeaderText text(book, normal);
        text.paragraphs(node);
        return text.take();
    };
    std::string code;
    const auto add = [&](const char* mark, pugi::xml_node node) {
        if (auto text = part(node); !text.empty()) code += mark + text;
    };
    add("&L", region.child("style:region-left"));
    add("&C", region.child("style:region-center") ? region.child("style:region-center") : region);
    add("&R", region.child("style:region-right"));
    return code;
}

} // namespace termbook::writers::xlsx
