// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/result_tables.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace termbook::sample {

namespace {

/// What a table calls the results of a stage and subject: as the header of a column, and in rows.
struct ResultName {
    std::string_view stage;
    std::string_view subject;
    std::string_view header;
    std::string_view stage_in_row;
    std::string_view subject_in_row;
};

constexpr ResultName names[] = {
    {"eyfs", "communication", "Communication and language", "EYFS", "Communication and language"},
    {"eyfs", "physical", "Physical development", "EYFS", "Physical development"},
    {"eyfs", "psed", "Personal, social and emotional development", "EYFS",
     "Personal, social and emotional development"},
    {"eyfs", "literacy", "EYFS Literacy", "EYFS", "Literacy"},
    {"eyfs", "maths", "EYFS Mathematics", "EYFS", "Mathematics"},
    {"phonics", "", "Phonics mark", "Phonics", ""},
    {"mtc", "", "MTC score", "MTC", ""},
    {"ks2", "reading", "KS2 Reading scaled score", "KS2", "Reading"},
    {"ks2", "writing", "KS2 Writing TA", "KS2", "Writing"},
    {"ks2", "maths", "KS2 Maths scaled score", "KS2", "Mathematics"},
    {"ks2", "gps", "KS2 GPS scaled score", "KS2", "Grammar, punctuation and spelling"},
    {"ks4", "attainment8", "Attainment 8 score", "KS4", "Attainment8"},
    {"ks4", "english", "English best grade", "KS4", "English"},
    {"ks4", "maths", "Maths grade", "KS4", "Maths"},
};

using Names = std::vector<const ResultName*>;

bool is_of(const ResultName& name, const ExportedResult& result) {
    return name.stage == result.stage && name.subject == result.subject;
}

/// A row a pupil, whose results stand in the columns.
Table in_columns(const ExportedSchool& school, const std::vector<ExportedResult>& results,
                 const Names& columns) {
    Cells header{"UPN", "Surname", "Forename"};
    for (const ResultName* column : columns)
        header.emplace_back(column->header);
    std::map<std::size_t, Cells> by_pupil;
    for (const ExportedResult& result : results)
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (is_of(*columns[i], result)) {
                Cells& cells = by_pupil[result.pupil];
                cells.resize(columns.size());
                cells[i] = result.text;
            }
    std::vector<Cells> rows;
    for (auto& [pupil, cells] : by_pupil) {
        const ExportedPupil& of = school.pupils[pupil];
        cells.insert(cells.begin(), {of.upn, of.surname, of.forename});
        rows.push_back(std::move(cells));
    }
    return table_of(std::move(header), std::move(rows));
}

} // namespace

Table results_of_stage(const ExportedSchool& school, const std::vector<ExportedResult>& results,
                       std::string_view stage) {
    Names columns;
    for (const ResultName& name : names)
        if (name.stage == stage) columns.push_back(&name);
    return in_columns(school, results, columns);
}

Table results_of_pupils(const ExportedSchool& school, const std::vector<ExportedResult>& results) {
    Names columns;
    for (const ResultName& name : names)
        if (std::any_of(results.begin(), results.end(),
                        [&](const ExportedResult& result) { return is_of(name, result); }))
            columns.push_back(&name);
    return in_columns(school, results, columns);
}

Table results_in_rows(const ExportedSchool& school, const std::vector<ExportedResult>& results) {
    std::vector<Cells> rows;
    for (const ExportedResult& result : results)
        for (const ResultName& name : names)
            if (is_of(name, result))
                rows.push_back({school.pupils[result.pupil].upn, std::string(name.stage_in_row),
                                std::string(name.subject_in_row), result.text});
    return table_of({"UPN", "Assessment", "Subject", "Result"}, std::move(rows));
}

} // namespace termbook::sample
