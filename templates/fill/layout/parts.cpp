// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/conditions.hpp"
#include "templates/fill/layout/instances.hpp"
#include "templates/fill/mark_rules.hpp"

namespace termbook::fill {

namespace {

Part field_part(const marks::Mark& mark, const Scope& scope, const Scopes& scopes) {
    const Field& field = field_of(mark, scope, scopes);
    Part part;
    part.text = field_text(field, true);
    const bool as_text = !mark.formats.empty(); // a long date
    if (!as_text && !std::holds_alternative<std::string>(field)) part.field = field;
    return part;
}

Part mark_part(const marks::Mark& mark, const Scope& scope, const Scopes& scopes, Entries& entries) {
    if (find_figure(mark.key) == nullptr) return field_part(mark, scope, scopes);
    Part part;
    part.entry = entries.find(request_of(mark, scope), figure_format(mark));
    part.text = entries[*part.entry].shown;
    return part;
}

/// Which branch of the conditions inside a cell is being read.
struct Branches {
    struct Open {
        bool around; ///< the place is shown as far as what is around goes
        bool holds;
    };
    std::vector<Open> open;
    bool shown{true};

    void begin(bool holds) {
        open.push_back({shown, holds});
        shown = shown && holds;
    }
    void turn() { shown = open.back().around && !open.back().holds; }
    void end() {
        shown = open.back().around;
        open.pop_back();
    }
};

} // namespace

std::vector<Part> parts_of(const std::vector<marks::Piece>& pieces, const std::vector<bool>& inside_cell,
                           const Scope& scope, const Scopes& scopes, Entries& entries) {
    std::vector<Part> parts;
    Branches branches;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& content = pieces[i].content;
        if (pieces[i].is_block()) {
            if (!inside_cell[i]) continue;
            if (const auto* const condition = std::get_if<marks::Condition>(&content))
                branches.begin(branches.shown && holds(*condition, scope, scopes, entries));
            else if (std::holds_alternative<marks::Else>(content))
                branches.turn();
            else
                branches.end();
        } else if (branches.shown) {
            const auto* const text = std::get_if<std::string>(&content);
            Part part = text != nullptr ? Part{i, *text, {}, {}}
                                        : mark_part(std::get<marks::Mark>(content), scope, scopes, entries);
            part.piece = i;
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

} // namespace termbook::fill
