// SPDX-License-Identifier: MPL-2.0
#include "connectors/national/comparators_file.hpp"

#include "connectors/profiles/embedded.hpp"
#include "core/figures/catalogue.hpp"
#include "core/figures/groups.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace termbook {

namespace {

constexpr auto element = "comparator";

void require_figure(const OwnXml& xml, pugi::xml_node node, const std::string& key) {
    const FigureDefinition* figure = find_figure(key);
    if (!figure)
        xml.refuse(node, fmt::format("the figure '{}'", key), "a figure of the catalogue",
                   "see `termbook catalogue`");
    const bool has_subject = node.attribute("subject");
    if (figure->needs_subject != has_subject)
        xml.refuse(node, fmt::format("{} {} a subject", key, has_subject ? "with" : "without"),
                   has_subject ? "no subject" : "subject=\"reading\" or another", "correct it");
}

double read_value(const OwnXml& xml, pugi::xml_node node) {
    const std::string text = xml.required(node, "value");
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        xml.refuse(node, fmt::format("value=\"{}\"", text), "a number", "correct it");
    return value;
}

std::string read_period(const OwnXml& xml, pugi::xml_node node) {
    const std::string period = node.attribute("period").as_string("year");
    for (const std::string_view known : {"year", "autumn", "spring", "summer"})
        if (period == known) return period;
    xml.refuse(node, fmt::format("period=\"{}\"", period), "year, autumn, spring or summer", "correct it");
}

} // namespace

Comparator read_comparator(const OwnXml& xml, pugi::xml_node node) {
    xml.only_attributes(node,
                        {"figure", "area", "phase", "group", "subject", "year", "period", "value", "source"});
    Comparator row;
    row.figure = xml.required(node, "figure");
    require_figure(xml, node, row.figure);
    const auto area = parse_area(xml.required(node, "area"));
    if (!area || *area == Area::school) // a school's own is read from the DfE's files
        xml.refuse(node, fmt::format("area=\"{}\"", node.attribute("area").value()), "national or local",
                   "correct it");
    row.area = *area;
    if (node.attribute("phase")) {
        row.phase = parse_phase(node.attribute("phase").value());
        if (!row.phase)
            xml.refuse(node, fmt::format("phase=\"{}\"", node.attribute("phase").value()),
                       "primary, secondary, special or all-through", "correct it");
    }
    row.group = node.attribute("group").value();
    if (!row.group.empty()) {
        try {
            parse_groups(row.group);
        } catch (const Error& error) {
            throw error.at(xml.place(node));
        }
    }
    row.subject = node.attribute("subject").value();
    row.year = xml.required(node, "year");
    row.period = read_period(xml, node);
    row.value = read_value(xml, node);
    row.source = xml.required(node, "source");
    return row;
}

std::vector<Comparator> read_comparators(std::string bytes, const std::string& name) {
    const OwnXml xml(std::move(bytes), name, "comparators");
    std::vector<Comparator> rows;
    for (const auto node : xml.root().children()) {
        if (node.type() != pugi::node_element) continue;
        if (std::string_view(node.name()) != element) xml.refuse_element(node, {element});
        rows.push_back(read_comparator(xml, node));
    }
    return rows;
}

const std::vector<Comparator>& shipped_comparators() {
    static const std::vector<Comparator> all = [] {
        std::vector<Comparator> rows;
        for (const EmbeddedFile& file : profiles::embedded_files())
            if (file.bytes.find("<comparators") != std::string_view::npos) {
                auto of_file = read_comparators(std::string(file.bytes), std::string(file.name));
                for (Comparator& row : of_file)
                    row.origin = ComparatorOrigin::shipped;
                rows.insert(rows.end(), of_file.begin(), of_file.end());
            }
        return rows;
    }();
    return all;
}

} // namespace termbook
