// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/marks/mark_string.hpp"

#include "connectors/mis/tables/values.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <chrono>

namespace termbook {

namespace {

bool is_weekend(Date date) {
    const std::chrono::weekday day{date};
    return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

Date next_day(Date date, int days_a_week) {
    do
        date += std::chrono::days{1};
    while (days_a_week == 5 && is_weekend(date));
    return date;
}

/// Calls see(date, afternoon, code) for each session.
template<typename See>
void each_session(const MarkString& string, int days_a_week, See see) {
    Date date = string.start;
    if (days_a_week == 5 && is_weekend(date)) date = next_day(date, days_a_week);
    for (std::size_t i = 0; i < string.codes.size(); ++i) {
        if (i > 0 && i % 2 == 0) date = next_day(date, days_a_week);
        see(date, i % 2 == 1, static_cast<CodeId>(string.codes[i]));
    }
}

/// The bytes of the UTF-8 character at a place.
std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && continues_character(text[at + length]))
        ++length;
    return length;
}

bool is_mark(CodeId code, const AttendanceCodes& codes) {
    const SessionClass counts_as = codes.counts_as(code);
    return counts_as != SessionClass::missing && counts_as != SessionClass::not_collected;
}

} // namespace

std::string read_mark_string(std::string_view text, const AttendanceCodes& codes,
                             std::vector<std::string>& unknown) {
    std::string ids;
    const auto add = [&](std::string_view mark) {
        const CodeId id = codes.id(mark);
        if (id == AttendanceCodes::unknown) unknown.emplace_back(mark);
        ids += static_cast<char>(id);
    };
    if (text.find(',') == std::string_view::npos) {
        ids.reserve(text.size());
        for (std::size_t i = 0, length = 0; i < text.size(); i += length) {
            length = character_length(text, i);
            add(text.substr(i, length));
        }
        return ids;
    }
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        add(trimmed(text.substr(from, comma - from)));
        from = comma + 1;
    }
    return ids;
}

int days_a_week(const std::vector<MarkString>& strings, const AttendanceCodes& codes) {
    bool any_weekend = false;
    bool any_mark = false;
    for (const MarkString& string : strings) {
        bool mark_on_weekend = false;
        each_session(string, 7, [&](Date date, bool, CodeId code) {
            any_weekend = any_weekend || is_weekend(date);
            any_mark = any_mark || is_mark(code, codes);
            mark_on_weekend = mark_on_weekend || (is_weekend(date) && is_mark(code, codes));
        });
        if (mark_on_weekend) return 5;
    }
    return any_weekend && any_mark ? 7 : 5;
}

Date place_mark_strings(const std::vector<MarkString>& strings, const AttendanceCodes& codes,
                        const ExportFile& file, RegisterBuilder& school) {
    const int week = days_a_week(strings, codes);
    Date last = Date::min();
    for (const MarkString& string : strings)
        each_session(string, week, [&](Date date, bool, CodeId code) {
            if (is_mark(code, codes)) last = std::max(last, date);
        });
    for (const MarkString& string : strings)
        each_session(string, week, [&](Date date, bool afternoon, CodeId code) {
            if (date <= last)
                school.mark(string.pupil, date, afternoon, code, {file.name, string.line, file.sheet});
        });
    return last;
}

} // namespace termbook
