// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/document.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/odf/characters.hpp"
#include "templates/odf/manifest.hpp"
#include "templates/odf/package.hpp"
#include "templates/odf/tree.hpp"
#include "templates/odf/xml_gate.hpp"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <fstream>
#include <system_error>

namespace termbook::odf {

namespace {

constexpr std::string_view wanted = "an OpenDocument spreadsheet (.ods, .ots or .fods)";
constexpr std::string_view convert = "open it in LibreOffice and save it as .ods";

[[noreturn]] void refuse(const std::string& name, std::string found,
                         std::string remedy = std::string(convert)) {
    throw Error({name, 0, 0, ""}, std::move(found), std::string(wanted), std::move(remedy));
}

void require_spreadsheet_type(const std::string& name, std::string_view type) {
    if (type == spreadsheet_type || type == std::string(spreadsheet_type) + "-template") return;
    constexpr std::string_view family = "application/vnd.oasis.opendocument.";
    if (!type.starts_with(family)) refuse(name, "a document of another type");
    const auto kind = type.substr(family.size());
    const auto plain = kind.substr(0, kind.find('-'));
    const bool known = plain == "text" || plain == "presentation" || plain == "graphics" ||
                       plain == "chart" || plain == "database" || plain == "formula";
    refuse(name, known ? fmt::format("an OpenDocument {} document", plain) : "a document of another type");
}

void load(pugi::xml_document& tree, const std::string& xml, const std::string& name,
          const std::string& part) {
    try {
        load_tree(tree, xml);
    } catch (const Error& error) {
        throw error.at({name, error.pos().line, error.pos().column, part});
    }
}

/// A part that a package may lack is made, so that the accessors always have something to give.
void load_or_make(pugi::xml_document& tree, std::map<std::string, std::string>& members,
                  const std::string& part, const char* root, const std::string& name) {
    const auto found = members.find(part);
    if (found == members.end()) {
        declare_namespaces(tree.append_child(root));
        return;
    }
    load(tree, found->second, name, part);
    members.erase(found);
    if (std::string_view(tree.document_element().name()) != root)
        refuse(name, fmt::format("{} without the element {}", part, root));
}

void require_no_encryption(const std::map<std::string, std::string>& members, const std::string& name) {
    const auto manifest = members.find("META-INF/manifest.xml");
    if (manifest == members.end()) return;
    pugi::xml_document tree;
    load(tree, manifest->second, name, manifest->first);
    const auto sealed = tree.find_node(
        [](pugi::xml_node node) { return std::string_view(node.name()).ends_with("encryption-data"); });
    if (sealed || members.contains("encrypted-package"))
        throw Error({name, 0, 0, ""}, "a document with a password", std::string(wanted) + " without one",
                    "open it in LibreOffice and save it without a password");
}

void require_spreadsheet(const pugi::xml_document& content, const std::string& name) {
    const auto body = content.document_element().child("office:body");
    if (body.child("office:spreadsheet")) return;
    const auto other = body.find_child([](pugi::xml_node node) { return node.type() == pugi::node_element; });
    refuse(name,
           other ? fmt::format("a document whose body is {}", other.name()) : "a document without a body");
}

std::string file_bytes(const std::filesystem::path& path) {
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure)) refuse(path.string(), "a folder", "name a file");
    std::ifstream file(path, std::ios::binary);
    const int reason = errno;
    if (!file)
        refuse(path.string(),
               fmt::format("no file that can be read ({})", std::generic_category().message(reason)),
               "check the path");
    return {std::istreambuf_iterator<char>(file), {}};
}

bool is_package(std::string_view bytes) {
    return bytes.starts_with("PK");
}

bool may_be_xml(std::string_view bytes) {
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    const auto first =
        bytes.find_first_not_of(bytes.starts_with("\xEF\xBB\xBF") ? "\xEF\xBB\xBF \t\r\n" : " \t\r\n");
    return wide || (first != std::string_view::npos && bytes[first] == '<');
}

std::map<std::string, std::string> members_of(std::string_view bytes, const std::string& name) {
    try {
        return read_package(bytes);
    } catch (const Error& error) {
        throw error.at({name, 0, 0, ""});
    }
}

} // namespace

Document Document::read(const std::filesystem::path& path) {
    return parse(file_bytes(path), path.string());
}

