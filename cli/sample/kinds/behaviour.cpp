// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/behaviour.hpp"

#include "cli/sample/dialects/pupil_cells.hpp"
#include "cli/sample/kinds/streams.hpp"

#include <chrono>
#include <fmt/format.h>
#include <utility>

namespace termbook::sample {

namespace {

using namespace std::chrono;

constexpr std::string_view of_primary[] = {"Disruption", "Disruption",   "Rough play",
                                           "Refusal",    "Unkind words", "Damage to property"};
constexpr std::string_view of_secondary[] = {
    "Disruption",     "Disruption",     "Disruption", "Disruption",   "Defiance",     "Defiance", "Defiance",
    "Late to lesson", "Late to lesson", "Truancy",    "Mobile phone", "Verbal abuse", "Fighting", "Bullying"};
constexpr std::string_view places[] = {"Classroom", "Classroom", "Corridor", "Playground", "Hall"};

struct Incident {
    std::size_t pupil{0}; ///< index into ExportedSchool::pupils
    Date on;
    std::string_view type;
    std::string_view place;
};

/// How often a pupil does something on a day, out of 10,000.
int chance_of(const ExportedPupil& pupil, const SchoolStory& story, Random& random) {
    constexpr int chances[] = {2, 2, 2, 2, 2, 2, 8, 8, 8, 30, 30, 90, 90, 250};
    int chance = random.one_of(chances);
    if (pupil.sex == "M") chance = chance * 3 / 2;
    if (!pupil.sen.empty()) chance = chance * 2;
    if (pupil.year == story.unruly) chance = chance * 2;
    return chance * story.incidents_percent / 100;
}

std::vector<Incident> incidents_of(const ExportedSchool& school, const SchoolStory& story,
                                   const AttendanceCodes& codes) {
    std::vector<int> chances;
    Random random = stream_of(school, Purpose::behaviour);
    for (const ExportedPupil& pupil : school.pupils) {
        Random own = stream_of(pupil, Purpose::behaviour);
        chances.push_back(chance_of(pupil, story, own));
    }
    std::vector<Incident> incidents;
    for (std::size_t day = 0; day < school.days.size(); ++day) {
        const int percent = weekday{school.days[day]} == Friday ? 140 : 90;
        for (std::size_t pupil = 0; pupil < school.pupils.size(); ++pupil) {
            if (!random.chance(static_cast<std::uint64_t>(chances[pupil] * percent / 100))) continue;
            const auto afternoon = static_cast<CodeId>(school.pupils[pupil].marks[2 * day + 1]);
            if (!counts_as_attending(codes.counts_as(afternoon))) continue;
            const std::string_view type =
                school.secondary ? random.one_of(of_secondary) : random.one_of(of_primary);
            incidents.push_back({pupil, school.days[day], type, random.one_of(places)});
        }
    }
    return incidents;
}

/// The year group, whatever a list of pupils makes of it.
std::string year_of(const ExportedPupil& pupil) {
    return pupil.year == "R" ? "Reception" : "Year " + pupil.year;
}

/// Numbers go on from year to year.
std::string number_of(std::size_t incident, const ExportedSchool& school) {
    const int year{year_month_day{school.as_at}.year()};
    return fmt::format("{}{:04}", year % 100, incident);
}

} // namespace

Table behaviour_table(System system, const ExportedSchool& school, const SchoolStory& story,
                      const AttendanceCodes& codes) {
    std::vector<Cells> rows;
    for (const Incident& each : incidents_of(school, story, codes)) {
        const ExportedPupil& pupil = school.pupils[each.pupil];
        const std::string day = iso_text(each.on);
        const std::string number = number_of(rows.size() + 1, school);
        if (system == System::arbor)
            rows.push_back({number, pupil.upn, year_of(pupil), day, std::string(each.type)});
        else if (system == System::scholarpack)
            rows.push_back({pupil.upn, british(day), std::string(each.type), year_of(pupil)});
        else
            rows.push_back({pupil.upn, pupil.surname, pupil.forename, pupil.class_name, number, british(day),
                            std::string(each.type), std::string(each.place)});
    }
    if (system == System::arbor)
        return table_of({"INCIDENT_ID", "UPN", "Year group", "INCIDENT_DATE", "BEHAVIOUR_TYPE"},
                        std::move(rows));
    if (system == System::scholarpack)
        return table_of({"UPN", "Incident Date", "Incident Type", "Year group"}, std::move(rows));
    return table_of(
        {"UPN", "Surname", "Forename", "Reg", "Incident ID", "Incident Date", "Incident Type", "Location"},
        std::move(rows));
}

} // namespace termbook::sample
