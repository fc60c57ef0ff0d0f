// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/targets.hpp"

#include "cli/sample/formats/csv_file.hpp"

namespace termbook::sample {

namespace {

/// Figures by their keys or titles, schools by name or phase, as people write them.
const std::vector<Cells>& targets() {
    static const std::vector<Cells> rows{
        {"eyfs.gld", "", "Reception", "", "", "", "70", "At least"},
        {"phonics.expected", "", "Year 1", "", "", "", "82", "At least"},
        {"phonics.expected", "Ashwell Primary School", "Year 1", "", "", "2025/26", "75", "At least"},
        {"mtc.mean", "", "", "", "", "", "21.5", "At least"},
        {"ks2.rwm", "", "", "", "", "", "65", "At least"},
        {"ks2.rwm", "", "", "Disadvantaged (pupil premium)", "", "", "52", "At least"},
        {"ks2.expected", "Castle Hill Primary School", "", "", "Writing", "", "78", "At least"},
        {"tracker.expected", "Primary", "", "", "", "Autumn", "75", "At least"},
        {"tracker.expected", "Primary", "", "", "", "Spring", "78", "At least"},
        {"tracker.expected", "Primary", "", "", "", "Summer", "80", "At least"},
        {"tracker.expected", "Primary", "", "pp", "Maths", "Spring", "65", "At least"},
        {"tracker.expected", "Castle Hill Primary School", "Year 5", "", "Writing", "Spring 2025/26", "68",
         "At least"},
        {"tracker.expected", "Deepdale Academy", "", "SEND", "English", "", "35", "At least"},
        {"Attainment 8", "Deepdale Academy", "", "", "", "", "46", "At least"},
        {"English and maths, grade 5 or above", "Deepdale Academy", "", "", "", "", "46%", "At least"},
        {"suspensions.rate", "Primary", "", "", "", "", "2", "At most"},
        {"suspensions.rate", "Secondary", "", "", "", "", "16", "At most"},
        {"suspensions.rate", "Deepdale Academy", "Year 10", "", "", "Autumn", "8", "At most"},
        {"behaviour.pupils", "", "", "", "", "", "35", "At most"},
        {"Staff attendance", "", "", "", "", "", "97", "At least"}};
    return rows;
}

} // namespace

std::string targets_file() {
    constexpr CsvStyle style{false, true, false};
    return csv_file(
        table_of({"Figure", "School", "Year group", "Group", "Subject", "Period", "Target", "Direction"},
                 targets()),
        style);
}

} // namespace termbook::sample
