// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/excel.hpp"

#include "templates/formulas/address.hpp"

#include <cstddef>

namespace termbook::formulas {

namespace {

std::string_view excel_operator(Operator operation) {
    switch (operation) {
    case Operator::equal:
        return "=";
    case Operator::not_equal:
        return "<>";
    case Operator::less:
        return "<";
    case Operator::less_equal:
        return "<=";
    case Operator::greater:
        return ">";
    case Operator::greater_equal:
        return ">=";
    case Operator::concatenate:
        return "&";
    case Operator::add:
        return "+";
    case Operator::subtract:
        return "-";
    case Operator::multiply:
        return "*";
    case Operator::divide:
        return "/";
    case Operator::power:
        return "^";
    case Operator::unite:
        return ",";
    case Operator::intersect:
        return " ";
    case Operator::range:
        return ":";
    }
    return "";
}

std::string in_quotes(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

class Writer {
  public:
    std::string take() { return std::move(m_text); }

    /// `bare`: not within parentheses of its own, where a union's comma would read as the next argument's.
    void write(const Node& node, bool bare = true) {
        switch (node.kind) {
        case NodeKind::number:
            m_text += node.text;
            break;
        case NodeKind::text:
            m_text += in_quotes(node.text);
            break;
        case NodeKind::error:
            m_text += node.text.starts_with("Err:") ? "#VALUE!" : node.text;
            break;
        case NodeKind::reference:
            m_text += to_excel_address(node.reference);
            break;
        case NodeKind::external:
            m_text += "#REF!";
            break;
        case NodeKind::name:
            if (node.sheet) m_text += to_excel_sheet(*node.sheet) + "!";
            m_text += node.text;
            break;
        case NodeKind::call:
            call(node);
            break;
        case NodeKind::prefix:
            m_text += excel_operator(node.operators.front());
            write(node.children.front());
            break;
        case NodeKind::percent:
            write(node.children.front());
            m_text += '%';
            break;
        case NodeKind::chain:
            chain(node, bare);
            break;
        case NodeKind::parentheses:
            m_text += '(';
            write(node.children.front(), false);
            m_text += ')';
            break;
        case NodeKind::array:
            array(node);
            break;
        case NodeKind::missing:
            break;
        }
    }

  private:
    void chain(const Node& node, bool bare) {
        const bool wrap = bare && node.operators.front() == Operator::unite;
        if (wrap) m_text += '(';
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (i > 0) m_text += excel_operator(node.operators[i - 1]);
            write(node.children[i]);
        }
        if (wrap) m_text += ')';
    }

    void call(const Node& node) {
        m_text += excel_function(node.text) + "(";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (i > 0) m_text += ',';
            write(node.children[i]);
        }
        m_text += ')';
    }

    void array(const Node& node) {
        m_text += '{';
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            if (i > 0) m_text += i % node.columns == 0 ? ';' : ',';
            const Node& element = node.children[i];
            if (element.kind == NodeKind::call)
                m_text += element.text; // TRUE and FALSE, there without brackets
            else
                write(element);
        }
        m_text += '}';
    }

    std::string m_text;
};

} // namespace

std::string write_excel(const Node& root) {
    Writer writer;
    writer.write(root);
    return writer.take();
}

} // namespace termbook::formulas
