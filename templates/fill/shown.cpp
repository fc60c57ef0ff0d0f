// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/shown.hpp"

#include <fmt/format.h>
#include <utility>

namespace termbook::fill {

namespace {

constexpr auto no_target = "no target";

Entry text(std::string shown) {
    Entry entry;
    entry.value = shown;
    entry.shown = std::move(shown);
    return entry;
}

Entry number(double value, std::string shown, NumberKind kind) {
    Entry entry;
    entry.value = value;
    entry.shown = std::move(shown);
    entry.kind = kind;
    return entry;
}

NumberKind kind_of(Unit unit) {
    switch (unit) {
    case Unit::percent:
        return NumberKind::percent;
    case Unit::points:
    case Unit::score_difference:
        return NumberKind::points;
    case Unit::score:
    case Unit::days:
    case Unit::days_difference:
        return NumberKind::decimal;
    case Unit::count:
    case Unit::count_difference:
        break;
    }
    return NumberKind::count;
}

std::string display_as(FigureAnswer answer, Unit unit) {
    answer.unit = unit;
    return display(answer);
}

/// A count on its own; a figure that has none shows what it has instead of the figure.
Entry counted(const FigureAnswer& answer, const std::optional<std::int64_t>& count) {
    if (!count) return text(std::string(symbol(FigureStatus::not_applicable)));
    FigureAnswer plain = answer;
    plain.numerator = count;
    return number(static_cast<double>(*count), display_as(plain, Unit::count), NumberKind::count);
}

Entry without_unit(const FigureAnswer& answer) {
    auto shown = display(answer);
    if (shown.ends_with('%')) shown.pop_back();
    return number(*answer.value, shown,
                  kind_of(answer.unit) == NumberKind::count ? NumberKind::count : NumberKind::decimal);
}

Entry as_percent(const FigureAnswer& answer) {
    const auto shown = answer.unit == Unit::percent ? display(answer) : fmt::format("{:.1f}%", *answer.value);
    return number(*answer.value, shown, NumberKind::percent);
}

Entry as_points(const FigureAnswer& answer) {
    return number(*answer.value, display_as(answer, Unit::points), NumberKind::points);
}

Entry out_of(const FigureAnswer& answer) {
    if (!answer.numerator || !answer.denominator) return text(display(answer));
    const auto numerator = counted(answer, answer.numerator);
    return text(fmt::format("{} of {}", numerator.shown, counted(answer, answer.denominator).shown));
}

Entry target_of(const FigureAnswer& answer, const FigureRequest& request, const FigureBook& book) {
    const auto target = book.standing(request).target;
    if (!target) return text(no_target);
    const bool percent = answer.definition != nullptr && answer.definition->unit == Unit::percent;
    return number(target->value, fmt::format("{:.10g}{}", target->value, percent ? "%" : ""),
                  percent ? NumberKind::percent : NumberKind::count);
}

Entry status_of(const FigureRequest& request, const FigureBook& book) {
    const auto standing = book.standing(request);
    if (standing.status) return text(std::string(to_string(*standing.status)));
    return text(no_target);
}

Entry since_of(const FigureRequest& request, const FigureBook& book) {
    const auto status = book.standing(request).status;
    std::string since;
    if (status && *status != TargetStatus::on_track) {
        const auto month = book.off_target_since(request);
        since = month ? month_text(month->from) : "not known";
    }
    Entry entry = text(since);
    entry.may_be_empty = true;
    return entry;
}

/// Formats that show a part of the figure, and so its symbol when it has no value.
Entry with_value(const FigureAnswer& answer, const FigureRequest& request, marks::FormatKind kind,
                 const FigureBook& book) {
    switch (kind) {
    case marks::FormatKind::number:
        return without_unit(answer);
    case marks::FormatKind::percent:
        return as_percent(answer);
    case marks::FormatKind::points:
        return as_points(answer);
    case marks::FormatKind::numerator:
        return counted(answer, answer.numerator);
    case marks::FormatKind::denominator:
        return counted(answer, answer.denominator);
    case marks::FormatKind::of:
        return out_of(answer);
    case marks::FormatKind::status:
        return status_of(request, book);
    case marks::FormatKind::since:
        return since_of(request, book);
    default:
        return text({});
    }
}

} // namespace

Entry shown_as(const FigureAnswer& answer, const FigureRequest& request, const marks::Format* format,
               const FigureBook& book) {
    Entry entry;
    const bool has_value = answer.status == FigureStatus::ok && answer.value;
    if (format != nullptr && format->kind == marks::FormatKind::target)
        entry = target_of(answer, request, book);
    else if (format != nullptr && format->kind == marks::FormatKind::period)
        entry = text(answer.period.name);
    else if (format != nullptr && format->kind == marks::FormatKind::definition)
        entry = text(std::string(answer.definition->definition));
    else if (!has_value)
        entry = text(display(answer));
    else if (format != nullptr)
        entry = with_value(answer, request, format->kind, book);
    else
        entry = number(*answer.value, display(answer), kind_of(answer.unit));
    entry.answer = &answer;
    return entry;
}

} // namespace termbook::fill
