// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/tables/dates.hpp"
#include "connectors/profiles/recognition.hpp"
#include "connectors/readers/row_reader.hpp"

#include <string_view>
#include <vector>

namespace termbook {

/// How one column writes what could be meant in two ways. No cell of it can tell alone.
struct ColumnHabits {
    DateOrder dates{DateOrder::day_first};
    bool says_no{false}; ///< where a no is written out, a blank is no answer
};

/// Whether a field is answered by yes or no.
bool is_answer(std::string_view field);

/// The habits of a table's columns, from its rows, which are read as far as it takes: until each column of
/// dates has one that cannot have the month first, and to the end of a table that has answers. The month is
/// first only where some date of the column must be read so and none can not.
std::vector<ColumnHabits> find_habits(readers::RowReader& rows, const RecognisedTable& table);

} // namespace termbook
