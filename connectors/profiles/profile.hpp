// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/incident.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// A column that a family of exports has, under any of several headers.
struct ProfileColumn {
    std::string field; ///< what it is to Termbook: "upn", "attendance.possible"; empty: not read
    std::string name;  ///< the first of its headers, as messages write it
    std::vector<std::string> headers; ///< all of them, folded; a * stands for any text, such as dates
    bool dated{false}; ///< its headers are sessions or days ("01/09/2025 AM"), and there may be many of them
    bool required{false};
    bool repeats{false};         ///< several columns are of the field, as those of a tracker's terms
    bool one_of_required{false}; ///< of the columns marked so, at least one must be there

    bool has(std::string_view folded) const; ///< whether a folded header is one of its own
};

/// What a family of exports looks like: a file of `connectors/profiles/data`, or of the workspace's own
/// `profiles`.
struct Profile {
    std::string key;   ///< "sims-whole-school"
    std::string title; ///< "SIMS whole-school spreadsheet"
    std::string loads; ///< the connector that reads it: "pupil-table", "mark-rows", "ctf"
    /// Of lists of incidents: what they list, `kinds="suspension exclusion"`, "suspension", "exclusion" or
    /// "behaviour". An export without a row then says that there was none of the kind. Of one kind, every row
    /// is of it; of several, each row says its own in the column `kind`.
    std::vector<IncidentKind> kinds{};
    std::string root; ///< of XML exports: the root element; empty for tables
    std::vector<ProfileColumn> columns{};
    bool own{false}; ///< the workspace's: it goes before one that Termbook brings and that fits as well
};

/// Reads a profile. Throws Error with the place when it is not one.
Profile read_profile(std::string bytes, const std::string& name);

/// The profiles that come with Termbook.
const std::vector<Profile>& shipped_profiles();

/// A header as profiles compare it: lower case, blanks of all kinds (no-break spaces too) folded to one, none
/// at the ends.
std::string folded_header(std::string_view header);

} // namespace termbook
