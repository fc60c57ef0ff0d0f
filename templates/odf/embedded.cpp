// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/embedded.hpp"

#include "templates/odf/flat_form.hpp"
#include "templates/odf/manifest.hpp"
#include "templates/odf/tree.hpp"

#include <Poco/Base64Decoder.h>
#include <Poco/Base64Encoder.h>
#include <fmt/format.h>
#include <iterator>
#include <sstream>
#include <string_view>
#include <vector>

namespace termbook::odf {

namespace {

using Parts = std::map<std::string, std::string>;

std::vector<pugi::xml_node> all_named(pugi::xml_node root, std::string_view name) {
    struct Walker : pugi::xml_tree_walker {
        std::string_view wanted;
        std::vector<pugi::xml_node> found;
        bool for_each(pugi::xml_node& node) override {
            if (wanted == node.name()) found.push_back(node);
            return true;
        }
    } walker;
    walker.wanted = name;
    root.traverse(walker);
    return walker.found;
}

std::string decode(const char* base64) {
    std::istringstream in{std::string(base64)};
    Poco::Base64Decoder decoder(in);
    return {std::istreambuf_iterator<char>(decoder), {}};
}

std::string encode(const std::string& bytes) {
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    encoder.close();
    return out.str();
}

void link(pugi::xml_node node, const std::string& path) {
    for (const char* name : {"xlink:href", "xlink:type", "xlink:show", "xlink:actuate"})
        node.remove_attribute(name);
    node.append_attribute("xlink:href") = path.c_str();
    node.append_attribute("xlink:type") = "simple";
    node.append_attribute("xlink:show") = "embed";
    node.append_attribute("xlink:actuate") = "onLoad";
}

template<class Taken>
std::string free_path(const char* stem, const std::string& ending, const Taken& taken) {
    for (int i = 1;; ++i)
        if (auto path = fmt::format("{}{}{}", stem, i, ending); !taken(path)) return path;
}

void pull_out_pictures(pugi::xml_node root, Parts& parts) {
    for (auto data : all_named(root, "office:binary-data")) {
        auto owner = data.parent();
        if (std::string_view(owner.name()) != "draw:image") continue;
        auto bytes = decode(data.child_value());
        auto path = free_path("Pictures/", picture_extension(bytes),
                              [&](const auto& p) { return parts.contains(p); });
        owner.remove_child(data);
        link(owner, path);
        parts.emplace(std::move(path), std::move(bytes));
    }
}

void unlink(pugi::xml_node node) {
    for (const char* name : {"xlink:href", "xlink:type", "xlink:show", "xlink:actuate"})
        node.remove_attribute(name);
}

void put_in_pictures(pugi::xml_node root, const Parts& parts) {
    for (auto image : all_named(root, "draw:image")) {
        const auto part = parts.find(linked_path(image));
        if (part == parts.end()) continue;
        unlink(image);
        image.prepend_child("office:binary-data").text() = encode(part->second).c_str();
    }
}

/// False for an object that is not among the parts.
bool put_in_object(pugi::xml_node object, const Parts& parts) {
    const auto folder = linked_path(object);
    const auto content = parts.find(folder + "/content.xml");
    if (content == parts.end()) return false;
    pugi::xml_document content_tree, styles_tree;
    load_tree(content_tree, content->second);
    const auto styles = parts.find(folder + "/styles.xml");
    if (styles != parts.end()) load_tree(styles_tree, styles->second);
    unlink(object);
    auto inner = object.prepend_child("office:document");
    inner.append_attribute("office:mimetype") = object_media_type(content->second).c_str();
    gather(inner, {content_tree.document_element(), styles_tree.document_element(), {}, {}});
    declare_namespaces(inner);
    return true;
}

bool is_chart(pugi::xml_node object, const Parts& parts) {
    const auto content = parts.find(linked_path(object) + "/content.xml");
    return content != parts.end() && object_media_type(content->second).ends_with(".chart");
}

} // namespace

std::string linked_path(pugi::xml_node node) {
    std::string_view path = node.attribute("xlink:href").value();
    if (path.starts_with("./")) path.remove_prefix(2);
    return std::string(path);
}

std::string picture_bytes(pugi::xml_node image, const Parts& parts) {
    if (const auto inline_bytes = image.child("office:binary-data"))
        return decode(inline_bytes.child_value());
    const auto part = parts.find(linked_path(image));
    return part == parts.end() ? std::string() : part->second;
}

void pull_out_objects(pugi::xml_node root, pugi::xml_node namespaces, Parts& parts) {
    for (auto inner : all_named(root, "office:document")) {
        auto owner = inner.parent();
        if (std::string_view(owner.name()) != "draw:object") continue;
        const auto folder =
            free_path("Object ", "", [&](const auto& p) { return parts.contains(p + "/content.xml"); });
        pugi::xml_document content, styles, meta, settings;
        copy_namespaces(inner, namespaces);
        spread(inner,
               {content.append_child("office:document-content"),
                styles.append_child("office:document-styles"), meta.append_child("office:document-meta"),
                settings.append_child("office:document-settings")});
        parts.emplace(folder + "/content.xml", to_xml(content));
        parts.emplace(folder + "/styles.xml", to_xml(styles));
        owner.remove_child(inner);
        link(owner, "./" + folder);
    }
}

std::set<std::string> put_in_charts(pugi::xml_node root, const Parts& parts) {
    std::set<std::string> folders;
    for (auto object : all_named(root, "draw:object")) {
        if (!is_chart(object, parts)) continue;
        const auto folder = linked_path(object);
        if (put_in_object(object, parts)) folders.insert(folder);
    }
    return folders;
}

void pull_out(pugi::xml_node root, Parts& parts) {
    pull_out_objects(root, root, parts); // first: what stands inline inside an object stays there
    pull_out_pictures(root, parts);
}

void put_in(pugi::xml_node root, const Parts& parts) {
    put_in_pictures(root, parts);
    for (auto object : all_named(root, "draw:object"))
        put_in_object(object, parts);
}

} // namespace termbook::odf
