// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/proposing/proposal.hpp"

#include "core/diagnostics/error.hpp"

#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pugixml.hpp>
#include <sstream>

namespace termbook {

namespace {

constexpr auto introduction =
    "How a table of this kind is read. Termbook proposed it from the headers and the values of one file; "
    "read "
    "it before you rely on it. Each column names the field that it is to Termbook, and the headers it may go "
    "by: add others as needed. Behind each stands how sure the proposal was, and why.";

int percent(double share) {
    return static_cast<int>(std::lround(100 * share));
}

/// No header may end the comment that it stands in.
void comment(pugi::xml_node node, std::string text) {
    for (auto at = text.find("--"); at != std::string::npos; at = text.find("--", at))
        text.replace(at, 2, "-");
    node.append_child(pugi::node_comment).set_value(fmt::format(" {} ", text).c_str());
}

void add_column(pugi::xml_node profile, const ProposedColumn& column) {
    pugi::xml_node node = profile.append_child("column");
    node.append_attribute("field") = column.field.c_str();
    if (column.required) node.append_attribute("required") = "yes";
    if (column.one_of_required) node.append_attribute("required") = "one-of";
    node.append_child("header").append_child(pugi::node_pcdata).set_value(column.header.c_str());
    comment(node, fmt::format("{}%: {}", percent(column.confidence), column.because));
}

} // namespace

std::string profile_xml(const Proposal& proposal, const std::string& key) {
    if (!proposal.suffices())
        throw Error({}, "a table without a column that is surely what is needed",
                    fmt::format("the column {}", fmt::join(proposal.missing, " and ")),
                    "rename the column in the export, or write a profile by hand", ErrorKind::usage);
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    comment(document, introduction);
    pugi::xml_node profile = document.append_child("profile");
    profile.append_attribute("version") = "1";
    profile.append_attribute("key") = key.c_str();
    profile.append_attribute("title") = fmt::format("Own mapping '{}'", key).c_str();
    profile.append_attribute("loads") = proposal.loads.c_str();
    for (const ProposedColumn& column : proposal.read)
        add_column(profile, column);
    for (const ProposedColumn& column : proposal.doubtful)
        comment(profile,
                fmt::format("'{}' is not read: it may be {}, but that is {}% sure ({})", column.header,
                            column.field, percent(column.confidence), column.because));
    for (const std::string& header : proposal.not_read)
        comment(profile, fmt::format("'{}' is not read", header));
    std::ostringstream text;
    document.save(text, "  ");
    return text.str();
}

} // namespace termbook
