// SPDX-License-Identifier: MPL-2.0
#include "core/figures/selection.hpp"

#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>

namespace termbook {

namespace {

constexpr auto trust_word = "trust";

/// By std::chrono::weekday: as marks and as pages write them.
constexpr std::pair<std::string_view, std::string_view> weekdays[] = {
    {"sunday", "Sunday"},     {"monday", "Monday"}, {"tuesday", "Tuesday"},  {"wednesday", "Wednesday"},
    {"thursday", "Thursday"}, {"friday", "Friday"}, {"saturday", "Saturday"}};

/// By season, as pages write them.
constexpr std::string_view season_titles[] = {"Autumn term", "Spring term", "Summer term"};

[[noreturn]] void refuse(std::string found, std::string expected, std::string remedy) {
    throw Error({}, std::move(found), std::move(expected), std::move(remedy), ErrorKind::usage);
}

std::vector<const School*> find_schools(const Trust& trust, std::string_view value) {
    std::vector<const School*> found;
    for (const School& school : trust.schools)
        if (value.empty() || value == trust_word || value == school.urn || value == school.name)
            found.push_back(&school);
    if (found.empty())
        refuse(fmt::format("the school '{}'", value),
               "'trust', or the URN or name of a school in termbook.xml", "correct it, or add the <school>");
    return found;
}

/// The latest configured year in which any of the schools has attendance; where none has, of which any has
/// other records; without any, the latest configured.
std::size_t latest_year(const Trust& trust, const std::vector<const School*>& schools) {
    std::optional<std::size_t> latest;
    const auto& years = trust.calendar.years();
    const auto look_at = [&](const auto& records) {
        for (const auto& each : records)
            if (!latest || years[each.year].from > years[*latest].from) latest = each.year;
    };
    for (const School* school : schools)
        look_at(school->attendance);
    if (latest) return *latest;
    for (const School* school : schools) {
        look_at(school->results);
        look_at(school->incident_logs);
        look_at(school->staff);
    }
    if (latest) return *latest;
    const auto last = std::max_element(years.begin(), years.end(),
                                       [](const auto& a, const auto& b) { return a.from < b.from; });
    return static_cast<std::size_t>(last - years.begin());
}

std::optional<Date> last_session(const std::vector<const School*>& schools, std::size_t year) {
    std::optional<Date> last;
    for (const School* school : schools)
        if (const AttendanceYear* attendance = school->attendance_in(year))
            last = std::max(last, attendance->last_day());
    return last;
}

/// A season for which the year has no term, as a period without a day; none for any other text.
std::optional<Period> season_without_term(const AcademicYear& year, std::size_t index,
                                          std::string_view text) {
    const auto word = text.substr(0, text.find('@'));
    for (const auto& [name, season] : season_names) {
        if (word != name) continue;
        const auto title = season_titles[static_cast<std::size_t>(season)];
        const auto in_season = [&, wanted = season](const Term& term) { return term.season == wanted; };
        if (std::any_of(year.terms.begin(), year.terms.end(), in_season)) return std::nullopt;
        return Period{fmt::format("{}@{}", name, year.name), fmt::format("{} {}", title, year.name), index,
                      year.from, year.from - std::chrono::days{1}};
    }
    return std::nullopt;
}

Period find_period(const Trust& trust, const std::vector<const School*>& schools, std::string_view text,
                   bool of_mark) {
    std::size_t year = latest_year(trust, schools);
    bool known_year = year < trust.calendar.years().size();
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        const auto named = trust.calendar.year_named(text.substr(at + 1));
        known_year = named.has_value();
        year = named.value_or(year);
    }
    // A page that shows the seasons side by side is made for a year without one of them, too.
    if (of_mark && known_year)
        if (const auto season = season_without_term(trust.calendar.years()[year], year, text)) return *season;
    return trust.calendar.resolve(text.empty() ? "ytd" : text, year, last_session(schools, year));
}

void read_year(Selection& selection, const Trust&, const std::string& value) {
    selection.year = parse_year_group(value);
    if (!selection.year) refuse(fmt::format("year={}", value), "a year group: N, R or 1 to 13", "correct it");
}

void read_groups(Selection& selection, const Trust&, const std::string& value) {
    const auto choices = parse_groups(value);
    selection.groups.insert(selection.groups.end(), choices.begin(), choices.end());
}

void read_sex(Selection& selection, const Trust& trust, const std::string& value) {
    if (value != "girls" && value != "boys")
        refuse(fmt::format("sex={}", value), "girls or boys", "correct it");
    read_groups(selection, trust, value);
}

void read_code(Selection& selection, const Trust& trust, const std::string& value) {
    const CodeId code = trust.codes.id(value);
    if (code == AttendanceCodes::unknown)
        refuse(fmt::format("code={}", value), "a national attendance code", "correct it");
    selection.code = code;
}

void read_weekday(Selection& selection, const Trust&, const std::string& value) {
    for (unsigned day = 0; day < std::size(weekdays); ++day)
        if (lower(value) == weekdays[day].first) selection.weekday = std::chrono::weekday{day};
    if (!selection.weekday)
        refuse(fmt::format("weekday={}", value), "monday, tuesday, wednesday, thursday, friday …",
               "correct it");
}

template<auto member>
void read_text(Selection& selection, const Trust&, const std::string& value) {
    selection.*member = value;
}

using ReadSelector = void (*)(Selection&, const Trust&, const std::string&);

constexpr std::pair<std::string_view, ReadSelector> readers[] = {
    {"year", read_year},
    {"class", read_text<&Selection::class_name>},
    {"house", read_text<&Selection::house>},
    {"ethnicity", read_text<&Selection::ethnicity>},
    {"language", read_text<&Selection::language>},
    {"sex", read_sex},
    {"group", read_groups},
    {"code", read_code},
    {"subject", read_text<&Selection::subject>},
    {"type", read_text<&Selection::type>},
    {"weekday", read_weekday},
};

void read_selector(Selection& selection, const Trust& trust, std::string_view name,
                   const std::string& value) {
    // The school and the period are read before the others; a gap is between two selections.
    if (name == "school" || name == "period" || name == "gap") return;
    for (const auto& [known, read] : readers)
        if (known == name) return read(selection, trust, value);
    const auto& known = Figures::selector_names();
    const auto nearest = nearest_spelling(name, known);
    refuse(fmt::format("the selector '{}'", name), fmt::format("one of {}", fmt::join(known, ", ")),
           nearest.empty() ? "remove it" : fmt::format("did you mean '{}'?", nearest));
}

bool differs(const std::optional<std::string>& wanted, const std::string& text) {
    return wanted && *wanted != text;
}

} // namespace

