// SPDX-License-Identifier: MPL-2.0
#include "core/model/result.hpp"

#include <utility>

namespace termbook {

namespace {

constexpr std::pair<std::string_view, Stage> stages[] = {
    {"eyfs", Stage::eyfs}, {"phonics", Stage::phonics}, {"mtc", Stage::mtc},         {"ks1", Stage::ks1},
    {"ks2", Stage::ks2},   {"ks4", Stage::ks4},         {"tracker", Stage::tracker},
};

constexpr std::pair<std::string_view, Outcome> outcomes[] = {
    {"below", Outcome::below},   {"expected", Outcome::expected},         {"higher", Outcome::higher},
    {"absent", Outcome::absent}, {"not-eligible", Outcome::not_eligible},
};

} // namespace

std::optional<Stage> parse_stage(std::string_view text) {
    for (const auto& [name, stage] : stages)
        if (name == text) return stage;
    return std::nullopt;
}

std::string_view to_string(Stage stage) {
    for (const auto& [name, known] : stages)
        if (known == stage) return name;
    return {};
}

std::vector<std::size_t> ResultsYear::sources_of(Stage stage) const {
    std::vector<std::size_t> found;
    for (const StageSource& each : stages)
        if (each.stage == stage) found.push_back(each.source);
    return found;
}

std::optional<Outcome> parse_outcome(std::string_view text) {
    for (const auto& [name, outcome] : outcomes)
        if (name == text) return outcome;
    return std::nullopt;
}

std::string_view to_string(Outcome outcome) {
    for (const auto& [name, known] : outcomes)
        if (known == outcome) return name;
    return {};
}

} // namespace termbook
