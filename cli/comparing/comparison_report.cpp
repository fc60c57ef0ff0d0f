// SPDX-License-Identifier: MPL-2.0
#include "cli/comparing/comparison_report.hpp"

#include "core/figures/figures.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace termbook::cli {

namespace {

std::string counts_of(const FigureAnswer& answer) {
    if (!answer.numerator) return answer.reason;
    if (!answer.denominator) return fmt::format("{}", *answer.numerator);
    return fmt::format("{} of {}", *numerator_shown(answer), *answer.denominator);
}

/// A school that is known by its export alone has no name: ", Year 4".
std::string whose(const FigureDifference& each) {
    const std::string& who = each.a.who.empty() ? each.b.who : each.a.who;
    return who.starts_with(", ") ? who.substr(2) : who;
}

/// Whether a page for the audience would withhold the figure. What is withheld on a page of a school is asked
/// of that school.
bool is_withheld(const Figures& page, const FigureAnswer& answer) {
    return page.answer(answer.request).status == FigureStatus::suppressed;
}

} // namespace

ComparisonReport::ComparisonReport(const Trust& a, const Trust& b, Audience audience) {
    compare_the_figures(a, b, audience);
    compare_the_pupils(a, b, audience);
}

void ComparisonReport::compare_the_figures(const Trust& a, const Trust& b, Audience audience) {
    const Figures page_a(a, {audience, {}, {}});
    const Figures page_b(b, {audience, {}, {}});
    m_figures = compare_figures(a, b, [&](const FigureDifference& each) {
        FigureRow row{each.a.title,      whose(each),     each.a.period.name,
                      display(each.a),   display(each.b), counts_of(each.a),
                      counts_of(each.b), each.a.mark(),   each.a.request.selectors.size(),
                      each.both_answer()};
        if (is_withheld(page_a, each.a) || is_withheld(page_b, each.b)) {
            row.in_a = row.in_b = "differs (withheld)";
            row.counts_a.clear();
            row.counts_b.clear();
        }
        m_figure_rows.push_back(std::move(row));
    });
    std::stable_sort(m_figure_rows.begin(), m_figure_rows.end(), [](const auto& one, const auto& other) {
        return std::pair(!one.both_answer, one.selectors) < std::pair(!other.both_answer, other.selectors);
    });
}

void ComparisonReport::compare_the_pupils(const Trust& a, const Trust& b, Audience audience) {
    const bool staff = audience == Audience::staff;
    const auto place = [](const Trust& trust, const Pupil* pupil) {
        return pupil ? to_string(trust.place_of(pupil->row)) : std::string();
    };
    m_pupils = compare_pupils(a, b, [&](const PupilDifference& each) {
        if (audience == Audience::public_) return;
        const auto shown = [&](const std::string& value) {
            return value.empty() || staff || !each.personal ? value : std::string("(not shown)");
        };
        PupilRow row{place(a, each.a),
                     place(b, each.b),
                     each.school->name,
                     each.what,
                     shown(each.in_a),
                     shown(each.in_b),
                     {},
                     {}};
        if (staff) {
            const Pupil& pupil = each.a ? *each.a : *each.b;
            row.upn = pupil.upn;
            row.name =
                pupil.surname.empty() ? pupil.forename : fmt::format("{}, {}", pupil.surname, pupil.forename);
        }
        m_pupil_rows.push_back(std::move(row));
    });
}

bool ComparisonReport::all_identical() const {
    return m_figures.differing + m_figures.only_a + m_figures.only_b == 0 &&
           m_pupils.differing + m_pupils.only_a + m_pupils.only_b == 0 && m_pupils.not_compared.empty();
}

void ComparisonReport::print(const CompareOptions& options) const {
    switch (options.format) {
    case TableFormat::table:
        return print_table(options);
    case TableFormat::csv:
        return print_csv(options);
    case TableFormat::json:
        return print_json(options);
    }
}

} // namespace termbook::cli
