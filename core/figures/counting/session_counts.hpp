// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/period.hpp"
#include "core/model/trust.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace termbook {

/// How much of a pupil's attendance in a period is known.
enum class Detail : std::uint8_t {
    nothing,
    totals, ///< possible, authorised and unauthorised sessions; no reasons
    marks,  ///< every session
};

/// A pupil's sessions in a period.
struct PupilSessions {
    Detail detail{Detail::nothing};
    std::int64_t possible{0};
    std::int64_t authorised{0};
    std::int64_t unauthorised{0};
    // From marks only:
    std::int64_t present{0};
    std::int64_t aea{0};
    std::int64_t late{0};
    std::int64_t missing{0}; ///< sessions without a mark
    std::int64_t unknown{0}; ///< sessions with a mark that is no national code

    std::int64_t absent() const { return authorised + unauthorised; }
    std::int64_t attended() const { return possible - absent(); }
};

/// The sessions of every pupil of a school in one period, beside School::pupils.
class SessionCounts {
  public:
    SessionCounts(const School& school, const AttendanceCodes& codes, const Period& period);

    const PupilSessions& pupil(std::size_t index) const { return m_pupils[index]; }
    /// Sessions of one code; 0 for pupils without marks.
    std::int64_t sessions_of(std::size_t pupil, CodeId code) const;

  private:
    void count_marks(const AttendanceYear& school_register, const AttendanceCodes& codes,
                     const Period& period);
    void take_totals(const AttendanceYear& school_register);

    std::vector<PupilSessions> m_pupils;
    /// By pupil, `m_codes` wide: sessions by code.
    std::vector<std::uint32_t> m_by_code;
    std::size_t m_codes{0};
};

} // namespace termbook
