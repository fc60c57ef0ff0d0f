// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/register_builder.hpp"

#include "connectors/mis/contradiction.hpp"
#include "connectors/mis/pupils/same_pupil.hpp"
#include "connectors/mis/pupils/upn.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace termbook {

namespace {

std::int64_t most_sessions(const AcademicYear& year) {
    std::int64_t sessions = 0;
    for (Date day = year.from; day <= year.to; day += std::chrono::days{1})
        if (std::chrono::weekday{day}.iso_encoding() <= 5) sessions += 2;
    return sessions;
}

} // namespace

SourcePos place_of_exports(const School& school) {
    return {school.folder.empty() ? "exports/" : "exports/" + school.folder + "/", 0, 0, school.name};
}

RegisterBuilder::RegisterBuilder(Trust& trust, std::size_t school, KnownPupils& known)
    : m_trust(trust), m_school(trust.schools[school]), m_place(school), m_known(known),
      m_calendar(trust.calendar), m_codes(trust.codes), m_issues(trust.issues),
      m_incidents(m_school, m_calendar, m_issues), m_staff(m_school, m_issues), m_results(m_school, m_issues),
      m_days(trust.calendar.years().size()) {
    for (std::size_t year = 0; year < m_days.size(); ++year)
        m_days[year].most_sessions = most_sessions(m_calendar.years()[year]);
    m_last_use.fill(Date::max());
    for (const AttendanceCode& code : m_codes.codes())
        if (code.until) m_last_use[m_codes.id(code.code)] = *code.until;
}

/// An export looked at by itself is no source, and its rows have no place.
ExportRow RegisterBuilder::row_at(RowPlace place) {
    const auto is_of = [&](const SourceFile& source) { return source.file == place.file; };
    if (m_last_source >= m_trust.sources.size() || !is_of(m_trust.sources[m_last_source]))
        m_last_source = static_cast<std::size_t>(
            std::find_if(m_trust.sources.begin(), m_trust.sources.end(), is_of) - m_trust.sources.begin());
    if (m_last_source == m_trust.sources.size()) return {};
    ExportRow row;
    row.source = static_cast<std::uint32_t>(m_last_source);
    row.line = static_cast<std::uint32_t>(place.line);
    if (place.sheet.empty()) return row;
    auto& sheets = m_trust.sources[m_last_source].sheets;
    const auto sheet = std::find(sheets.begin(), sheets.end(), place.sheet);
    row.sheet = static_cast<std::uint32_t>(sheet - sheets.begin());
    if (sheet == sheets.end()) sheets.emplace_back(place.sheet);
    return row;
}

std::size_t RegisterBuilder::pupil(std::string_view upn, RowPlace place) {
    std::string room;
    const std::string_view clean = clean_upn(upn, room);
    const std::string_view number = without_leading_zeros(clean);
    if (const auto known = m_known.by_upn.find(number, m_place)) return *known;
    const std::size_t added = m_school.pupils.size();
    Pupil& pupil = m_school.pupils.emplace_back();
    pupil.upn = clean;
    pupil.row = row_at(place);
    m_known.by_upn.add(number, {m_place, added});
    return added;
}

SourcePos RegisterBuilder::place_of(std::size_t pupil) const {
    SourcePos place = m_trust.place_of(m_school.pupils[pupil].row);
    return place.file.empty() ? place_of_exports(m_school) : place;
}

/// An issue of two rows: with both lines where they stand in one table, else with the other file.
void RegisterBuilder::report_pupil(std::size_t pupil, const SourcePos& pos, std::string found,
                                   std::string expected, std::string remedy) {
    Issue issue{pos, std::move(found), std::move(expected), std::move(remedy), 1, {}};
    const SourcePos first = place_of(pupil);
    if (first.file == pos.file && first.sheet == pos.sheet)
        issue.lines = {first.line, pos.line};
    else
        issue.found += fmt::format(", one in {}", first.file);
    m_issues.add(std::move(issue));
}

