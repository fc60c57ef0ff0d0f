// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/recognition.hpp"

#include "core/diagnostics/error.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace termbook {

namespace {

/// A header stands below titles and guidance, but not below a page of them.
constexpr int rows_to_look_at = 20;

/// How well a row does as the header of a profile.
struct Fit {
    const Profile* profile{nullptr};
    std::uint64_t line{0};
    std::vector<std::string> headers;
    std::vector<std::string> fields;
    std::size_t known{0}; ///< columns that the profile knows
    std::size_t read{0};  ///< … and reads
    bool two_rows{false};
    std::vector<std::string> missing;

    bool better_than(const Fit& other) const {
        if (missing.empty() != other.missing.empty()) return missing.empty();
        if (read != other.read) return read > other.read;
        if (missing.size() != other.missing.size()) return missing.size() < other.missing.size();
        if (profile->own != other.profile->own) return profile->own;
        if (known != other.known) return known > other.known;
        if (two_rows != other.two_rows) return two_rows;
        // A short list is more likely of the family that has no more columns.
        return profile->columns.size() < other.profile->columns.size();
    }
};

const ProfileColumn* known_column(const Profile& profile, const std::string& folded) {
    for (const ProfileColumn& column : profile.columns)
        if (column.has(folded)) return &column;
    return nullptr;
}

Fit fit(const Profile& profile, std::uint64_t line, std::vector<std::string> headers) {
    Fit result;
    result.profile = &profile;
    result.line = line;
    result.headers = std::move(headers);
    for (const std::string& header : result.headers) {
        const ProfileColumn* column = known_column(profile, folded_header(header));
        // Of two columns for one field the first is read.
        const bool taken =
            column && !column->dated && !column->repeats &&
            std::find(result.fields.begin(), result.fields.end(), column->field) != result.fields.end();
        result.fields.push_back(column && !taken ? column->field : std::string());
        if (column) ++result.known;
        if (!result.fields.back().empty()) ++result.read;
    }
    const auto has = [&](const ProfileColumn& column) {
        return std::find(result.fields.begin(), result.fields.end(), column.field) != result.fields.end();
    };
    const ProfileColumn* lacks_one_of = nullptr;
    bool has_one_of = false;
    for (const ProfileColumn& column : profile.columns) {
        if (column.required && !has(column)) result.missing.push_back(column.name);
        if (!column.one_of_required) continue;
        has_one_of = has_one_of || has(column);
        if (!lacks_one_of) lacks_one_of = &column;
    }
    if (lacks_one_of && !has_one_of) result.missing.push_back(lacks_one_of->name + " or another of its like");
    return result;
}

/// Two rows as one header: dates above, each perhaps over several columns, and AM or PM below. What a profile
/// knows by itself, such as the UPN, stands in either of the rows. None where the row below adds nothing.
std::optional<std::vector<std::string>> joined_headers(const Profile& profile,
                                                       const std::vector<std::string>& above,
                                                       const std::vector<std::string>& below) {
    std::vector<std::string> joined;
    std::string over;
    bool adds = false;
    for (std::size_t i = 0; i < std::max(above.size(), below.size()); ++i) {
        const std::string own = i < below.size() ? below[i] : std::string();
        const std::string top = i < above.size() ? above[i] : std::string();
        if (!folded_header(top).empty()) over = top;
        const bool both = !folded_header(own).empty() && !over.empty();
        if (both && !known_column(profile, folded_header(own))) {
            joined.push_back(over + " " + own);
            adds = adds || known_column(profile, folded_header(joined.back()));
        } else {
            joined.push_back(folded_header(own).empty() ? top : own);
        }
    }
    return adds ? std::optional(std::move(joined)) : std::nullopt;
}

bool has_dated_column(const Profile& profile) {
    return std::any_of(profile.columns.begin(), profile.columns.end(),
                       [](const ProfileColumn& column) { return column.dated; });
}

/// Headers that are not known, but nearly those of columns that the table lacks: "; 'Posible' may be
/// Possible".
std::string misspelt(const Fit& found) {
    std::vector<std::string_view> lacking;
    for (const ProfileColumn& column : found.profile->columns)
        if (!column.field.empty() && !column.dated &&
            std::find(found.fields.begin(), found.fields.end(), column.field) == found.fields.end())
            lacking.insert(lacking.end(), column.headers.begin(), column.headers.end());
    std::string text;
    for (const std::string& header : found.headers) {
        const std::string folded = folded_header(header);
        if (known_column(*found.profile, folded)) continue;
        if (const auto nearest = nearest_spelling(folded, lacking); !nearest.empty())
            text += fmt::format("; '{}' is not read: is it '{}'?", header, nearest);
    }
    return text;
}

/// Lists of staff share columns with those of pupils, and have some that no pupil has.
bool is_list_of_staff(const std::vector<std::string>& headers) {
    constexpr std::array of_staff{"staff code", "staff id",      "payroll number", "ni number",
                                  "job title",  "contract type", "teacher number", "post title",
                                  "fte",        "salary"};
    const auto count = std::count_if(headers.begin(), headers.end(), [&](const std::string& header) {
        return std::find(of_staff.begin(), of_staff.end(), folded_header(header)) != of_staff.end();
    });
    return count >= 2;
}

[[noreturn]] void refuse(const Fit& nearest) {
    constexpr auto remedy = "export it again with these columns, or rename the column";
    if (is_list_of_staff(nearest.headers))
        throw Error({{}, nearest.line, 0, {}}, "a list of staff", "an export of pupils or attendance",
                    "its rows are not counted as pupils; take it out of the exports");
    if (nearest.known < 2)
        throw Error({}, "a table in which no profile knows the columns",
                    "a header row that a profile knows, such as UPN, Surname, Forename, Year …",
                    "see `termbook inspect`, and check that this is an export of pupils or attendance");
    const bool no_pupil =
        std::any_of(nearest.profile->columns.begin(), nearest.profile->columns.end(),
                    [](const ProfileColumn& column) { return column.field == "upn"; }) &&
        std::find(nearest.fields.begin(), nearest.fields.end(), "upn") == nearest.fields.end();
    throw Error({{}, nearest.line, 0, {}},
                fmt::format("a header like that of a {} {}", nearest.profile->title,
                            no_pupil ? "without a pupil identifier" : "that is not whole"),
                fmt::format("the column {}", fmt::join(nearest.missing, " and ")), remedy);
}

} // namespace

