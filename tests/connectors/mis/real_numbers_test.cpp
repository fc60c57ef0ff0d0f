// SPDX-License-Identifier: MPL-2.0
// Published counts go in as pupils' marks, and the published percentages must come out.
//
// The numbers are the Department for Education's: "Pupil attendance in schools", 2025/26, year to date, under
// the Open Government Licence v3. The percentages are typed as published: they are the check from outside.
#include "connectors/profiles/attendance_codes_file.hpp"
#include "connectors/workspace/workspace.hpp"
#include "core/figures/figures.hpp"
#include "tests/connectors/temporary_folder.hpp"
#include "tests/tools/make_exports/shapes.hpp"
#include "tests/tools/make_exports/spread.hpp"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace termbook {

namespace {

using make_exports::DfeRow;
using make_exports::Packing;
using make_exports::Shape;

constexpr double exact = 1e-9;

const DfeRow rutland_primary{"Rutland",
                             "Primary",
                             744200,
                             {{"/", 348799}, {"\\", 347448}, {"L", 3699}, {"I", 18861}, {"M", 2168},
                              {"R", 32},     {"S", 0},       {"T", 552},  {"H", 0},     {"E", 230},
                              {"C", 2951},   {"C1", 16},     {"J1", 24},  {"C2", 2895}, {"B", 1771},
                              {"J", 0},      {"P", 2687},    {"V", 6287}, {"W", 0},     {"K", 741},
                              {"G", 1683},   {"U", 1113},    {"O", 1823}, {"N", 420}},
                             {{"attendance_perc", 95.596882558452},
                              {"overall_absence_perc", 4.40311744154797},
                              {"authorised_absence_perc", 3.7260145122279},
                              {"unauthorised_absence_perc", 0.677102929320075},
                              {"illness_perc", 2.53439935501209},
                              {"appointments_perc", 0.291319537758667},
                              {"unauth_hol_perc", 0.226148884708412},
                              {"unauth_oth_perc", 0.24496103198065},
                              {"unauth_late_registers_closed_perc", 0.149556570814297},
                              {"unauth_not_yet_perc", 0.0564364418167159},
                              {"auth_religious_perc", 0.00429991937651169},
                              {"auth_study_perc", 0},
                              {"auth_mob_perc", 0.0741736092448267},
                              {"auth_excluded_perc", 0.0309056705186778},
                              {"auth_performance_perc", 0.00214995968825585},
                              {"auth_interview_perc", 0.00322493953238377},
                              {"auth_part_time_perc", 0.389008331093792},
                              {"auth_other_perc", 0.396533190002687}}};

const DfeRow rutland_secondary{"Rutland",
                               "Secondary",
                               995456,
                               {{"/", 444504}, {"\\", 446196}, {"L", 12713}, {"I", 36650}, {"M", 4218},
                                {"R", 57},     {"S", 306},     {"T", 318},   {"H", 0},     {"E", 1112},
                                {"C", 4828},   {"C1", 4},      {"J1", 266},  {"C2", 4224}, {"B", 1229},
                                {"J", 0},      {"P", 1381},    {"V", 9975},  {"W", 1338},  {"K", 1228},
                                {"G", 1255},   {"U", 1588},    {"O", 21984}, {"N", 82}},
                               {{"attendance_perc", 92.2757007843641},
                                {"overall_absence_perc", 7.72429921563585},
                                {"authorised_absence_perc", 5.2220288993185},
                                {"unauthorised_absence_perc", 2.50227031631735},
                                {"illness_perc", 3.68172978012087},
                                {"appointments_perc", 0.423725408255111},
                                {"unauth_hol_perc", 0.126072875144657},
                                {"unauth_oth_perc", 2.20843512922721},
                                {"unauth_late_registers_closed_perc", 0.159524881059535},
                                {"unauth_not_yet_perc", 0.00823743088594574},
                                {"auth_religious_perc", 0.00572601903047448},
                                {"auth_study_perc", 0.0307396811109682},
                                {"auth_mob_perc", 0.0319451588015944},
                                {"auth_excluded_perc", 0.111707599331362},
                                {"auth_performance_perc", 0.000401825896875402},
                                {"auth_interview_perc", 0.0267214221422142},
                                {"auth_part_time_perc", 0.424328147100424},
                                {"auth_other_perc", 0.48500385752861}}};

const std::pair<std::string, std::string> rates[] = {
    {"attendance_perc", "attendance.rate"},
    {"overall_absence_perc", "attendance.absence"},
    {"authorised_absence_perc", "attendance.authorised"},
    {"unauthorised_absence_perc", "attendance.unauthorised"}};

const std::pair<std::string, std::string> reasons[] = {{"illness_perc", "I"},
                                                       {"appointments_perc", "M"},
                                                       {"unauth_hol_perc", "G"},
                                                       {"unauth_oth_perc", "O"},
                                                       {"unauth_late_registers_closed_perc", "U"},
                                                       {"unauth_not_yet_perc", "N"},
                                                       {"auth_religious_perc", "R"},
                                                       {"auth_study_perc", "S"},
                                                       {"auth_mob_perc", "T"},
                                                       {"auth_excluded_perc", "E"},
                                                       {"auth_performance_perc", "C1"},
                                                       {"auth_interview_perc", "J1"},
                                                       {"auth_part_time_perc", "C2"},
                                                       {"auth_other_perc", "C"}};

void expect_published(const DfeRow& row, const FigureAnswer& answer, const std::string& column) {
    ASSERT_TRUE(answer.value) << answer.mark() << ": " << answer.reason;
    EXPECT_NEAR(*answer.value, row.percentages.at(column), exact) << answer.mark();
}

void expect_reasons(const DfeRow& row, const Figures& figures, bool has_marks) {
    for (const auto& [column, code] : reasons) {
        const auto answer = figures.answer({"attendance.reason", {{"code", code}}, {}});
        if (has_marks)
            expect_published(row, answer, column);
        else
            EXPECT_EQ(answer.status, FigureStatus::no_data) << answer.mark();
    }
    if (!has_marks) return;
    for (const auto& [code, count] : row.sessions) {
        const auto answer = figures.answer({"attendance.sessions", {{"code", code}}, {}});
        EXPECT_EQ(answer.numerator, count) << answer.mark();
    }
}

void expect_published_figures(const DfeRow& row, const Shape& shape, Packing packing) {
    SCOPED_TRACE(row.area + " " + row.phase + " as " + std::string(shape.name));
    const TemporaryFolder folder;
    const AttendanceCodes codes = national_attendance_codes();
    const auto school = make_exports::spread(row.sessions, row.area + " " + row.phase, row.phase, codes);
    make_exports::write_workspace(folder.path(), school, shape, codes, packing);
    const Workspace workspace = load_workspace(folder.path());
    for (const ExportReport& file : workspace.exports)
        EXPECT_FALSE(file.refusal) << file.refusal->what();
    EXPECT_TRUE(workspace.trust.issues.empty()) << to_string(workspace.trust.issues.issues().front());
    const Figures figures(workspace.trust, {});
    for (const auto& [column, figure] : rates)
        expect_published(row, figures.answer({figure, {}, {}}), column);
    EXPECT_EQ(figures.answer({"attendance.possible", {}, {}}).numerator, row.possible);
    expect_reasons(row, figures, shape.has_marks);
}

std::filesystem::path dfe_file() {
    return std::filesystem::path(TERMBOOK_SOURCE_DIR) / "../shared/data/ees_attendance_ytd_2025-26.csv";
}

/// Of each phase the smallest, up to so many sessions: a row of a county is ten million marks.
std::vector<DfeRow> more_rows(std::int64_t most_sessions) {
    std::vector<DfeRow> chosen;
    std::map<std::string, int> wanted{{"Special", 18}, {"Primary", 1}, {"Secondary", 1}};
    for (DfeRow& row : make_exports::usable_dfe_rows(dfe_file())) {
        if (row.area == "Rutland" || wanted[row.phase]-- <= 0) continue;
        most_sessions -= row.possible;
        if (most_sessions >= 0) chosen.push_back(std::move(row));
    }
    return chosen;
}

/// The most memory that the process held at once since reset_peak(), and what it holds now, in bytes.
std::size_t memory(const std::string& which) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == which + ":") {
            std::size_t kilobytes = 0;
            status >> kilobytes;
            return kilobytes * 1024;
        }
    return 0;
}

