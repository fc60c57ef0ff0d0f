// SPDX-License-Identifier: MPL-2.0
// The DfE's own files, read as comparators, must give the very numbers that stand in them.
#include "connectors/readers/byte_source.hpp"
#include "connectors/readers/csv_reader.hpp"
#include "connectors/workspace/workspace.hpp"
#include "tests/connectors/dump.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace termbook {

namespace {

namespace fs = std::filesystem;

const fs::path data = fs::path(TERMBOOK_SOURCE_DIR) / "../shared/data";

using CsvRow = std::map<std::string, std::string>;

/// A file's rows by header, read without a profile.
std::vector<CsvRow> rows_of(const std::string& name) {
    readers::CsvReader reader(readers::open_file(data / name, name));
    readers::Row row;
    reader.next(row);
    const std::vector<std::string> header(row.cells.begin(), row.cells.end());
    std::vector<CsvRow> rows;
    while (reader.next(row)) {
        CsvRow& added = rows.emplace_back();
        for (std::size_t i = 0; i < std::min(header.size(), row.cells.size()); ++i)
            added[header[i]] = row.cells[i];
    }
    return rows;
}

/// A workspace of a school of Surrey that is in the tables, and the files in `comparators`.
Workspace workspace_with(const std::vector<std::string>& files) {
    const TemporaryFolder folder;
    folder.write("termbook.xml", R"(<termbook version="1"><trust name="T" local-authority="Surrey"/>
        <school urn="125212" name="A" phase="primary"/><school urn="145543" name="B" phase="primary"/>
        <year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)");
    for (const std::string& name : files) {
        std::ifstream stream(data / name, std::ios::binary);
        folder.write("comparators/" + name, {std::string(std::istreambuf_iterator<char>(stream), {})});
    }
    return load_workspace(folder.path());
}

const Comparator* find(const Trust& trust, const std::function<bool(const Comparator&)>& fits) {
    const auto found = std::find_if(trust.comparators.begin(), trust.comparators.end(), [&](const auto& row) {
        return row.origin == ComparatorOrigin::file && fits(row);
    });
    return found == trust.comparators.end() ? nullptr : &*found;
}

struct Ks2Column {
    std::string header;
    std::string figure;
    std::string subject;
    std::string group;
};

const std::vector<Ks2Column> ks2_columns{
    {"PTRWM_EXP", "ks2.rwm", "", ""},
    {"PTRWM_EXP_FSM6CLA1A", "ks2.rwm", "", "pp"},
    {"PTRWM_EXP_NotFSM6CLA1A", "ks2.rwm", "", "not-pp"},
    {"PTRWM_EXP_EAL", "ks2.rwm", "", "eal"},
    {"PTRWM_HIGH_G", "ks2.rwm-higher", "", "girls"},
    {"PTREAD_EXP", "ks2.expected", "reading", ""},
    {"PTWRITTA_EXP_M", "ks2.expected", "writing", "prior.middle"},
    {"PTMAT_HIGH", "ks2.higher", "maths", ""},
    {"PTSCITA_EXP", "ks2.expected", "science", ""},
    {"GPS_AVERAGE_L", "ks2.score", "gps", "prior.low"},
    {"MAT_AVERAGE_B", "ks2.score", "maths", "boys"},
};

/// Every column of a row is a comparator of its value, or none where the file has a symbol.
void expect_row(const Trust& trust, const CsvRow& row, Area area, const std::string& year) {
    for (const Ks2Column& column : ks2_columns) {
        const std::string& text = row.at(column.header);
        const Comparator* found = find(trust, [&](const Comparator& each) {
            return each.area == area && each.year == year && each.figure == column.figure &&
                   each.subject == column.subject && each.group == column.group &&
                   (area != Area::school || each.school == row.at("URN"));
        });
        const bool is_number = !text.empty() && std::isdigit(static_cast<unsigned char>(text.front()));
        ASSERT_EQ(found != nullptr, is_number) << column.header << " " << text;
        if (is_number) {
            EXPECT_DOUBLE_EQ(found->value, std::stod(text)) << column.header;
        }
    }
}

void expect_ks2_file(const std::string& name, const std::string& year) {
    if (!fs::exists(data / name)) GTEST_SKIP() << "no " << name;
    const Workspace workspace = workspace_with({name});
    EXPECT_EQ(dump_issues(workspace), "");
    int schools = 0;
    for (const CsvRow& row : rows_of(name)) {
        if (row.at("RECTYPE") == "5") expect_row(workspace.trust, row, Area::national, year);
        if (row.at("RECTYPE") == "3") expect_row(workspace.trust, row, Area::local, year);
        if (!workspace.trust.school(row.at("URN"))) continue;
        expect_row(workspace.trust, row, Area::school, year);
        ++schools;
    }
    EXPECT_GT(schools, 0);
}

} // namespace

