// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/profile.hpp"

#include "connectors/national/published_field.hpp"
#include "connectors/profiles/embedded.hpp"
#include "connectors/profiles/own_xml.hpp"
#include "connectors/profiles/profile_fields.hpp"
#include "connectors/profiles/session_header.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <sstream>
#include <utility>

namespace termbook {

namespace {

/// What a connector cannot do without.
struct Needs {
    std::string_view loads;
    bool xml{false};
    std::vector<std::string_view> required; ///< "upn or id": one of them
};

const std::vector<Needs>& all_needs() {
    static const std::vector<Needs> all{{"pupil-table", false, {"upn"}},
                                        {"mark-rows", false, {"upn or id", "date", "session", "mark"}},
                                        {"mark-strings", false, {"upn or id", "start", "marks"}},
                                        {"mark-grid", false, {"upn or id", "marks"}},
                                        {"result-table", false, {"upn"}},
                                        {"incident-table", false, {"upn", "date"}},
                                        {"staff-absence-table", false, {"staff"}},
                                        {"target-table", false, {"figure", "target", "direction"}},
                                        {"ctf", true, {}},
                                        {"dfe-ks2-table", false, {"rectype", "la", "urn"}},
                                        {"dfe-ees-table", false, {"time", "time.identifier", "level"}}};
    return all;
}

/// Whether a field has a column that must be there; or one of two fields ("upn or id"), of which each may be
/// one that can stand for the other.
bool has_required(const Profile& profile, std::string_view needed) {
    const bool one_field = needed.find(' ') == std::string_view::npos;
    const std::string_view first = needed.substr(0, needed.find(' '));
    const std::string_view last = needed.substr(needed.rfind(' ') + 1);
    return std::any_of(profile.columns.begin(), profile.columns.end(), [&](const ProfileColumn& column) {
        const bool must_be_there = column.required || (!one_field && column.one_of_required);
        return must_be_there && (column.field == first || column.field == last);
    });
}

void require_whole(const OwnXml& xml, const Profile& profile) {
    const auto& all = all_needs();
    const auto needs =
        std::find_if(all.begin(), all.end(), [&](const Needs& each) { return each.loads == profile.loads; });
    if (needs == all.end()) {
        std::vector<std::string_view> known;
        for (const Needs& each : all)
            known.push_back(each.loads);
        xml.refuse(xml.root(), fmt::format("loads=\"{}\"", profile.loads),
                   fmt::format("one of {}", fmt::join(known, ", ")), "correct it");
    }
    if (needs->xml == profile.root.empty())
        xml.refuse(xml.root(), needs->xml ? "no root element" : "a root element",
                   needs->xml ? "root=\"…\", since the export is XML" : "none, since the export is a table",
                   "correct it");
    for (const auto field : needs->required)
        if (!has_required(profile, field))
            xml.refuse(
                xml.root(), fmt::format("no required column for {}", field),
                fmt::format("<column field=\"{}\" required=\"yes\">", field.substr(0, field.find(' '))),
                "add it");
    for (const ProfileColumn& column : profile.columns)
        if (column.field == "marks" && column.dated != (profile.loads == "mark-grid"))
            xml.refuse(xml.root(), column.dated ? "headers=\"dates\"" : "marks under a header of their own",
                       column.dated ? "loads=\"mark-grid\"" : "headers=\"dates\", since it loads a grid",
                       "correct it");
}

/// The headers of columns that stand for sessions or days are read as such, not compared.
void read_headers(const OwnXml& xml, pugi::xml_node node, ProfileColumn& column) {
    const std::string_view kind = node.attribute("headers").value();
    if (!kind.empty() && (kind != "dates" || column.field != "marks"))
        xml.refuse(node, fmt::format("headers=\"{}\"", kind), "headers=\"dates\", of a column of marks",
                   "correct it");
    column.dated = !kind.empty();
    for (const auto header : node.children("header"))
        column.headers.push_back(folded_header(header.child_value()));
    if (column.headers.empty() != column.dated)
        xml.refuse(
            node, column.dated ? "<header> of a column whose headers are dates" : "<column> without <header>",
            column.dated ? "none" : "the headers it goes by", column.dated ? "take it out" : "add one");
    column.name = column.dated ? "of a day or session" : node.child("header").child_value();
}

constexpr std::pair<std::string_view, IncidentKind> kind_words[] = {{"suspension", IncidentKind::suspension},
                                                                    {"exclusion", IncidentKind::exclusion},
                                                                    {"behaviour", IncidentKind::behaviour}};

/// The kinds of a list of incidents; of several, a column must tell them apart.
std::vector<IncidentKind> read_kinds(const OwnXml& xml, const Profile& profile) {
    const std::string_view text = xml.root().attribute("kinds").value();
    const bool of_incidents = profile.loads == "incident-table";
    if (of_incidents == text.empty())
        xml.refuse(xml.root(), fmt::format("loads=\"{}\" and kinds=\"{}\"", profile.loads, text),
                   "kinds=\"suspension exclusion\", \"suspension\", \"exclusion\" or \"behaviour\" of an "
                   "incident-table, and of nothing else",
                   "correct it");
    std::vector<IncidentKind> kinds;
    std::istringstream words{std::string(text)};
    for (std::string word; words >> word;) {
        const auto found = std::find_if(std::begin(kind_words), std::end(kind_words),
                                        [&](const auto& each) { return each.first == word; });
        if (found == std::end(kind_words))
            xml.refuse(xml.root(), fmt::format("kinds=\"{}\"", text), "suspension, exclusion or behaviour",
                       "correct it");
        kinds.push_back(found->second);
    }
    const bool told_apart = std::any_of(profile.columns.begin(), profile.columns.end(),
                                        [](const auto& column) { return column.field == "kind"; });
    if (kinds.size() > 1 && !told_apart)
        xml.refuse(xml.root(), "several kinds without a column for them",
                   "<column field=\"kind\" required=\"yes\">", "add it, or name one kind only");
    return kinds;
}

/// Whether a column holds published figures.
bool is_published(const OwnXml& xml, pugi::xml_node node, std::string_view field) {
    try {
        return parse_published_field(field).has_value();
    } catch (const Error& error) {
        throw error.at(xml.place(node));
    }
}

ProfileColumn read_column(const OwnXml& xml, pugi::xml_node node) {
    xml.only_attributes(node, {"field", "required", "headers", "repeats"});
    ProfileColumn column;
    column.field = node.attribute("field").value();
    const std::string_view required = node.attribute("required").as_string("no");
    if (required != "yes" && required != "no" && required != "one-of")
        xml.refuse(node, fmt::format("required=\"{}\"", required), "yes, no or one-of", "correct it");
    column.required = required == "yes";
    column.one_of_required = required == "one-of";
    read_headers(xml, node, column);
    column.repeats = node.attribute("repeats").as_bool();
    const bool known = is_profile_field(column.field) || is_published(xml, node, column.field);
    if (!known && !column.field.empty())
        xml.refuse(node, fmt::format("the field '{}'", column.field),
                   fmt::format("one of {}", fmt::join(profile_fields(), ", ")),
                   "correct it, or leave the field out if the column is not to be read");
    return column;
}

/// Whether a text is as a pattern says, in which * stands for any text.
bool matches(std::string_view pattern, std::string_view text) {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, star))) return false;
    pattern.remove_prefix(star + 1);
    for (std::size_t from = star; from <= text.size(); ++from)
        if (matches(pattern, text.substr(from))) return true;
    return false;
}

} // namespace

bool ProfileColumn::has(std::string_view folded) const {
    if (dated) return parse_session_header(folded).has_value();
    return std::any_of(headers.begin(), headers.end(),
                       [&](const std::string& header) { return matches(header, folded); });
}

std::string folded_header(std::string_view header) {
    std::string folded;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool hard_blank = header.substr(i).starts_with(no_break_space);
        if (hard_blank) ++i;
        if (!hard_blank && !is_blank(header[i]))
            folded += header[i];
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return lower(folded);
}

Profile read_profile(std::string bytes, const std::string& name) {
    const OwnXml xml(std::move(bytes), name, "profile");
    xml.only_attributes(xml.root(), {"version", "key", "title", "loads", "root", "kinds"});
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
    require_whole(xml, profile);
    profile.kinds = read_kinds(xml, profile);
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
