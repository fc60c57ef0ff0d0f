// SPDX-License-Identifier: MPL-2.0
#include "core/figures/packs/pack.hpp"
#include "tests/core/figures/packs/random_trust.hpp"
#include "tests/core/figures/packs/whole_numbers.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <string>

namespace termbook {

namespace {

using test::MadeUpCell;
using test::MadeUpPupil;
using test::RandomTrust;
using test::terms;
using test::WholeNumbers;

constexpr int threshold = 6;
constexpr std::array<const char*, 3> periods{"autumn", "spring", "year"};

/// Somebody who has all that is printed, knows who is in which cell and how many sessions each group of
/// pupils had, and wants to know what is withheld.
class Reader {
  public:
    Reader(const RandomTrust& trust, const std::vector<MadeUpCell>& cells) {
        for (const MadeUpPupil& pupil : trust.pupils) {
            std::vector<bool> in;
            for (const MadeUpCell& cell : cells)
                in.push_back(cell.has(pupil));
            m_alike[in].push_back(pupil);
        }
    }

    /// Counts of pupils who are persistently absent: 0 to all of those who are alike.
    WholeNumbers persistent() const {
        WholeNumbers numbers;
        for (const auto& [in, pupils] : m_alike) {
            std::int64_t counted = 0;
            for (const MadeUpPupil& pupil : pupils)
                counted += pupil.persistent() ? 1 : 0;
            numbers.least.push_back(-counted);
            numbers.most.push_back(static_cast<std::int64_t>(pupils.size()) - counted);
        }
        return numbers;
    }

    /// Sessions of authorised (even) and unauthorised absence (odd) by term.
    WholeNumbers absence() const {
        WholeNumbers numbers;
        for (const auto& [in, pupils] : m_alike)
            for (std::size_t term = 0; term < terms; ++term) {
                std::int64_t authorised = 0;
                std::int64_t unauthorised = 0;
                std::int64_t possible = 0;
                for (const MadeUpPupil& pupil : pupils) {
                    authorised += pupil.authorised[term];
                    unauthorised += pupil.unauthorised[term];
                    possible += pupil.possible[term];
                }
                const std::size_t first = numbers.least.size();
                for (const std::int64_t sessions : {authorised, unauthorised}) {
                    numbers.least.push_back(-sessions);
                    numbers.most.push_back(possible - sessions);
                }
                numbers.sums.push_back(
                    {{first, first + 1}, -authorised - unauthorised, possible - authorised - unauthorised});
            }
        return numbers;
    }

    /// The unknowns that a count of a cell is the sum of.
    std::vector<std::size_t> persistent_in(std::size_t cell) const {
        std::vector<std::size_t> unknowns;
        std::size_t at = 0;
        for (const auto& [in, pupils] : m_alike) {
            if (in[cell]) unknowns.push_back(at);
            ++at;
        }
        return unknowns;
    }

    std::vector<std::size_t> absence_in(std::size_t cell, const std::string& figure,
                                        std::size_t period) const {
        std::vector<std::size_t> unknowns;
        std::size_t at = 0;
        for (const auto& [in, pupils] : m_alike)
            for (std::size_t term = 0; term < terms; ++term, at += 2) {
                if (!in[cell] || (period < terms && term != period)) continue;
                if (figure != "attendance.unauthorised") unknowns.push_back(at);
                if (figure != "attendance.authorised") unknowns.push_back(at + 1);
            }
        return unknowns;
    }

