// SPDX-License-Identifier: MPL-2.0
// The report as a workbook (.xlsx) is the one that LibreOffice would have made of it.
#include "tests/cli/running/command.hpp"
#include "tests/cli/running/office.hpp"

#include <array>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string_view>

namespace termbook::test {

namespace {

constexpr std::array schools{"100001", "100004", "trust"};

class ReportWorkbookOffice : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!office_is_here() || !python_has("openpyxl")) GTEST_SKIP() << "needs soffice and openpyxl";
        std::filesystem::create_directory(theirs());
    }

    std::filesystem::path report(const std::string& school, const std::string& extension) const {
        const auto path = m_folder.path() / (school + extension);
        const Outcome run = termbook({"build", "attendance-report", "--workspace", sample_trust().string(),
                                      "--school", school, "-o", path.string()});
        EXPECT_EQ(run.status, 0) << run.err;
        return path;
    }

    std::filesystem::path theirs() const { return m_folder.path() / "theirs"; }

  private:
    Folder m_folder;
};

/// LibreOffice writes one object a page.
int pages_of(const std::filesystem::path& pdf) {
    std::ifstream file(pdf, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    constexpr std::string_view page = "/Type/Page/";
    int pages = 0;
    for (auto at = bytes.find(page); at != std::string::npos; at = bytes.find(page, at + 1))
        ++pages;
    return pages;
}

} // namespace

TEST_F(ReportWorkbookOffice, says_cell_by_cell_what_LibreOffice_makes_of_the_document) {
    std::vector<std::filesystem::path> documents;
    for (const auto* school : schools)
        documents.push_back(report(school, ".ods"));
    ASSERT_TRUE(convert(documents, "xlsx", theirs()));
    for (const auto* school : schools)
        EXPECT_TRUE(run_tool("compare_xlsx.py", {report(school, ".xlsx").string(),
                                                 (theirs() / (std::string(school) + ".xlsx")).string()}))
            << school;
}

TEST_F(ReportWorkbookOffice, keeps_every_value_when_LibreOffice_works_all_formulas_out_anew) {
    std::vector<std::filesystem::path> workbooks;
    for (const auto* school : schools)
        workbooks.push_back(report(school, ".xlsx"));
    ASSERT_TRUE(convert(workbooks, "xlsx", theirs()));
    for (const auto& workbook : workbooks)
        EXPECT_TRUE(
            run_tool("compare_values.py", {workbook.string(), (theirs() / workbook.filename()).string()}))
            << workbook;
}

/// The Sources sheet is not printed from either.
TEST_F(ReportWorkbookOffice, prints_as_many_pages_as_the_document) {
    const auto workbook = report("100001", ".xlsx");
    const auto document = report("100001", ".ods");
    ASSERT_TRUE(convert({workbook}, "pdf", theirs()));
    const int pages = pages_of(theirs() / "100001.pdf");
    ASSERT_TRUE(convert({document}, "pdf", theirs()));
    EXPECT_GT(pages, 0);
    EXPECT_EQ(pages, pages_of(theirs() / "100001.pdf"));
}

} // namespace termbook::test
