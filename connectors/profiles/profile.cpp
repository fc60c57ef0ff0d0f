// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/profile.hpp"

#include "connectors/national/published_field.hpp"
#include "connectors/profiles/embedded.hpp"
#include "connectors/profiles/own_xml.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>

namespace termbook {

namespace {

/// What a column can be to Termbook.
constexpr std::string_view fields[] = {"upn",
                                       "surname",
                                       "forename",
                                       "born",
                                       "sex",
                                       "year",
                                       "class",
                                       "school",
                                       "house",
                                       "ethnicity",
                                       "language",
                                       "eal",
                                       "sen",
                                       "pp",
                                       "fsm",
                                       "ever6",
                                       "lac",
                                       "plac",
                                       "service",
                                       "disabled",
                                       "prior",
                                       "joined",
                                       "left",
                                       "date",
                                       "session",
                                       "mark",
                                       "stage",
                                       "subject",
                                       "result",
                                       "term",
                                       "academic-year",
                                       "result.tracker",
                                       "result.eyfs.gld",
                                       "result.eyfs.communication",
                                       "result.eyfs.physical",
                                       "result.eyfs.psed",
                                       "result.eyfs.literacy",
                                       "result.eyfs.maths",
                                       "result.phonics",
                                       "result.mtc",
                                       "result.ks1.reading",
                                       "result.ks1.writing",
                                       "result.ks1.maths",
                                       "result.ks2.reading",
                                       "result.ks2.writing",
                                       "result.ks2.maths",
                                       "result.ks2.gps",
                                       "result.ks2.science",
                                       "result.ks4.attainment8",
                                       "result.ks4.progress8",
                                       "result.ks4.english",
                                       "result.ks4.maths",
                                       "attendance.possible",
                                       "attendance.authorised",
                                       "attendance.unauthorised",
                                       "rectype",
                                       "la",
                                       "urn",
                                       "time",
                                       "time.identifier",
                                       "time.frame",
                                       "level",
                                       "phase",
                                       "breakdown"};

/// What a connector cannot do without.
struct Needs {
    std::string_view loads;
    bool xml{false};
    std::vector<std::string_view> required;
};

const std::vector<Needs>& all_needs() {
    static const std::vector<Needs> all{{"pupil-table", false, {"upn"}},
                                        {"mark-rows", false, {"upn", "date", "session", "mark"}},
                                        {"result-table", false, {"upn"}},
                                        {"ctf", true, {}},
                                        {"dfe-ks2-table", false, {"rectype", "la", "urn"}},
                                        {"dfe-ees-table", false, {"time", "time.identifier", "level"}}};
    return all;
}

void require_whole(const OwnXml& xml, const Profile& profile) {
    const auto& all = all_needs();
    const auto needs =
        std::find_if(all.begin(), all.end(), [&](const Needs& each) { return each.loads == profile.loads; });
    if (needs == all.end())
        xml.refuse(xml.root(), fmt::format("loads=\"{}\"", profile.loads),
                   "pupil-table, mark-rows, result-table, ctf, dfe-ks2-table or dfe-ees-table", "correct it");
    if (needs->xml == profile.root.empty())
        xml.refuse(xml.root(), needs->xml ? "no root element" : "a root element",
                   needs->xml ? "root=\"…\", since the export is XML" : "none, since the export is a table",
                   "correct it");
    for (const auto field : needs->required) {
        const bool there =
            std::any_of(profile.columns.begin(), profile.columns.end(), [&](const ProfileColumn& column) {
                return column.required && column.field == field;
            });
        if (!there)
            xml.refuse(xml.root(), fmt::format("no required column for {}", field),
                       fmt::format("<column field=\"{}\" required=\"yes\">", field), "add it");
    }
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
    xml.only_attributes(node, {"field", "required", "repeats"});
    ProfileColumn column;
    column.field = node.attribute("field").value();
    const std::string_view required = node.attribute("required").as_string("no");
    if (required != "yes" && required != "no" && required != "one-of")
        xml.refuse(node, fmt::format("required=\"{}\"", required), "yes, no or one-of", "correct it");
    column.required = required == "yes";
    column.one_of_required = required == "one-of";
    column.repeats = node.attribute("repeats").as_bool();
    for (const auto header : node.children("header"))
        column.headers.push_back(folded_header(header.child_value()));
    if (column.headers.empty())
        xml.refuse(node, "<column> without <header>", "the headers it goes by", "add one");
    column.name = node.child("header").child_value();
    const bool known = std::find(std::begin(fields), std::end(fields), column.field) != std::end(fields) ||
                       is_published(xml, node, column.field);
    if (!known && !column.field.empty())
        xml.refuse(node, fmt::format("the field '{}'", column.field),
                   fmt::format("one of {}", fmt::join(fields, ", ")),
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
    require_whole(xml, profile);
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
