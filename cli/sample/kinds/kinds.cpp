// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/kinds.hpp"

#include "cli/sample/kinds/result_tables.hpp"
#include "cli/sample/kinds/statutory.hpp"

#include <utility>

namespace termbook::sample {

Files statutory_exports_of(System system, const ExportedSchool& school, const SchoolStory& story) {
    using StageFile = std::pair<const char*, const char*>;
    const auto results = statutory_results(school, story);
    Files files;
    const auto add_stages = [&](std::initializer_list<StageFile> stages) {
        for (const auto& [stage, title] : stages)
            files.push_back(system_file(system, title, school, results_of_stage(school, results, stage)));
    };
    switch (system) {
    case System::arbor:
        files.push_back(system_file(system, "assessments", school, results_in_rows(school, results)));
        break;
    case System::scholarpack:
        files.push_back(system_file(system, "results", school, results_of_pupils(school, results)));
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

} // namespace termbook::sample
