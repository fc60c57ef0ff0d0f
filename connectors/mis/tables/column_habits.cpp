// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/column_habits.hpp"

#include "connectors/mis/tables/column_evidence.hpp"
#include "connectors/mis/tables/values.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace termbook {

namespace {

constexpr std::array<std::string_view, 8> answers{"pp",  "fsm",  "ever6",   "lac",
                                                  "eal", "plac", "service", "disabled"};

} // namespace

bool is_answer(std::string_view field) {
    return std::find(answers.begin(), answers.end(), field) != answers.end();
}

std::vector<ColumnHabits> find_habits(readers::RowReader& rows, const RecognisedTable& table) {
    std::vector<std::pair<std::size_t, ColumnEvidence>> columns;
    for (std::size_t i = 0; i < table.fields.size(); ++i)
        if (!table.fields[i].empty()) columns.emplace_back(i, ColumnEvidence(table.fields[i]));
    std::uint64_t read = 0;
    const auto settled = [&](const auto& each) { return each.second.settled(read); };
    readers::Row row;
    for (; rows.next(row); ++read) {
        if (row.line <= table.header_line) continue;
        for (auto& [column, evidence] : columns)
            if (column < row.cells.size()) evidence.see(trimmed(row.cells[column]));
        if (std::all_of(columns.begin(), columns.end(), settled)) break;
    }
    std::vector<ColumnHabits> habits(table.fields.size());
    for (const auto& [column, evidence] : columns)
        habits[column] = evidence.habits();
    return habits;
}

} // namespace termbook
