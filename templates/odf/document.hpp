// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace termbook::odf {

/// An OpenDocument spreadsheet as the trees of its XML parts, from a package (.ods, .ots) or from flat XML
/// (.fods). What Termbook does not understand stays as it is in these trees and comes out of the writer
/// again.
///
/// The two forms differ only in where things stand; the accessors hide that. In a flat document the content
/// and style trees are one and the same.
class Document {
  public:
    /// Reads a document, telling package from flat by its first bytes. Throws Error (with `name` as the file)
    /// when it is not a whole, well-formed spreadsheet: broken zip, DOCTYPE, encrypted, a text document, …
    static Document read(const std::filesystem::path& path);
    static Document parse(std::string_view bytes, const std::string& name);

    Document(Document&&) noexcept = default;
    Document& operator=(Document&&) noexcept = default;

    /// Another document with the same parts: a template is read once and filled many times.
    Document copy() const;

    const std::string& name() const { return m_name; }

    // Each is there even if the document lacked it, settings apart.
    pugi::xml_node spreadsheet() const;   ///< office:spreadsheet
    pugi::xml_node cell_styles() const;   ///< office:automatic-styles of the content
    pugi::xml_node page_styles() const;   ///< office:automatic-styles beside the master pages
    pugi::xml_node common_styles() const; ///< office:styles
    pugi::xml_node master_styles() const; ///< office:master-styles
    pugi::xml_node font_faces() const;    ///< office:font-face-decls of the content
    pugi::xml_node meta() const;          ///< office:meta
    pugi::xml_node settings() const;      ///< office:settings; null if there are none

    /// The other members of a package, by path: pictures, embedded objects. Empty for a flat document. A part
    /// that is added here is announced in the manifest by what it holds.
    std::map<std::string, std::string>& parts() { return m_parts; }
    const std::map<std::string, std::string>& parts() const { return m_parts; }

    /// A custom document property (`meta:user-defined`), or "" if it is not set.
    std::string property(std::string_view key) const;
    void set_property(std::string_view key, std::string_view value);

  private:
    Document() = default;

    void load_package();
    void load_flat(std::string_view bytes);
    pugi::xml_node styles_root() const;

    std::string m_name;
    bool m_flat{false};
    pugi::xml_document m_content;
    pugi::xml_document m_styles;
    pugi::xml_document m_meta;
    pugi::xml_document m_settings;
    std::map<std::string, std::string> m_parts;

    friend std::string to_package(const Document& document);
    friend std::string to_flat(const Document& document);
};

/// The document as the bytes of an .ods package: `mimetype` first and stored, then the parts, the same bytes
/// for the same document.
std::string to_package(const Document& document);

/// The document as flat XML; embedded objects and pictures are written inline.
std::string to_flat(const Document& document);

} // namespace termbook::odf