void RegisterBuilder::compare_names(std::size_t pupil, const Pupil& seen, const SourcePos& pos) {
    const Pupil& known = m_school.pupils[pupil];
    const auto differs = [&](std::string_view what) {
        report_pupil(pupil, pos, fmt::format("a pupil whose {} differs from another row", what), "the same",
                     "they are counted as one pupil; correct the UPN if they are two");
    };
    if (surname_likeness(known.surname, seen.surname) != Likeness::same) differs("surname");
    if (forename_likeness(known.forename, seen.forename) != Likeness::same) differs("forename");
}

void RegisterBuilder::known_as(std::size_t pupil, std::string_view id, const SourcePos& pos) {
    const auto known = find_by_id(id);
    if (!known)
        m_known.by_id.add(id, {m_place, pupil});
    else if (*known != pupil)
        m_issues.add({pos,
                      "a number that another pupil of the school has",
                      "a number of each pupil's own",
                      "marks by this number are counted for the pupil of the newest export; correct it",
                      1,
                      {}});
}

std::optional<std::size_t> RegisterBuilder::find_by_id(std::string_view id) const {
    return m_known.by_id.find(id, m_place);
}

std::optional<std::size_t> RegisterBuilder::describe(const Pupil& seen, const Enrolment& enrolment,
                                                     std::size_t year, const SourcePos& pos) {
    const std::size_t index = pupil(seen.upn, {pos.file, pos.line, pos.sheet});
    const auto differs = [&](std::string_view what) {
        m_issues.add({pos,
                      fmt::format("a pupil whose {} differs from another row or export", what),
                      "the same",
                      "that of the newest export is used; correct the one that is wrong",
                      1,
                      {}});
    };
    Pupil& known = m_school.pupils[index];
    const bool in_one_export = m_trust.place_of(known.row).file == pos.file;
    if (are_two_pupils(known, seen, in_one_export)) {
        report_pupil(index, pos, "two pupils with one UPN, of two names", "a UPN for each pupil",
                     "one pupil is counted, the one whom the newest export names first; correct the UPN in "
                     "the system");
        return std::nullopt;
    }
    compare_names(index, seen, pos);
    if (contradicts(known.sex, seen.sex)) differs("sex");
    if (contradicts(known.born, seen.born)) differs("date of birth");
    if (contradicts(known.ethnicity, seen.ethnicity, std::string())) differs("ethnicity");
    if (contradicts(known.first_language, seen.first_language, std::string())) differs("first language");
    contradicts(known.surname, seen.surname, std::string());
    contradicts(known.forename, seen.forename, std::string());
    Roll& roll = m_school.roll(year);
    if (roll.pupils.size() <= index) roll.pupils.resize(m_school.pupils.size());
    if (!roll.pupils[index]) roll.pupils[index].emplace();
    Enrolment& place = *roll.pupils[index];
    if (contradicts(place.year, enrolment.year)) differs("year group");
    if (contradicts(place.class_name, enrolment.class_name, std::string())) differs("class");
    if (contradicts(place.house, enrolment.house, std::string())) differs("house");
    if (contradicts(place.prior, enrolment.prior)) differs("band of prior attainment");
    if (contradicts(place.joined, enrolment.joined)) differs("date of admission");
    if (contradicts(place.left, enrolment.left)) differs("date of leaving");
    if (place.is.complete_from(enrolment.is)) differs("group");
    return index;
}

AttendanceYear& RegisterBuilder::attendance(std::size_t year) {
    Days& days = m_days[year];
    if (days.attendance) return m_school.attendance[*days.attendance];
    const AcademicYear& academic_year = m_calendar.years()[year];
    days.attendance = m_school.attendance.size();
    days.index.assign(static_cast<std::size_t>((academic_year.to - academic_year.from).count()) + 1, -1);
    AttendanceYear& added = m_school.attendance.emplace_back();
    added.year = year;
    return added;
}

