// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/members.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook::fill {

namespace {

std::string counted(const FigureDefinition& figure) {
    if (figure.denominator.empty()) return std::string(figure.numerator);
    return fmt::format("{} ÷ {}", figure.numerator, figure.denominator);
}

std::vector<Member> figure_members(const DocumentLists& lists) {
    std::vector<Member> members;
    for (const auto& key : lists.figures) {
        const auto& figure = *find_figure(key);
        members.push_back({{},
                           {{"figure.key", key},
                            {"figure.title", std::string(figure.title)},
                            {"figure.definition", std::string(figure.definition)},
                            {"figure.counted", counted(figure)}}});
    }
    return members;
}

std::vector<Member> source_members(const Entries& entries) {
    std::vector<Member> members;
    for (const auto& source : entries.sources())
        members.push_back(
            {{},
             {{"source.file", source.file},
              {"source.rows", static_cast<double>(source.rows)},
              {"source.as_at", source.as_at ? Field(*source.as_at) : Field(std::string("not known"))},
              {"source.sha", source.sha256}}});
    return members;
}

std::vector<Member> issue_members(const DocumentLists& lists) {
    std::vector<Member> members;
    for (const auto& issue : lists.issues)
        members.push_back(
            {{}, {{"issue.text", to_string(issue)}, {"issue.count", static_cast<double>(issue.count)}}});
    return members;
}

/// What members are sorted by; none sorts last whichever the direction.
using SortKey = std::optional<Field>;

SortKey key_of(const Member& member, const marks::Each& each, const Scope& scope, Entries& entries) {
    for (const auto& name : {*each.sort, each.dimension + "." + *each.sort})
        if (const auto field = member.fields.find(name); field != member.fields.end()) return field->second;
    const auto& answer = entries.answer(sort_figure(each, member, scope));
    return answer.value ? SortKey(*answer.value) : std::nullopt;
}

void sort(std::vector<Member>& members, const marks::Each& each, const Scope& scope, Entries& entries) {
    std::vector<std::pair<SortKey, Member>> keyed;
    for (auto& member : members) {
        auto key = key_of(member, each, scope, entries);
        keyed.emplace_back(std::move(key), std::move(member));
    }
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        if (!a.first || !b.first) return a.first.has_value() && !b.first.has_value();
        return each.descending ? *b.first < *a.first : *a.first < *b.first;
    });
    std::transform(keyed.begin(), keyed.end(), members.begin(),
                   [](auto& pair) { return std::move(pair.second); });
}

} // namespace

FigureRequest sort_figure(const marks::Each& each, const Member& member, const Scope& scope) {
    if (find_figure(*each.sort) == nullptr)
        throw Error({}, fmt::format("sort={}", *each.sort),
                    fmt::format("a field of {} or a figure", each.dimension),
                    "write for example sort=name or sort=attendance.rate");
    FigureRequest request{*each.sort, scope.selectors, {}};
    for (const auto& [name, value] : member.selectors)
        request.selectors[name] = value;
    return request;
}

std::vector<Member> members_of(const marks::Each& each, const Scope& scope, const DocumentLists& lists,
                               Entries& entries) {
    std::vector<Member> members;
    if (each.dimension == "figure")
        members = figure_members(lists);
    else if (each.dimension == "source")
        members = source_members(entries);
    else if (each.dimension == "issue")
        members = issue_members(lists);
    else
        members = entries.book().members(each.dimension, scope.selectors);
    if (each.sort)
        sort(members, each, scope, entries);
    else if (each.descending)
        std::reverse(members.begin(), members.end());
    if (each.limit && members.size() > *each.limit) members.resize(*each.limit);
    return members;
}

} // namespace termbook::fill
