// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/mark_rules.hpp"

#include "core/diagnostics/error.hpp"

#include <variant>

namespace termbook::fill {

namespace {

[[noreturn]] void refuse_format(const marks::Mark& mark) {
    throw Error({}, "'" + mark.formats.front() + "' on the field '" + mark.key + "'",
                "no format, or long-date on a date", "remove it");
}

} // namespace

const marks::Format* figure_format(const marks::Mark& mark) {
    if (mark.formats.empty()) return nullptr;
    if (mark.formats.size() > 1)
        throw Error({}, "two formats on '" + mark.key + "'", "one format",
                    "remove one, or write the mark twice");
    const auto* const format = marks::find_format(mark.formats.front());
    if (format == nullptr || !format->of_figure)
        throw Error({}, "'" + mark.formats.front() + "' on the figure '" + mark.key + "'",
                    "a format that figures have", "correct or remove it");
    return format;
}

void require_field_mark(const marks::Mark& mark) {
    if (!mark.selectors.empty())
        throw Error({}, "'" + mark.selectors.front().name + "=' on the field '" + mark.key + "'",
                    "a field without selectors", "remove it, or put the field inside a block that selects");
    if (mark.formats.size() > 1 || (mark.formats.size() == 1 && mark.formats.front() != "long-date"))
        refuse_format(mark);
}

const Field& field_of(const marks::Mark& mark, const Scope& scope, const Scopes& scopes) {
    const Field* const field = scopes.find(scope, mark.key);
    if (field == nullptr) scopes.fail_unknown(scope, mark.key);
    require_field_mark(mark);
    if (!mark.formats.empty() && !std::holds_alternative<Date>(*field)) refuse_format(mark);
    return *field;
}

const marks::Mark& figure_beside_target(const marks::Operand& other) {
    const auto* const mark = std::get_if<marks::Mark>(&other);
    if (mark == nullptr || find_figure(mark->key) == nullptr)
        throw Error({}, "'target' beside something that is no figure", "a figure to take the target of",
                    "write for example attendance.rate < target");
    return *mark;
}

} // namespace termbook::fill
