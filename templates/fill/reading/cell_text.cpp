// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/cell_text.hpp"

#include "templates/odf/characters.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

/// A stretch of text that one node holds; the line end between paragraphs has none.
struct Run {
    pugi::xml_node node;
    std::string text;
    std::size_t begin{0};
};

bool is_paragraph(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name == "text:p" || name == "text:h";
}

/// What an element stands for by itself: blanks, a tab, a line end.
std::string text_of_element(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "text:s") return std::string(std::min(node.attribute("text:c").as_uint(1), 1000U), ' ');
    if (name == "text:tab") return "\t";
    if (name == "text:line-break") return "\n";
    return {};
}

std::string text_of_characters(pugi::xml_node node) {
    std::string text = node.value();
    // A line end or tab among the characters of XML is a blank to ODF.
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    return text;
}

void gather(pugi::xml_node parent, std::vector<Run>& runs, std::size_t& at) {
    for (const auto node : parent.children()) {
        const std::string_view name = node.name();
        const bool characters = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
        auto text = characters ? text_of_characters(node) : text_of_element(node);
        if (!text.empty()) {
            const auto length = text.size();
            runs.push_back({node, std::move(text), at});
            at += length;
        } else if (name != "office:annotation" && name != "text:note" && name != "text:ruby-text") {
            gather(node, runs, at);
        }
    }
}

std::vector<Run> runs_of(pugi::xml_node holder) {
    std::vector<Run> runs;
    std::size_t at = 0;
    bool first = true;
    for (const auto node : holder.children()) {
        if (!is_paragraph(node)) continue;
        if (!first) runs.push_back({{}, "\n", at++});
        first = false;
        gather(node, runs, at);
    }
    return runs;
}

/// Inserts text before a node: line ends, tabs and runs of blanks as the elements that ODF has for them.
void insert_text(pugi::xml_node before, std::string_view text) {
    auto parent = before.parent();
    const auto element = [&](const char* name) { return parent.insert_child_before(name, before); };
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty())
            parent.insert_child_before(pugi::node_pcdata, before)
                .set_value(odf::xml_characters(plain).c_str());
        plain.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto blanks = std::min(text.find_first_not_of(' ', at), text.size()) - at;
        const bool edge = at == 0 || at + blanks == text.size();
        if (blanks > 1 || (blanks == 1 && edge)) {
            flush();
            element("text:s").append_attribute("text:c") = static_cast<unsigned>(blanks);
            at += blanks;
        } else if (text[at] == '\n' || text[at] == '\t') {
            flush();
            element(text[at] == '\n' ? "text:line-break" : "text:tab");
            ++at;
        } else {
            plain += text[at++];
        }
    }
    flush();
}

std::string rest_of(const Run& run, const std::vector<Replacement>& replacements, std::size_t& next) {
    std::string rest;
    std::size_t at = run.begin;
    const auto end = run.begin + run.text.size();
    while (at < end) {
        while (next < replacements.size() && replacements[next].end <= at)
            ++next;
        if (next == replacements.size() || replacements[next].begin >= end) {
            rest += run.text.substr(at - run.begin);
            break;
        }
        const auto& replacement = replacements[next];
        if (replacement.begin >= at) {
            rest += run.text.substr(at - run.begin, replacement.begin - at) + replacement.text;
        }
        at = std::min(replacement.end, end);
    }
    return rest;
}

} // namespace

std::string text_of(pugi::xml_node holder) {
    std::string text;
    for (const auto& run : runs_of(holder))
        text += run.text;
    return text;
}

void replace_in(pugi::xml_node holder, const std::vector<Replacement>& replacements) {
    std::size_t next = 0;
    for (const auto& run : runs_of(holder)) {
        const auto rest = rest_of(run, replacements, next);
        if (!run.node || rest == run.text) continue;
        insert_text(run.node, rest);
        run.node.parent().remove_child(run.node);
    }
}

void set_text(pugi::xml_node cell, std::string_view text) {
    for (auto node = cell.first_child(); node;) {
        const auto following = node.next_sibling();
        if (is_paragraph(node)) cell.remove_child(node);
        node = following;
    }
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto paragraph = cell.append_child("text:p");
        auto marker = paragraph.append_child(pugi::node_pcdata);
        insert_text(marker, text.substr(0, end));
        paragraph.remove_child(marker);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace termbook::fill
