// SPDX-License-Identifier: MPL-2.0
// Whatever people do to a report in LibreOffice, each cell goes on showing its own figure.
#include "tests/cli/filled_report.hpp"
#include "tests/cli/running/command.hpp"
#include "tests/cli/running/office.hpp"

#include <Poco/JSON/Parser.h>
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>

namespace termbook::test {

namespace {

constexpr auto year_sheet = "Year groups";

struct Figure {
    std::optional<double> value;
    std::string shown;
};

/// What each mark comes to: those without a format as `figures` says, the others as a report built anew says.
class FreshFigures {
  public:
    FreshFigures(const FilledReport& document, const FilledReport& anew) {
        std::vector<std::string> command{"figures",         "--workspace",     sample_trust().string(),
                                         "--school",        document.school(), "--period",
                                         document.period(), "--format",        "json"};
        std::vector<std::string> marks;
        for (const auto row : document.source_rows())
            if (const auto mark = document.mark(row); without_format(mark) == mark) marks.push_back(mark);
        command.insert(command.end(), marks.begin(), marks.end());
        const Outcome run = termbook(command);
        const auto answers = Poco::JSON::Parser().parse(run.out).extract<Poco::JSON::Array::Ptr>();
        for (std::size_t i = 0; i < marks.size(); ++i)
            m_figures[marks[i]] = figure(*answers->getObject(static_cast<unsigned>(i)));
        for (const auto row : anew.source_rows())
            m_figures.emplace(anew.mark(row),
                              Figure{anew.source(row, 'B').value, anew.source(row, 'C').text});
    }

    const Figure& at(const std::string& mark) const { return m_figures.at(mark); }

  private:
    static Figure figure(const Poco::JSON::Object& answer) {
        Figure figure{std::nullopt, answer.getValue<std::string>("display")};
        if (!answer.isNull("value")) figure.value = answer.getValue<double>("value");
        return figure;
    }

    std::map<std::string, Figure> m_figures;
};

void expect_number(const FigureCell& cell, double expected) {
    if (cell.cell.formula.find("/100") != std::string::npos) expected /= 100;
    ASSERT_TRUE(cell.cell.value.has_value()) << cell.place();
    EXPECT_NEAR(*cell.cell.value, expected, 1e-12 * std::max(1.0, std::abs(expected))) << cell.place();
}

/// A cell of one figure shows its value; a sentence shows each of its figures as text, in order.
void expect_own_figures(const FigureCell& cell, const FilledReport& document, const FreshFigures& fresh) {
    const auto& first = cell.references.front();
    if (first.column == 'B') {
        for (const auto& other : cell.references)
            EXPECT_EQ(other.row, first.row) << cell.place();
        const auto& figure = fresh.at(document.mark(first.row));
        if (figure.value)
            expect_number(cell, *figure.value);
        else
            EXPECT_EQ(cell.cell.text, figure.shown) << cell.place();
        return;
    }
    std::size_t from = 0;
    for (const auto& reference : cell.references) {
        EXPECT_EQ(reference.column, 'C') << cell.place();
        const auto& shown = fresh.at(document.mark(reference.row)).shown;
        const auto at = cell.cell.text.find(shown, from);
        ASSERT_NE(at, std::string::npos) << cell.place() << " without " << shown << " in " << cell.cell.text;
        from = at + shown.size();
    }
}

/// The year group that a row is about, as marks spell it; "" for other rows.
std::string year_of(const std::string& label) {
    if (label == "Reception") return "R";
    std::smatch match;
    return std::regex_match(label, match, std::regex("Year ([0-9]+)")) ? match[1].str() : "";
}

void expect_own_year(const FigureCell& cell, const FilledReport& document) {
    for (const auto& reference : cell.references) {
        std::smatch match;
        const std::string mark = document.mark(reference.row);
        const bool of_a_year = std::regex_search(mark, match, std::regex("year=([^ ]+)"));
        EXPECT_EQ(of_a_year ? match[1].str() : "", year_of(cell.label)) << cell.place() << ", " << mark;
    }
}

/// Which mark stands in which row and column of a table, by their words.
std::set<std::string> words_and_marks(const FilledReport& document) {
    std::set<std::string> all;
    for (const auto& cell : document.figure_cells()) {
        std::string words = cell.label + " / " + cell.title;
        for (const auto& reference : cell.references)
            words += " / " + document.mark(reference.row);
        all.insert(words);
    }
    return all;
}

struct Counts {
    std::size_t all{0};
    std::size_t sheet{0}; ///< the sheet of the year groups
    std::size_t years{0}; ///< rows of its first table
    std::size_t block{0}; ///< cells of those
};

Counts count(const FilledReport& document) {
    std::int32_t after = 0;
    for (const auto& [place, cell] : document.sheets().at(year_sheet))
        if (after == 0 && cell.text.starts_with("All")) after = place.first;
    Counts counts;
    std::set<std::int32_t> years;
    for (const auto& cell : document.figure_cells()) {
        ++counts.all;
        if (cell.sheet != year_sheet) continue;
        ++counts.sheet;
        if (cell.row >= after) continue;
        ++counts.block;
        years.insert(cell.row);
    }
    counts.years = years.size();
    return counts;
}

/// A year group less on the sheet, the others on it twice, and all of that again on a copied sheet.
std::size_t count_afterwards(const Counts& before) {
    const std::size_t row = before.block / before.years;
    return before.all - before.sheet + 2 * (before.sheet - row + before.block - row);
}

class DisturbedReportOffice : public ::testing::TestWithParam<const char*> {
  protected:
    std::filesystem::path build(const std::string& name) const {
        const auto path = m_folder.path() / name;
        const Outcome run = termbook({"build", "attendance-report", "--workspace", sample_trust().string(),
                                      "--school", GetParam(), "-o", path.string()});
        EXPECT_EQ(run.status, 0) << run.err;
        return path;
    }
    const std::filesystem::path& folder() const { return m_folder.path(); }

  private:
    Folder m_folder;
};

} // namespace

TEST_P(DisturbedReportOffice, every_cell_still_shows_its_own_figure) {
    if (!office_is_here() || !python_has("uno")) GTEST_SKIP() << "needs soffice and python3-uno";
    const auto report = build("report.ods");
    ASSERT_TRUE(run_tool("disturb_report.py", {report.string(), folder().string()}));
    const FilledReport before(report);
    const FilledReport anew(build("anew.ods"));
    const auto known = words_and_marks(before);
    const auto counts = count(before);
    ASSERT_GT(counts.years, 3U);
    for (const auto* name : {"report.ods", "disturbed.ods", "through_xlsx.ods"}) {
        SCOPED_TRACE(name);
        const FilledReport document(folder() / name);
        ASSERT_EQ(document.school(), GetParam());
        ASSERT_EQ(document.period(), before.period());
        const auto cells = document.figure_cells();
        EXPECT_EQ(cells.size(), document.sheets().contains("A copy") ? count_afterwards(counts) : counts.all);
        EXPECT_EQ(document.sheets().contains("A copy"), name != std::string("report.ods"));
        const FreshFigures fresh(document, anew);
        for (const auto& cell : cells) {
            expect_own_figures(cell, document, fresh);
            expect_own_year(cell, document);
        }
        for (const auto& words : words_and_marks(document))
            EXPECT_TRUE(known.contains(words)) << words;
    }
}

INSTANTIATE_TEST_SUITE_P(Schools, DisturbedReportOffice, ::testing::Values("100001", "trust"),
                         [](const auto& one) { return std::string("school_") + one.param; });

} // namespace termbook::test
