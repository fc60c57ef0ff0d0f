// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/session_counts.hpp"

#include <algorithm>

namespace termbook {

namespace {

using Histogram = std::array<std::uint32_t, 256>;

/// Four counters a code, taken in turn: the same code often follows itself, and one counter would wait for
/// its own last sum.
class MarkCounter {
  public:
    void add(std::string_view marks) {
        std::size_t i = 0;
        for (; i + 4 <= marks.size(); i += 4)
            for (std::size_t lane = 0; lane < 4; ++lane)
                ++m_lanes[lane][byte(marks[i + lane])];
        for (; i < marks.size(); ++i)
            ++m_lanes[0][byte(marks[i])];
    }

    Histogram total() const {
        Histogram sum{};
        for (const auto& lane : m_lanes)
            for (std::size_t code = 0; code < sum.size(); ++code)
                sum[code] += lane[code];
        return sum;
    }

  private:
    static std::size_t byte(char mark) { return static_cast<unsigned char>(mark); }

    std::array<Histogram, 4> m_lanes{};
};

/// The stretches of a packed string that lie in a period: [first, last) in bytes.
struct Stretch {
    std::size_t first;
    std::size_t last;
};

std::vector<Stretch> stretches(const std::vector<Date>& days, const Period& period) {
    std::vector<Stretch> found;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (days[day] < period.from || days[day] > period.to) continue;
        if (!found.empty() && found.back().last == 2 * day)
            found.back().last += 2;
        else
            found.push_back({2 * day, 2 * day + 2});
    }
    return found;
}

Histogram count(std::string_view marks, const std::vector<Stretch>& in_period) {
    MarkCounter counter;
    for (const auto& stretch : in_period) {
        if (stretch.first >= marks.size()) continue;
        counter.add(marks.substr(stretch.first, stretch.last - stretch.first));
    }
    return counter.total();
}

PupilSessions sum_up(const Histogram& sessions, const AttendanceCodes& codes) {
    PupilSessions sum;
    sum.detail = Detail::marks;
    sum.unknown = sessions[AttendanceCodes::unknown];
    for (std::size_t i = 0; i < codes.codes().size(); ++i) {
        const std::int64_t n = sessions[i + 1];
        switch (codes.codes()[i].counts_as) {
        case SessionClass::present:
            sum.present += n;
            break;
        case SessionClass::aea:
            sum.aea += n;
            break;
        case SessionClass::authorised:
            sum.authorised += n;
            break;
        case SessionClass::unauthorised:
            sum.unauthorised += n;
            break;
        case SessionClass::missing:
            sum.missing += n;
            break;
        case SessionClass::unknown:
            sum.unknown += n;
            break;
        case SessionClass::not_possible:
        case SessionClass::not_collected:
            break;
        }
        if (codes.codes()[i].late) sum.late += n;
    }
    sum.possible = sum.present + sum.aea + sum.authorised + sum.unauthorised;
    return sum;
}

} // namespace

SessionCounts::SessionCounts(const School& school, const AttendanceCodes& codes, const Period& period)
    : m_pupils(school.pupils.size()), m_codes(codes.codes().size()) {
    const AttendanceYear* school_register = school.attendance_in(period.year);
    if (!school_register) return;
    m_by_code.resize(m_pupils.size() * m_codes);
    count_marks(*school_register, codes, period);
    if (period.whole_year) take_totals(*school_register);
}

void SessionCounts::count_marks(const AttendanceYear& school_register, const AttendanceCodes& codes,
                                const Period& period) {
    const auto in_period = stretches(school_register.days, period);
    for (std::size_t pupil = 0; pupil < m_pupils.size(); ++pupil) {
        if (!school_register.has_marks(pupil)) continue;
        const Histogram sessions = count(school_register.marks[pupil], in_period);
        // Marks in another term say nothing of this one.
        if (std::all_of(sessions.begin() + 1, sessions.end(), [](std::uint32_t n) { return n == 0; }))
            continue;
        m_pupils[pupil] = sum_up(sessions, codes);
        std::copy_n(sessions.begin() + 1, m_codes,
                    m_by_code.begin() + static_cast<std::ptrdiff_t>(pupil * m_codes));
    }
}

void SessionCounts::take_totals(const AttendanceYear& school_register) {
    for (std::size_t pupil = 0; pupil < m_pupils.size(); ++pupil) {
        if (!school_register.has_totals(pupil)) continue;
        const AttendanceTotals& totals = *school_register.totals[pupil];
        PupilSessions& counted = m_pupils[pupil];
        if (counted.detail == Detail::marks && marks_cover(counted.possible, totals)) continue;
        counted = {};
        counted.detail = Detail::totals;
        counted.possible = totals.possible;
        counted.authorised = totals.authorised;
        counted.unauthorised = totals.unauthorised;
    }
}

std::int64_t SessionCounts::sessions_of(std::size_t pupil, CodeId code) const {
    if (m_by_code.empty() || code == AttendanceCodes::none || code > m_codes) return 0;
    return m_by_code[pupil * m_codes + code - 1];
}

} // namespace termbook
