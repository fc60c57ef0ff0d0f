// SPDX-License-Identifier: MPL-2.0
#include "connectors/workbooks/target_table.hpp"

#include "connectors/mis/tables/table_rows.hpp"
#include "connectors/mis/tables/values.hpp"
#include "connectors/profiles/result_codes_file.hpp"
#include "connectors/workbooks/target_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace {

/// What is written where a target is for anybody.
bool is_all(std::string_view text) {
    constexpr std::string_view words[] = {"",           "all",         "any",   "-",
                                          "all pupils", "all schools", "trust", "all subjects"};
    return std::find(std::begin(words), std::end(words), folded_header(text)) != std::end(words);
}

/// Reads the rows of one file.
class TargetTable {
  public:
    TargetTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_intake(intake) {}

    std::uint64_t load() {
        while (m_rows.next())
            load_row();
        return m_rows.count();
    }

  private:
    /// An issue of a cell, because of which the row is no target.
    bool refuse(std::string_view field, std::string expected) {
        m_rows.report(field, fmt::format("the {} {}", field, shown(m_rows.cell(field))), std::move(expected),
                      "the target is not used; correct it");
        return false;
    }

    void load_row() {
        TargetRule rule;
        if (read_figure(rule) && read_value(rule) && read_school(rule) && read_pupils(rule) &&
            read_period(rule))
            add_target(m_intake.trust(), std::move(rule), m_rows.place("target"));
    }

    bool read_figure(TargetRule& rule) {
        const FigureDefinition* figure = find_figure_named(m_rows.cell("figure"));
        if (!figure)
            return refuse("figure", "a figure of the catalogue, by key or title: see `termbook catalogue`");
        rule.figure = figure->key;
        return true;
    }

    bool read_value(TargetRule& rule) {
        const auto value = parse_target_value(m_rows.cell("target"));
        if (!value) return refuse("target", "a number, as 95 or 95.5%");
        const auto at_least = parse_at_least(m_rows.cell("direction"));
        if (!at_least) return refuse("direction", "at least or at most");
        rule.value = *value;
        rule.at_least = *at_least;
        return true;
    }

    bool read_school(TargetRule& rule) {
        const std::string_view named = m_rows.cell("school");
        if (named.empty()) {
            // In a trust of one school every file is that school's, and a target the trust's, too.
            if (m_file.school && m_intake.schools() > 1) rule.school = m_file.school->school().urn;
        } else if (const RegisterBuilder* school = is_all(named) ? nullptr : m_intake.find_school(named)) {
            // An export that is looked at by itself may name any school, of which no number is known.
            rule.school = school->school().urn.empty() ? folded_header(named) : school->school().urn;
        } else if (!is_all(named)) {
            rule.phase = parse_phase(folded_header(named));
            if (!rule.phase)
                return refuse("school", "the URN or name of a school in termbook.xml, or a phase");
        }
        return true;
    }

    bool read_pupils(TargetRule& rule) {
        if (!is_all(m_rows.cell("year"))) {
            rule.year = parse_year_group(m_rows.cell("year"));
            if (!rule.year) return refuse("year", "a year group: N, R or 1 to 13");
        }
        if (!is_all(m_rows.cell("group"))) {
            auto groups = parse_group_names(m_rows.cell("group"));
            if (!groups) return refuse("group", "a group's key or title, as pp or SEND");
            rule.groups = std::move(*groups);
        }
        if (!is_all(m_rows.cell("subject")))
            rule.subject = national_result_codes().subject(m_rows.cell("subject"));
        return true;
    }

    bool read_period(TargetRule& rule) {
        if (is_all(m_rows.cell("period"))) return true;
        rule.periods = parse_periods(m_rows.cell("period"), m_intake.trust().calendar);
        return !rule.periods.empty() ||
               refuse("period", "a term or year of termbook.xml, as autumn or 2025/26");
    }

    TableRows m_rows;
    const ExportFile& m_file;
    Intake& m_intake;
};

} // namespace

std::uint64_t load_target_table(readers::RowReader& rows, const RecognisedTable& table,
                                const ExportFile& file, Intake& intake, std::optional<Date>&) {
    return TargetTable(rows, table, file, intake).load();
}

} // namespace termbook
