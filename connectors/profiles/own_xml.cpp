// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/own_xml.hpp"

#include "connectors/readers/xml/xml_reader.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace termbook {

namespace {

/// pugixml accepts much that is not XML: what it is given has been read by expat before.
class Unheard : public readers::XmlHandler {
  public:
    void start_element(std::string_view, const readers::XmlAttributes&, const readers::XmlPlace&) override {}
    void end_element(std::string_view, const readers::XmlPlace&) override {}
    void text(std::string_view, const readers::XmlPlace&) override {}
};

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known) {
    const auto nearest = nearest_spelling(name, known);
    return nearest.empty() ? "remove or correct it" : fmt::format("did you mean '{}'?", nearest);
}

} // namespace

OwnXml::OwnXml(std::string bytes, std::string name, std::string_view root)
    : m_bytes(std::move(bytes)), m_name(std::move(name)) {
    const auto source = readers::open_memory(m_bytes, m_name);
    Unheard unheard;
    readers::read_xml(*source, unheard);
    m_document.load_buffer(m_bytes.data(), m_bytes.size());
    const std::string_view found = this->root().name();
    if (found != root)
        refuse(this->root(), fmt::format("the element <{}>", found), fmt::format("<{}>", root),
               "correct the file");
}

SourcePos OwnXml::place(pugi::xml_node node) const {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    const auto before = std::string_view(m_bytes).substr(0, offset);
    const auto line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const auto line_start = before.rfind('\n') + 1; // npos + 1 is 0: the first line
    return {m_name, line, static_cast<std::uint32_t>(offset - line_start + 1), {}};
}

std::string OwnXml::required(pugi::xml_node node, const char* attribute) const {
    const auto found = node.attribute(attribute);
    if (!found || *found.value() == '\0')
        refuse(node, fmt::format("<{}> without {}", node.name(), attribute),
               fmt::format("{}=\"…\"", attribute), "add it");
    return found.value();
}

void OwnXml::only_attributes(pugi::xml_node node, const std::vector<std::string_view>& known) const {
    for (const auto attribute : node.attributes()) {
        if (std::find(known.begin(), known.end(), attribute.name()) != known.end()) continue;
        refuse(node, fmt::format("the attribute '{}' of <{}>", attribute.name(), node.name()),
               fmt::format("one of {}", fmt::join(known, ", ")), did_you_mean(attribute.name(), known));
    }
}

void OwnXml::refuse(pugi::xml_node node, std::string found, std::string expected, std::string remedy) const {
    throw Error(place(node), std::move(found), std::move(expected), std::move(remedy));
}

void OwnXml::refuse_element(pugi::xml_node node, const std::vector<std::string_view>& known) const {
    refuse(node, fmt::format("the element <{}>", node.name()),
           fmt::format("one of {}", fmt::join(known, ", ")), did_you_mean(node.name(), known));
}

} // namespace termbook