Document Document::parse(std::string_view bytes, const std::string& name) {
    Document document;
    document.m_name = name;
    if (is_package(bytes)) {
        document.m_parts = members_of(bytes, name);
        document.load_package();
    } else if (may_be_xml(bytes)) {
        document.load_flat(bytes);
    } else {
        refuse(name, bytes.starts_with("\xD0\xCF\x11\xE0") ? "an old or password-protected Office file"
                     : bytes.empty()                       ? "an empty file"
                                                           : "neither a zip archive nor XML");
    }
    return document;
}

void Document::load_package() {
    const auto type = m_parts.find("mimetype");
    if (type != m_parts.end())
        require_spreadsheet_type(m_name, type->second);
    else if (m_parts.contains("[Content_Types].xml"))
        refuse(m_name, "a Microsoft Office document");
    require_no_encryption(m_parts, m_name);
    if (!m_parts.contains("content.xml")) refuse(m_name, "a package without content.xml");
    load_or_make(m_content, m_parts, "content.xml", "office:document-content", m_name);
    load_or_make(m_styles, m_parts, "styles.xml", "office:document-styles", m_name);
    load_or_make(m_meta, m_parts, "meta.xml", "office:document-meta", m_name);
    if (m_parts.contains("settings.xml"))
        load_or_make(m_settings, m_parts, "settings.xml", "office:document-settings", m_name);
    require_spreadsheet(m_content, m_name);
    // The manifest is written anew, a signature ends with the first change, and a thumbnail would show what
    // was.
    std::erase_if(m_parts, [](const auto& part) {
        return part.first == "mimetype" || part.first.starts_with("META-INF/") ||
               part.first.starts_with("Thumbnails/");
    });
    make_section(m_content.document_element(), "office:font-face-decls");
    make_section(m_content.document_element(), "office:automatic-styles");
    for (const char* section :
         {"office:font-face-decls", "office:styles", "office:automatic-styles", "office:master-styles"})
        make_section(m_styles.document_element(), section);
    make_section(m_meta.document_element(), "office:meta");
}

void Document::load_flat(std::string_view bytes) {
    m_flat = true;
    load(m_content, std::string(bytes), m_name, "");
    const auto root = m_content.document_element();
    if (std::string_view(root.name()) != "office:document")
        refuse(m_name, fmt::format("XML whose first element is {}", root.name()));
    if (const auto type = root.attribute("office:mimetype")) require_spreadsheet_type(m_name, type.value());
    require_spreadsheet(m_content, m_name);
    for (const char* section : {"office:meta", "office:font-face-decls", "office:styles",
                                "office:automatic-styles", "office:master-styles"})
        make_section(root, section);
}

pugi::xml_node Document::styles_root() const {
    return (m_flat ? m_content : m_styles).document_element();
}

pugi::xml_node Document::spreadsheet() const {
    return m_content.document_element().child("office:body").child("office:spreadsheet");
}

pugi::xml_node Document::cell_styles() const {
    return m_content.document_element().child("office:automatic-styles");
}

pugi::xml_node Document::page_styles() const {
    return styles_root().child("office:automatic-styles");
}

pugi::xml_node Document::common_styles() const {
    return styles_root().child("office:styles");
}

pugi::xml_node Document::master_styles() const {
    return styles_root().child("office:master-styles");
}

pugi::xml_node Document::font_faces() const {
    return m_content.document_element().child("office:font-face-decls");
}

pugi::xml_node Document::meta() const {
    return (m_flat ? m_content : m_meta).document_element().child("office:meta");
}

pugi::xml_node Document::settings() const {
    return (m_flat ? m_content : m_settings).document_element().child("office:settings");
}

std::string Document::property(std::string_view key) const {
    return meta()
        .find_child_by_attribute("meta:user-defined", "meta:name", std::string(key).c_str())
        .child_value();
}

void Document::set_property(std::string_view key, std::string_view value) {
    const std::string name(key);
    auto node = meta().find_child_by_attribute("meta:user-defined", "meta:name", name.c_str());
    if (!node) {
        node = meta().append_child("meta:user-defined");
        node.append_attribute("meta:name") = name.c_str();
    }
    node.remove_attribute("meta:value-type"); // what is set is text
    node.text() = xml_characters(value).c_str();
}

Document Document::copy() const {
    Document other;
    other.m_name = m_name;
    other.m_flat = m_flat;
    other.m_content.reset(m_content);
    other.m_styles.reset(m_styles);
    other.m_meta.reset(m_meta);
    other.m_settings.reset(m_settings);
    other.m_parts = m_parts;
    return other;
}

} // namespace termbook::odf
