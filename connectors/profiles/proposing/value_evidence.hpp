// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>

namespace termbook {

/// Kinds of values that a column of an export may hold.
enum class ValueKind : std::uint8_t {
    upn,        ///< its letter fits its digits
    own_number, ///< one word with a digit in it, as a system's own numbers are
    date,
    birthday,    ///< a date from 3 to 20 years back
    recent_date, ///< a date in the last three years
    year_group,
    named_year_group, ///< "Year 4", "Y4", "R": no number alone
    female,
    male,
    yes_or_no,
    sen_status,
    telling_sen_status, ///< any but N
    session,
    named_session, ///< "AM": no number alone
    code,          ///< a national attendance code
    slash,         ///< the codes / and \, which little else looks like
    count,
    number,
    stage,
    prior_band,
    without_digits,
    short_text,    ///< at most six characters
    four_capitals, ///< as codes of ethnicity are
    three_capitals,
};

/// How well the values of a column go with what it may be.
struct Judgement {
    double fit{1};     ///< the share of values that could be read so
    double telling{0}; ///< how sure the values alone make it, were they all to fit
};

/// What kinds of values a column holds: how many of each, and none of the values.
class ValueEvidence {
  public:
    /// `today`: the day the file was made on, from which ages are counted.
    explicit ValueEvidence(std::optional<Date> today) : m_today(today) {}

    void see(std::string_view value);

    std::size_t filled() const { return m_filled; }
    /// The share of the values that are of this kind; 0 of none.
    double share(ValueKind kind) const;
    /// Different values, counted up to a few hundred.
    std::size_t different() const { return m_different.size(); }

    /// Whether they are of a kind that no header is: numbers, dates, yes or no …
    bool typed() const;

    /// How well they go with a field of a profile.
    Judgement judge(std::string_view field) const;

  private:
    static constexpr std::size_t kinds = static_cast<std::size_t>(ValueKind::three_capitals) + 1;

    void count(ValueKind kind, bool is) { m_counts[static_cast<std::size_t>(kind)] += is; }
    void see_date(std::string_view value);
    void see_letters(std::string_view value);

    std::optional<Date> m_today;
    std::size_t m_filled{0};
    std::array<std::size_t, kinds> m_counts{};
    std::set<std::size_t> m_different; ///< hashes
};

} // namespace termbook
