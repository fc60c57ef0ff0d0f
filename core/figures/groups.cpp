// SPDX-License-Identifier: MPL-2.0
#include "core/figures/groups.hpp"

#include "core/diagnostics/error.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace {

using Known = std::optional<bool>;

template<Characteristic which>
Known exported(const Pupil&, const Enrolment& enrolment, const AcademicYear&) {
    return enrolment.is.get(which);
}

/// Yes if any is yes, no if all are no.
template<typename... Others>
Known any_of(Known first, Others... others) {
    const Known all[] = {first, others...};
    if (std::any_of(std::begin(all), std::end(all), [](Known each) { return each.value_or(false); }))
        return true;
    if (std::all_of(std::begin(all), std::end(all), [](Known each) { return each.has_value(); }))
        return false;
    return std::nullopt;
}

/// As exported; else from what the pupil premium rests on. Care is exported by few systems: where meals say
/// no and nothing says care, the pupil is not counted as disadvantaged.
Known disadvantaged(const Pupil&, const Enrolment& enrolment, const AcademicYear&) {
    const Characteristics& is = enrolment.is;
    if (const Known premium = is.get(Characteristic::pupil_premium)) return premium;
    const Known care = any_of(Known(is.get(Characteristic::looked_after).value_or(false)),
                              Known(is.get(Characteristic::previously_looked_after).value_or(false)));
    Known meals = is.get(Characteristic::ever6_meals);
    if (!meals.value_or(false) && is.get(Characteristic::free_meals).value_or(false)) meals = true;
    return any_of(care, meals);
}

Known special_needs(const Pupil&, const Enrolment& enrolment, const AcademicYear&) {
    return any_of(enrolment.is.get(Characteristic::sen_support), enrolment.is.get(Characteristic::ehc_plan));
}

template<Sex which>
Known of_sex(const Pupil& pupil, const Enrolment&, const AcademicYear&) {
    if (!pupil.sex) return std::nullopt;
    return *pupil.sex == which;
}

template<PriorBand which>
Known of_band(const Pupil&, const Enrolment& enrolment, const AcademicYear&) {
    if (!enrolment.prior) return std::nullopt;
    return *enrolment.prior == which;
}

Known summer_born(const Pupil& pupil, const Enrolment&, const AcademicYear&) {
    if (!pupil.born) return std::nullopt;
    const unsigned month{std::chrono::year_month_day{*pupil.born}.month()};
    constexpr unsigned april = 4;
    constexpr unsigned august = 8;
    return month >= april && month <= august;
}

Known new_to_school(const Pupil&, const Enrolment& enrolment, const AcademicYear& year) {
    if (!enrolment.joined) return std::nullopt;
    return *enrolment.joined >= year.from;
}

constexpr GroupDefinition all_groups[] = {
    {"pp", "Disadvantaged (pupil premium)", "Not disadvantaged",
     "Eligible for free school meals at any time in the last six years, looked after by the local authority, "
     "or "
     "left care through adoption or another order. Service children are not counted in.",
     disadvantaged},
    {"fsm", "Free school meals", "No free school meals",
     "Eligible for free school meals on the day of the export.", exported<Characteristic::free_meals>},
    {"send", "SEND", "No SEND", "SEN support or an education, health and care plan.", special_needs},
    {"send.k", "SEN support", "Not on SEN support", "SEN status K.", exported<Characteristic::sen_support>},
    {"send.e", "EHC plan", "No EHC plan", "An education, health and care plan: SEN status E.",
     exported<Characteristic::ehc_plan>},
    {"eal", "English as an additional language", "English first language",
     "First language known or believed to be other than English.", exported<Characteristic::eal>},
    {"lac", "Looked after", "Not looked after", "In the care of a local authority now.",
     exported<Characteristic::looked_after>},
    {"plac", "Previously looked after", "Not previously looked after",
     "Left care through adoption, special guardianship or a child arrangements order.",
     exported<Characteristic::previously_looked_after>},
    {"service", "Service children", "Not service children", "A parent serves in the armed forces.",
     exported<Characteristic::service_child>},
    {"disabled", "Disabled", "Not disabled", "Recorded as disabled under the Equality Act.",
     exported<Characteristic::disabled>},
    {"girls", "Girls", "Boys", "Sex as exported.", of_sex<Sex::female>},
    {"boys", "Boys", "Girls", "Sex as exported.", of_sex<Sex::male>},
    {"prior.low", "Low prior attainment", "Middle or high prior attainment",
     "The band that is exported; else a mean key stage 2 score in reading and maths below 100.",
     of_band<PriorBand::low>},
    {"prior.middle", "Middle prior attainment", "Low or high prior attainment",
     "The band that is exported; else a mean key stage 2 score in reading and maths from 100 to below 110.",
     of_band<PriorBand::middle>},
    {"prior.high", "High prior attainment", "Low or middle prior attainment",
     "The band that is exported; else a mean key stage 2 score in reading and maths of 110 or more.",
     of_band<PriorBand::high>},
    {"summer-born", "Summer-born", "Autumn- and spring-born", "Born from April to August.", summer_born},
    {"new", "New to the school", "Not new to the school", "Joined in the academic year.", new_to_school},
};

constexpr std::string_view complement_prefix = "not-";

} // namespace

std::span<const GroupDefinition> groups() {
    return all_groups;
}

std::string GroupChoice::key() const {
    return std::string(complement ? complement_prefix : "") + std::string(group->key);
}

GroupChoice parse_group(std::string_view key) {
    const bool complement = key.starts_with(complement_prefix);
    const std::string_view name = complement ? key.substr(complement_prefix.size()) : key;
    std::vector<std::string_view> known;
    for (const GroupDefinition& group : all_groups) {
        if (group.key == name) return {&group, complement};
        known.push_back(group.key);
    }
    const auto nearest = nearest_spelling(name, known);
    std::string all;
    for (const auto& each : known)
        all += fmt::format("{}{}", all.empty() ? "" : ", ", each);
    throw Error({}, fmt::format("the group '{}'", key), all + ", or one of them behind 'not-'",
                nearest.empty() ? std::string("correct it") : fmt::format("did you mean '{}'?", nearest),
                ErrorKind::usage);
}

std::vector<GroupChoice> parse_groups(std::string_view keys) {
    std::vector<GroupChoice> choices;
    while (true) {
        const auto comma = keys.find(',');
        choices.push_back(parse_group(keys.substr(0, comma)));
        if (comma == std::string_view::npos) return choices;
        keys.remove_prefix(comma + 1);
    }
}

} // namespace termbook
