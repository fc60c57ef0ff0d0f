// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/result_codes_file.hpp"

#include "connectors/profiles/embedded.hpp"
#include "connectors/profiles/own_xml.hpp"
#include "connectors/profiles/profile.hpp"

#include <charconv>
#include <fmt/format.h>

namespace termbook {

namespace {

void read_code(const OwnXml& xml, pugi::xml_node node, Stage stage, ResultCodes& codes) {
    xml.only_attributes(node, {"mark", "counts"});
    const std::string counts = xml.required(node, "counts");
    const auto outcome = parse_outcome(counts);
    if (!outcome)
        xml.refuse(node, fmt::format("counts=\"{}\"", counts),
                   "below, expected, higher, absent or not-eligible", "correct it");
    codes.add_code(stage, xml.required(node, "mark"), *outcome);
}

double read_number(const OwnXml& xml, pugi::xml_node node, const char* attribute) {
    const std::string text = xml.required(node, attribute);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        xml.refuse(node, fmt::format("{}=\"{}\"", attribute, text), "a number", "correct it");
    return value;
}

void read_scores(const OwnXml& xml, pugi::xml_node node, Stage stage, ResultCodes& codes) {
    xml.only_attributes(node, {"subject", "least", "most"});
    codes.add_scores(stage, node.attribute("subject").value(),
                     {read_number(xml, node, "least"), read_number(xml, node, "most")});
}

void read_stage(const OwnXml& xml, pugi::xml_node node, ResultCodes& codes) {
    const auto stage = parse_stage(xml.required(node, "key"));
    if (!stage)
        xml.refuse(node, fmt::format("key=\"{}\"", node.attribute("key").value()),
                   "eyfs, phonics, mtc, ks1, ks2, ks4 or tracker", "correct it");
    for (const auto scores : node.children("scores"))
        read_scores(xml, scores, *stage, codes);
    for (const auto code : node.children("code"))
        read_code(xml, code, *stage, codes);
}

} // namespace

std::optional<Outcome> ResultCodes::outcome(Stage stage, std::string_view code) const {
    const auto found = m_codes.find({stage, folded_header(code)});
    return found == m_codes.end() ? std::nullopt : std::optional(found->second);
}

std::string ResultCodes::subject(std::string_view name) const {
    std::string folded = folded_header(name);
    const auto found = m_subjects.find(folded);
    return found == m_subjects.end() ? std::move(folded) : found->second;
}

std::optional<ScoreRange> ResultCodes::scores(Stage stage, const std::string& subject) const {
    for (const std::string& of : {subject, std::string()})
        if (const auto found = m_scores.find({stage, of}); found != m_scores.end()) return found->second;
    return std::nullopt;
}

void ResultCodes::add_scores(Stage stage, std::string subject, ScoreRange range) {
    m_scores[{stage, std::move(subject)}] = range;
}

void ResultCodes::add_code(Stage stage, std::string_view code, Outcome outcome) {
    m_rows.push_back({stage, std::string(code), outcome});
    m_codes[{stage, folded_header(code)}] = outcome;
}

void ResultCodes::add_subject(std::string_view spelling, std::string key) {
    m_subjects[folded_header(spelling)] = std::move(key);
}

ResultCodes read_result_codes(std::string bytes, const std::string& name) {
    const OwnXml xml(std::move(bytes), name, "result-codes");
    ResultCodes codes;
    for (const auto node : xml.root().children("stage"))
        read_stage(xml, node, codes);
    for (const auto subject : xml.root().children("subject"))
        for (const auto spelling : subject.children("also"))
            codes.add_subject(spelling.child_value(), xml.required(subject, "key"));
    return codes;
}

const ResultCodes& national_result_codes() {
    static const ResultCodes codes = [] {
        constexpr std::string_view name = "result-codes.xml";
        for (const EmbeddedFile& file : profiles::embedded_files())
            if (file.name == name) return read_result_codes(std::string(file.bytes), std::string(name));
        throw Error({}, "no table of result codes", std::string(name), "reinstall Termbook");
    }();
    return codes;
}

} // namespace termbook
