// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/profiles/profile.hpp"
#include "connectors/profiles/proposing/value_evidence.hpp"
#include "connectors/readers/row_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// The first rows of a table, copied.
struct FirstRows {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint64_t> lines;

    /// What the column holds below a row.
    ValueEvidence evidence(std::size_t column, std::size_t below, std::optional<Date> today) const;
};

FirstRows first_rows(readers::RowReader& table);

/// The header among them: texts above columns of numbers, dates and the like, that are like headers which the
/// profiles know; of several such rows the one most like them. None where no row is like that.
std::optional<std::size_t> find_header(const FirstRows& first, const std::vector<const Profile*>& profiles,
                                       std::optional<Date> today);

} // namespace termbook
