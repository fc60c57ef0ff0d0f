// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace termbook::sample {

/// Numbers that look random and are the same everywhere: the distributions of the standard library differ
/// from one library to the next. Definition: Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (SplitMix64).
class Random {
  public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15u;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 31);
    }

    /// From 0 to count - 1. The bias of the remainder is far below anything a page could show.
    std::uint64_t below(std::uint64_t count) { return next() % count; }

    /// True `times` times out of 10,000.
    bool chance(std::uint64_t times) { return below(10'000) < times; }

    template<typename Values>
    const auto& one_of(const Values& values) {
        return values[below(std::size(values))];
    }

  private:
    std::uint64_t m_state;
};

} // namespace termbook::sample
