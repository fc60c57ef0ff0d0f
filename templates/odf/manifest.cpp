// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/manifest.hpp"

#include "templates/odf/tree.hpp"

#include <array>

namespace termbook::odf {

namespace {

struct Picture {
    std::string_view first_bytes;
    std::string_view extension;
    std::string_view media_type;
};

constexpr std::array pictures{
    Picture{"\x89PNG", ".png", "image/png"},  Picture{"\xFF\xD8\xFF", ".jpg", "image/jpeg"},
    Picture{"GIF8", ".gif", "image/gif"},     Picture{"BM", ".bmp", "image/bmp"},
    Picture{"<svg", ".svg", "image/svg+xml"}, Picture{"<?xml", ".svg", "image/svg+xml"},
    Picture{"VCLMTF", ".svm", "image/x-svm"},
};

const Picture* picture_of(std::string_view bytes) {
    for (const auto& picture : pictures)
        if (bytes.starts_with(picture.first_bytes)) return &picture;
    return nullptr;
}

std::string media_type(std::string_view path, std::string_view bytes) {
    if (path.ends_with(".xml")) return "text/xml";
    if (path.ends_with(".rdf")) return "application/rdf+xml";
    // LibreOffice shows the picture of an object only under this type.
    if (path.starts_with("ObjectReplacements/") && bytes.starts_with("VCLMTF"))
        return "application/x-openoffice-gdimetafile;windows_formatname=\"GDIMetaFile\"";
    const auto* picture = picture_of(bytes);
    return picture != nullptr ? std::string(picture->media_type) : "";
}

void add(pugi::xml_node root, const std::string& path, const std::string& type, bool versioned) {
    auto entry = root.append_child("manifest:file-entry");
    entry.append_attribute("manifest:full-path") = path.c_str();
    if (versioned) entry.append_attribute("manifest:version") = "1.3";
    entry.append_attribute("manifest:media-type") = type.c_str();
}

} // namespace

std::string picture_extension(std::string_view bytes) {
    const auto* picture = picture_of(bytes);
    return picture != nullptr ? std::string(picture->extension) : "";
}

std::string object_media_type(std::string_view content_xml) {
    const auto body = content_xml.find("<office:body");
    const auto inner = body == std::string_view::npos ? body : content_xml.find("<office:", body + 8);
    const std::string family = "application/vnd.oasis.opendocument.";
    if (inner == std::string_view::npos) return family + "formula"; // MathML has no body
    const auto name = content_xml.substr(inner + 8, content_xml.find_first_of(" >/", inner + 8) - inner - 8);
    return family + (name == "drawing" ? "graphics" : std::string(name));
}

std::string manifest_of(const std::vector<std::pair<std::string, std::string>>& members) {
    pugi::xml_document tree;
    auto root = tree.append_child("manifest:manifest");
    root.append_attribute("xmlns:manifest") = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    root.append_attribute("manifest:version") = "1.3";
    add(root, "/", "application/vnd.oasis.opendocument.spreadsheet", true);
    for (const auto& [path, bytes] : members) {
        if (path == "mimetype") continue;
        constexpr std::string_view content = "/content.xml";
        if (path.ends_with(content))
            add(root, path.substr(0, path.size() - content.size() + 1), object_media_type(bytes), true);
        add(root, path, media_type(path, bytes), false);
    }
    return to_xml(tree);
}

} // namespace termbook::odf
