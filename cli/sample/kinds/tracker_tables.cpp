// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/tracker_tables.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace termbook::sample {

Table tracker_in_columns(const ExportedSchool& school, const SchoolCalendar& calendar,
                         const std::vector<Judgement>& judgements, TermColumns order) {
    Cells header{"UPN", "Surname", "Forename"};
    std::map<std::size_t, std::map<std::string, std::string>> by_pupil;
    for (const Judgement& each : judgements) {
        const std::string& term = calendar.year.terms[each.term].name;
        const std::string column =
            order == TermColumns::term_first ? term + " " + each.subject : each.subject + " " + term;
        if (std::find(header.begin(), header.end(), column) == header.end()) header.push_back(column);
        by_pupil[each.pupil][column] = each.text;
    }
    std::vector<Cells> rows;
    for (const auto& [index, texts] : by_pupil) {
        const ExportedPupil& pupil = school.pupils[index];
        Cells cells{pupil.upn, pupil.surname, pupil.forename};
        for (std::size_t i = cells.size(); i < header.size(); ++i) {
            const auto found = texts.find(header[i]);
            cells.push_back(found == texts.end() ? "" : found->second);
        }
        rows.push_back(std::move(cells));
    }
    return table_of(std::move(header), std::move(rows));
}

Table tracker_in_rows(const ExportedSchool& school, const SchoolCalendar& calendar,
                      const std::vector<Judgement>& judgements) {
    std::vector<Cells> rows;
    for (const Judgement& each : judgements)
        rows.push_back({school.pupils[each.pupil].upn, each.subject, calendar.year.terms[each.term].name,
                        calendar.year.name, each.text});
    return table_of({"UPN", "Subject", "Term", "Academic year", "Judgement"}, std::move(rows));
}

} // namespace termbook::sample
