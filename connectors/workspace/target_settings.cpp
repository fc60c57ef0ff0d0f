// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/target_settings.hpp"

#include "connectors/profiles/result_codes_file.hpp"
#include "connectors/workbooks/target_words.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

/// Reads one <target>.
class TargetElement {
  public:
    TargetElement(const OwnXml& xml, pugi::xml_node node, const Trust& trust)
        : m_xml(xml), m_node(node), m_trust(trust) {}

    TargetRule read() {
        m_xml.only_attributes(m_node, {"figure", "at-least", "at-most", "phase", "school", "year", "group",
                                       "subject", "period", "term"});
        TargetRule rule;
        rule.figure = m_xml.required(m_node, "figure");
        if (!find_figure(rule.figure))
            m_xml.refuse(m_node, fmt::format("the figure '{}'", rule.figure), "a figure of the catalogue",
                         "see `termbook catalogue`");
        read_value(rule);
        read_school(rule);
        read_pupils(rule);
        read_period(rule);
        return rule;
    }

  private:
    std::string value(const char* attribute) const { return m_node.attribute(attribute).value(); }

    [[noreturn]] void refuse(const char* attribute, std::string expected) const {
        m_xml.refuse(m_node, fmt::format("{}=\"{}\"", attribute, value(attribute)), std::move(expected),
                     "correct it");
    }

    void read_value(TargetRule& rule) const {
        rule.at_least = !m_node.attribute("at-most");
        if (m_node.attribute("at-least") && !rule.at_least)
            m_xml.refuse(m_node, "at-least and at-most", "one of the two", "remove one");
        const char* attribute = rule.at_least ? "at-least" : "at-most";
        const auto number = parse_target_value(m_xml.required(m_node, attribute));
        if (!number) refuse(attribute, "a number");
        rule.value = *number;
    }

    void read_school(TargetRule& rule) const {
        rule.school = value("school");
        if (!rule.school.empty() && !m_trust.school(rule.school)) refuse("school", "the URN of a <school>");
        if (!m_node.attribute("phase")) return;
        rule.phase = parse_phase(value("phase"));
        if (!rule.phase) refuse("phase", "primary, secondary, special or all-through");
    }

    void read_pupils(TargetRule& rule) const {
        if (m_node.attribute("year")) {
            rule.year = parse_year_group(value("year"));
            if (!rule.year) refuse("year", "a year group: N, R or 1 to 13");
        }
        if (m_node.attribute("group")) {
            auto groups = parse_group_names(value("group"));
            if (!groups) refuse("group", "a group, as pp or not-send; several with commas between them");
            rule.groups = std::move(*groups);
        }
        if (m_node.attribute("subject")) rule.subject = national_result_codes().subject(value("subject"));
    }

    void read_period(TargetRule& rule) const {
        const bool as_period = m_node.attribute("period");
        if (as_period && m_node.attribute("term"))
            m_xml.refuse(m_node, "period and term", "one of the two", "remove one");
        const char* attribute = as_period ? "period" : "term";
        if (!m_node.attribute(attribute)) return;
        rule.periods = parse_periods(value(attribute), m_trust.calendar);
        if (rule.periods.empty()) refuse(attribute, "a term or year of this file, as autumn or 2025/26");
    }

    const OwnXml& m_xml;
    const pugi::xml_node m_node;
    const Trust& m_trust;
};

} // namespace

void read_targets(const OwnXml& xml, Trust& trust) {
    for (const auto node : xml.root().children("target")) {
        // Issues stand in documents: they name files of the workspace, and not where it lies.
        SourcePos place = xml.place(node);
        place.file = std::filesystem::path(place.file).filename().string();
        add_target(trust, TargetElement(xml, node, trust).read(), place);
    }
}

} // namespace termbook
