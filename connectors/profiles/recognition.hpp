// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/profiles/profile.hpp"
#include "connectors/readers/row_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// A table as a profile sees it.
struct RecognisedTable {
    const Profile* profile{nullptr};
    std::uint64_t header_line{0};
    std::vector<std::string> headers; ///< as the file writes them
    std::vector<std::string> fields;  ///< by column; empty where the profile reads nothing
    std::string why;                  ///< "11 of 18 columns known, header on line 1"

    /// The column of a field.
    std::optional<std::size_t> column(std::string_view field) const;
};

/// Finds the header among the first rows of a table, and the profile that fits it best: all its required
/// columns there, and the most of its fields. A header of sessions may take two rows, dates over AM and PM.
/// Throws Error (without a file) when none fits, with the nearest profile and what it misses; a header is
/// named only where a profile knows it, since a table without one starts with pupils.
RecognisedTable recognise_table(readers::RowReader& rows, const std::vector<const Profile*>& profiles);

} // namespace termbook