std::size_t RegisterBuilder::day_of(AttendanceYear& attendance, std::size_t year, Date date) {
    const auto day = static_cast<std::size_t>((date - m_calendar.years()[year].from).count());
    std::int32_t& index = m_days[year].index[day];
    if (index < 0) {
        index = static_cast<std::int32_t>(attendance.days.size());
        attendance.days.push_back(date);
    }
    return static_cast<std::size_t>(index);
}

void RegisterBuilder::report(RowPlace place, std::string found, std::string expected, std::string remedy) {
    m_issues.add({{std::string(place.file), place.line, 0, {}, std::string(place.sheet)},
                  std::move(found),
                  std::move(expected),
                  std::move(remedy),
                  1,
                  {}});
}

void RegisterBuilder::mark(std::size_t pupil, Date date, bool afternoon, CodeId code, RowPlace place) {
    if (code == AttendanceCodes::none || m_codes.counts_as(code) == SessionClass::not_collected) return;
    const auto year = m_calendar.year_of(date);
    if (!year)
        return report(place, "marks in no configured year, in " + month_text(date),
                      "dates within a <year> of termbook.xml",
                      "they are not counted; add the year if they should be");
    if (m_codes.counts_as(code) == SessionClass::missing)
        report(place, "a session without a mark", "an attendance code",
               "it is not counted; complete the register");
    if (date > m_last_use[code])
        report(place, fmt::format("the retired code '{}'", m_codes.code(code).code),
               "a code in use on the day", "it is counted as it was while in use; correct it in the system");
    AttendanceYear& to = attendance(*year);
    if (to.marks.size() <= pupil) to.marks.resize(m_school.pupils.size());
    const std::size_t at = 2 * day_of(to, *year, date) + (afternoon ? 1 : 0);
    std::string& marks = to.marks[pupil];
    if (marks.size() <= at) {
        if (marks.capacity() <= at) marks.reserve(std::max(2 * to.days.size(), 2 * marks.capacity()));
        marks.resize(at + 1, AttendanceCodes::none);
    }
    store(marks[at], static_cast<char>(code), place);
}

void RegisterBuilder::store(char& known, char seen, RowPlace place) {
    const auto is_missing = [&](char mark) {
        return m_codes.counts_as(static_cast<CodeId>(mark)) == SessionClass::missing;
    };
    // A register that was not complete when an earlier export was made may be so in a later one.
    if (known == AttendanceCodes::none || (is_missing(known) && !is_missing(seen)))
        known = seen;
    else if (is_missing(seen) && !is_missing(known))
        return;
    else if (known == seen)
        report(place, "a session that was given before", "one mark for each pupil and session",
               "it is counted once");
    else
        report(place, "two different marks for one session", "one mark for each pupil and session",
               "that of the newest export is counted; correct the one that is wrong");
}

void RegisterBuilder::totals(std::size_t pupil, std::size_t year, const AttendanceTotals& totals,
                             const SourcePos& pos) {
    if (totals.authorised + totals.unauthorised > totals.possible)
        return m_issues.add({pos,
                             "more sessions of absence than were possible",
                             "at most as many",
                             "the pupil's attendance is not counted; correct it",
                             1,
                             {}});
    const std::int64_t most = m_days[year].most_sessions;
    if (totals.possible > most)
        return m_issues.add({pos,
                             "more possible sessions than the year has",
                             fmt::format("at most {}", most),
                             "the pupil's attendance is not counted; correct it",
                             1,
                             {}});
    AttendanceYear& to = attendance(year);
    if (to.totals.size() <= pupil) to.totals.resize(m_school.pupils.size());
    auto& known = to.totals[pupil];
    if (known && *known != totals)
        m_issues.add({pos,
                      "two different totals for one pupil",
                      "one row a pupil and year",
                      "those of the newest export are counted; correct the one that is wrong",
                      1,
                      {}});
    if (!known) known = totals;
}

void RegisterBuilder::used_for_pupils(std::size_t year, std::size_t source) {
    auto& sources = m_school.roll(year).sources;
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
}

void RegisterBuilder::used_for_attendance(std::size_t year, std::size_t source) {
    auto& sources = attendance(year).sources;
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
}

} // namespace termbook
