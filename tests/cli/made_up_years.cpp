// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/made_up_years.hpp"

#include <fmt/format.h>

namespace termbook::test {

namespace {

constexpr int pupils = 40;

/// Everybody of both schools: Years 4 and 5, every third one of the pupil premium; in 2024/25 a year below.
std::string list_of_pupils(int years_ago) {
    std::string csv = "UPN,School,Year Group,Gender,Pupil Premium Indicator\n";
    for (int i = 0; i < pupils; ++i)
        csv += fmt::format("X{},{},{},{},{}\n", i, i % 2 == 0 ? "100001" : "100002",
                           (i % 4 < 2 ? 4 : 5) - years_ago, i % 5 < 2 ? "F" : "M", i % 3 == 0 ? "T" : "F");
    return csv;
}

/// Marks of some days; who is away goes by the pupil and the day.
std::string marks_on(const std::vector<std::string>& days, int version) {
    std::string csv = "UPN,Date,Session,Mark,Note\n";
    for (std::size_t day = 0; day < days.size(); ++day)
        for (int i = 0; i < pupils; ++i)
            for (const std::string session : {"AM", "PM"})
                csv += fmt::format(
                    "X{},{},{},{},{}\n", i, days[day], session,
                    (i + static_cast<int>(day)) % 7 == 0 ? "I" : (session == "AM" ? "/" : "\\"), version);
    return csv;
}

} // namespace

MadeUpYears::MadeUpYears() {
    settings();
    m_folder.file("exports/2024-25/pupils.csv", list_of_pupils(1));
    m_folder.file("exports/2024-25/marks.csv",
                  marks_on({"2024-09-03", "2024-10-04", "2025-01-07", "2025-01-08", "2025-01-09"}, 0));
    m_folder.file("exports/2025-26/pupils.csv", list_of_pupils(0));
    export_again(0);
}

void MadeUpYears::settings(int threshold, bool last_year) const {
    m_folder.file("termbook.xml",
                  fmt::format(R"(<termbook version="1"><trust name="Made-up Trust"/>
<school urn="100001" name="Ashwell"/><school urn="100002" name="Brookfield"/>
{}<year name="2025/26" from="2025-09-01" to="2026-08-31">
  <term name="Autumn" from="2025-09-01" to="2025-12-19"/><term name="Spring" from="2026-01-05" to="2026-03-27"/>
  <term name="Summer" from="2026-04-13" to="2026-07-21"/>
</year><disclosure threshold="{}"/></termbook>)",
                              last_year ? R"(<year name="2024/25" from="2024-09-01" to="2025-08-31">
  <term name="Autumn" from="2024-09-02" to="2024-12-20"/><term name="Spring" from="2025-01-06" to="2025-04-04"/>
  <term name="Summer" from="2025-04-22" to="2025-07-22"/>
</year>)"
                                        : "",
                              threshold));
}

Outcome MadeUpYears::run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--workspace", path().string()});
    return termbook(arguments);
}

void MadeUpYears::forget_last_year() const {
    std::filesystem::remove_all(path() / "exports" / "2024-25");
}

void MadeUpYears::export_again(int version) const {
    m_folder.file("exports/2025-26/marks.csv", marks_on({"2025-09-02", "2025-10-03", "2025-11-04"}, version));
}

} // namespace termbook::test
