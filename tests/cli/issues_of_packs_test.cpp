// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/filled_report.hpp"
#include "tests/cli/running/command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::test {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto with_folders = R"(<termbook version="1"><trust name="T"/>
<school urn="100001" name="Ashwell" folder="ashwell"/><school urn="100002" name="Brookfield" folder="brook"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"><term name="Autumn" from="2025-09-01" to="2025-12-19"/>
<term name="Spring" from="2026-01-05" to="2026-03-27"/><term name="Summer" from="2026-04-13" to="2026-07-21"/>
</year></termbook>)";

constexpr auto without_folders = R"(<termbook version="1"><trust name="T"/>
<school urn="100001" name="Ashwell"/><school urn="100002" name="Brookfield"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"><term name="Autumn" from="2025-09-01" to="2025-12-19"/>
<term name="Spring" from="2026-01-05" to="2026-03-27"/><term name="Summer" from="2026-04-13" to="2026-07-21"/>
</year></termbook>)";

/// Every text of the report that is made for a school, or for the trust.
std::string report_for(const Folder& folder, const std::string& school) {
    const auto output = folder.path() / (school + ".ods");
    const Outcome run = termbook({"build", "attendance-report", "--workspace", folder.path().string(),
                                  "--school", school, "-o", output.string()});
    EXPECT_EQ(run.status, 0) << run.err;
    std::string text;
    const FilledReport report(output);
    for (const auto& [name, sheet] : report.sheets())
        for (const auto& [place, cell] : sheet)
            text += cell.text + "\n";
    return text;
}

/// A list of pupils of one school, whose last row has a year group that is none.
std::string list_of(const std::string& school) {
    return "UPN,Year,School,Possible,Authorised absences,Unauthorised absences\nX" + school + "1,4," +
           school + ",300,10,5\nX" + school + "2,Y14," + school + ",300,10,5\n";
}

} // namespace

TEST(IssuesOfPacks, list_an_export_that_was_refused) {
    const Folder folder;
    folder.file("termbook.xml", with_folders);
    folder.file("exports/ashwell/list.csv", list_of("100001"));
    folder.file("exports/2025-26/ashwell/broken.xml", "<CTfile><Header></CTfile>");
    folder.file("exports/both.xml", "<CTfile><Header></CTfile>");
    const auto refusal_of = [](const std::string& file) {
        return AllOf(HasSubstr(file), HasSubstr("a file that cannot be used"));
    };
    for (const char* of_ashwell : {"100001", "trust"})
        EXPECT_THAT(report_for(folder, of_ashwell),
                    AllOf(refusal_of("exports/2025-26/ashwell/broken.xml"), refusal_of("exports/both.xml")));
    EXPECT_THAT(report_for(folder, "100002"),
                AllOf(refusal_of("exports/both.xml"), Not(HasSubstr("broken.xml"))));
}

TEST(IssuesOfPacks, of_a_school_are_not_another_schools) {
    const Folder folder;
    folder.file("termbook.xml", with_folders);
    folder.file("exports/2025-26/ashwell/a.csv", list_of("100001"));
    folder.file("exports/brook/b.csv", list_of("100002"));
    EXPECT_THAT(report_for(folder, "100001"), AllOf(HasSubstr("the year group 'Y14'"),
                                                    HasSubstr("ashwell/a.csv"), Not(HasSubstr("brook/"))));
    EXPECT_THAT(report_for(folder, "100002"), AllOf(HasSubstr("brook/b.csv"), Not(HasSubstr("ashwell/"))));
    EXPECT_THAT(report_for(folder, "trust"), AllOf(HasSubstr("ashwell/a.csv"), HasSubstr("brook/b.csv")));
}

TEST(IssuesOfPacks, of_a_school_are_not_another_schools_where_neither_has_a_folder) {
    const Folder folder;
    folder.file("termbook.xml", without_folders);
    folder.file("exports/list.csv", "UPN,Year,School,Possible,Authorised absences,Unauthorised absences\n"
                                    "X1,4,Ashwell,2,1,0\nX2,4,Brookfield,2,0,0\n");
    folder.file("exports/marks.csv", "UPN,Date,Session,Code\nX1,2025-09-01,AM,/\nX1,2025-09-01,PM,\\\n"
                                     "X2,2025-09-01,AM,/\nX2,2025-09-01,PM,\\\n");
    constexpr auto disagreement = "whose totals of attendance differ from the marks";
    EXPECT_THAT(report_for(folder, "100001"), HasSubstr(disagreement));
    EXPECT_THAT(report_for(folder, "100002"), Not(HasSubstr(disagreement)));
}

} // namespace termbook::test
