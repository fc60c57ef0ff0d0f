// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace termbook {

/// What exports say of a pupil by yes or no, as the school census names it.
enum class Characteristic : std::uint8_t {
    pupil_premium,
    free_meals,  ///< eligible for free school meals on the day
    ever6_meals, ///< eligible at any time in the last six years
    sen_support,
    ehc_plan,
    eal, ///< English as an additional language
    looked_after,
    previously_looked_after,
    service_child,
    disabled,
};

/// A pupil's characteristics; what no export says is not known, which is not the same as no.
class Characteristics {
  public:
    std::optional<bool> get(Characteristic which) const {
        if ((m_known & bit(which)) == 0) return std::nullopt;
        return (m_yes & bit(which)) != 0;
    }
    void set(Characteristic which, bool yes) {
        m_known |= bit(which);
        m_yes = static_cast<std::uint16_t>(yes ? m_yes | bit(which) : m_yes & ~bit(which));
    }
    /// Takes from `other` what is not known here; says whether the two contradict each other.
    bool complete_from(const Characteristics& other) {
        const bool contradicts = ((m_yes ^ other.m_yes) & m_known & other.m_known) != 0;
        m_yes = static_cast<std::uint16_t>(m_yes | (other.m_yes & ~m_known));
        m_known |= other.m_known;
        return contradicts;
    }

    friend bool operator==(const Characteristics&, const Characteristics&) = default;

  private:
    static std::uint16_t bit(Characteristic which) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(which));
    }

    std::uint16_t m_known{0};
    std::uint16_t m_yes{0}; ///< a part of m_known
};

} // namespace termbook
