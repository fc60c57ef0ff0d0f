// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/results/result_table.hpp"

#include "connectors/mis/pupils/pupil_of_row.hpp"
#include "connectors/mis/results/result_values.hpp"
#include "connectors/mis/results/term_words.hpp"
#include "connectors/mis/tables/table_rows.hpp"
#include "connectors/mis/tables/values.hpp"
#include "connectors/profiles/result_codes_file.hpp"

#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

constexpr std::string_view prefix = "result.";

/// A column that holds the results of one subject.
struct ResultColumn {
    std::size_t column;
    Stage stage;
    std::string subject;
    std::optional<Date> on; ///< of a tracker's term
};

/// "result.ks2.reading" as its stage and subject.
std::optional<std::pair<Stage, std::string>> parse_result_field(std::string_view field) {
    if (!field.starts_with(prefix)) return std::nullopt;
    field.remove_prefix(prefix.size());
    const auto dot = field.find('.');
    const auto stage = parse_stage(field.substr(0, dot));
    if (!stage) return std::nullopt;
    return std::pair(*stage,
                     dot == std::string_view::npos ? std::string() : std::string(field.substr(dot + 1)));
}

class ResultTable {
  public:
    ResultTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_intake(intake),
          m_pupil(m_rows, file, intake) {
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            auto field = parse_result_field(table.fields[i]);
            if (field && field->first == Stage::tracker && field->second.empty())
                add_term_column(table, i);
            else if (field)
                m_columns.push_back({i, field->first, std::move(field->second), std::nullopt});
        }
    }

    std::uint64_t load() {
        while (m_rows.next())
            load_row();
        return m_rows.count();
    }

  private:
    /// "Reading Autumn 2": the subject and the term are in the header.
    void add_term_column(const RecognisedTable& table, std::size_t column) {
        const auto term = parse_term_words(table.headers[column]);
        const auto on = term && !term->rest.empty() ? first_day(*term, m_intake.trust().calendar, m_file.year)
                                                    : std::nullopt;
        if (on) return m_columns.push_back({column, Stage::tracker, m_codes.subject(term->rest), on});
        m_intake.trust().issues.add({m_file.place(table.header_line, 0, table.headers[column]),
                                     "a column of a term that termbook.xml does not have, or of no subject",
                                     "such as Reading Autumn 2, of a <term> of a <year>",
                                     "its results are not counted; add the year or its terms",
                                     1,
                                     {}});
    }

    void load_row() {
        if (!m_pupil.find()) return;
        for (const ResultColumn& column : m_columns)
            take(column.column, column.stage, column.subject, column.on);
        if (!m_rows.column("result")) return;
        // A table without the column is a tracker's.
        const auto stage =
            m_rows.column("stage") ? parse_stage(folded_header(m_rows.cell("stage"))) : Stage::tracker;
        if (!stage)
            return m_rows.report("stage", fmt::format("the stage {}", shown(m_rows.cell("stage"))),
                                 "EYFS, phonics, MTC, KS1, KS2, KS4 or tracker", "the result is not counted");
        const DateOrder order = m_rows.habits("date").dates;
        const auto on = m_rows.cell("term").empty() ? parse_date(m_rows.cell("date"), order) : day_of_term();
        if (!on && !m_rows.cell("term").empty())
            return m_rows.report("term", fmt::format("the term {}", shown(m_rows.cell("term"))),
                                 "a term of a <year> of termbook.xml, such as Autumn 2",
                                 "the result is not counted; add the year or its terms");
        if (!on && !m_rows.cell("date").empty())
            return m_rows.report("date", date_fault(m_rows.cell("date"), order), "dd/mm/yyyy",
                                 "the result is not counted; correct it");
        take(*m_rows.column("result"), *stage, m_codes.subject(m_rows.cell("subject")), on);
    }

    std::optional<Date> day_of_term() const {
        const auto term =
            parse_term_words(fmt::format("{} {}", m_rows.cell("term"), m_rows.cell("academic-year")));
        return term ? first_day(*term, m_intake.trust().calendar, m_file.year) : std::nullopt;
    }

    /// Trackers have scales of their own, which only the column tells: what lies far outside that of nearly
    /// all others is a slip, such as 940 for 94.0, and an issue.
    bool is_far_from_others(std::size_t column, const Result& result) {
        const auto scale = m_rows.habits(column).scale;
        if (!scale || !result.score) return false;
        const double score = static_cast<double>(*result.score) / static_cast<double>(score_scale);
        if (score <= 1.5 * *scale && score >= -0.5 * *scale) return false;
        m_rows.report(column,
                      fmt::format("the result {}, in a column of results from 0 to {:g}",
                                  shown(m_rows.cell(column)), *scale),
                      "one like the others", "it is not counted; correct it");
        return true;
    }

    void take(std::size_t column, Stage stage, std::string subject, std::optional<Date> on) {
        const std::string_view text = m_rows.cell(column);
        if (text.empty()) return;
        Result result;
        result.pupil = m_pupil.pupil();
        result.stage = stage;
        result.subject = std::move(subject);
        result.on = on;
        if (!read_result(text, m_codes, result))
            return m_rows.report(column, fmt::format("the result {}", shown(text)),
                                 results_expected(m_codes, result), "it is not counted; correct it");
        if (stage == Stage::tracker && is_far_from_others(column, result)) return;
        const auto year = on ? m_intake.trust().calendar.year_of(*on) : std::optional(m_file.year);
        if (!year)
            return m_rows.report("date", "a result of no configured year",
                                 "a date within a <year> of termbook.xml", "it is not counted; add the year");
        m_pupil.school().result(*year, std::move(result), m_rows.place(column));
        m_pupil.school().used_for_results(*year, stage, m_file.source);
    }

    TableRows m_rows;
    const ExportFile& m_file;
    Intake& m_intake;
    PupilOfRow m_pupil;
    const ResultCodes& m_codes{national_result_codes()};
    std::vector<ResultColumn> m_columns;
};

} // namespace

std::uint64_t load_result_table(readers::RowReader& rows, const RecognisedTable& table,
                                const ExportFile& file, Intake& intake, std::optional<Date>&) {
    return ResultTable(rows, table, file, intake).load();
}

} // namespace termbook
