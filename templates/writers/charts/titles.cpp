// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/charts/reading.hpp"

#include <algorithm>
#include <string_view>

namespace termbook::writers::charts {

namespace {

void add_text(std::string& text, pugi::xml_node node) {
    for (const auto& child : node.children()) {
        const std::string_view name = child.name();
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
        else if (name == "text:s")
            text.append(std::clamp(child.attribute("text:c").as_uint(1), 1U, 255U), ' ');
        else if (name == "text:tab")
            text += ' ';
        else if (name == "text:line-break")
            text += '\n';
        else
            add_text(text, child);
    }
}

} // namespace

std::string text_of(pugi::xml_node owner) {
    std::string text;
    bool first = true;
    for (const auto& paragraph : owner.children("text:p")) {
        if (!first) text += '\n';
        first = false;
        add_text(text, paragraph);
    }
    return text;
}

std::optional<Title> read_title(const ChartStyles& styles, pugi::xml_node title, double size) {
    auto text = text_of(title);
    if (text.empty()) return {};
    return Title{std::move(text), styles.letters(title, size), styles.turned(title)};
}

} // namespace termbook::writers::charts
