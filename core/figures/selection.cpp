// SPDX-License-Identifier: MPL-2.0
#include "core/figures/selection.hpp"

#include "core/diagnostics/error.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace termbook {

namespace {

constexpr auto trust_word = "trust";

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

std::optional<Sex> parse_sex_key(std::string_view text) {
    if (text == "girls") return Sex::female;
    if (text == "boys") return Sex::male;
    return std::nullopt;
}

/// The latest configured year in which any of the schools has attendance; without any, the latest configured.
std::size_t latest_year(const Trust& trust, const std::vector<const School*>& schools) {
    std::optional<std::size_t> latest;
    const auto& years = trust.calendar.years();
    for (const School* school : schools)
        for (const AttendanceYear& each : school->attendance)
            if (!latest || years[each.year].from > years[*latest].from) latest = each.year;
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

Period find_period(const Trust& trust, const std::vector<const School*>& schools, std::string_view text) {
    std::size_t year = latest_year(trust, schools);
    if (const auto at = text.find('@'); at != std::string_view::npos)
        year = trust.calendar.year_named(text.substr(at + 1)).value_or(year);
    return trust.calendar.resolve(text.empty() ? "ytd" : text, year, last_session(schools, year));
}

void read_selector(Selection& selection, const Trust& trust, std::string_view name,
                   const std::string& value) {
    if (name == "school" || name == "period") return;
    if (name == "year") {
        selection.year = parse_year_group(value);
        if (!selection.year)
            refuse(fmt::format("year={}", value), "a year group: N, R or 1 to 13", "correct it");
    } else if (name == "class") {
        selection.class_name = value;
    } else if (name == "sex" || name == "group") {
        selection.sex = parse_sex_key(value);
        if (!selection.sex) refuse(fmt::format("{}={}", name, value), "girls or boys", "correct it");
    } else if (name == "code") {
        const CodeId code = trust.codes.id(value);
        if (code == AttendanceCodes::unknown)
            refuse(fmt::format("code={}", value), "a national attendance code", "correct it");
        selection.code = code;
    } else {
        const auto& known = Figures::selector_names();
        const auto nearest = nearest_spelling(name, known);
        refuse(fmt::format("the selector '{}'", name), fmt::format("one of {}", fmt::join(known, ", ")),
               nearest.empty() ? "remove it" : fmt::format("did you mean '{}'?", nearest));
    }
}

} // namespace

bool Selection::includes(const Pupil& pupil) const {
    if (year ? pupil.year != year : (pupil.year && !pupil.year->is_statutory())) return false;
    if (class_name && pupil.class_name != *class_name) return false;
    return !sex || pupil.sex == sex;
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
    selection.period = find_period(trust, selection.schools, value_of("period", options.period));
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

std::string in_words(const Trust& trust, const Selection& selection) {
    std::string words = selection.whole_trust ? trust.name : selection.schools.front()->name;
    if (selection.year) words += ", " + year_group_name(*selection.year);
    if (selection.class_name) words += ", class " + *selection.class_name;
    if (selection.sex) words += fmt::format(", {}", sex_key(*selection.sex));
    return words;
}

std::string_view sex_key(Sex sex) {
    return sex == Sex::female ? "girls" : "boys";
}

} // namespace termbook
