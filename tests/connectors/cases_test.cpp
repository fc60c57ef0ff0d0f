// SPDX-License-Identifier: MPL-2.0
// A folder a case: tests/cases/connectors/<case>/ holds input files (input.*), or a folder `exports` where
// their names and folders matter, perhaps a termbook.xml of its own, and what must come of them: model.txt
// and issues.txt. TERMBOOK_UPDATE_GOLDEN=1 writes those anew.
#include "connectors/workspace/workspace.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/connectors/dump.hpp"
#include "tests/connectors/temporary_folder.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace termbook {

namespace {

namespace fs = std::filesystem;

const fs::path all_cases = fs::path(TERMBOOK_SOURCE_DIR) / "tests/cases/connectors";

constexpr auto one_school = R"(<termbook version="1">
  <trust name="Case Trust"/>
  <school urn="100001" name="Ashwell Primary School" phase="primary"/>
  <year name="2024/25" from="2024-09-01" to="2025-08-31"/>
  <year name="2025/26" from="2025-09-01" to="2026-08-31"/>
</termbook>
)";

std::vector<fs::path> case_folders() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(all_cases))
        folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::optional<std::string> text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

struct CaseOutcome {
    std::string model;
    std::string issues;
};

/// The case's files, by their names below `exports`.
std::map<std::string, std::string> inputs_of(const fs::path& folder) {
    std::map<std::string, std::string> inputs;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (!entry.is_regular_file()) continue;
        if (name.starts_with("input")) inputs[name] = *text_of(entry.path());
        if (name.starts_with("exports/")) inputs[name.substr(8)] = *text_of(entry.path());
    }
    return inputs;
}

CaseOutcome load_case(const fs::path& folder) {
    const TemporaryFolder workspace;
    workspace.write("termbook.xml", text_of(folder / "termbook.xml").value_or(one_school));
    for (const auto& [name, bytes] : inputs_of(folder))
        workspace.write("exports/" + name, bytes);
    try {
        const Workspace loaded = load_workspace(workspace.path());
        return {dump_model(loaded), dump_issues(loaded)};
    } catch (const Error& error) {
        return {"nothing could be used\n", std::string("refused: ") + error.what() + "\n"};
    }
}

void compare_or_update(const fs::path& golden, const std::string& actual) {
    if (std::getenv("TERMBOOK_UPDATE_GOLDEN")) {
        std::ofstream(golden, std::ios::binary) << actual;
        return;
    }
    const auto expected = text_of(golden);
    ASSERT_TRUE(expected) << golden << " is missing: TERMBOOK_UPDATE_GOLDEN=1 writes it";
    EXPECT_EQ(actual, *expected) << golden;
}

/// What the cases' pupils are called; and how UPNs and birthdays look. Attendance in the cases is of 2024 and
/// later.
const std::regex& personal_data() {
    static const std::regex pattern(
        "Otterbeck|Thistlecombe|Larchdale|Quillstone|Ana.{1,2}s|Kofi|Priya|Leo\\b|[A-Z]\\d{11}|"
        "\\d\\d?/\\d\\d?/201\\d|201\\d-\\d\\d-\\d\\d");
    return pattern;
}

class ConnectorCases : public testing::TestWithParam<fs::path> {};

} // namespace

TEST_P(ConnectorCases, come_out_as_written_down) {
    const CaseOutcome outcome = load_case(GetParam());
    compare_or_update(GetParam() / "model.txt", outcome.model);
    compare_or_update(GetParam() / "issues.txt", outcome.issues);
}

TEST_P(ConnectorCases, tell_no_pupils_name_upn_or_birthday) {
    const CaseOutcome outcome = load_case(GetParam());
    std::smatch found;
    EXPECT_FALSE(std::regex_search(outcome.issues, found, personal_data())) << outcome.issues;
}

INSTANTIATE_TEST_SUITE_P(All, ConnectorCases, testing::ValuesIn(case_folders()), [](const auto& each) {
    std::string name = each.param.filename().string();
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
});

TEST(ConnectorCaseInputs, hold_pupils_whose_data_could_be_told) {
    for (const fs::path& folder : case_folders()) {
        std::string input;
        for (const auto& [name, bytes] : inputs_of(folder))
            input += bytes;
        EXPECT_TRUE(folder.filename().string().starts_with("no-pupils") ||
                    std::regex_search(input, personal_data()))
            << folder;
    }
}

} // namespace termbook
