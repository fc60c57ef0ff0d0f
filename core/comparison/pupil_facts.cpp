// SPDX-License-Identifier: MPL-2.0
#include "core/comparison/pupil_facts.hpp"

#include <fmt/format.h>
#include <map>
#include <memory>
#include <utility>

namespace termbook {

namespace {

template<typename Of>
struct Field {
    std::string_view name;
    bool personal;
    std::string (*text)(const Of&);
};

template<auto member, typename Of>
std::string text_of(const Of& of) {
    return of.*member;
}

template<auto member, typename Of>
std::string date_of(const Of& of) {
    return of.*member ? iso_text(*(of.*member)) : std::string();
}

template<Characteristic which>
std::string answer_of(const Enrolment& enrolment) {
    const auto known = enrolment.is.get(which);
    return known ? *known ? "yes" : "no" : "";
}

std::string sex_of(const Pupil& pupil) {
    return pupil.sex ? *pupil.sex == Sex::female ? "F" : "M" : "";
}

std::string year_group_of(const Enrolment& enrolment) {
    return enrolment.year ? year_group_key(*enrolment.year) : "";
}

std::string band_of(const Enrolment& enrolment) {
    if (!enrolment.prior) return {};
    switch (*enrolment.prior) {
    case PriorBand::low:
        return "low";
    case PriorBand::middle:
        return "middle";
    case PriorBand::high:
        return "high";
    }
    return {};
}

constexpr Field<Pupil> pupil_fields[] = {
    {"surname", true, text_of<&Pupil::surname>},
    {"forename", true, text_of<&Pupil::forename>},
    {"date of birth", true, date_of<&Pupil::born>},
    {"sex", false, sex_of},
    {"ethnicity", true, text_of<&Pupil::ethnicity>},
    {"first language", true, text_of<&Pupil::first_language>},
};

constexpr Field<Enrolment> enrolment_fields[] = {
    {"year group", false, year_group_of},
    {"class", true, text_of<&Enrolment::class_name>},
    {"house", true, text_of<&Enrolment::house>},
    {"pupil premium", false, answer_of<Characteristic::pupil_premium>},
    {"free school meals", false, answer_of<Characteristic::free_meals>},
    {"free school meals in six years", false, answer_of<Characteristic::ever6_meals>},
    {"SEN support", false, answer_of<Characteristic::sen_support>},
    {"education, health and care plan", false, answer_of<Characteristic::ehc_plan>},
    {"English as an additional language", false, answer_of<Characteristic::eal>},
    {"looked after", false, answer_of<Characteristic::looked_after>},
    {"previously looked after", false, answer_of<Characteristic::previously_looked_after>},
    {"service child", false, answer_of<Characteristic::service_child>},
    {"disabled", false, answer_of<Characteristic::disabled>},
    {"band of prior attainment", false, band_of},
    {"date of joining", true, date_of<&Enrolment::joined>},
    {"date of leaving", true, date_of<&Enrolment::left>},
};

constexpr std::pair<IncidentKind, std::string_view> incident_kinds[] = {
    {IncidentKind::suspension, "suspensions"},
    {IncidentKind::exclusion, "permanent exclusions"},
    {IncidentKind::behaviour, "behaviour incidents"},
};

/// By pupil: how many incidents, of how many sessions.
using Incidents = std::map<std::size_t, std::pair<std::int64_t, std::int64_t>>;

std::function<std::string(std::size_t)> incidents_of(const School& school, IncidentKind kind,
                                                     const AcademicYear& year) {
    const auto counted = std::make_shared<Incidents>();
    for (const Incident& each : school.incidents)
        if (each.kind == kind && year.contains(each.on)) {
            auto& [number, sessions] = (*counted)[each.pupil];
            ++number;
            sessions += each.sessions.value_or(0);
        }
    return [counted](std::size_t pupil) -> std::string {
        const auto found = counted->find(pupil);
        if (found == counted->end()) return "0";
        const auto [number, sessions] = found->second;
        if (sessions == 0) return std::to_string(number);
        return fmt::format("{} of {} sessions together", number, sessions);
    };
}

} // namespace

std::vector<PupilFact> facts_of_pupils(const School& a, const School& b) {
    std::vector<PupilFact> facts;
    for (const Field<Pupil>& field : pupil_fields) {
        const auto in = [text = field.text](const School& school) {
            return [text, &school](std::size_t pupil) { return text(school.pupils[pupil]); };
        };
        facts.push_back({std::string(field.name), field.personal, in(a), in(b)});
    }
    return facts;
}

std::vector<PupilFact> facts_of_rolls(const Roll& a, const Roll& b, const std::string& year) {
    const auto listed = [](const Roll& roll, std::size_t pupil) -> const Enrolment* {
        const Enrolment* enrolment = roll.enrolment(pupil);
        return enrolment && !enrolment->reckoned ? enrolment : nullptr;
    };
    const auto add = [&](std::vector<PupilFact>& facts, std::string name, bool personal, auto text) {
        const auto in = [&](const Roll& roll) {
            return [=, &roll](std::size_t pupil) -> std::string {
                const Enrolment* enrolment = listed(roll, pupil);
                return enrolment ? text(*enrolment) : std::string();
            };
        };
        facts.push_back({std::move(name), personal, in(a), in(b)});
    };
    std::vector<PupilFact> facts;
    add(facts, "place on the list of " + year, false, [](const Enrolment&) { return std::string("yes"); });
    for (const Field<Enrolment>& field : enrolment_fields)
        add(facts, fmt::format("{} in {}", field.name, year), field.personal, field.text);
    return facts;
}

std::vector<PupilFact> facts_of_incidents(const School& a, const Trust& of_a, const School& b,
                                          const Trust& of_b, const YearPair& year, IssueLog& not_compared) {
    std::vector<PupilFact> facts;
    const AcademicYear& year_a = of_a.calendar.years()[year.a];
    for (const auto& [kind, name] : incident_kinds) {
        const bool logged_in_a = a.incidents_in(kind, year.a);
        const bool logged_in_b = b.incidents_in(kind, year.b);
        std::string what = fmt::format("{} in {}", name, year_a.name);
        if (logged_in_a != logged_in_b) not_compared.add(not_in(logged_in_a ? Side::b : Side::a, what, a));
        if (!logged_in_a || !logged_in_b) continue;
        facts.push_back({std::move(what), false, incidents_of(a, kind, year_a),
                         incidents_of(b, kind, of_b.calendar.years()[year.b])});
    }
    return facts;
}

Issue not_in(Side side, const std::string& what, const School& school) {
    return {{},
            fmt::format("no {} on side {}{}{}", what, side == Side::a ? "A" : "B",
                        school.name.empty() ? "" : " of ", school.name),
            "what the other side has",
            "it is not compared pupil by pupil; export it, too, or map its column",
            1,
            {}};
}

} // namespace termbook
