// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/profile.hpp"

#include "connectors/profiles/embedded.hpp"
#include "connectors/profiles/own_xml.hpp"

#include <cctype>

namespace termbook {

namespace {

ProfileColumn read_column(const OwnXml& xml, pugi::xml_node node) {
    xml.only_attributes(node, {"field", "required"});
    ProfileColumn column;
    column.field = node.attribute("field").value();
    column.required = node.attribute("required").as_bool();
    for (const auto header : node.children("header"))
        column.headers.push_back(folded_header(header.child_value()));
    if (column.headers.empty())
        xml.refuse(node, "<column> without <header>", "the headers it goes by", "add one");
    return column;
}

/// U+00A0 in UTF-8; Arbor's headers are full of them.
constexpr std::string_view no_break_space = "\xC2\xA0";

} // namespace

std::string folded_header(std::string_view header) {
    std::string folded;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool hard_blank = header.substr(i).starts_with(no_break_space);
        if (hard_blank) ++i;
        if (hard_blank || std::isspace(static_cast<unsigned char>(header[i]))) {
            if (!folded.empty() && folded.back() != ' ') folded += ' ';
        } else {
            folded += static_cast<char>(std::tolower(static_cast<unsigned char>(header[i])));
        }
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

Profile read_profile(std::string bytes, const std::string& name) {
    const OwnXml xml(std::move(bytes), name, "profile");
    xml.only_attributes(xml.root(), {"version", "key", "title", "loads", "root"});
    Profile profile;
    profile.key = xml.required(xml.root(), "key");
    profile.title = xml.required(xml.root(), "title");
    profile.loads = xml.required(xml.root(), "loads");
    profile.root = xml.root().attribute("root").value();
    for (const auto node : xml.root().children()) {
        if (node.type() != pugi::node_element) continue;
        if (std::string_view(node.name()) != "column") xml.refuse_element(node, {"column"});
        profile.columns.push_back(read_column(xml, node));
    }
    if (profile.root.empty() && profile.columns.empty())
        xml.refuse(xml.root(), "a profile without columns", "<column> elements, or the root of an XML export",
                   "add them");
    return profile;
}

const std::vector<Profile>& shipped_profiles() {
    static const std::vector<Profile> profiles = [] {
        std::vector<Profile> all;
        for (const EmbeddedFile& file : profiles::embedded_files())
            if (file.bytes.find("<profile") != std::string_view::npos)
                all.push_back(read_profile(std::string(file.bytes), std::string(file.name)));
        return all;
    }();
    return profiles;
}

} // namespace termbook