void reset_peak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

class RealNumbersInShapes : public testing::TestWithParam<Shape> {};

} // namespace

TEST_P(RealNumbersInShapes, of_rutlands_primary_schools_come_out_as_published) {
    expect_published_figures(rutland_primary, GetParam(), Packing::plain);
}

TEST_P(RealNumbersInShapes, of_rutlands_secondary_schools_come_out_as_published_from_an_archive) {
    expect_published_figures(rutland_secondary, GetParam(), Packing::zipped);
}

TEST_P(RealNumbersInShapes, of_more_rows_come_out_as_published) {
    if (!std::filesystem::exists(dfe_file())) GTEST_SKIP() << "the DfE's file is not beside the project";
    constexpr std::int64_t quickly_read = 500'000;
    constexpr std::int64_t quickly_summed = 6'000'000;
    const auto rows = more_rows(GetParam().has_marks ? quickly_read : quickly_summed);
    ASSERT_EQ(rows.size(), GetParam().has_marks ? 5u : 20u);
    for (const DfeRow& row : rows)
        expect_published_figures(row, GetParam(), Packing::plain);
}

TEST(RealNumbers, of_millions_of_marks_come_out_as_published_in_less_memory_than_their_file) {
    if (!std::filesystem::exists(dfe_file())) GTEST_SKIP() << "the DfE's file is not beside the project";
    const DfeRow row = make_exports::read_dfe_row(dfe_file(), "Westminster", "Primary");
    ASSERT_GE(row.possible, 2'000'000);
    const TemporaryFolder folder;
    const AttendanceCodes codes = national_attendance_codes();
    make_exports::write_workspace(folder.path(),
                                  make_exports::spread(row.sessions, "Westminster", row.phase, codes),
                                  *make_exports::find_shape("marks"), codes);
    reset_peak();
    [[maybe_unused]] const std::size_t before = memory("VmRSS");
    const Workspace workspace = load_workspace(folder.path());
    [[maybe_unused]] const auto file = std::filesystem::file_size(folder.path() / "exports/marks.csv");
#ifndef __SANITIZE_ADDRESS__ // which keeps what was given back
    EXPECT_LT(memory("VmHWM") - std::min(before, memory("VmHWM")), file / 4);
#endif
    const Figures figures(workspace.trust, {});
    for (const auto& [column, figure] : rates)
        expect_published(row, figures.answer({figure, {}, {}}), column);
    expect_reasons(row, figures, true);
}

INSTANTIATE_TEST_SUITE_P(All, RealNumbersInShapes, testing::ValuesIn(make_exports::all_shapes()),
                         [](const auto& shape) {
                             std::string name(shape.param.name);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

} // namespace termbook
