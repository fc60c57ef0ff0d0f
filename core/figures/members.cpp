// SPDX-License-Identifier: MPL-2.0
#include "core/figures/members.hpp"

#include "core/diagnostics/error.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace termbook {

namespace {

using Members = std::vector<Member>;

Member named_member(std::string_view dimension, const std::string& key, const std::string& name) {
    return {{{std::string(dimension), key}},
            {{fmt::format("{}.key", dimension), key}, {fmt::format("{}.name", dimension), name}}};
}

Fields school_fields(const School& school) {
    Fields fields{{"school.key", school.urn}, {"school.urn", school.urn}, {"school.name", school.name}};
    fields["school.phase"] = school.phase ? std::string(to_string(*school.phase)) : std::string();
    return fields;
}

Members schools(const Selection& selection) {
    Members members;
    for (const School* school : selection.schools)
        members.push_back({{{"school", school->urn}}, school_fields(*school)});
    return members;
}

/// Calls `see` for each pupil of the selection; a selection without a year group here means every year group,
/// since those that are counted apart are listed too.
template<typename See>
void each_pupil(const Selection& selection, const School& school, See see) {
    Selection any_year = selection;
    for (const Pupil& pupil : school.pupils) {
        if (!selection.year) any_year.year = pupil.year;
        if (any_year.includes(pupil)) see(pupil);
    }
}

template<typename See>
void each_pupil(const Selection& selection, See see) {
    for (const School* school : selection.schools)
        each_pupil(selection, *school, see);
}

Members year_groups(const Selection& selection) {
    std::set<YearGroup> found;
    each_pupil(selection, [&](const Pupil& pupil) {
        if (pupil.year) found.insert(*pupil.year);
    });
    Members members;
    for (const YearGroup year : found)
        members.push_back(named_member("year", year_group_key(year), year_group_name(year)));
    return members;
}

/// Names with numbers in them in the order of the numbers: 2B before 10A.
bool natural_less(const std::string& a, const std::string& b) {
    const auto leading = [](const std::string& text) {
        const std::size_t end = text.find_first_not_of("0123456789");
        const std::string digits = text.substr(0, std::min(end, std::size_t{9}));
        return digits.empty() ? -1 : std::stol(digits);
    };
    const auto left = leading(a);
    const auto right = leading(b);
    return left != right ? left < right : a < b;
}

/// Two schools may have a class of one name: where several are selected, each class is told with its school.
Members classes(const Selection& selection) {
    Members members;
    const bool of_several = selection.schools.size() > 1;
    for (const School* school : selection.schools) {
        std::set<std::string> found;
        each_pupil(selection, *school, [&](const Pupil& pupil) {
            if (!pupil.class_name.empty()) found.insert(pupil.class_name);
        });
        for (const std::string& name : found) {
            Member member =
                named_member("class", name, of_several ? fmt::format("{}, {}", name, school->name) : name);
            if (of_several) member.selectors["school"] = school->urn;
            members.push_back(std::move(member));
        }
    }
    std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
        return natural_less(a.selectors.at("class"), b.selectors.at("class"));
    });
    return members;
}

Members sexes(const Selection& selection) {
    std::set<Sex> found;
    each_pupil(selection, [&](const Pupil& pupil) {
        if (pupil.sex) found.insert(*pupil.sex);
    });
    Members members;
    for (const Sex sex : found)
        members.push_back(
            named_member("sex", std::string(sex_key(sex)), sex == Sex::female ? "Girls" : "Boys"));
    return members;
}

/// The last day with marks of the selected schools in the year of the selection.
std::optional<Date> last_day(const Selection& selection) {
    std::optional<Date> last;
    for (const School* school : selection.schools)
        if (const auto* attendance = school->attendance_in(selection.period.year))
            last = std::max(last, attendance->last_day());
    return last;
}

/// Those of the periods that have begun and lie in the selected one; none where no mark has a date.
Members periods(std::string_view dimension, const Selection& selection, const std::vector<Period>& all) {
    Members members;
    for (const Period& period : all) {
        if (period.to < selection.period.from || period.from > selection.period.to) continue;
        Member member = named_member(dimension, period.key, period.name);
        member.selectors = {{"period", period.key}};
        members.push_back(std::move(member));
    }
    return members;
}

Members codes(const Trust& trust, const Selection& selection, const CountsOf& counts_of, Unit unit) {
    Members members;
    for (const AttendanceCode& code : trust.codes.codes()) {
        const CodeId id = trust.codes.id(code.code);
        const bool not_possible = code.counts_as == SessionClass::not_possible;
        if (!counts_as_possible(code.counts_as) && !(not_possible && unit == Unit::count)) continue;
        std::int64_t sessions = 0;
        for (const School* school : selection.schools) {
            const SessionCounts& counts = counts_of(*school, selection.period);
            for (std::size_t i = 0; i < school->pupils.size(); ++i)
                if (selection.includes(school->pupils[i])) sessions += counts.sessions_of(i, id);
        }
        if (sessions > 0) members.push_back(named_member("code", code.code, code.title));
    }
    return members;
}

} // namespace

Members dimension_members(const Trust& trust, const Selection& selection, std::string_view dimension,
                          const CountsOf& counts_of, Unit unit) {
    if (dimension == "school") return schools(selection);
    if (dimension == "year") return year_groups(selection);
    if (dimension == "class") return classes(selection);
    if (dimension == "sex") return sexes(selection);
    if (dimension == "code") return codes(trust, selection, counts_of, unit);
    const auto last = last_day(selection);
    const std::size_t year = selection.period.year;
    if (dimension == "term")
        return last ? periods(dimension, selection, trust.calendar.terms(year, last)) : Members{};
    if (dimension == "month")
        return last ? periods(dimension, selection, trust.calendar.months(year, last)) : Members{};
    const auto nearest = nearest_spelling(dimension, Figures::dimensions());
    throw Error({}, fmt::format("'#each {}'", dimension),
                fmt::format("one of {}", fmt::join(Figures::dimensions(), ", ")),
                nearest.empty() ? std::string("correct it") : fmt::format("did you mean '{}'?", nearest),
                ErrorKind::usage);
}

Fields selection_fields(const Trust& trust, const Selection& selection) {
    Fields fields{{"school.name", trust.name}, {"school.key", std::string("trust")}};
    if (!selection.whole_trust) fields = school_fields(*selection.schools.front());
    fields["trust.name"] = trust.name;
    fields["period.name"] = selection.period.name;
    fields["period.key"] = selection.period.key;
    fields["period.from"] = selection.period.from;
    fields["period.to"] = selection.period.to;
    fields["as_at"] = last_day(selection).value_or(selection.period.to);
    if (selection.year) {
        fields["year.key"] = year_group_key(*selection.year);
        fields["year.name"] = year_group_name(*selection.year);
    }
    if (selection.class_name) fields["class.name"] = *selection.class_name;
    if (selection.sex) fields["sex.name"] = std::string(*selection.sex == Sex::female ? "Girls" : "Boys");
    if (selection.code) {
        fields["code.key"] = trust.codes.code(*selection.code).code;
        fields["code.name"] = trust.codes.code(*selection.code).title;
    }
    return fields;
}

} // namespace termbook
