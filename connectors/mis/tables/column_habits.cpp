// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/column_habits.hpp"

#include "connectors/mis/tables/values.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace termbook {

namespace {

constexpr std::array<std::string_view, 8> answers{"pp",  "fsm",  "ever6",   "lac",
                                                  "eal", "plac", "service", "disabled"};

/// A column that has had no date of three numbers in as many rows has none.
constexpr std::uint64_t rows_that_tell = 1000;

/// What was seen of one column that is read.
struct Seen {
    std::size_t column;
    bool is_answer;
    bool either{false};
    bool day_first{false};
    bool month_first{false};
    bool no{false};
    std::string last_date{};

    void look_at(std::string_view cell) {
        if (is_answer) {
            no = no || parse_yes_no(cell) == false;
            return;
        }
        // What is no date is told by its first character, mostly.
        if (day_first || cell.size() < 6 || cell.front() < '0' || cell.front() > '9') return;
        if (cell == last_date) return; // a day of marks has thousands of rows
        last_date = cell;
        const OrderSeen seen = order_seen(cell);
        either = either || seen == OrderSeen::either;
        day_first = day_first || seen == OrderSeen::day_first;
        month_first = month_first || seen == OrderSeen::month_first;
    }

    /// Whether more rows could not change what is known.
    bool settled() const { return is_answer ? no : day_first || !(either || month_first); }
};

} // namespace

bool is_answer(std::string_view field) {
    return std::find(answers.begin(), answers.end(), field) != answers.end();
}

std::vector<ColumnHabits> find_habits(readers::RowReader& rows, const RecognisedTable& table) {
    std::vector<Seen> columns;
    for (std::size_t i = 0; i < table.fields.size(); ++i)
        if (!table.fields[i].empty()) columns.push_back({i, is_answer(table.fields[i])});
    const auto all_settled = [&] {
        return std::all_of(columns.begin(), columns.end(), [](const Seen& each) { return each.settled(); });
    };
    readers::Row row;
    for (std::uint64_t read = 0; rows.next(row); ++read) {
        if (row.line <= table.header_line) continue;
        for (Seen& each : columns)
            if (each.column < row.cells.size()) each.look_at(trimmed(row.cells[each.column]));
        if (read >= rows_that_tell && all_settled()) break;
    }
    std::vector<ColumnHabits> habits(table.fields.size());
    for (const Seen& each : columns)
        habits[each.column] = {
            each.month_first && !each.day_first ? DateOrder::month_first : DateOrder::day_first, each.no};
    return habits;
}

} // namespace termbook
