// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/command.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

namespace termbook::test {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

/// The template filled for a school or the trust, as flat XML.
std::string filled(const std::filesystem::path& trust, const std::string& school) {
    const Folder folder;
    const auto file = folder.path() / "filled.fods";
    const Outcome run = termbook(
        {"build", "completeness", "--workspace", trust.string(), "--school", school, "-o", file.string()});
    EXPECT_EQ(run.status, 0) << run.err;
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The sample, without any export of behaviour.
class WithoutBehaviour {
  public:
    WithoutBehaviour() {
        std::filesystem::copy(sample_trust(), path(), std::filesystem::copy_options::recursive);
        for (const std::string& file : files_below(path()))
            if (file.find("behaviour") != std::string::npos) std::filesystem::remove(path() / file);
    }
    std::filesystem::path path() const { return m_folder.path() / "trust"; }

  private:
    Folder m_folder;
};

} // namespace

TEST(Completeness, is_a_row_for_each_school_and_kind_of_export) {
    const Outcome run =
        termbook({"inspect", "--completeness", "--format", "csv", "--workspace", sample_trust().string()});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(
        run.out,
        AllOf(HasSubstr("school,kind,state,file,rows,as at,last session,note\r\n"),
              HasSubstr("Ashwell Primary School,Suspensions,Given,exports/ashwell/SIMS exclusions "
                        "2026-03-27.csv,4,2026-03-27,,\r\n"),
              HasSubstr("Ashwell Primary School,Early years results,Not due yet,exports/ashwell/2024-25/"
                        "SIMS early years 2025-07-22.csv,30,2025-07-22,,Due in the summer; the last is of "
                        "2024/25\r\n"),
              Not(HasSubstr(",Missing,")),
              HasSubstr("Deepdale Academy,Key stage 2 results,Not expected,,,,,No pupils in Year 6")));
}

TEST(Completeness, goes_with_no_file) {
    EXPECT_EQ(termbook({"inspect", "--completeness", "list.csv"}).status, 2);
    EXPECT_EQ(termbook({"inspect", "--format", "csv"}).status, 2);
}

TEST(Completeness, has_a_page_for_a_school_and_one_for_each_school_of_the_trust) {
    EXPECT_THAT(filled(sample_trust(), "100001"),
                AllOf(HasSubstr("Marks to 27 March 2026"),
                      HasSubstr("Every export that is due has been given."), Not(HasSubstr("of 4 schools")),
                      Not(HasSubstr("Deepdale Academy"))));
    EXPECT_THAT(filled(sample_trust(), "trust"),
                AllOf(HasSubstr("4 of 4 schools"), HasSubstr("Deepdale Academy"),
                      Not(HasSubstr("Missing from all schools"))));
}

TEST(Completeness, shows_a_kind_that_is_missing) {
    const WithoutBehaviour trust;
    const Outcome run =
        termbook({"inspect", "--completeness", "--format", "csv", "--workspace", trust.path().string()});
    EXPECT_THAT(
        run.out,
        HasSubstr("Ashwell Primary School,Behaviour incidents,Missing,,,,,No export for 2025/26\r\n"));
    EXPECT_THAT(filled(trust.path(), "100001"), HasSubstr("1 kind of export is missing."));
    EXPECT_THAT(filled(trust.path(), "trust"), HasSubstr("Missing from all schools"));
}

} // namespace termbook::test
