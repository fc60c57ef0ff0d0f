// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/incident.hpp"
#include "core/model/result.hpp"
#include "core/model/year_group.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

enum class Unit {
    percent, ///< 0–100, unrounded
    points,  ///< a difference of two percentages
    count,
    score,            ///< a mean of scores
    score_difference, ///< of two means
    count_difference,
    days, ///< working days, counted in halves
    days_difference,
};

std::string_view to_string(Unit unit);

/// The unit of a difference between two figures of a unit.
Unit difference_of(Unit unit);

/// What a figure is counted from: which exports it wants.
enum class Basis : std::uint8_t {
    totals, ///< sessions of attendance; sums will do
    marks,  ///< every mark
    results,
    suspensions,
    exclusions,
    behaviour,
    roll,           ///< lists of pupils
    staff_days,     ///< days that staff had available, and lost
    staff_absences, ///< days that staff lost
};

constexpr bool is_attendance(Basis basis) {
    return basis == Basis::totals || basis == Basis::marks;
}

constexpr bool is_of_incidents(Basis basis) {
    return basis == Basis::suspensions || basis == Basis::exclusions || basis == Basis::behaviour;
}

/// Which exports a figure of the basis wants, in words.
std::string_view exports_wanted(Basis basis);

/// Whether a figure is about members of staff, who are in no group of pupils.
constexpr bool is_of_staff(Basis basis) {
    return basis == Basis::staff_days || basis == Basis::staff_absences;
}

/// The incidents that a figure counts; none if it counts others.
std::optional<IncidentKind> incidents_of(Basis basis);

struct PupilRecord;
struct StaffRecord;

/// What one pupil, or one member of staff, adds to a figure.
struct Counted {
    std::int64_t numerator{0};
    std::int64_t denominator{0};
    bool known{true}; ///< false: the exports do not say, and the pupil is left out and listed
};

/// What a figure is: one row of the catalogue.
struct FigureDefinition {
    std::string_view key;   ///< as a mark writes it: "attendance.rate"
    std::string_view title; ///< as a page writes it: "Attendance"
    Unit unit;
    std::string_view numerator;   ///< what is counted, in words: "sessions attended"
    std::string_view denominator; ///< out of what; empty for a count
    std::string_view definition;  ///< one or two sentences for the reader of a page
    Basis basis;
    /// Sums over the pupils of a selection give the figure; rates divide one sum by the other. Null for
    /// figures of staff.
    Counted (*count)(const PupilRecord& record);
    bool needs_code{false};       ///< the mark must say `code=…`
    bool needs_subject{false};    ///< the mark must say `subject=…`
    bool counts_pupils{false};    ///< pupils, or what few of them do: a small numerator names people
    std::optional<Stage> stage{}; ///< of figures from results
    /// The same for figures of staff, over its members.
    Counted (*count_staff)(const StaffRecord& record){nullptr};
    /// The last year of which a national figure is published ("2022/23"); empty: they go on.
    std::string_view published_until{};
    /// The years that have no such figure at all.
    std::span<const std::string_view> none_in{};
    /// Who is counted where no year group is asked for, beside pupils without a year group. None: everybody;
    /// of attendance, Years 1 to 11.
    std::optional<YearRange> years_in_total{};
    /// Raised when the figure is counted in another way though the sentences above stay as they are.
    int rule{1};
};

/// Every figure that can be asked for, in the order that people read them. Attendance is defined as in the
/// DfE's methodology for "Pupil attendance in schools", attainment as in its statistics on each stage,
/// suspensions as in "Suspensions and permanent exclusions in England".
const std::vector<FigureDefinition>& catalogue();

/// Tells one definition of a figure from another: 16 hex digits of the FNV-1a hash of its key, unit, basis,
/// stage, sentences and `rule`. Captured figures carry it.
std::string version_of(const FigureDefinition& definition);

/// The figure of that key, or null.
const FigureDefinition* find_figure(std::string_view key);

} // namespace termbook
