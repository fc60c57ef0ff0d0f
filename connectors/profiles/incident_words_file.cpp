// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/incident_words_file.hpp"

#include "connectors/profiles/embedded.hpp"
#include "connectors/profiles/own_xml.hpp"
#include "connectors/profiles/profile.hpp"

#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace termbook {

namespace {

/// Shorter phrases are codes, which mean something only by themselves.
constexpr std::size_t shortest_word = 4;
/// A reason such as "Bullying" may stand in a text about something else.
constexpr std::size_t shortest_reason = 10;

constexpr std::pair<std::string_view, ExclusionWord> kind_keys[] = {{"suspension", ExclusionWord::suspension},
                                                                    {"lunchtime", ExclusionWord::lunchtime},
                                                                    {"exclusion", ExclusionWord::exclusion},
                                                                    {"none", ExclusionWord::none}};

constexpr std::pair<std::string_view, IncidentOutcome> outcome_keys[] = {
    {"stands", IncidentOutcome::stands},
    {"cancelled", IncidentOutcome::cancelled},
    {"pending", IncidentOutcome::pending}};

template<typename Meaning, std::size_t n>
void read_phrases(const OwnXml& xml, pugi::xml_node node,
                  const std::pair<std::string_view, Meaning> (&keys)[n], Phrases<Meaning>& phrases) {
    const std::string key = xml.required(node, "key");
    std::string known;
    for (const auto& [word, meaning] : keys) {
        known += (known.empty() ? "" : ", ") + std::string(word);
        if (word != key) continue;
        for (const auto also : node.children("also"))
            phrases.add(folded_header(also.child_value()), meaning);
        return;
    }
    xml.refuse(node, fmt::format("key=\"{}\"", key), "one of " + known, "correct it");
}

void read_reason(const OwnXml& xml, pugi::xml_node node, Phrases<std::string>& reasons) {
    const std::string title = xml.required(node, "title");
    reasons.add(folded_header(title), title);
    for (const auto also : node.children("also"))
        reasons.add(folded_header(also.child_value()), title);
}

} // namespace

std::optional<ExclusionWord> IncidentWords::kind(std::string_view text) const {
    return kinds.find(folded_header(text), shortest_word);
}

std::optional<IncidentOutcome> IncidentWords::outcome(std::string_view text) const {
    return outcomes.find(folded_header(text), shortest_word);
}

std::string IncidentWords::reason(std::string_view text) const {
    return reasons.find(folded_header(text), shortest_reason).value_or(std::string(text));
}

bool IncidentWords::is_reason(std::string_view text) const {
    const std::string folded = folded_header(text);
    return reasons.find(folded, folded.size()).has_value();
}

IncidentWords read_incident_words(std::string bytes, const std::string& name) {
    const OwnXml xml(std::move(bytes), name, "incident-words");
    IncidentWords words;
    for (const auto node : xml.root().children()) {
        if (node.type() != pugi::node_element) continue;
        const std::string_view element = node.name();
        if (element == "kind")
            read_phrases(xml, node, kind_keys, words.kinds);
        else if (element == "outcome")
            read_phrases(xml, node, outcome_keys, words.outcomes);
        else if (element == "reason")
            read_reason(xml, node, words.reasons);
        else
            xml.refuse_element(node, {"kind", "outcome", "reason"});
    }
    return words;
}

const IncidentWords& known_incident_words() {
    static const IncidentWords words = [] {
        constexpr std::string_view name = "incident-words.xml";
        for (const EmbeddedFile& file : profiles::embedded_files())
            if (file.name == name) return read_incident_words(std::string(file.bytes), std::string(name));
        throw Error({}, "no table of words for incidents", std::string(name), "reinstall Termbook");
    }();
    return words;
}

} // namespace termbook
