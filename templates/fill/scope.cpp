// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/scope.hpp"

#include "core/diagnostics/error.hpp"
#include "core/spelling.hpp"

#include <fmt/format.h>
#include <utility>
#include <vector>

namespace termbook::fill {

Scopes::Scopes(const FigureBook& book, Date today) : m_book(book) {
    m_scopes.emplace_back().fields["today"] = today;
}

const Scope& Scopes::inside(const Scope& parent, Member member) {
    Scope& scope = m_scopes.emplace_back();
    scope.parent = &parent;
    scope.selectors = parent.selectors;
    for (const auto& [name, value] : member.selectors)
        scope.selectors[name] = value;
    scope.own = std::move(member.selectors);
    scope.fields = std::move(member.fields);
    return scope;
}

const Scope& Scopes::crossing(const Scope& row, const Scope* column) {
    if (column == nullptr) return row;
    const auto is_around_row = [&](const Scope* scope) {
        const Scope* at = &row;
        while (at != nullptr && at != scope)
            at = at->parent;
        return at != nullptr;
    };
    const Scope*& known = m_crossings[{&row, column}];
    if (known != nullptr) return *known;
    Member members;
    const Scope* at = column;
    for (; at != nullptr && !is_around_row(at); at = at->parent) {
        members.selectors.insert(at->own.begin(), at->own.end());
        members.fields.insert(at->fields.begin(), at->fields.end());
    }
    known = at == &row ? column : &inside(row, std::move(members));
    return *known;
}

const Fields& Scopes::of_book(const Scope& scope) const {
    if (!scope.of_book) scope.of_book = m_book.fields(scope.selectors);
    return *scope.of_book;
}

const Field* Scopes::find(const Scope& scope, const std::string& key) const {
    for (const Scope* at = &scope; at != nullptr; at = at->parent)
        if (const auto found = at->fields.find(key); found != at->fields.end()) return &found->second;
    const auto& fields = of_book(scope);
    const auto found = fields.find(key);
    return found == fields.end() ? nullptr : &found->second;
}

void Scopes::fail_unknown(const Scope& scope, const std::string& key) const {
    std::vector<std::string_view> known;
    for (const auto& figure : catalogue())
        known.push_back(figure.key);
    for (const Scope* at = &scope; at != nullptr; at = at->parent)
        for (const auto& field : at->fields)
            known.push_back(field.first);
    for (const auto& field : of_book(scope))
        known.push_back(field.first);
    const auto nearest = nearest_spelling(key, known);
    throw Error({}, fmt::format("'{}'", key), "a known figure or field",
                nearest.empty() ? "see 'termbook catalogue' for the figures that can be asked for"
                                : fmt::format("did you mean '{}'?", nearest));
}

FigureRequest request_of(const marks::Mark& mark, const Scope& scope) {
    FigureRequest request{mark.key, scope.selectors, {}};
    for (const auto& [name, value] : mark.selectors) {
        if (name == "against")
            request.against = value;
        else
            request.selectors[name] = value;
    }
    return request;
}

std::string field_text(const Field& field, bool long_date) {
    if (const auto* const text = std::get_if<std::string>(&field)) return *text;
    if (const auto* const number = std::get_if<double>(&field)) return fmt::format("{:.10g}", *number);
    const auto date = std::get<Date>(field);
    return long_date ? long_text(date) : iso_text(date);
}

} // namespace termbook::fill
