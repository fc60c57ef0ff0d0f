// SPDX-License-Identifier: MPL-2.0
#include "tests/core/figures/packs/whole_numbers.hpp"

#include <algorithm>
#include <numeric>
#include <random>

namespace termbook::test {

namespace {

constexpr std::size_t looked_at_most = 3000;
constexpr int attempts = 40;

using Numbers = std::vector<std::int64_t>;

class Solving {
  public:
    Solving(const std::vector<Sum>& sums, std::size_t unknowns) : m_sums(sums), m_sums_of(unknowns) {
        for (std::size_t i = 0; i < sums.size(); ++i)
            for (const std::size_t unknown : sums[i].of)
                m_sums_of[unknown].push_back(i);
    }

    bool solve(Numbers least, Numbers most) {
        std::vector<std::size_t> all(m_sums.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return solve(std::move(least), std::move(most), std::move(all));
    }

    bool took_too_long() const { return m_looked_at > looked_at_most; }

  private:
    bool solve(Numbers least, Numbers most, std::vector<std::size_t> to_look_at) {
        if (++m_looked_at > looked_at_most || !narrow(least, most, std::move(to_look_at))) return false;
        const Sum* wrong = nullptr;
        for (const Sum& sum : m_sums) {
            const std::int64_t now = value(sum, least, most);
            if (now >= sum.least && now <= sum.most) continue;
            if (wrong == nullptr || sum.of.size() < wrong->of.size()) wrong = &sum;
        }
        if (wrong == nullptr) return true;
        const bool up = value(*wrong, least, most) < wrong->least;
        for (const std::size_t unknown : wrong->of) {
            const std::int64_t now = nearest(least[unknown], most[unknown]);
            if (up ? now == most[unknown] : now == least[unknown]) continue;
            Numbers moved = up ? least : most;
            moved[unknown] = up ? now + 1 : now - 1;
            if (solve(up ? moved : least, up ? most : moved, m_sums_of[unknown])) return true;
            (up ? most : least)[unknown] = now;
        }
        return false;
    }

    static std::int64_t nearest(std::int64_t least, std::int64_t most) {
        return std::clamp(std::int64_t{0}, least, most);
    }

    static std::int64_t value(const Sum& sum, const Numbers& least, const Numbers& most) {
        std::int64_t all = 0;
        for (const std::size_t unknown : sum.of)
            all += nearest(least[unknown], most[unknown]);
        return all;
    }

    bool narrow(Numbers& least, Numbers& most, std::vector<std::size_t> to_look_at) const {
        while (!to_look_at.empty()) {
            const Sum& sum = m_sums[to_look_at.back()];
            to_look_at.pop_back();
            std::int64_t all_least = 0;
            std::int64_t all_most = 0;
            for (const std::size_t unknown : sum.of) {
                all_least += least[unknown];
                all_most += most[unknown];
            }
            if (all_least > sum.most || all_most < sum.least) return false;
            for (const std::size_t unknown : sum.of) {
                const std::int64_t highest = sum.most - (all_least - least[unknown]);
                const std::int64_t lowest = sum.least - (all_most - most[unknown]);
                if (highest >= most[unknown] && lowest <= least[unknown]) continue;
                most[unknown] = std::min(most[unknown], highest);
                least[unknown] = std::max(least[unknown], lowest);
                if (least[unknown] > most[unknown]) return false;
                const auto& more = m_sums_of[unknown];
                to_look_at.insert(to_look_at.end(), more.begin(), more.end());
                break; // the bounds of the others are to be worked out anew
            }
        }
        return true;
    }

    const std::vector<Sum>& m_sums;
    std::vector<std::vector<std::size_t>> m_sums_of; // by unknown
    std::size_t m_looked_at{0};
};

} // namespace

std::optional<bool> WholeNumbers::exist() const {
    // Most worlds that there are have one close by.
    Numbers close_least = least;
    Numbers close_most = most;
    for (std::size_t i = 0; i < least.size(); ++i) {
        close_least[i] = std::max(least[i], std::int64_t{-1});
        close_most[i] = std::min(most[i], std::int64_t{1});
    }
    // In another order the same search may be a short one.
    std::mt19937 random;
    auto shuffled = sums;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (Solving(shuffled, least.size()).solve(close_least, close_most)) return true;
        Solving solving(shuffled, least.size());
        if (solving.solve(least, most)) return true;
        if (!solving.took_too_long()) return false;
        for (Sum& sum : shuffled)
            std::shuffle(sum.of.begin(), sum.of.end(), random);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
    }
    return std::nullopt;
}

} // namespace termbook::test