bool Selection::of_all_pupils() const {
    return !year && !class_name && !house && !ethnicity && !language && groups.empty();
}

Membership Selection::of(const Pupil& pupil, const Enrolment& enrolment) const {
    const auto& group = enrolment.year;
    if (year ? group != year : (years_in_total && group && !years_in_total->holds(*group)))
        return Membership::out;
    if (differs(class_name, enrolment.class_name) || differs(house, enrolment.house) ||
        differs(ethnicity, pupil.ethnicity) || differs(language, pupil.first_language))
        return Membership::out;
    Membership membership = Membership::in;
    for (const GroupChoice& choice : groups) {
        const auto has = choice.group->has(pupil, enrolment, *academic_year);
        if (has && *has == choice.complement) return Membership::out;
        if (!has) membership = Membership::not_known;
    }
    return membership;
}

Selection select(const Trust& trust, const FigureOptions& options, const Selectors& selectors) {
    const auto value_of = [&](std::string_view name, const std::string& otherwise) {
        const auto found = selectors.find(name);
        return found == selectors.end() ? otherwise : found->second;
    };
    Selection selection;
    const std::string school = value_of("school", options.school);
    selection.whole_trust = school.empty() || school == trust_word;
    selection.schools = find_schools(trust, school);
    selection.period = find_period(trust, selection.schools, value_of("period", options.period),
                                   selectors.contains("period"));
    selection.academic_year = &trust.calendar.years()[selection.period.year];
    for (const auto& [name, value] : selectors)
        read_selector(selection, trust, name, value);
    return selection;
}

Selectors resolved(const Selection& selection, const Selectors& selectors) {
    Selectors all = selectors;
    all["school"] = selection.whole_trust ? trust_word : selection.schools.front()->urn;
    all["period"] = selection.period.key;
    return all;
}

std::string_view weekday_key(std::chrono::weekday day) {
    return weekdays[day.c_encoding()].first;
}

std::string_view weekday_name(std::chrono::weekday day) {
    return weekdays[day.c_encoding()].second;
}

std::string in_words(const Trust& trust, const Selection& selection) {
    std::string words = selection.whole_trust ? trust.name : selection.schools.front()->name;
    if (selection.year) words += ", " + year_group_name(*selection.year);
    if (selection.class_name) words += ", class " + *selection.class_name;
    if (selection.house) words += ", house " + *selection.house;
    if (selection.ethnicity) words += ", ethnicity " + *selection.ethnicity;
    if (selection.language) words += ", first language " + *selection.language;
    for (const GroupChoice& choice : selection.groups)
        words += fmt::format(", {}", choice.title());
    return words;
}

} // namespace termbook
