// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/counting_notes.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace {

std::string plural(std::int64_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

struct Note {
    std::int64_t Tally::*count;
    std::string_view one;
    std::string_view many;
};

constexpr Note attendance_notes[] = {
    {&Tally::without_data, "pupil has no attendance in this period",
     "pupils have no attendance in this period"},
    {&Tally::without_detail, "pupil has totals without reasons or dates: not counted",
     "pupils have totals without reasons or dates: not counted"},
    {&Tally::missing_marks, "session without a mark: not counted", "sessions without a mark: not counted"},
    {&Tally::unknown_marks, "session with a mark that is no national code: not counted",
     "sessions with a mark that is no national code: not counted"},
};

constexpr Note notes[] = {
    {&Tally::without_year, "pupil has no year group: counted", "pupils have no year group: counted"},
    {&Tally::reckoned, "pupil's year group was worked out from another year's list",
     "pupils' year groups were worked out from another year's list"},
    {&Tally::not_known, "pupil of whom the exports do not say whether they are of the group: not counted",
     "pupils of whom the exports do not say whether they are of the group: not counted"},
};

constexpr Note result_notes[] = {
    {&Tally::without_data, "pupil has no such result: not counted",
     "pupils have no such result: not counted"},
};

constexpr Note incident_notes[] = {
    {&Tally::set_aside, "incident was cancelled or not upheld: not counted",
     "incidents were cancelled or not upheld: not counted"},
    {&Tally::without_length,
     "pupil has a suspension whose length was not exported: its sessions are not counted",
     "pupils have suspensions whose length was not exported: their sessions are not counted"},
};

constexpr Note staff_notes[] = {
    {&Tally::without_detail, "member of staff whose days are given for the whole year only: not counted",
     "members of staff whose days are given for the whole year only: not counted"},
    {&Tally::without_data, "member of staff whose days are not known: not counted",
     "members of staff whose days are not known: not counted"},
};

} // namespace

std::vector<std::string> what_was_left_out(const Tally& sum, Basis basis, std::optional<Date> cut_off) {
    std::vector<std::string> texts;
    const auto add = [&](const Note& note) {
        if (const std::int64_t n = sum.*note.count; n > 0) texts.push_back(plural(n, note.one, note.many));
    };
    std::for_each(std::begin(notes), std::end(notes), add);
    if (is_attendance(basis)) std::for_each(std::begin(attendance_notes), std::end(attendance_notes), add);
    if (cut_off && sum.by_totals > 0)
        texts.push_back(fmt::format("{} counted by totals, which may reach another day than {}",
                                    plural(sum.by_totals, "pupil is", "pupils are"), long_text(*cut_off)));
    if (basis == Basis::results) std::for_each(std::begin(result_notes), std::end(result_notes), add);
    if (is_of_incidents(basis)) std::for_each(std::begin(incident_notes), std::end(incident_notes), add);
    if (is_of_staff(basis)) std::for_each(std::begin(staff_notes), std::end(staff_notes), add);
    return texts;
}

std::string_view what_is_wanted(Basis basis) {
    switch (basis) {
    case Basis::totals:
    case Basis::marks:
        return "the exports hold no attendance for this";
    case Basis::results:
        return "the exports hold no such results for this";
    case Basis::suspensions:
        return "no export of suspensions for this year";
    case Basis::exclusions:
        return "no export of exclusions for this year";
    case Basis::behaviour:
        return "no export of behaviour incidents for this year";
    case Basis::roll:
        return "no list of pupils for this year";
    case Basis::staff_days:
        return "no list of staff with their days available and lost for this year";
    case Basis::staff_absences:
        return "no list of staff absence for this year";
    }
    return {};
}

std::string_view what_is_lacking(Basis basis) {
    if (is_of_staff(basis)) return "the exports give the days of staff for the whole year only";
    if (is_of_incidents(basis)) return "no list of pupils for this year, whom this is a share of";
    return "the exports give totals without reasons or dates";
}

} // namespace termbook
