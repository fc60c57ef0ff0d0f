// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/core/made_up_trust.hpp"

#include <array>
#include <functional>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace termbook::test {

constexpr std::size_t terms = 2;

/// A pupil as the test knows it: what the marks come to is counted here, apart from what is tested.
struct MadeUpPupil {
    std::size_t school;
    int year;
    Sex sex;
    bool premium;
    bool meals;
    bool send;
    std::string class_name; ///< empty: in none
    std::array<std::int64_t, terms> authorised{};
    std::array<std::int64_t, terms> unauthorised{};
    std::array<std::int64_t, terms> possible{};

    bool persistent() const {
        std::int64_t absent = 0;
        std::int64_t all = 0;
        for (std::size_t term = 0; term < terms; ++term) {
            absent += authorised[term] + unauthorised[term];
            all += possible[term];
        }
        return all > 0 && absent * 10 >= all;
    }
};

/// A selection of pupils: selectors, and the same as the test understands them.
struct MadeUpCell {
    Selectors selectors;
    std::function<bool(const MadeUpPupil&)> has;
};

class RandomTrust {
  public:
    RandomTrust(unsigned seed, int threshold, int fewest_pupils = 8)
        : m_random(seed), m_fewest_pupils(fewest_pupils) {
        made.trust.disclosure_threshold = threshold;
        const int schools = one_of(3) == 0 ? 2 : 1;
        m_illness = one_of(4) == 0 ? 0 : 1 + one_of(12);
        m_truancy = one_of(3) == 0 ? 0 : 1 + one_of(6);
        for (int i = 0; i < schools; ++i)
            add_school(static_cast<std::size_t>(i));
    }

    MadeUpTrust made;
    std::vector<MadeUpPupil> pupils;

    /// Tables of every kind that pages have, some of them left out.
    std::vector<MadeUpCell> cells() {
        std::vector<MadeUpCell> all;
        for (std::size_t school = 0; school < made.trust.schools.size(); ++school)
            add_cells(all, {{"school", made.trust.schools[school].urn}},
                      [school](const MadeUpPupil& pupil) { return pupil.school == school; });
        if (made.trust.schools.size() > 1)
            add_cells(all, {{"school", "trust"}}, [](const MadeUpPupil&) { return true; });
        return all;
    }

  private:
    int one_of(int n) { return std::uniform_int_distribution<int>(0, n - 1)(m_random); }

    void add_school(std::size_t index) {
        School& school =
            made.school(std::to_string(index + 1), {day(2025, 9, 1), day(2025, 9, 2), day(2026, 1, 5)});
        const int count = m_fewest_pupils + one_of(40);
        const int premium = 1 + one_of(5);
        for (int i = 0; i < count; ++i) {
            MadeUpPupil pupil{index, 3 + one_of(3), one_of(2) == 0 ? Sex::female : Sex::male,
                              false, false,         one_of(8) == 0,
                              {}};
            if (one_of(8) != 0) pupil.class_name = std::to_string(pupil.year) + (one_of(2) == 0 ? "A" : "B");
            pupil.premium = one_of(premium + 1) == 0;
            pupil.meals = pupil.premium && one_of(4) != 0;
            add_pupil(school, pupil);
        }
    }

    void add_pupil(School& school, MadeUpPupil pupil) {
        std::string marks;
        const bool late_comer = one_of(15) == 0;
        for (int session = 0; session < 6; ++session) {
            const std::size_t term = session < 4 ? 0 : 1;
            if (late_comer && term == 0) {
                marks += '.';
                continue;
            }
            const int luck = one_of(40);
            const char mark = luck < m_illness ? 'I' : luck < m_illness + m_truancy ? 'O' : '/';
            marks += mark;
            ++pupil.possible[term];
            if (mark == 'I') ++pupil.authorised[term];
            if (mark == 'O') ++pupil.unauthorised[term];
        }
        made.pupils(school, 1, pupil.year, marks, pupil.class_name, pupil.sex);
        Characteristics& is = school.rolls.front().pupils.back()->is;
        is.set(Characteristic::pupil_premium, pupil.premium);
        is.set(Characteristic::free_meals, pupil.meals);
        is.set(Characteristic::sen_support, pupil.send);
        is.set(Characteristic::ehc_plan, false);
        pupils.push_back(pupil);
    }

    template<typename In>
    void add_cells(std::vector<MadeUpCell>& all, const Selectors& within, In in) {
        using Has = std::function<bool(const MadeUpPupil&)>;
        const std::vector<std::tuple<const char*, std::string, Has>> groups{
            {"sex", "girls", [](const auto& pupil) { return pupil.sex == Sex::female; }},
            {"sex", "boys", [](const auto& pupil) { return pupil.sex == Sex::male; }},
            {"group", "pp", [](const auto& pupil) { return pupil.premium; }},
            {"group", "not-pp", [](const auto& pupil) { return !pupil.premium; }},
            {"group", "fsm", [](const auto& pupil) { return pupil.meals; }},
            {"group", "send", [](const auto& pupil) { return pupil.send; }},
            {"group", "not-send", [](const auto& pupil) { return !pupil.send; }},
        };
        const auto add = [&](const Selectors& more, const Has& has) {
            if (one_of(6) == 0) return;
            MadeUpCell cell{within, [in, has](const MadeUpPupil& pupil) { return in(pupil) && has(pupil); }};
            cell.selectors.insert(more.begin(), more.end());
            all.push_back(std::move(cell));
        };
        add({}, [](const MadeUpPupil&) { return true; });
        for (const auto& [name, key, has] : groups)
            add({{name, key}}, has);
        for (int year = 3; year <= 5; ++year) {
            const Has in_year = [year](const MadeUpPupil& pupil) { return pupil.year == year; };
            add({{"year", std::to_string(year)}}, in_year);
            for (const char* const letter : {"A", "B"}) {
                const std::string name = std::to_string(year) + letter;
                add({{"class", name}}, [name](const auto& pupil) { return pupil.class_name == name; });
            }
            for (const auto& [name, key, has] : groups)
                add({{"year", std::to_string(year)}, {name, key}},
                    [in_year, has = has](const MadeUpPupil& pupil) { return in_year(pupil) && has(pupil); });
        }
    }

    std::mt19937 m_random;
    int m_fewest_pupils;
    int m_illness{0};
    int m_truancy{0};
};

} // namespace termbook::test
