// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/tree.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/odf/xml_gate.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace termbook::odf {

namespace {

struct Namespace {
    const char* prefix;
    const char* uri;
};

constexpr std::array namespaces{
    Namespace{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    Namespace{"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    Namespace{"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    Namespace{"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    Namespace{"xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
    Namespace{"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    Namespace{"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
    Namespace{"xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"},
    Namespace{"xmlns:chart", "urn:oasis:names:tc:opendocument:xmlns:chart:1.0"},
    Namespace{"xmlns:dr3d", "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0"},
    Namespace{"xmlns:form", "urn:oasis:names:tc:opendocument:xmlns:form:1.0"},
    Namespace{"xmlns:script", "urn:oasis:names:tc:opendocument:xmlns:script:1.0"},
    Namespace{"xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"},
    Namespace{"xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
    Namespace{"xmlns:presentation", "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"},
    Namespace{"xmlns:of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2"},
    Namespace{"xmlns:xlink", "http://www.w3.org/1999/xlink"},
    Namespace{"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
    Namespace{"xmlns:math", "http://www.w3.org/1998/Math/MathML"},
    Namespace{"xmlns:calcext", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"},
    Namespace{"xmlns:loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"},
};

/// The order that OpenDocument wants of the children of a document's root.
constexpr std::array sections{
    "office:meta",   "office:settings",         "office:scripts",       "office:font-face-decls",
    "office:styles", "office:automatic-styles", "office:master-styles", "office:body"};

std::size_t rank(std::string_view section) {
    return static_cast<std::size_t>(std::find(sections.begin(), sections.end(), section) - sections.begin());
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool has_elements(pugi::xml_node node) {
    return std::any_of(node.begin(), node.end(),
                       [](pugi::xml_node child) { return child.type() == pugi::node_element; });
}

/// Only paragraphs and what stands in them mix text with elements.
bool is_mixed(pugi::xml_node node) {
    return std::string_view(node.name()).starts_with("text:");
}

class Indentation : public pugi::xml_tree_walker {
  public:
    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_pcdata && is_blank(node.value()) && !is_mixed(node.parent()) &&
            has_elements(node.parent()))
            m_found.push_back(node);
        return true;
    }

    void drop() {
        for (auto& node : m_found)
            node.parent().remove_child(node);
    }

  private:
    std::vector<pugi::xml_node> m_found;
};

struct StringWriter : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override {
        text.append(static_cast<const char*>(data), size);
    }
};

} // namespace

void load_tree(pugi::xml_document& tree, std::string_view xml) {
    require_well_formed(xml);
    const auto result = tree.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!result)
        throw Error({}, std::string("XML that cannot be read (") + result.description() + ")",
                    "well-formed XML", "open the document in LibreOffice and save it again");
    Indentation indentation;
    tree.traverse(indentation);
    indentation.drop();
}

std::string to_xml(const pugi::xml_document& tree) {
    StringWriter writer;
    writer.text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    tree.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(writer.text);
}

void declare_namespaces(pugi::xml_node root) {
    for (const auto& [prefix, uri] : namespaces)
        if (!root.attribute(prefix)) root.append_attribute(prefix) = uri;
    if (!root.attribute("office:version")) root.append_attribute("office:version") = "1.3";
}

void copy_namespaces(pugi::xml_node root, pugi::xml_node from) {
    for (const auto& attribute : from.attributes())
        if (std::string_view(attribute.name()).starts_with("xmlns:") && !root.attribute(attribute.name()))
            root.append_attribute(attribute.name()) = attribute.value();
}

pugi::xml_node make_section(pugi::xml_node root, const char* section) {
    if (const auto known = root.child(section)) return known;
    const auto after = root.find_child([&](pugi::xml_node node) {
        return node.type() == pugi::node_element && rank(node.name()) > rank(section);
    });
    return after ? root.insert_child_before(section, after) : root.append_child(section);
}

} // namespace termbook::odf
