// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// A column that a family of exports has, under any of several headers.
struct ProfileColumn {
    std::string field; ///< what it is to Termbook: "upn", "attendance.possible"; empty: not read
    std::string name;  ///< the first of its headers, as messages write it
    std::vector<std::string> headers; ///< all of them, folded; a * stands for any text, such as dates
    bool required{false};
    bool one_of_required{false}; ///< of the columns marked so, at least one must be there

    bool has(std::string_view folded) const; ///< whether a folded header is one of its own
};

/// What a family of exports looks like: a file of `connectors/profiles/data`, or of the workspace's own
/// `profiles`.
struct Profile {
    std::string key;   ///< "sims-whole-school"
    std::string title; ///< "SIMS whole-school spreadsheet"
    std::string loads; ///< the connector that reads it: "pupil-table", "mark-rows", "ctf"
    std::string root;  ///< of XML exports: the root element; empty for tables
    std::vector<ProfileColumn> columns;
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
