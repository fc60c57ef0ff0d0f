// SPDX-License-Identifier: MPL-2.0
// What `check` passes, `build` makes; what `check` refuses, `build` refuses, for the same reason.
#include "tests/cli/running/command.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::test {

namespace {

struct Case {
    const char* cell;
    bool good;
    const char* sheet{"Overview"};
    const char* title{"A page"};
    const char* header{"Page"};
    const char* shape{""};
};

constexpr Case cases[] = {
    {"plain text", true},
    {"{{school.name}}, {{period.name}}", true},
    {"{{attendance.rate year=4 | points}}", true},
    {"{{period.from | long-date}}", true},
    {"{{#if attendance.rate < target}}below{{else}}{{attendance.rate}}{{/if}}", true},
    {"{{#each year sort=attendance.rate desc}}{{year.name}} {{attendance.rate}}{{/each}}", true},
    {"{{#each code}}{{code.key}} {{attendance.reason}}{{/each}}", true},
    {"{{#each issue}}{{issue.text}}{{/each}}", true},
    {"{{school.name year=4}}", false},
    {"{{period.from | percent}}", false},
    {"{{school.name | long-date}}", false},
    {"{{period.from | long-date | long-date}}", false},
    {"{{#if target < 5}}x{{/if}}", false},
    {"{{#if target}}x{{/if}}", false},
    {"{{#if school.name = target}}x{{/if}}", false},
    {"{{#if 1 < 2 or target < 5}}x{{/if}}", false},
    {"{{#if school.name year=4 = x}}x{{/if}}", false},
    {"{{#if 1 > 2}}{{attendance.rat}}{{/if}}", false},
    {"{{attendance.rat}}", false},
    {"{{attendance.rate yaer=4}}", false},
    {"{{attendance.rate year=14}}", false},
    {"{{attendance.rate code=I}}", false},
    {"{{attendance.rate against=moon}}", false},
    {"{{attendance.rate | long-date}}", false},
    {"{{attendance.rate | points | percent}}", false},
    {"{{attendance.rate", false},
    {"{{#each year}}", false},
    {"{{/if}}", false},
    {"{{#each planet}}x{{/each}}", false},
    {"{{#each year sort=size}}x{{/each}}", false},
    {"{{#each source sort=size}}x{{/each}}", false},
    {"{{#each code sort=attendance.rate}}x{{/each}}", false},
    {"{{#each year}}{{year.colour}}{{/each}}", false},
    {"{{attendance.rate}}", false, "Sources"},
    {"plain text", true, "Sources"},
    {"plain text", true, "Overview", "{{school.name}}"},
    {"plain text", false, "Overview", "{{school.nme}}"},
    {"plain text", true, "Overview", "A page", "{{period.name}}"},
    {"plain text", false, "Overview", "A page", "{{#each year}}{{year.name}}{{/each}}"},
    {"plain text", true, "Overview", "A page", "Page", "{{attendance.rate}}"},
    {"plain text", false, "Overview", "A page", "Page", "{{attendance.rate | long-date}}"},
    {"plain text", false, "Overview", "A page", "Page", "{{#if attendance.rate}}x"},
};

std::string template_of(const Case& each) {
    const std::string spaces = R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
                               R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
                               R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
                               R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
                               R"( xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0")"
                               R"( xmlns:dc="http://purl.org/dc/elements/1.1/")";
    const auto text = [](const std::string& words) { return "<text:p>" + words + "</text:p>"; };
    std::string cell = each.cell;
    for (auto at = cell.find('<'); at != std::string::npos; at = cell.find('<', at))
        cell.replace(at, 1, "&lt;");
    return "<office:document" + spaces +
           R"( office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:meta><dc:title>)" +
           each.title +
           R"(</dc:title></office:meta><office:master-styles><style:master-page style:name="Default"><style:header>)" +
           text(each.header) +
           R"(</style:header></style:master-page></office:master-styles><office:body><office:spreadsheet><table:table table:name=")" +
           each.sheet + R"("><table:table-row><table:table-cell office:value-type="string">)" + text(cell) +
           "<draw:frame><draw:text-box>" + text(each.shape) +
           "</draw:text-box></draw:frame></table:table-cell></table:table-row></table:table>"
           "</office:spreadsheet></office:body></office:document>";
}

/// What a message says after the place: "found …"; what .xlsx cannot hold refuses no template, and stands
/// last.
std::string finding_in(const std::string& all) {
    const auto said = all.substr(0, all.find("  as .xlsx: "));
    const auto found = said.find(": found ");
    return found == std::string::npos ? std::string() : said.substr(found, said.find('\n', found) - found);
}

/// A trust of one pupil: loaded often, so small.
void make_trust(const Folder& folder) {
    folder.file("termbook.xml", R"(<termbook version="1"><trust name="T"/><school urn="100001" name="A"/>
<year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)");
    folder.file("exports/sims.csv", "UPN,Surname,Forename,DOB,Gender,Reg,Year\n"
                                    "A123456789012,Mouse,Minnie,01/02/2016,F,4A,Y4\n");
    folder.file("exports/marks.csv", "UPN,Date,Session,Code\nA123456789012,2025-09-08,AM,/\n");
}

void expect_one_verdict(const Case& each, const Folder& trust) {
    const Folder folder;
    const auto file = folder.file("mine.fods", template_of(each)).string();
    const Outcome checked = termbook({"check", file, "--workspace", trust.path().string()});
    const int expected = each.good ? 0 : 3;
    EXPECT_EQ(checked.status, expected) << checked.out << checked.err;
    const std::string finding = finding_in(checked.out);
    EXPECT_EQ(finding.empty(), each.good) << checked.out;
    for (const std::string school : {"trust", "100001"}) {
        const auto output = folder.path() / (school + ".ods");
        const Outcome built = termbook(
            {"build", file, "--workspace", trust.path().string(), "--school", school, "-o", output.string()});
        EXPECT_EQ(built.status, expected) << built.err;
        EXPECT_EQ(std::filesystem::exists(output), each.good);
        EXPECT_NE(built.err.find(finding), std::string::npos) << built.err << "\nbut check: " << finding;
    }
}

} // namespace

TEST(CheckAndBuild, come_to_the_same_verdict) {
    const Folder trust;
    make_trust(trust);
    for (const Case& each : cases) {
        SCOPED_TRACE(std::string(each.cell) + " " + each.title + " " + each.header + " " + each.shape);
        expect_one_verdict(each, trust);
    }
}

TEST(CheckAndBuild, list_alike_what_a_workbook_cannot_hold) {
    const Folder trust;
    make_trust(trust);
    const Folder folder;
    const auto file = folder.file("mine.fods", template_of({"plain text", true})).string();
    const std::string lost = file + " (sheet 'Overview', drawing 1): found a drawing";
    const Outcome checked = termbook({"check", file, "--workspace", trust.path().string()});
    EXPECT_EQ(checked.status, 0);
    EXPECT_THAT(checked.out, testing::HasSubstr("  as .xlsx: " + lost));
    const Outcome built = termbook(
        {"build", file, "-o", (folder.path() / "out.xlsx").string(), "--workspace", trust.path().string()});
    EXPECT_EQ(built.status, 0);
    EXPECT_THAT(built.err, testing::HasSubstr(lost));
}

} // namespace termbook::test
