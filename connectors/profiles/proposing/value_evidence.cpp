// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/proposing/value_evidence.hpp"

#include "connectors/mis/pupils/upn.hpp"
#include "connectors/mis/tables/values.hpp"
#include "connectors/profiles/attendance_codes_file.hpp"
#include "connectors/profiles/profile.hpp"
#include "core/letters.hpp"
#include "core/model/attendance_codes.hpp"
#include "core/model/result.hpp"
#include "core/model/year_group.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

namespace termbook {

namespace {

using Kind = ValueKind;
using namespace std::chrono_literals;

constexpr std::size_t most_different = 500;
constexpr std::size_t upn_size = 13;
constexpr std::size_t longest_short_text = 6;
constexpr double mostly = 0.7; ///< the share that makes a column one of a kind

bool has_digits(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

bool is_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

bool all_capitals(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

const AttendanceCodes& codes() {
    static const AttendanceCodes national = national_attendance_codes();
    return national;
}

Judgement upn(const ValueEvidence& seen) {
    if (seen.share(Kind::upn) >= mostly) return {seen.share(Kind::upn), 0.95};
    return {seen.share(Kind::own_number), 0};
}

Judgement date_of_marks(const ValueEvidence& seen) {
    // Each day of a register stands on many rows.
    const bool repeated = 2 * seen.different() <= seen.filled();
    return {seen.share(Kind::recent_date), repeated ? 0.7 : 0.3};
}

Judgement sex(const ValueEvidence& seen) {
    const bool both = seen.share(Kind::female) > 0 && seen.share(Kind::male) > 0;
    return {seen.share(Kind::female) + seen.share(Kind::male), both ? 0.85 : 0.1};
}

Judgement result(const ValueEvidence& seen) {
    return {std::max(seen.share(Kind::number), seen.share(Kind::short_text)), 0};
}

template<Kind kind, int percent>
Judgement plainly(const ValueEvidence& seen) {
    return {seen.share(kind), percent / 100.0};
}

/// What is told by `kind`, and by itself where enough of it is of another, narrower kind.
template<Kind kind, Kind narrower, int percent, int percent_without>
Judgement rather(const ValueEvidence& seen) {
    return {seen.share(kind), (seen.share(narrower) > 0.1 ? percent : percent_without) / 100.0};
}

/// Any text goes.
template<Kind kind, int percent>
Judgement freely(const ValueEvidence& seen) {
    return {1, seen.share(kind) >= mostly ? percent / 100.0 : 0};
}

struct FieldRule {
    std::string_view field; ///< or, with a dot at its end, all that begin so
    Judgement (*judge)(const ValueEvidence& seen);
};

constexpr FieldRule rules[] = {
    {"upn", upn},
    {"surname", plainly<Kind::without_digits, 0>},
    {"forename", plainly<Kind::without_digits, 0>},
    {"born", plainly<Kind::birthday, 50>},
    {"joined", plainly<Kind::date, 20>},
    {"left", plainly<Kind::date, 10>},
    {"date", date_of_marks},
    {"sex", sex},
    {"year", rather<Kind::year_group, Kind::named_year_group, 85, 50>},
    {"session", rather<Kind::session, Kind::named_session, 90, 30>},
    {"mark", rather<Kind::code, Kind::slash, 90, 20>},
    {"sen", rather<Kind::sen_status, Kind::telling_sen_status, 80, 10>},
    {"stage", plainly<Kind::stage, 85>},
    {"prior", plainly<Kind::prior_band, 30>},
    {"ethnicity", freely<Kind::four_capitals, 50>},
    {"language", freely<Kind::three_capitals, 50>},
    {"eal", plainly<Kind::yes_or_no, 0>},
    {"pp", plainly<Kind::yes_or_no, 0>},
    {"fsm", plainly<Kind::yes_or_no, 0>},
    {"ever6", plainly<Kind::yes_or_no, 0>},
    {"lac", plainly<Kind::yes_or_no, 0>},
    {"plac", plainly<Kind::yes_or_no, 0>},
    {"service", plainly<Kind::yes_or_no, 0>},
    {"disabled", plainly<Kind::yes_or_no, 0>},
    {"attendance.", plainly<Kind::count, 10>},
    {"result", result},
    {"result.", result},
};

} // namespace

void ValueEvidence::see(std::string_view value) {
    const std::string_view text = trimmed(value);
    if (text.empty()) return;
    ++m_filled;
    if (m_different.size() < most_different) m_different.insert(std::hash<std::string_view>{}(text));
    const bool whole_upn = text.size() == upn_size && !is_digit(text.front()) &&
                           std::all_of(text.begin() + 1, text.end() - 1, is_digit);
    count(Kind::upn, whole_upn && upn_fault(text) == UpnFault::none);
    count(Kind::own_number, has_digits(text) && text.find_first_of(" /.") == std::string_view::npos);
    see_date(text);
    const bool number = is_number(text);
    count(Kind::year_group, parse_year_group(text).has_value());
    count(Kind::named_year_group, parse_year_group(text) && !number);
    const auto sex = parse_sex(text);
    count(Kind::female, sex == Sex::female);
    count(Kind::male, sex == Sex::male);
    count(Kind::yes_or_no, parse_yes_no(text).has_value());
    const auto sen = parse_sen_status(text);
    count(Kind::sen_status, sen.has_value());
    count(Kind::telling_sen_status, sen && *sen != SenStatus::none);
    count(Kind::session, parse_afternoon(text).has_value());
    count(Kind::named_session, parse_afternoon(text) && !number);
    count(Kind::code, codes().id(text) != AttendanceCodes::unknown);
    count(Kind::slash, text == "/" || text == "\\");
    count(Kind::count, parse_count(text).has_value());
    count(Kind::number, number);
    count(Kind::stage, parse_stage(folded_header(text)).has_value());
    count(Kind::prior_band, parse_prior_band(text).has_value());
    see_letters(text);
}

void ValueEvidence::see_date(std::string_view value) {
    const auto date = parse_date(value);
    count(Kind::date, date.has_value());
    if (!date) return;
    constexpr auto year = std::chrono::days(365);
    const auto age = m_today ? *m_today - *date : 10 * year;
    count(Kind::birthday, age >= 3 * year && age <= 20 * year);
    count(Kind::recent_date, !m_today || (age < 3 * year && age > -year));
}

void ValueEvidence::see_letters(std::string_view value) {
    count(Kind::without_digits, !has_digits(value));
    count(Kind::short_text, value.size() <= longest_short_text);
    count(Kind::four_capitals, value.size() == 4 && all_capitals(value));
    count(Kind::three_capitals, value.size() == 3 && all_capitals(value));
}

double ValueEvidence::share(ValueKind kind) const {
    if (m_filled == 0) return 0;
    return static_cast<double>(m_counts[static_cast<std::size_t>(kind)]) / static_cast<double>(m_filled);
}

bool ValueEvidence::typed() const {
    constexpr Kind of_values[] = {Kind::upn,        Kind::date,    Kind::year_group, Kind::yes_or_no,
                                  Kind::sen_status, Kind::session, Kind::code,       Kind::number};
    return share(Kind::female) + share(Kind::male) >= mostly ||
           std::any_of(std::begin(of_values), std::end(of_values),
                       [&](Kind kind) { return share(kind) >= mostly; });
}

Judgement ValueEvidence::judge(std::string_view field) const {
    if (m_filled == 0) return {};
    for (const FieldRule& rule : rules)
        if (rule.field == field || (rule.field.back() == '.' && field.starts_with(rule.field)))
            return rule.judge(*this);
    return {};
}

} // namespace termbook