TEST(PublishedFiles, key_stage_2_tables_of_2017_18_give_their_own_numbers) {
    expect_ks2_file("ks2_2017_936.csv", "2017/18");
}

TEST(PublishedFiles, key_stage_2_tables_of_2018_19_give_their_own_numbers) {
    expect_ks2_file("ks2_2018_936.csv", "2018/19");
}

TEST(PublishedFiles, statistics_on_attendance_give_their_own_numbers_by_phase) {
    const std::string name = "ees_attendance_ytd_2025-26.csv";
    if (!fs::exists(data / name)) GTEST_SKIP() << "no " << name;
    const Workspace workspace = workspace_with({name});
    EXPECT_EQ(dump_issues(workspace), "");
    int compared = 0;
    for (const CsvRow& row : rows_of(name)) {
        const bool local = row.at("la_name") == "Surrey";
        if (!local && row.at("geographic_level") != "National") continue;
        for (const auto& [header, figure] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"attendance_perc", "attendance.rate"},
                 {"overall_absence_perc", "attendance.absence"},
                 {"authorised_absence_perc", "attendance.authorised"},
                 {"unauthorised_absence_perc", "attendance.unauthorised"},
                 {"pa_perc", "attendance.persistent"}}) {
            const Comparator* found = find(workspace.trust, [&](const Comparator& each) {
                std::string phase = each.phase ? std::string(to_string(*each.phase)) : "total";
                phase.front() = static_cast<char>(std::toupper(phase.front()));
                return each.area == (local ? Area::local : Area::national) && each.figure == figure &&
                       phase == row.at("education_phase") && each.year == "2025/26";
            });
            ASSERT_TRUE(found) << header;
            EXPECT_DOUBLE_EQ(found->value, std::stod(row.at(header))) << header;
            ++compared;
        }
    }
    EXPECT_EQ(compared, 2 * 4 * 5) << "two areas, four phases, five figures";
}

TEST(PublishedFiles, persistent_absence_is_of_the_year_up_to_each_week) {
    const std::string name = "ees_persistent_absence_week29.csv";
    if (!fs::exists(data / name)) GTEST_SKIP() << "no " << name;
    const Workspace workspace = workspace_with({name});
    EXPECT_EQ(dump_issues(workspace), "");
    const auto sunday_of_week_30 = make_date(2025, 7, 27);
    const Comparator* found = find(workspace.trust, [&](const Comparator& each) {
        return each.area == Area::national && !each.phase && each.up_to == sunday_of_week_30;
    });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->figure, "attendance.persistent");
    EXPECT_EQ(found->year, "2024/25");
    const auto rows = rows_of(name);
    const auto row = std::find_if(rows.begin(), rows.end(), [](const CsvRow& each) {
        return each.at("geographic_level") == "National" && each.at("time_identifier") == "Week 30" &&
               each.at("education_phase") == "All schools";
    });
    ASSERT_NE(row, rows.end());
    EXPECT_DOUBLE_EQ(found->value, std::stod(row->at("persistent_absence_percent")));
}

TEST(PublishedFiles, that_differ_are_an_issue_and_alike_count_once) {
    const TemporaryFolder folder;
    folder.write("termbook.xml", R"(<termbook version="1"><trust name="T"/><school urn="1" name="A"/>
        <year name="2025/26" from="2025-09-01" to="2026-08-31"/></termbook>)");
    const std::string header = "RECTYPE,LEA,URN,PTRWM_EXP,PTRWM_EXP_24\n";
    folder.write("comparators/ks2 2025-12-01.csv", header + "5,,,62%,61%\n");
    folder.write("comparators/ks2 2025-12-01 copy.csv", header + "5,,,62%,61%\n");
    folder.write("comparators/ks2 2025-10-01.csv", header + "5,,,61%,61%\n");
    const Workspace workspace = load_workspace(folder.path());
    const auto of_file = [](const Comparator& row) { return row.origin == ComparatorOrigin::file; };
    const auto& rows = workspace.trust.comparators;
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), of_file), 1);
    EXPECT_DOUBLE_EQ(find(workspace.trust, of_file)->value, 62) << "the newest file's";
    EXPECT_NE(dump_issues(workspace).find("ks2 2025-10-01.csv:2"), std::string::npos)
        << dump_issues(workspace);
}

} // namespace termbook