std::optional<std::size_t> RecognisedTable::column(std::string_view field) const {
    const auto found = std::find(fields.begin(), fields.end(), field);
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
}

RecognisedTable recognise_table(readers::RowReader& rows, const std::vector<const Profile*>& profiles) {
    Fit best;
    readers::Row row;
    std::vector<std::string> above;
    const auto consider = [&](Fit candidate) {
        if (!best.profile || candidate.better_than(best)) best = std::move(candidate);
    };
    for (int i = 0; i < rows_to_look_at && rows.next(row); ++i) {
        const std::vector<std::string> cells(row.cells.begin(), row.cells.end());
        for (const Profile* profile : profiles) {
            consider(fit(*profile, row.line, cells));
            if (!has_dated_column(*profile)) continue;
            if (auto joined = joined_headers(*profile, above, cells)) {
                Fit both_rows = fit(*profile, row.line, std::move(*joined));
                both_rows.two_rows = true;
                consider(std::move(both_rows));
            }
        }
        above = cells;
    }
    if (!best.profile) throw Error({}, "an empty table", "a header and rows below it", "export it again");
    if (!best.missing.empty()) refuse(best);
    RecognisedTable table{best.profile, best.line, best.headers, best.fields, {}};
    table.why = fmt::format("{} of {} columns known", best.known, best.headers.size());
    if (best.line != 0) table.why += fmt::format(", header on line {}", best.line);
    table.why += misspelt(best);
    return table;
}

} // namespace termbook
