// SPDX-License-Identifier: MPL-2.0
#include "connectors/national/ees_table.hpp"

#include "connectors/mis/tables/values.hpp"
#include "connectors/national/published_table.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <string>
#include <utility>

namespace termbook {

namespace {

constexpr auto not_compared = "the row is not compared with";

/// What stands for all schools or all pupils.
constexpr std::string_view totals[] = {"", "total", "all schools", "all pupils", "all"};

constexpr std::pair<std::string_view, Phase> phases[] = {
    {"primary", Phase::primary},
    {"secondary", Phase::secondary},
    {"special", Phase::special},
    {"state-funded primary", Phase::primary},
    {"state-funded secondary", Phase::secondary},
    {"state-funded special", Phase::special},
};

constexpr std::pair<std::string_view, std::string_view> periods[] = {
    {"academic year", "year"},
    {"autumn term", "autumn"},
    {"spring term", "spring"},
    {"summer term", "summer"},
};

template<typename Meaning, std::size_t n>
std::optional<Meaning> find_word(const std::pair<std::string_view, Meaning> (&words)[n],
                                 std::string_view text) {
    for (const auto& [word, meaning] : words)
        if (word == text) return meaning;
    return std::nullopt;
}

bool is_total(std::string_view folded) {
    return std::find(std::begin(totals), std::end(totals), folded) != std::end(totals);
}

std::optional<unsigned> parse_number(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "202425" as "2024/25".
std::optional<std::string> academic_year(std::string_view text) {
    const auto number = parse_number(text);
    if (text.size() != 6 || !number || (*number / 100 + 1) % 100 != *number % 100) return std::nullopt;
    return fmt::format("{}/{}", text.substr(0, 4), text.substr(4));
}

/// The academic year of a day: it begins in September.
std::string academic_year_of(Date day) {
    const std::chrono::year_month_day date{day};
    const int from = int{date.year()} - (date.month() < std::chrono::September ? 1 : 0);
    return fmt::format("{}/{:02}", from, (from + 1) % 100);
}

class EesTable {
  public:
    EesTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file, Intake& intake)
        : m_rows(rows, table, file, intake), m_trust(intake.trust()) {}

    std::uint64_t load(std::optional<Date>& as_at) {
        while (m_rows.next())
            load_row();
        as_at = m_latest;
        return m_rows.count();
    }

  private:
    std::string folded(std::string_view field) const { return folded_header(m_rows.cell(field)); }

    void load_row() {
        Comparator row;
        if (!read_area(row) || !read_phase(row) || !read_time(row)) return;
        if (!is_total(folded("breakdown")))
            return m_rows.report("breakdown", "a row of some pupils or schools", "rows of all", not_compared);
        m_latest = std::max(m_latest, row.up_to);
        m_rows.add(m_rows.figures(row));
    }

    /// Says whether the row is of an area that the trust's schools lie in.
    bool read_area(Comparator& row) {
        const std::string level = folded("level");
        if (level == "national") return true;
        if (level == "local authority") {
            row.area = Area::local;
            row.local_authority = m_rows.cell("la");
            return m_trust.has_school_in(row.local_authority);
        }
        if (level != "regional")
            m_rows.report("level", fmt::format("the level {}", shown(m_rows.cell("level"))),
                          "National, Regional or Local authority", not_compared);
        return false;
    }

    bool read_phase(Comparator& row) {
        const std::string phase = folded("phase");
        if (is_total(phase)) return true;
        row.phase = find_word(phases, phase);
        if (!row.phase)
            m_rows.report("phase", "schools of another phase", "Primary, Secondary, Special or Total",
                          not_compared);
        return row.phase.has_value();
    }

    bool read_time(Comparator& row) {
        const std::string identifier = folded("time.identifier");
        const std::string frame = folded("time.frame");
        const bool to_date = frame == "year to date";
        if (to_date && identifier.starts_with("week ")) return read_week(row, identifier.substr(5));
        const auto year = academic_year(m_rows.cell("time"));
        const auto period = find_word(periods, identifier);
        if (year && period && (frame.empty() || to_date || frame == identifier)) {
            row.year = *year;
            row.period = *period;
            return true;
        }
        m_rows.report("time.identifier", "a time that is no year, year to date or term",
                      "such as 202526 with Academic year, or 2025 with Week 30 and Year to date",
                      not_compared);
        return false;
    }

    bool read_week(Comparator& row, std::string_view week) {
        const auto year = parse_number(m_rows.cell("time"));
        const auto number = parse_number(week);
        constexpr unsigned latest_year = 2999;
        const auto monday = year && number && *year <= latest_year
                                ? iso_week(static_cast<int>(*year), *number)
                                : std::nullopt;
        if (!monday) {
            m_rows.report("time.identifier", "a week that the year does not have", "Week 1 to Week 53",
                          not_compared);
            return false;
        }
        row.up_to = *monday + std::chrono::days{6};
        row.year = academic_year_of(*monday);
        return true;
    }

    PublishedTable m_rows;
    const Trust& m_trust;
    std::optional<Date> m_latest; ///< the last day of the newest year to date
};

} // namespace

std::uint64_t load_ees_table(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>& as_at) {
    return EesTable(rows, table, file, intake).load(as_at);
}

} // namespace termbook
