// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/header_row.hpp"

#include "connectors/mis/tables/values.hpp"
#include "connectors/profiles/proposing/header_likeness.hpp"

#include <algorithm>

namespace termbook {

namespace {

constexpr std::size_t rows_to_keep = 200;
constexpr std::size_t rows_to_look_at = 20; ///< for the header, as recognition does
constexpr double like_enough = 0.5;
/// So many columns of values must have a header above them, or so many headers be known to the letter.
constexpr std::size_t columns_needed = 2;

double best_likeness(const std::string& header, const std::vector<const Profile*>& profiles) {
    const std::string folded = folded_header(header);
    double best = 0;
    for (const Profile* profile : profiles)
        for (const ProfileColumn& column : profile->columns)
            for (const std::string& known : column.headers)
                best = std::max(best, column.has(folded) ? 1.0 : header_likeness(folded, known));
    return best;
}

/// What stands in a row of pupils and in no header.
bool is_of_a_pupil(const ValueEvidence& cell) {
    return cell.share(ValueKind::upn) > 0 || cell.share(ValueKind::date) > 0;
}

/// How much a row looks like the header of the rows below it; 0: not at all.
double header_weight(const FirstRows& first, std::size_t row, const std::vector<const Profile*>& profiles,
                     std::optional<Date> today) {
    const auto& cells = first.rows[row];
    std::size_t filled = 0;
    std::size_t values = 0;
    std::size_t above_values = 0;
    double weight = 0;
    bool any_like = false;
    std::size_t known = 0;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (trimmed(cells[column]).empty()) continue;
        ValueEvidence cell(today);
        cell.see(cells[column]);
        if (is_of_a_pupil(cell)) return 0;
        const double likeness = best_likeness(cells[column], profiles);
        // "Yr" is a header, although YR is a year group; "Year 4" is none, although like one.
        const bool like = likeness >= like_enough && cell.share(ValueKind::without_digits) > 0;
        const bool is_value = cell.typed() && !like;
        ++filled;
        values += is_value;
        above_values += !is_value && first.evidence(column, row, today).typed();
        any_like = any_like || (!is_value && likeness >= like_enough);
        known += likeness == 1;
        weight += likeness + 0.05;
    }
    const bool of_values = 3 * values > filled;
    const bool told = known >= columns_needed || (any_like && above_values >= columns_needed);
    return told && !of_values ? weight : 0;
}

} // namespace

ValueEvidence FirstRows::evidence(std::size_t column, std::size_t below, std::optional<Date> today) const {
    ValueEvidence seen(today);
    for (std::size_t row = below + 1; row < rows.size(); ++row)
        if (column < rows[row].size()) seen.see(rows[row][column]);
    return seen;
}

FirstRows first_rows(readers::RowReader& table) {
    FirstRows first;
    readers::Row row;
    while (first.rows.size() < rows_to_keep && table.next(row)) {
        first.rows.emplace_back(row.cells.begin(), row.cells.end());
        first.lines.push_back(row.line);
    }
    return first;
}

std::optional<std::size_t> find_header(const FirstRows& first, const std::vector<const Profile*>& profiles,
                                       std::optional<Date> today) {
    std::optional<std::size_t> found;
    double best = 0;
    for (std::size_t row = 0; row < std::min(first.rows.size(), rows_to_look_at); ++row) {
        const double weight = header_weight(first, row, profiles, today);
        if (weight <= best) continue;
        best = weight;
        found = row;
    }
    return found;
}

} // namespace termbook
