// SPDX-License-Identifier: MPL-2.0
#include "connectors/national/ks2_table.hpp"

#include "connectors/mis/tables/values.hpp"
#include "connectors/national/published_table.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <string>

namespace termbook {

namespace {

enum class RecordType : char {
    mainstream = '1',
    special = '2',
    local_authority = '3',
    england = '4',
    england_state_funded = '5',
};

/// 18 of PTRWM_EXP_18, the share of the year before.
std::optional<int> year_before(std::string_view header) {
    constexpr std::string_view prefix = "ptrwm_exp_";
    const std::string folded = folded_header(header);
    if (folded.size() != prefix.size() + 2 || !folded.starts_with(prefix)) return std::nullopt;
    const std::string digits = folded.substr(prefix.size());
    const bool number =
        std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isdigit(c); });
    return number ? std::optional(std::stoi(digits)) : std::nullopt;
}

/// The academic year that began in the year of the newest results that the table looks back on.
std::string year_of_table(const RecognisedTable& table, const ExportFile& file, const Calendar& calendar) {
    std::optional<int> newest;
    for (const std::string& header : table.headers)
        newest = std::max(newest, year_before(header));
    if (newest) return fmt::format("20{:02}/{:02}", *newest, (*newest + 1) % 100);
    if (file.year_is_named) return calendar.years()[file.year].name;
    throw Error(file.place(table.header_line, 0, {}), "key stage 2 tables that do not tell their year",
                "columns of the year before such as PTRWM_EXP_18, or a folder named for the year",
                "put the file into a folder such as comparators/2022-23");
}

class Ks2Table {
  public:
    Ks2Table(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file, Intake& intake)
        : m_rows(rows, table, file, intake), m_trust(intake.trust()),
          m_year(year_of_table(table, file, m_trust.calendar)) {}

    std::uint64_t load() {
        while (m_rows.next())
            load_row();
        m_rows.add(std::move(m_state_funded.empty() ? m_all_schools : m_state_funded));
        return m_rows.count();
    }

  private:
    void load_row() {
        const std::string_view type = m_rows.cell("rectype");
        switch (static_cast<RecordType>(type.size() == 1 ? type.front() : '\0')) {
        case RecordType::mainstream:
        case RecordType::special:
            return load_school();
        case RecordType::local_authority:
            return load_local_authority();
        case RecordType::england:
            m_all_schools = m_rows.figures(of(Area::national));
            return;
        case RecordType::england_state_funded:
            m_state_funded = m_rows.figures(of(Area::national));
            return;
        }
        m_rows.report("rectype", fmt::format("the record type {}", shown(type)), "1 to 5",
                      "the row is not read; check the file");
    }

    Comparator of(Area area) const {
        Comparator row;
        row.area = area;
        row.year = m_year;
        return row;
    }

    void load_school() {
        if (!m_trust.school(m_rows.cell("urn"))) return;
        Comparator row = of(Area::school);
        row.school = m_rows.cell("urn");
        m_rows.add(m_rows.figures(row));
    }

    void load_local_authority() {
        Comparator row = of(Area::local);
        row.local_authority = m_rows.cell("la");
        if (m_trust.has_school_in(row.local_authority)) m_rows.add(m_rows.figures(row));
    }

    PublishedTable m_rows;
    const Trust& m_trust;
    const std::string m_year;
    std::vector<FigureOfFile> m_all_schools;
    std::vector<FigureOfFile> m_state_funded;
};

} // namespace

std::uint64_t load_ks2_table(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>&) {
    return Ks2Table(rows, table, file, intake).load();
}

} // namespace termbook
