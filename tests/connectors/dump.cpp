// SPDX-License-Identifier: MPL-2.0
#include "tests/connectors/dump.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>
#include <utility>
#include <vector>

namespace termbook {

namespace {

void dump_pupil(std::string& text, const Trust& trust, const School& school, const Pupil& pupil) {
    const std::string who = fmt::format("{} {}", school.urn, pupil.upn);
    text += fmt::format("{} row: {}\n", who, to_string(trust.place_of(pupil.row)));
    text += fmt::format("{} name: {}, {}\n", who, pupil.surname, pupil.forename);
    if (pupil.born) text += fmt::format("{} born: {}\n", who, iso_text(*pupil.born));
    if (pupil.sex) text += fmt::format("{} sex: {}\n", who, *pupil.sex == Sex::female ? "F" : "M");
    if (!pupil.ethnicity.empty()) text += fmt::format("{} ethnicity: {}\n", who, pupil.ethnicity);
    if (!pupil.first_language.empty()) text += fmt::format("{} language: {}\n", who, pupil.first_language);
}

void dump_group(std::string& text, const std::string& who, std::string_view name, std::optional<bool> is) {
    if (is) text += fmt::format("{} {}: {}\n", who, name, *is ? "yes" : "no");
}

void dump_enrolment(std::string& text, const std::string& who, const Enrolment& enrolment) {
    if (enrolment.year) text += fmt::format("{} year: {}\n", who, year_group_key(*enrolment.year));
    if (!enrolment.class_name.empty()) text += fmt::format("{} class: {}\n", who, enrolment.class_name);
    if (!enrolment.house.empty()) text += fmt::format("{} house: {}\n", who, enrolment.house);
    if (enrolment.joined) text += fmt::format("{} joined: {}\n", who, iso_text(*enrolment.joined));
    if (enrolment.left) text += fmt::format("{} left: {}\n", who, iso_text(*enrolment.left));
    if (enrolment.prior)
        text += fmt::format("{} prior: {}\n", who,
                            std::array{"low", "middle", "high"}[static_cast<std::size_t>(*enrolment.prior)]);
    constexpr std::pair<std::string_view, Characteristic> groups[] = {
        {"pp", Characteristic::pupil_premium},      {"fsm", Characteristic::free_meals},
        {"ever6", Characteristic::ever6_meals},     {"sen support", Characteristic::sen_support},
        {"ehc plan", Characteristic::ehc_plan},     {"eal", Characteristic::eal},
        {"lac", Characteristic::looked_after},      {"plac", Characteristic::previously_looked_after},
        {"service", Characteristic::service_child}, {"disabled", Characteristic::disabled},
    };
    for (const auto& [name, which] : groups)
        dump_group(text, who, name, enrolment.is.get(which));
    if (enrolment.reckoned) text += fmt::format("{} reckoned\n", who);
}

void dump_roll(std::string& text, const Trust& trust, const School& school, const Roll& roll) {
    const std::string& year = trust.calendar.years()[roll.year].name;
    for (std::size_t i = 0; i < school.pupils.size(); ++i)
        if (const Enrolment* enrolment = roll.enrolment(i))
            dump_enrolment(text, fmt::format("{} {} {}", school.urn, school.pupils[i].upn, year), *enrolment);
}

std::string spelling(char mark, const AttendanceCodes& codes) {
    const auto id = static_cast<CodeId>(mark);
    if (id == AttendanceCodes::none) return "nothing";
    return id == AttendanceCodes::unknown ? "unknown" : codes.code(id).code;
}

/// The days in order of time, as indices.
std::vector<std::size_t> in_order(const std::vector<Date>& days) {
    std::vector<std::size_t> order(days.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return days[a] < days[b]; });
    return order;
}

void dump_attendance(std::string& text, const Trust& trust, const School& school,
                     const AttendanceYear& attendance) {
    const std::string& year = trust.calendar.years()[attendance.year].name;
    for (std::size_t i = 0; i < school.pupils.size(); ++i) {
        const std::string who = fmt::format("{} {} {}", school.urn, school.pupils[i].upn, year);
        if (attendance.has_totals(i)) {
            const AttendanceTotals& totals = *attendance.totals[i];
            text += fmt::format("{} totals: possible {}, authorised {}, unauthorised {}\n", who,
                                totals.possible, totals.authorised, totals.unauthorised);
        }
        if (!attendance.has_marks(i)) continue;
        const std::string& marks = attendance.marks[i];
        for (const std::size_t day : in_order(attendance.days)) {
            if (marks.size() <= 2 * day) continue;
            const std::string afternoon =
                2 * day + 1 < marks.size() ? spelling(marks[2 * day + 1], trust.codes) : "nothing";
            text += fmt::format("{} {}: {} {}\n", who, iso_text(attendance.days[day]),
                                spelling(marks[2 * day], trust.codes), afternoon);
        }
    }
}

std::string result_text(const Result& result) {
    constexpr std::array outcomes{"", "below", "expected", "higher", "absent", "not eligible"};
    std::string text = outcomes[static_cast<std::size_t>(result.outcome)];
    if (result.score) text = fmt::format("{}/100", *result.score);
    return result.on ? fmt::format("{} on {}", text, iso_text(*result.on)) : text;
}

void dump_results(std::string& text, const Trust& trust, const School& school, const ResultsYear& results) {
    for (const Result& result : results.results)
        text += fmt::format("{} {} {} {} {}: {}\n", school.urn, school.pupils[result.pupil].upn,
                            trust.calendar.years()[results.year].name, to_string(result.stage),
                            result.subject, result_text(result));
}

void dump_incidents(std::string& text, const Trust& trust, const School& school) {
    constexpr std::array kinds{"suspensions", "exclusions", "behaviour"};
    for (const IncidentLog& log : school.incident_logs)
        text += fmt::format("{} {} {}: listed\n", school.urn, trust.calendar.years()[log.year].name,
                            kinds[static_cast<std::size_t>(log.kind)]);
    for (const Incident& each : school.incidents)
        text += fmt::format("{} {} {} {}: '{}'{}{}\n", school.urn, school.pupils[each.pupil].upn,
                            iso_text(each.on), kinds[static_cast<std::size_t>(each.kind)], each.type,
                            each.sessions ? fmt::format(", {} sessions", *each.sessions) : "",
                            each.stands ? "" : ", does not stand");
}

std::string half_days_text(const std::optional<std::int64_t>& half_days) {
    return half_days ? fmt::format("{} half days", *half_days) : "not known";
}

void dump_staff(std::string& text, const Trust& trust, const School& school, const StaffYear& staff) {
    const std::string who = fmt::format("{} {} staff", school.urn, trust.calendar.years()[staff.year].name);
    for (std::size_t i = 0; i < staff.members.size(); ++i)
        text +=
            fmt::format("{} {}: available {}, lost {}\n", who, i, half_days_text(staff.members[i].available),
                        half_days_text(staff.members[i].lost));
    for (const StaffAbsence& absence : staff.absences)
        text += fmt::format("{} {}: lost {} from {}\n", who, absence.member, half_days_text(absence.lost),
                            iso_text(absence.from));
}

void dump_target(std::string& text, const TargetRule& rule) {
    text += fmt::format("target {}: {} {}", rule.figure, rule.at_least ? "at least" : "at most", rule.value);
    if (!rule.school.empty()) text += ", school " + rule.school;
    if (rule.phase) text += fmt::format(", {} schools", to_string(*rule.phase));
    if (rule.year) text += ", year " + year_group_key(*rule.year);
    for (const std::string& group : rule.groups)
        text += ", group " + group;
    if (!rule.subject.empty()) text += ", subject " + rule.subject;
    for (const Period& period : rule.periods)
        text += ", period " + period.key;
    text += '\n';
}

/// Published figures that files gave.
void dump_comparator(std::string& text, const Comparator& row) {
    if (row.origin != ComparatorOrigin::file) return;
    text += fmt::format("{} {} {} {}", to_string(row.area), row.local_authority + row.school, row.year,
                        row.period);
    if (row.up_to) text += " to " + iso_text(*row.up_to);
    if (row.phase) text += fmt::format(" {}", to_string(*row.phase));
    text += fmt::format(" {} {} {}: {}\n", row.figure, row.subject, row.group, row.value);
}

} // namespace

