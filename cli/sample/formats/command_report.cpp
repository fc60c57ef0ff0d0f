// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/formats/command_report.hpp"

#include "cli/sample/formats/xml_text.hpp"

#include <cctype>
#include <fmt/format.h>

namespace termbook::sample {

namespace {

std::string element_name(const std::string& caption) {
    std::string name;
    for (const char c : caption) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0)
            name += c;
        else
            name += fmt::format("_x{:04X}_", byte);
    }
    return name;
}

} // namespace

std::string command_report(const Table& table) {
    std::vector<std::string> names;
    for (const std::string& caption : table.header.front())
        names.push_back(element_name(caption));
    std::string text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<SuperStarReport>\n";
    for (std::size_t i = 0; i < table.rows; ++i) {
        const Cells cells = table.row(i);
        text += "  <Record>";
        for (std::size_t column = 0; column < cells.size(); ++column)
            if (!cells[column].empty())
                text += fmt::format("<{0}>{1}</{0}>", names[column], xml_text(cells[column]));
        text += "</Record>\n";
    }
    return text + "</SuperStarReport>\n";
}

} // namespace termbook::sample
