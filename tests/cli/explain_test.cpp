// SPDX-License-Identifier: MPL-2.0
// `explain` and the Sources sheet say the same of every mark in the report.
#include "core/calendar/date.hpp"
#include "tests/cli/filled_report.hpp"
#include "tests/cli/running/command.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace termbook::test {

namespace {

/// What `explain` says of a mark: its lines by their labels.
class Explained {
  public:
    void add(const std::string& line) {
        const auto label = line.substr(0, line.find(' '));
        const bool two_words = line.starts_with("shown as");
        m_lines[two_words ? "shown as" : label].push_back(
            line.substr(std::min<std::size_t>(13, line.size())));
    }
    bool empty() const { return m_lines.empty(); }
    std::string one(const std::string& label) const {
        const auto found = m_lines.find(label);
        return found == m_lines.end() ? "" : found->second.front();
    }
    std::vector<std::string> all(const std::string& label) const {
        const auto found = m_lines.find(label);
        return found == m_lines.end() ? std::vector<std::string>{} : found->second;
    }

  private:
    std::map<std::string, std::vector<std::string>> m_lines;
};

std::vector<Explained> explained(const std::string& text) {
    std::vector<Explained> all(1);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.empty())
            all.emplace_back();
        else
            all.back().add(line);
    return all;
}

std::string joined(const std::vector<std::string>& texts, const std::string& between) {
    std::string all;
    for (const auto& text : texts)
        all += (all.empty() ? "" : between) + text;
    return all;
}

/// The files of the source lines, and the days they speak for as Sources writes them.
struct Exports {
    std::string files;
    std::string as_at;
};

Exports exports_of(const Explained& answer) {
    std::vector<std::string> files;
    std::vector<Date> days;
    for (const auto& source : answer.all("source")) {
        files.push_back(source.substr(0, source.rfind(" rows, as at ")));
        files.back().resize(files.back().rfind(", "));
        const auto day = source.rfind(", as at ") + 8;
        if (const auto date = parse_iso_date(source.substr(day, 10))) days.push_back(*date);
    }
    Exports exports{joined(files, "; "), ""};
    if (days.empty()) return exports;
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    exports.as_at = *first == *last ? long_text(*first) : long_text(*first) + " to " + long_text(*last);
    return exports;
}

/// The counts of a row as `explain` writes them; withheld ones are symbols, and it writes nothing.
std::string counts_of(const FilledReport& report, std::int32_t row) {
    const auto numerator = report.source(row, 'E').value;
    const auto denominator = report.source(row, 'F').value;
    if (!numerator) return {};
    std::string counts = std::to_string(static_cast<std::int64_t>(*numerator));
    if (denominator) counts += " of " + std::to_string(static_cast<std::int64_t>(*denominator));
    return counts;
}

/// "2025/26 to 27 March 2026 (2025-09-01 to 2026-03-27)" without its days.
std::string period_of(const Explained& answer) {
    const auto period = answer.one("period");
    return period.substr(0, period.rfind(" ("));
}

void expect_the_same(const FilledReport& report, std::int32_t row, const Explained& answer) {
    SCOPED_TRACE(report.mark(row));
    const Exports exports = exports_of(answer);
    EXPECT_EQ(report.source(row, 'D').text, answer.one("figure") + ": " + answer.one("definition"));
    EXPECT_EQ(counts_of(report, row), answer.one("counts"));
    EXPECT_EQ(report.source(row, 'G').text, answer.one("whose"));
    EXPECT_EQ(report.source(row, 'H').text, period_of(answer));
    EXPECT_EQ(report.source(row, 'I').text, answer.one("coverage"));
    EXPECT_EQ(report.source(row, 'J').text, exports.files);
    EXPECT_EQ(report.source(row, 'K').text, exports.as_at);
    if (without_format(report.mark(row)) != report.mark(row)) return; // the value is the format's
    EXPECT_EQ(report.source(row, 'C').text, answer.one("shown as"));
    const auto value = report.source(row, 'B').value;
    ASSERT_EQ(value.has_value(), !answer.one("value").empty());
    if (value)
        EXPECT_EQ(*value, std::stod(answer.one("value")));
    else
        EXPECT_EQ(report.source(row, 'B').text, answer.one("shown as"));
}

class Explain : public ::testing::TestWithParam<const char*> {};

} // namespace

TEST_P(Explain, says_what_Sources_says_of_every_mark_in_the_report) {
    const Folder folder;
    const auto path = folder.path() / "report.ods";
    ASSERT_EQ(termbook({"build", "attendance-report", "--workspace", sample_trust().string(), "--school",
                        GetParam(), "-o", path.string()})
                  .status,
              0);
    const FilledReport report(path);
    const auto rows = report.source_rows();
    ASSERT_GT(rows.size(), 100U);
    std::vector<std::string> command{"explain",       "--workspace", sample_trust().string(), "--school",
                                     report.school(), "--period",    report.period()};
    for (const auto row : rows)
        command.push_back(without_format(report.mark(row)));
    const Outcome run = termbook(command);
    ASSERT_EQ(run.status, 0) << run.err;
    const auto answers = explained(run.out);
    ASSERT_EQ(answers.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        expect_the_same(report, rows[i], answers[i]);
}

INSTANTIATE_TEST_SUITE_P(Schools, Explain, ::testing::Values("100001", "100004", "trust"),
                         [](const auto& one) { return std::string("school_") + one.param; });

} // namespace termbook::test
