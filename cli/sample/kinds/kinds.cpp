// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/kinds.hpp"

#include "cli/sample/kinds/behaviour.hpp"
#include "cli/sample/kinds/exclusions.hpp"
#include "cli/sample/kinds/result_tables.hpp"
#include "cli/sample/kinds/staff.hpp"
#include "cli/sample/kinds/statutory.hpp"
#include "cli/sample/kinds/tracker.hpp"
#include "cli/sample/kinds/tracker_tables.hpp"

#include <chrono>
#include <initializer_list>
#include <utility>

namespace termbook::sample {

namespace {

/// A tracker's words are the school's own.
Table tracker_table(System system, const ExportedSchool& school, const SchoolCalendar& calendar,
                    const SchoolStory& story) {
    const auto judgements = [&](const JudgementWords& words) {
        return tracker_of(school, calendar, story, words);
    };
    switch (system) {
    case System::arbor:
        return tracker_in_rows(school, calendar, judgements({"Below", "Expected", "Above"}));
    case System::scholarpack:
        return tracker_in_columns(school, calendar,
                                  judgements({"Working towards", "Expected", "Greater depth"}),
                                  TermColumns::term_first);
    case System::sims_secondary:
        return tracker_in_columns(school, calendar, judgements({"Below", "On track", "Above"}),
                                  TermColumns::subject_first);
    case System::sims_primary:
        break;
    }
    return tracker_in_columns(school, calendar, judgements({"WTS", "EXS", "GDS"}),
                              TermColumns::subject_first);
}

constexpr Date gcse_results_day{std::chrono::year{2025} / std::chrono::August / 21};

} // namespace

Files statutory_exports_of(System system, const ExportedSchool& school, const SchoolStory& story) {
    using StageFile = std::pair<const char*, const char*>;
    const auto results = statutory_results(school, story);
    const Date day = school.secondary ? gcse_results_day : school.as_at;
    Files files;
    const auto add_stages = [&](std::initializer_list<StageFile> stages) {
        for (const auto& [stage, title] : stages)
            files.push_back(system_file(system, title, day, results_of_stage(school, results, stage)));
    };
    switch (system) {
    case System::arbor:
        files.push_back(system_file(system, "assessments", day, results_in_rows(school, results)));
        break;
    case System::scholarpack:
        files.push_back(system_file(system, "results", day, results_of_pupils(school, results)));
        break;
    case System::sims_primary:
        add_stages({{"eyfs", "early years"}, {"phonics", "phonics"}, {"mtc", "MTC"}, {"ks2", "KS2"}});
        break;
    case System::sims_secondary:
        add_stages({{"ks4", "GCSE"}});
        break;
    }
    return files;
}

Files exports_of_kinds(System system, const ExportedSchool& school, const SchoolCalendar& calendar,
                       const SchoolStory& story, const AttendanceCodes& codes) {
    const bool is_now = calendar.year.from == calendar_2025_26().year.from;
    const auto staff = staff_of(school, story);
    const int lunchtimes = story.lunchtimes[is_now ? 1 : 0];
    return {
        system_file(system, "tracker", school.as_at, tracker_table(system, school, calendar, story)),
        system_file(system, "exclusions", school.as_at, exclusions_table(system, school, lunchtimes, codes)),
        system_file(system, "behaviour", school.as_at, behaviour_table(system, school, story, codes)),
        system_file(system, "staff", school.as_at, staff_days_table(system, staff)),
        system_file(system, "staff absences", school.as_at, staff_absences_table(system, staff))};
}

} // namespace termbook::sample
