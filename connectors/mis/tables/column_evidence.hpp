// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/tables/column_habits.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace termbook {

/// What was seen of one column so far, and the habits that it comes to: see find_habits.
class ColumnEvidence {
  public:
    explicit ColumnEvidence(std::string_view field);

    /// A cell, without the blanks around it.
    void see(std::string_view cell);

    /// Whether more than the rows that were read could not change what is known.
    bool settled(std::uint64_t rows_read) const;

    ColumnHabits habits() const;

  private:
    enum class Kind { answer, upn, score, date };

    void see_date(std::string_view cell);
    void see_answer(std::string_view cell);
    void see_score(std::string_view cell);
    std::uint64_t count(OrderSeen seen) const { return m_orders[static_cast<std::size_t>(seen)]; }
    DateOrder order() const;
    bool few_tell() const;
    std::optional<double> scale() const;

    Kind m_kind;
    std::uint64_t m_filled{0};               ///< of scores: with a number
    std::array<std::uint64_t, 4> m_orders{}; ///< by OrderSeen: how many dates
    std::string m_last_date;
    OrderSeen m_last_order{OrderSeen::none};
    bool m_no{false};
    std::array<bool, 3> m_spellings{}; ///< Y or N, T or F, 1 or 0
    std::uint64_t m_upns{0};
    std::array<std::uint64_t, 2> m_within{}; ///< by scale
};

} // namespace termbook