std::string dump_model(const Workspace& workspace) {
    std::string text;
    for (const ExportReport& file : workspace.exports)
        if (!file.refusal)
            text += fmt::format("file {}: {}; {}; {} rows\n", file.file, file.title, file.why, file.rows);
    for (const School& school : workspace.trust.schools) {
        text += fmt::format("school {}: {}\n", school.urn, school.name);
        for (const Pupil& pupil : school.pupils)
            dump_pupil(text, workspace.trust, school, pupil);
        for (const Roll& roll : school.rolls)
            dump_roll(text, workspace.trust, school, roll);
        for (const ResultsYear& results : school.results)
            dump_results(text, workspace.trust, school, results);
        for (const AttendanceYear& attendance : school.attendance)
            dump_attendance(text, workspace.trust, school, attendance);
        dump_incidents(text, workspace.trust, school);
        for (const StaffYear& staff : school.staff)
            dump_staff(text, workspace.trust, school, staff);
    }
    for (const TargetRule& rule : workspace.trust.targets)
        dump_target(text, rule);
    for (const Comparator& row : workspace.trust.comparators)
        dump_comparator(text, row);
    return text;
}

std::string dump_issues(const Workspace& workspace) {
    std::string text;
    for (const ExportReport& file : workspace.exports)
        if (file.refusal) text += fmt::format("refused: {}\n", file.refusal->what());
    for (const Issue& issue : workspace.trust.issues.issues())
        text += to_string(issue) + "\n";
    return text;
}

} // namespace termbook
