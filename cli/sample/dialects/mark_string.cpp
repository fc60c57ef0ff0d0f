// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/mark_string.hpp"

#include "core/diagnostics/error.hpp"

#include <chrono>
#include <fmt/format.h>
#include <optional>

namespace termbook::sample {

namespace {

/// Calls see(index) for each weekday from the first day of school to the last, with its index among the
/// school's days, or none when the school was closed.
template<typename See>
void each_weekday(const std::vector<Date>& days, See see) {
    std::size_t next = 0;
    for (Date date = days.front(); date <= days.back(); date += std::chrono::days{1}) {
        const bool open = days[next] == date;
        const std::chrono::weekday day{date};
        if (open)
            see(std::optional(next++));
        else if (day != std::chrono::Saturday && day != std::chrono::Sunday)
            see(std::optional<std::size_t>());
    }
}

} // namespace

std::string mark_string(const ExportedPupil& pupil, const std::vector<Date>& days,
                        const AttendanceCodes& codes, MarkSpelling spelling) {
    std::string text;
    const auto add = [&](std::string_view mark) {
        if (spelling == MarkSpelling::characters && mark.size() != 1)
            throw Error({}, fmt::format("the attendance code '{}'", mark), "codes of one character",
                        "spell the marks with commas");
        if (spelling == MarkSpelling::commas && !text.empty()) text += ',';
        text += mark;
    };
    each_weekday(days, [&](std::optional<std::size_t> day) {
        for (const std::size_t session : {0, 1})
            add(day ? spelling_of(static_cast<CodeId>(pupil.marks[2 * *day + session]), codes) : "#");
    });
    return text;
}

} // namespace termbook::sample
