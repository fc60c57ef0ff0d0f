// SPDX-License-Identifier: MPL-2.0
#include "core/figures/members/members.hpp"

#include "core/diagnostics/error.hpp"
#include "core/figures/members/incident_members.hpp"
#include "core/figures/members/kind_members.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace termbook {

namespace {

using Members = std::vector<Member>;

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

/// Calls see(pupil, enrolment) for each pupil of the selection; a selection without a year group here means
/// every year group, since those that are counted apart are listed too.
template<typename See>
void each_pupil(const Selection& selection, const School& school, See see) {
    Selection any_year = selection;
    any_year.years_in_total.reset();
    each_selected(school, any_year,
                  [&](std::size_t, const Pupil& pupil, const Enrolment& enrolment, Membership membership) {
                      if (membership == Membership::in) see(pupil, enrolment);
                  });
}

template<typename See>
void each_pupil(const Selection& selection, See see) {
    for (const School* school : selection.schools)
        each_pupil(selection, *school, see);
}

Members year_groups(const Selection& selection) {
    std::set<YearGroup> found;
    each_pupil(selection, [&](const Pupil&, const Enrolment& enrolment) {
        if (enrolment.year) found.insert(*enrolment.year);
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

/// The texts that pupils have in one dimension: text_of(pupil, enrolment).
template<typename TextOf>
Members texts(std::string_view dimension, const Selection& selection, TextOf text_of) {
    std::set<std::string> found;
    each_pupil(selection, [&](const Pupil& pupil, const Enrolment& enrolment) {
        const std::string& text = text_of(pupil, enrolment);
        if (!text.empty()) found.insert(text);
    });
    std::vector<std::string> names(found.begin(), found.end());
    std::sort(names.begin(), names.end(), natural_less);
    Members members;
    for (const std::string& name : names)
        members.push_back(named_member(dimension, name, name));
    return members;
}

/// Two schools may have a class of one name: where several are selected, each class is told with its school.
Members classes(const Selection& selection) {
    Members members;
    const bool of_several = selection.schools.size() > 1;
    for (const School* school : selection.schools) {
        std::set<std::string> found;
        each_pupil(selection, *school, [&](const Pupil&, const Enrolment& enrolment) {
            if (!enrolment.class_name.empty()) found.insert(enrolment.class_name);
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

/// Groups that the exports tell of and that have a member.
Members group_members(std::string_view dimension, const Selection& selection) {
    Members members;
    for (const GroupDefinition& group : groups()) {
        const bool is_sex = group.key == "girls" || group.key == "boys";
        if ((dimension == "sex") != is_sex) continue;
        bool anyone = false;
        each_pupil(selection, [&](const Pupil& pupil, const Enrolment& enrolment) {
            anyone = anyone || group.has(pupil, enrolment, *selection.academic_year).value_or(false);
        });
        if (anyone)
            members.push_back(named_member(dimension, std::string(group.key), std::string(group.title)));
    }
    return members;
}

Members subjects(const Selection& selection, const RecordsOf& records_of) {
    std::set<std::string> found;
    for (const School* school : selection.schools) {
        const SchoolRecords& records = records_of(*school, selection.period);
        for (std::size_t i = 0; i < school->pupils.size(); ++i)
            for (const Result& result : records.results(i))
                if (!result.subject.empty()) found.insert(result.subject);
    }
    Members members;
    for (const std::string& subject : found)
        members.push_back(named_member("subject", subject, subject));
    return members;
}

/// The last day with marks of the selected schools in the year of the selection.
std::optional<Date> last_marked_day(const Selection& selection) {
    std::optional<Date> last;
    for (const School* school : selection.schools)
        if (const auto* attendance = school->attendance_in(selection.period.year))
            last = std::max(last, attendance->last_day());
    return last;
}

/// The last day of which anything is known: with marks, or where there are none with an incident or an
/// absence of staff.
std::optional<Date> last_day(const Selection& selection) {
    auto last = last_marked_day(selection);
    if (last) return last;
    const auto see = [&](Date day) {
        if (selection.academic_year->contains(day)) last = std::max(last, std::optional(day));
    };
    for (const School* school : selection.schools) {
        for (const Incident& incident : school->incidents)
            see(incident.on);
        if (const StaffYear* staff = school->staff_in(selection.period.year))
            for (const StaffAbsence& absence : staff->absences)
                see(absence.from);
    }
    return last;
}

/// The last day with marks; where totals have no dates, the day of the newest export that gave them.
Date as_at(const Trust& trust, const Selection& selection) {
    if (const auto last = last_marked_day(selection)) return *last;
    std::optional<Date> newest;
    for (const School* school : selection.schools)
        if (const auto* attendance = school->attendance_in(selection.period.year))
            for (const std::size_t source : attendance->sources)
                newest = std::max(newest, trust.sources[source].as_at);
    return newest.value_or(selection.period.to);
}

/// Those of the periods that have begun and lie in the selected one; none where nothing has a date.
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

/// The terms of which figures of the selected school, or of the trust, were captured.
std::vector<Period> captured_terms(const Trust& trust, const Selection& selection) {
    std::set<std::string> captured;
    const std::string school = resolved(selection, {}).at("school");
    for (const CapturedFigure& figure : trust.captures.figures)
        if (figure.school == school) captured.insert(figure.period);
    std::vector<Period> terms = trust.calendar.terms(selection.period.year, {});
    std::erase_if(terms,
                  [&](const Period& term) { return !captured.contains(trust.calendar.shared_key(term)); });
    return terms;
}

Members codes(const Trust& trust, const Selection& selection, const RecordsOf& records_of,
              const FigureDefinition* figure) {
    const bool any_session = figure && figure->unit == Unit::count;
    Members members;
    for (const AttendanceCode& code : trust.codes.codes()) {
        const CodeId id = trust.codes.id(code.code);
        const bool not_possible = code.counts_as == SessionClass::not_possible;
        if (!counts_as_possible(code.counts_as) && !(not_possible && any_session)) continue;
        std::int64_t sessions = 0;
        for (const School* school : selection.schools) {
            const SessionCounts& counts = records_of(*school, selection.period).sessions();
            each_selected(*school, selection,
                          [&](std::size_t i, const Pupil&, const Enrolment&, Membership membership) {
                              if (membership == Membership::in) sessions += counts.sessions_of(i, id);
                          });
        }
        if (sessions > 0) members.push_back(named_member("code", code.code, code.title));
    }
    return members;
}

} // namespace

Member named_member(std::string_view dimension, const std::string& key, const std::string& name) {
    return {{{std::string(dimension), key}},
            {{fmt::format("{}.key", dimension), key}, {fmt::format("{}.name", dimension), name}}};
}

Members dimension_members(const Trust& trust, const Selection& selection, std::string_view dimension,
                          const RecordsOf& records_of, const FigureDefinition* figure) {
    if (dimension == "school") return schools(selection);
    if (dimension == "year") return year_groups(selection);
    if (dimension == "class") return classes(selection);
    if (dimension == "house")
        return texts(
            dimension, selection,
            [](const Pupil&, const Enrolment& enrolment) -> auto& { return enrolment.house; });
    if (dimension == "ethnicity")
        return texts(
            dimension, selection,
            [](const Pupil& pupil, const Enrolment&) -> auto& { return pupil.ethnicity; });
    if (dimension == "language")
        return texts(
            dimension, selection,
            [](const Pupil& pupil, const Enrolment&) -> auto& { return pupil.first_language; });
    if (dimension == "sex" || dimension == "group") return group_members(dimension, selection);
    if (dimension == "subject") return subjects(selection, records_of);
    if (dimension == "kind") return kind_members(trust, selection);
    if (dimension == "code") return codes(trust, selection, records_of, figure);
    if (const auto found = incident_members(dimension, selection, records_of, figure)) return *found;
    const auto last = last_day(selection);
    const std::size_t year = selection.period.year;
    if (dimension == "term")
        return periods(dimension, selection,
                       last ? trust.calendar.terms(year, last) : captured_terms(trust, selection));
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
    fields["as_at"] = as_at(trust, selection);
    if (selection.year) {
        fields["year.key"] = year_group_key(*selection.year);
        fields["year.name"] = year_group_name(*selection.year);
    }
    if (selection.class_name) fields["class.name"] = *selection.class_name;
    for (const GroupChoice& choice : selection.groups) {
        fields["group.key"] = choice.key();
        fields["group.name"] = std::string(choice.title());
        if (choice.group->key == "girls" || choice.group->key == "boys")
            fields["sex.name"] = std::string(choice.title());
    }
    if (selection.subject) fields["subject.name"] = *selection.subject;
    if (selection.type) fields["type.name"] = fields["reason.name"] = *selection.type;
    if (selection.weekday) fields["weekday.name"] = std::string(weekday_name(*selection.weekday));
    if (selection.house) fields["house.name"] = *selection.house;
    if (selection.code) {
        fields["code.key"] = trust.codes.code(*selection.code).code;
        fields["code.name"] = trust.codes.code(*selection.code).title;
    }
    return fields;
}

} // namespace termbook
