// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/column_evidence.hpp"

#include "connectors/mis/pupils/upn.hpp"
#include "connectors/mis/tables/values.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace termbook {

namespace {

/// A column that has had no date of three numbers in as many rows has none.
constexpr std::uint64_t rows_that_tell = 1'000;
/// What has been one way in as many rows is so in all.
constexpr std::uint64_t rows_enough = 100'000;

constexpr std::array<double, 2> scales{100, 1'000};
constexpr std::uint64_t fewest_scores = 10; ///< of which a scale can be told

std::string_view spellings_of(std::size_t kind) {
    return std::array{"yn", "tf", "10"}[kind];
}

} // namespace

ColumnEvidence::ColumnEvidence(std::string_view field)
    : m_kind(is_answer(field)                                    ? Kind::answer
             : field == "upn"                                    ? Kind::upn
             : field == "result" || field.starts_with("result.") ? Kind::score
                                                                 : Kind::date) {}

void ColumnEvidence::see(std::string_view cell) {
    if (m_kind == Kind::date) return see_date(cell);
    if (cell.empty()) return;
    if (m_kind == Kind::answer) return see_answer(cell);
    if (m_kind == Kind::score) return see_score(cell);
    ++m_filled;
    if (is_upn(cell)) ++m_upns;
}

void ColumnEvidence::see_date(std::string_view cell) {
    // What is no date is told by its first character, mostly.
    if (cell.size() < 6 || !is_digit(cell.front())) return;
    if (cell != m_last_date) { // a day of marks has thousands of rows
        m_last_date = cell;
        m_last_order = order_seen(cell);
    }
    ++m_orders[static_cast<std::size_t>(m_last_order)];
}

void ColumnEvidence::see_answer(std::string_view cell) {
    const auto answer = parse_yes_no(cell);
    if (!answer) return;
    m_no = m_no || !*answer;
    const char first = lower(cell.substr(0, 1)).front();
    for (std::size_t kind = 0; kind < m_spellings.size(); ++kind)
        if (spellings_of(kind).find(first) != std::string_view::npos) m_spellings[kind] = true;
}

void ColumnEvidence::see_score(std::string_view cell) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size()) return;
    ++m_filled;
    for (std::size_t i = 0; i < scales.size(); ++i)
        if (value >= 0 && value <= scales[i]) ++m_within[i];
}

bool ColumnEvidence::settled(std::uint64_t rows_read) const {
    switch (m_kind) {
    case Kind::answer:
        return m_no && rows_read >= rows_enough;
    case Kind::upn:
        return rows_read >= rows_that_tell;
    case Kind::score:
        return rows_read >= rows_enough;
    case Kind::date:
        break;
    }
    if (count(OrderSeen::day_first) > 0) return rows_read >= rows_enough;
    return rows_read >= rows_that_tell && count(OrderSeen::either) + count(OrderSeen::month_first) == 0;
}

DateOrder ColumnEvidence::order() const {
    const std::uint64_t day = count(OrderSeen::day_first);
    const std::uint64_t month = count(OrderSeen::month_first);
    if (day == 0)
        return month > 0 && 12 * month >= month + count(OrderSeen::either) ? DateOrder::month_first
                                                                           : DateOrder::day_first;
    if (20 * month < day + month) return DateOrder::day_first;
    return 20 * day < day + month ? DateOrder::month_first : DateOrder::both;
}

bool ColumnEvidence::few_tell() const {
    const std::uint64_t month = count(OrderSeen::month_first);
    return order() == DateOrder::month_first && 4 * month < month + count(OrderSeen::either);
}

std::optional<double> ColumnEvidence::scale() const {
    for (std::size_t i = 0; i < scales.size(); ++i)
        if (m_filled >= fewest_scores && 10 * m_within[i] >= 9 * m_filled) return scales[i];
    return std::nullopt;
}

ColumnHabits ColumnEvidence::habits() const {
    const bool several = std::count(m_spellings.begin(), m_spellings.end(), true) > 1;
    const bool has_upns = m_kind == Kind::upn && 2 * m_upns > m_filled;
    return {order(), few_tell(), m_no, several, has_upns, scale()};
}

} // namespace termbook
