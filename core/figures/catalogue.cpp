// SPDX-License-Identifier: MPL-2.0
#include "core/figures/catalogue.hpp"

#include "core/figures/domains/definitions.hpp"
#include "core/fnv.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

std::vector<FigureDefinition> all_definitions() {
    std::vector<FigureDefinition> all;
    for (const auto domain : {attendance_definitions(), roll_definitions(), attainment_definitions(),
                              conduct_definitions(), staff_definitions()})
        all.insert(all.end(), domain.begin(), domain.end());
    return all;
}

} // namespace

std::string_view to_string(Unit unit) {
    switch (unit) {
    case Unit::percent:
        return "percent";
    case Unit::points:
        return "points";
    case Unit::count:
        return "count";
    case Unit::score:
        return "score";
    case Unit::score_difference:
        return "score-difference";
    case Unit::count_difference:
        return "count-difference";
    case Unit::days:
        return "days";
    case Unit::days_difference:
        return "days-difference";
    }
    return {};
}

Unit difference_of(Unit unit) {
    switch (unit) {
    case Unit::percent:
    case Unit::points:
        return Unit::points;
    case Unit::score:
    case Unit::score_difference:
        return Unit::score_difference;
    case Unit::count:
    case Unit::count_difference:
        return Unit::count_difference;
    case Unit::days:
    case Unit::days_difference:
        return Unit::days_difference;
    }
    return unit;
}

std::optional<IncidentKind> incidents_of(Basis basis) {
    if (basis == Basis::suspensions) return IncidentKind::suspension;
    if (basis == Basis::exclusions) return IncidentKind::exclusion;
    if (basis == Basis::behaviour) return IncidentKind::behaviour;
    return std::nullopt;
}

std::string_view exports_wanted(Basis basis) {
    switch (basis) {
    case Basis::totals:
        return "attendance, as marks or as totals for each pupil";
    case Basis::marks:
        return "attendance marks";
    case Basis::results:
        return "results of the assessment";
    case Basis::suspensions:
        return "suspensions";
    case Basis::exclusions:
        return "permanent exclusions";
    case Basis::behaviour:
        return "behaviour incidents";
    case Basis::roll:
        return "lists of pupils";
    case Basis::staff_days:
        return "members of staff, with days available and days lost";
    case Basis::staff_absences:
        return "absences of staff";
    }
    return {};
}

const std::vector<FigureDefinition>& catalogue() {
    static const std::vector<FigureDefinition> all = all_definitions();
    return all;
}

std::string version_of(const FigureDefinition& definition) {
    const std::string text = fmt::format(
        "{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", definition.key, to_string(definition.unit), definition.numerator,
        definition.denominator, definition.definition, static_cast<int>(definition.basis),
        definition.stage ? static_cast<int>(*definition.stage) : -1, definition.rule);
    return fmt::format("{:016x}", fnv1a(text));
}

const FigureDefinition* find_figure(std::string_view key) {
    for (const auto& figure : catalogue())
        if (figure.key == key) return &figure;
    return nullptr;
}

} // namespace termbook
