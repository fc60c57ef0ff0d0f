// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/result_table.hpp"

#include "connectors/mis/table_rows.hpp"
#include "connectors/mis/values.hpp"
#include "connectors/profiles/result_codes_file.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

constexpr std::string_view prefix = "result.";
constexpr double largest_score = 10'000;

/// A column that holds the results of one subject.
struct ResultColumn {
    std::size_t column;
    Stage stage;
    std::string subject;
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

std::optional<std::int64_t> parse_score(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !(std::abs(value) <= largest_score))
        return std::nullopt;
    return std::llround(value * static_cast<double>(score_scale));
}

class ResultTable {
  public:
    ResultTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_intake(intake) {
        for (std::size_t i = 0; i < table.fields.size(); ++i)
            if (auto field = parse_result_field(table.fields[i]))
                m_columns.push_back({i, field->first, std::move(field->second)});
    }

    std::uint64_t load() {
        while (m_rows.next())
            load_row();
        return m_rows.count();
    }

  private:
    std::string_view cell(std::string_view field) const { return m_rows.cell(m_rows.column(field)); }

    std::optional<std::pair<RegisterBuilder*, std::size_t>> pupil_of_row() {
        const std::string_view upn = cell("upn");
        if (upn.empty()) {
            m_rows.report(m_rows.column("upn"), "a row without a UPN", "a UPN in each row",
                          "the row is not counted");
            return std::nullopt;
        }
        RegisterBuilder* school =
            cell("school").empty() ? m_file.school : m_intake.find_school(cell("school"));
        if (school) return std::pair(school, school->pupil(upn, {m_file.name, m_rows.line(), m_file.sheet}));
        const auto known = m_intake.find_pupil(upn);
        if (!known)
            m_rows.report(m_rows.column("upn"), "a pupil of no known school",
                          "a school column, or a folder a school",
                          "the row is not counted; move the file into the school's folder");
        return known;
    }

    void load_row() {
        const auto pupil = pupil_of_row();
        if (!pupil) return;
        for (const ResultColumn& column : m_columns)
            take(*pupil, column.column, column.stage, column.subject, std::nullopt);
        if (!m_rows.column("result")) return;
        const auto stage = parse_stage(folded_header(cell("stage")));
        if (!stage)
            return m_rows.report(m_rows.column("stage"), fmt::format("the stage {}", shown(cell("stage"))),
                                 "EYFS, phonics, MTC, KS1, KS2, KS4 or tracker", "the result is not counted");
        const auto on = parse_date(cell("date"));
        if (!on && !cell("date").empty())
            return m_rows.report(m_rows.column("date"), "a date that is no day of the calendar", "dd/mm/yyyy",
                                 "the result is not counted; correct it");
        take(*pupil, *m_rows.column("result"), *stage, m_codes.subject(cell("subject")), on);
    }

    void take(std::pair<RegisterBuilder*, std::size_t> pupil, std::size_t column, Stage stage,
              std::string subject, std::optional<Date> on) {
        const std::string_view text = m_rows.cell(column);
        if (text.empty()) return;
        Result result;
        result.pupil = pupil.second;
        result.stage = stage;
        result.subject = std::move(subject);
        result.on = on;
        if (const auto outcome = m_codes.outcome(stage, text))
            result.outcome = *outcome;
        else if (const auto score = parse_score(text))
            result.score = score;
        else
            return m_rows.report(column, fmt::format("the result {}", shown(text)),
                                 fmt::format("a score, or a code of {}", to_string(stage)),
                                 "it is not counted; correct it");
        const auto year = on ? m_intake.trust().calendar.year_of(*on) : std::optional(m_file.year);
        if (!year)
            return m_rows.report(m_rows.column("date"), "a result of no configured year",
                                 "a date within a <year> of termbook.xml", "it is not counted; add the year");
        pupil.first->result(*year, std::move(result), m_rows.place(column));
        pupil.first->used_for_results(*year, m_file.source);
    }

    TableRows m_rows;
    const ExportFile& m_file;
    Intake& m_intake;
    const ResultCodes& m_codes{national_result_codes()};
    std::vector<ResultColumn> m_columns;
};

} // namespace

std::uint64_t load_result_table(readers::RowReader& rows, const RecognisedTable& table,
                                const ExportFile& file, Intake& intake, std::optional<Date>&) {
    return ResultTable(rows, table, file, intake).load();
}

} // namespace termbook