  private:
    std::map<std::vector<bool>, std::vector<MadeUpPupil>> m_alike;
};

struct Printed {
    std::string mark;
    std::vector<std::size_t> sum; ///< of which unknowns it is the sum
    FigureAnswer answer;
};

std::vector<Printed> printed(const RandomTrust& trust, const std::vector<FigureRequest>& requests,
                             const std::vector<std::vector<std::size_t>>& sums) {
    Pack pack(trust.made.trust);
    const Figures figures(trust.made.trust, {Audience::governors, {}, {}, &pack});
    std::vector<Printed> all;
    do {
        all.clear();
        for (std::size_t i = 0; i < requests.size(); ++i)
            all.push_back({requests[i].mark(), sums[i], figures.answer(requests[i])});
    } while (pack.solve());
    return all;
}

struct Seen {
    std::size_t shown{0};
    std::size_t withheld{0};
};

/// Whether each withheld count could be a higher or a lower one, all that is shown being as it is.
void expect_no_count_told(WholeNumbers numbers, const std::vector<Printed>& all, unsigned seed, Seen& seen) {
    constexpr std::int64_t much = 1'000'000;
    for (const Printed& each : all)
        if (each.answer.status == FigureStatus::ok) {
            ++seen.shown;
            numbers.sums.push_back({each.sum, 0, 0});
        }
    for (const Printed& each : all) {
        if (each.answer.status != FigureStatus::suppressed) continue;
        ++seen.withheld;
        WholeNumbers higher = numbers;
        higher.sums.push_back({each.sum, 1, much});
        WholeNumbers lower = numbers;
        lower.sums.push_back({each.sum, -much, -1});
        const auto could_be_higher = higher.exist();
        const auto could_be_lower = could_be_higher == true ? std::nullopt : lower.exist();
        EXPECT_TRUE(could_be_higher == true || could_be_lower == true)
            << "seed " << seed << ": " << each.mark
            << (could_be_higher == false && could_be_lower == false ? " is told" : " took too long to tell");
    }
}

/// Whether a year group less its classes, where all of them are shown, leaves no few pupils. Says of how many
/// year groups there were few to be told.
int expect_no_few_left(const RandomTrust& trust, const std::vector<MadeUpCell>& cells,
                       const std::vector<Printed>& all, unsigned seed) {
    int asked = 0;
    for (std::size_t year = 0; year < cells.size(); ++year) {
        const Selectors& selectors = cells[year].selectors;
        if (!selectors.contains("year") || selectors.size() > 2) continue;
        std::vector<MadeUpPupil> in_year;
        std::copy_if(trust.pupils.begin(), trust.pupils.end(), std::back_inserter(in_year), cells[year].has);
        auto left_by_all = in_year;
        auto left_by_shown = in_year;
        for (std::size_t part = 0; part < cells.size(); ++part) {
            const MadeUpCell& cell = cells[part];
            if (!cell.selectors.contains("class") || cell.selectors.at("school") != selectors.at("school") ||
                !std::any_of(in_year.begin(), in_year.end(), cell.has))
                continue;
            std::erase_if(left_by_all, cell.has);
            if (all[part].answer.status == FigureStatus::ok) std::erase_if(left_by_shown, cell.has);
        }
        const auto few = [](const auto& pupils) { return !pupils.empty() && pupils.size() < threshold; };
        if (few(left_by_all)) ++asked;
        EXPECT_FALSE(all[year].answer.status == FigureStatus::ok && few(left_by_shown))
            << "seed " << seed << ": " << all[year].mark << " less its classes";
    }
    return asked;
}

Seen check(unsigned seed) {
    Seen seen;
    RandomTrust trust(seed, threshold);
    const auto cells = trust.cells();
    const Reader reader(trust, cells);
    std::vector<FigureRequest> requests;
    std::vector<std::vector<std::size_t>> sums;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        requests.push_back({"attendance.persistent", cells[cell].selectors, {}});
        sums.push_back(reader.persistent_in(cell));
    }
    const auto persistent = printed(trust, requests, sums);
    for (const Printed& each : persistent) // its denominator is the pupils it rests on
        EXPECT_GE(each.answer.denominator.value_or(threshold), threshold)
            << "seed " << seed << ": " << each.mark;
    expect_no_count_told(reader.persistent(), persistent, seed, seen);
    requests.clear();
    sums.clear();
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        for (const char* figure : {"attendance.rate", "attendance.authorised", "attendance.unauthorised"})
            for (std::size_t period = 0; period < periods.size(); ++period) {
                FigureRequest& request = requests.emplace_back();
                request = {figure, cells[cell].selectors, {}};
                request.selectors["period"] = periods[period];
                sums.push_back(reader.absence_in(cell, figure, period));
            }
    expect_no_count_told(reader.absence(), printed(trust, requests, sums), seed, seen);
    return seen;
}

/// How many trusts there are, unless TERMBOOK_RANDOM_SCHOOLS says it.
unsigned trusts(unsigned unless_said) {
    const char* const asked = std::getenv("TERMBOOK_RANDOM_SCHOOLS");
    return asked != nullptr ? static_cast<unsigned>(std::atoi(asked)) : unless_said;
}

} // namespace

TEST(RandomSchools, have_no_withheld_count_that_a_reader_could_work_out) {
    Seen all;
    for (unsigned seed = 1; seed <= trusts(4); ++seed) {
        const Seen seen = check(seed);
        all.shown += seen.shown;
        all.withheld += seen.withheld;
    }
    EXPECT_GT(all.withheld, 0U);
    EXPECT_GT(all.shown, 0U);
    RecordProperty("shown", std::to_string(all.shown));
    RecordProperty("withheld", std::to_string(all.withheld));
}

TEST(RandomSchools, do_not_tell_of_few_pupils_in_no_class_by_their_year_group_and_its_classes) {
    int asked = 0;
    for (unsigned seed = 1; seed <= trusts(10); ++seed) {
        RandomTrust trust(seed, threshold, 80);
        const auto cells = trust.cells();
        std::vector<FigureRequest> requests;
        for (const MadeUpCell& cell : cells)
            requests.push_back({"attendance.rate", cell.selectors, {}});
        const auto all = printed(trust, requests, std::vector<std::vector<std::size_t>>(cells.size()));
        asked += expect_no_few_left(trust, cells, all, seed);
    }
    EXPECT_GT(asked, 0);
}

} // namespace termbook
