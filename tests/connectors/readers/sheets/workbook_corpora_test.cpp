// SPDX-License-Identifier: MPL-2.0
// Workbooks that somebody else made: calamine's, where they lie beside the source, and one of every kind of
// cell that openpyxl writes; compared with what openpyxl and LibreOffice make of them.
#include "connectors/readers/sheets/workbook.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/connectors/readers/sheets/made_workbook.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

namespace termbook::readers {

namespace {

namespace fs = std::filesystem;

const fs::path corpus = fs::path(TERMBOOK_SOURCE_DIR) / "../shared/corpora/calamine";
const std::string script = TERMBOOK_SOURCE_DIR "/tests/tools/workbook_rows.py";

int run(const std::string& command) {
    return std::system(command.c_str());
}

bool has_openpyxl() {
    return run("/usr/bin/python3 -c 'import openpyxl' 2>/dev/null") == 0;
}

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// All sheets, in the form of workbook_rows.py.
std::string account_of(const fs::path& file) {
    const auto workbook = open_workbook(open_seekable(file, file.filename().string()));
    if (!workbook) return "no workbook";
    std::string text;
    for (std::size_t i = 0; i < workbook->sheets().size(); ++i)
        text += "# " + workbook->sheets()[i].name + "\n" + rows_text(*workbook, i);
    return text;
}

/// None where openpyxl refuses the file, or takes long over it: one makes it count a million rows.
std::optional<std::string> openpyxl_account_of(const fs::path& file, const fs::path& folder) {
    const fs::path out = folder / "account.txt";
    if (run(fmt::format("timeout 10 /usr/bin/python3 '{}' '{}' >'{}' 2>/dev/null", script, file.string(),
                        out.string())) != 0)
        return std::nullopt;
    return text_of(out);
}

/// What openpyxl does not do: undo escapes, drop blanks that do not count, and read strict files.
const std::set<std::string> read_otherwise{"encoded_entities.xlsx", "has_x000D_.xlsx",
                                           "has_x000D_inline.xlsx", "strict_iso_paths.xlsx",
                                           "whitespace_trim.xlsx"};

std::vector<fs::path> files(std::initializer_list<std::string_view> extensions) {
    std::vector<fs::path> found;
    if (!fs::exists(corpus)) return found;
    for (const auto& entry : fs::directory_iterator(corpus))
        if (std::find(extensions.begin(), extensions.end(), entry.path().extension().string()) !=
            extensions.end())
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

TEST(WorkbookCorpora, every_kind_of_cell_that_openpyxl_writes_reads_as_openpyxl_reads_it) {
    if (!has_openpyxl()) GTEST_SKIP() << "openpyxl is not installed";
    const TemporaryFolder folder;
    const fs::path book = folder.path() / "every.xlsx";
    ASSERT_EQ(run(fmt::format("/usr/bin/python3 '{}' --make '{}'", script, book.string())), 0);
    const auto expected = openpyxl_account_of(book, folder.path());
    ASSERT_TRUE(expected);
    EXPECT_THAT(*expected, testing::HasSubstr("26:30:00"));
    EXPECT_EQ(account_of(book), *expected);
}

TEST(WorkbookCorpora, calamines_workbooks_read_as_openpyxl_reads_them) {
    if (!fs::exists(corpus) || !has_openpyxl()) GTEST_SKIP() << "the workbooks or openpyxl are not here";
    const TemporaryFolder folder;
    int compared = 0;
    for (const fs::path& file : files({".xlsx", ".xlsm"})) {
        if (read_otherwise.contains(file.filename().string())) continue;
        const auto expected = openpyxl_account_of(file, folder.path());
        if (!expected) continue;
        std::string account;
        try {
            account = account_of(file);
        } catch (const Error& error) {
            account = error.what();
        }
        EXPECT_EQ(account, *expected) << file.filename();
        ++compared;
    }
    EXPECT_GT(compared, 40);
}

TEST(WorkbookCorpora, calamines_workbooks_are_all_read_or_refused_with_a_reason) {
    if (!fs::exists(corpus)) GTEST_SKIP() << "the workbooks are not here";
    std::set<std::string> refused;
    for (const fs::path& file : files({".xlsx", ".xlsm", ".ods"})) {
        try {
            EXPECT_NE(account_of(file), "no workbook") << file.filename();
        } catch (const Error& error) {
            refused.insert(file.filename().string());
            EXPECT_THAT(error.what(), testing::HasSubstr(file.filename().string()));
        }
    }
    // One has a part that is not what its archive says, one says that a value fills more rows than there are.
    EXPECT_THAT(refused, testing::UnorderedElementsAre("issue252.xlsx", "issue_594_dos.ods",
                                                       "pass_protected.ods", "pass_protected.xlsx"));
}

TEST(WorkbookOffice, what_libreoffice_saves_as_ods_reads_as_the_xlsx_did) {
    if (!has_openpyxl() || run("command -v soffice >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "openpyxl or LibreOffice is not installed";
    const TemporaryFolder folder;
    const std::string at = folder.path().string();
    ASSERT_EQ(run(fmt::format("/usr/bin/python3 '{}' --make '{}/every.xlsx'", script, at)), 0);
    ASSERT_EQ(
        run(fmt::format(
            "timeout 300 soffice '-env:UserInstallation=file://{0}/profile' --headless --convert-to ods "
            "--outdir '{0}' '{0}/every.xlsx' >/dev/null 2>&1",
            at)),
        0);
    const auto xlsx = open_workbook(open_seekable(folder.path() / "every.xlsx", "every.xlsx"));
    const auto ods = open_workbook(open_seekable(folder.path() / "every.ods", "every.ods"));
    // What LibreOffice itself makes otherwise: truth without a format is a number to it, and its 1900 has no
    // 29 February.
    const std::set<std::uint64_t> otherwise{15, 16, 23};
    std::istringstream expected(rows_text(*xlsx, 0));
    std::istringstream actual(rows_text(*ods, 0));
    int compared = 0;
    for (std::string line, other; std::getline(expected, line); ++compared) {
        ASSERT_TRUE(std::getline(actual, other));
        if (!otherwise.contains(std::strtoull(line.c_str(), nullptr, 10))) {
            EXPECT_EQ(other, line);
        }
    }
    EXPECT_GT(compared, 20);
}

} // namespace termbook::readers
