// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/tables/dates.hpp"
#include "connectors/profiles/recognition.hpp"
#include "connectors/readers/row_reader.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace termbook {

/// How one column writes what could be meant in two ways. No cell of it can tell alone.
struct ColumnHabits {
    DateOrder dates{DateOrder::day_first};
    bool few_tell{false};          ///< the month is first, but few of its dates must be read so
    bool says_no{false};           ///< where a no is written out, a blank is no answer
    bool several_spellings{false}; ///< some answers are Y or N, others T or F, or 1 or 0
    bool has_upns{false};          ///< most of its values have the form of a UPN
    std::optional<double> scale{}; ///< of results: nine in ten are from 0 to this
};

/// Whether a field is answered by yes or no.
bool is_answer(std::string_view field);

/// The habits of a table's columns, from its rows, which are read as far as it takes: for most columns some
/// thousand rows, for what is rarely told a hundred thousand, and to the end for dates that could be meant in
/// two ways as long as none of them tells.
///
/// Of a column's dates of three numbers, some can only have the day first (13/02/2025), some only the month,
/// and most either. British systems write the day first; spreadsheets set to another country turn that round,
/// and people put two exports into one. So:
/// - the day is first unless at least one date in twelve must have the month first: of a term's school days
///   three in five must, and of its first fortnight, which is the fewest, one in ten. A few others are slips.
/// - where some must have the one first and some the other, that of more than nineteen in twenty of them goes
///   for the column; else it has both, and dates that could be either are none.
std::vector<ColumnHabits> find_habits(readers::RowReader& rows, const RecognisedTable& table);

} // namespace termbook
