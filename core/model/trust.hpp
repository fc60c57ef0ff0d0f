// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/period.hpp"
#include "core/diagnostics/issue.hpp"
#include "core/model/attendance.hpp"
#include "core/model/attendance_codes.hpp"
#include "core/model/captured.hpp"
#include "core/model/comparator.hpp"
#include "core/model/incident.hpp"
#include "core/model/phase.hpp"
#include "core/model/pupil.hpp"
#include "core/model/result.hpp"
#include "core/model/roll.hpp"
#include "core/model/staff.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

struct School {
    std::string urn; ///< its number in the DfE's register
    std::string name;
    std::optional<Phase> phase;
    std::string folder;  ///< of its exports, below `exports`; empty if it has none of its own
    std::string laestab; ///< the digits of its local authority and its own; empty if not configured
    /// The code of the local authority it lies in ("857"); empty if termbook.xml does not say.
    std::string local_authority;
    std::vector<Pupil> pupils; ///< everyone who is or was there in any year
    std::vector<Roll> rolls;
    std::vector<AttendanceYear> attendance;
    std::vector<ResultsYear> results;
    std::vector<Incident> incidents;
    std::vector<IncidentLog> incident_logs;
    std::vector<StaffYear> staff;

    const Roll* roll_in(std::size_t year) const;
    Roll& roll(std::size_t year); ///< added if there is none
    const AttendanceYear* attendance_in(std::size_t year) const;
    const ResultsYear* results_in(std::size_t year) const;
    /// Null: the school exported none of the kind for the year, which is not the same as having had none.
    const IncidentLog* incidents_in(IncidentKind kind, std::size_t year) const;
    const StaffYear* staff_in(std::size_t year) const;
};

/// What a figure should reach, as the workspace states it, and for which of its values. Which of several
/// rules holds: see find_target.
struct TargetRule {
    std::string figure;
    double value{0};
    bool at_least{true};
    std::optional<Phase> phase{};    ///< only for schools of this phase
    std::string school{};            ///< only for the school with this URN
    std::optional<YearGroup> year{}; ///< only for this year group
    /// Only for the pupils in all of these groups: keys such as "pp" or "not-send", in alphabetical order.
    std::vector<std::string> groups{};
    std::string subject{}; ///< only in this subject
    /// Only within one of these: what the rule's period means in each configured year that has the like.
    std::vector<Period> periods{};
};

/// An export that was used.
struct SourceFile {
    std::string file; ///< relative to the workspace
    std::string kind; ///< what it was recognised as: the profile's title
    std::string sha256;
    std::uint64_t rows{0};
    std::optional<Date> as_at;         ///< the date the export states; else the day the file was last changed
    std::vector<std::string> sheets{}; ///< of a workbook: those whose rows told of pupils first
};

/// A trust, loaded: everything that figures are counted from.
struct Trust {
    std::string name;
    Calendar calendar;
    AttendanceCodes codes;
    std::vector<School> schools;
    std::vector<TargetRule> targets;
    std::vector<Comparator> comparators;
    int disclosure_threshold{6};
    int coverage_percent{50};      ///< a trust's figure needs data from at least this share of its schools
    int average_scaled_score{100}; ///< key stage 2: what "above average" begins above
    std::vector<SourceFile> sources;
    Captures captures; ///< figures kept from earlier: they answer where the exports do not reach
    IssueLog issues;

    const School* school(std::string_view urn) const;
    bool has_school_in(std::string_view local_authority) const;
    /// Where the row stands that told of a pupil first; without a file where none is known.
    SourcePos place_of(const ExportRow& row) const;
};

} // namespace termbook
