// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/profiles/profile.hpp"
#include "connectors/readers/row_reader.hpp"
#include "core/calendar/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// A column that is less sure than this to be what it seems is not read.
inline constexpr double least_confidence = 0.6;

/// What a column of an unknown table may be.
struct ProposedColumn {
    std::string header; ///< as the file writes it
    std::string field;
    double confidence{0}; ///< 0 to 1
    std::string because;  ///< "like the header 'year group', 98% of 210 values fit"; no value
    bool required{false};
    bool one_of_required{false};
};

/// How a table that no profile knows could be read.
struct Proposal {
    std::string loads; ///< the connector that would read it
    std::string like;  ///< the title of the profile whose required columns it has, or comes nearest to
    std::uint64_t header_line{0};
    std::string sheet;                    ///< of a workbook
    std::vector<ProposedColumn> read;     ///< sure enough, in the order of the table
    std::vector<ProposedColumn> doubtful; ///< not sure enough
    std::vector<std::string> not_read;    ///< other headers
    std::vector<std::string> missing;     ///< what the connector cannot do without and no column is

    bool suffices() const { return missing.empty() && !read.empty(); }
    /// How sure all that is read is, together.
    double weight() const;
    /// Whether this one is the likelier reading of a table.
    bool better_than(const Proposal& other) const;
};

/// Looks at the first rows of a table: which of them is its header, and what each column may be, by the
/// likeness of its header to those that the profiles know and by its values. None where no row can be told to
/// be a header: then the first rows may be pupils, and must not be shown. `today` is the day the file was
/// made on.
std::optional<Proposal> propose_profile(readers::RowReader& rows, const std::vector<const Profile*>& profiles,
                                        std::optional<Date> today);

/// The proposal as a profile for a workspace's `profiles`, with comments for whoever edits it. Throws Error
/// (usage) where it does not suffice for one.
std::string profile_xml(const Proposal& proposal, const std::string& key);

} // namespace termbook
