// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/options.hpp"
#include "core/comparison/figure_differences.hpp"
#include "core/comparison/pupil_differences.hpp"
#include "core/model/trust.hpp"

#include <string>
#include <vector>

namespace termbook::cli {

/// What `compare` found, in words, as its audience may see it. Values of small groups are withheld as on any
/// page. Pupils stand for themselves by the file and line of their rows on each side; their names and UPNs,
/// and values that could tell a name or a birthday, are for staff, and the public is told of no single row.
class ComparisonReport {
  public:
    ComparisonReport(const Trust& a, const Trust& b, Audience audience);

    bool all_identical() const;
    void print(const CompareOptions& options) const;

  private:
    struct FigureRow {
        std::string figure;
        std::string who;
        std::string period;
        std::string in_a;
        std::string in_b;
        std::string counts_a;
        std::string counts_b;
        std::string mark;
        std::size_t selectors; ///< the fewer, the more pupils it is about
        bool both_answer;
    };
    struct PupilRow {
        std::string row_a; ///< "exports/pupils.csv:12"
        std::string row_b;
        std::string school;
        std::string what;
        std::string in_a;
        std::string in_b;
        std::string upn;  ///< for staff
        std::string name; ///< likewise
    };

    void compare_the_figures(const Trust& a, const Trust& b, Audience audience);
    void compare_the_pupils(const Trust& a, const Trust& b, Audience audience);

    std::string figures_in_words() const;
    std::string pupils_in_words() const;
    void print_table(const CompareOptions& options) const;
    void print_csv(const CompareOptions& options) const;
    void print_json(const CompareOptions& options) const;

    FiguresCompared m_figures;
    PupilsCompared m_pupils;
    std::vector<FigureRow> m_figure_rows; ///< those that both sides answer first, then by selectors
    std::vector<PupilRow> m_pupil_rows;
};

} // namespace termbook::cli
