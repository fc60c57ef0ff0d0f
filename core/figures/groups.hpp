// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/academic_year.hpp"
#include "core/model/pupil.hpp"
#include "core/model/roll.hpp"

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// A group of pupils that figures can be asked for. Definitions: the DfE's school census guide and the
/// statistics on attendance and attainment.
struct GroupDefinition {
    std::string_view key;        ///< as a mark writes it: "pp"
    std::string_view title;      ///< as a page writes it: "Disadvantaged (pupil premium)"
    std::string_view others;     ///< its complement: "Not disadvantaged"
    std::string_view definition; ///< who is meant
    /// Whether a pupil is one of them; none when the exports do not say.
    std::optional<bool> (*has)(const Pupil& pupil, const Enrolment& enrolment, const AcademicYear& year);
};

/// All groups, in the order that people list them.
std::span<const GroupDefinition> groups();

/// A group or its complement.
struct GroupChoice {
    const GroupDefinition* group{nullptr};
    bool complement{false};

    std::string key() const; ///< "pp" or "not-pp"
    std::string_view title() const { return complement ? group->others : group->title; }
    GroupChoice opposite() const { return {group, !complement}; }

    friend auto operator<=>(const GroupChoice&, const GroupChoice&) = default;
};

/// The group of a key such as "pp" or "not-pp". Throws Error (usage) with what is known and the nearest
/// spelling.
GroupChoice parse_group(std::string_view key);

/// The pupils that are in all of several groups: "pp,not-send". Throws like parse_group.
std::vector<GroupChoice> parse_groups(std::string_view keys);

} // namespace termbook
