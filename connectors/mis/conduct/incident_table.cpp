// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/conduct/incident_table.hpp"

#include "connectors/mis/conduct/half_days.hpp"
#include "connectors/mis/conduct/incident_reasons.hpp"
#include "connectors/mis/pupils/pupil_of_row.hpp"
#include "connectors/mis/tables/values.hpp"
#include "connectors/profiles/incident_words_file.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <vector>

namespace termbook {

namespace {

/// A row that was read, until all are: how often a reason is met says what it is.
struct ReadIncident {
    RegisterBuilder* school;
    Incident incident;
    std::string number;
    std::string reason; ///< as the export has it
    SourcePos date_at;
    SourcePos reason_at;
};

/// Reads the rows of one file.
class IncidentTable {
  public:
    IncidentTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                  Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_kinds(table.profile->kinds), m_file(file),
          m_intake(intake), m_pupil(m_rows, file, intake) {}

    std::uint64_t load() {
        while (m_rows.next())
            load_row();
        add_all();
        if (m_rows.count() == 0 && m_file.school)
            for (const IncidentKind kind : m_kinds)
                m_file.school->used_for_incidents(kind, m_file.year, m_file.source);
        return m_rows.count();
    }

  private:
    void load_row() {
        if (!m_pupil.find()) return;
        Incident incident;
        incident.pupil = m_pupil.pupil();
        if (!read_kind(incident) || !read_date(incident)) return;
        read_length(incident);
        read_reason(incident);
        read_outcome(incident);
        check_year_group();
        const std::string_view number =
            m_rows.cell("incident").empty() ? m_rows.cell("time") : m_rows.cell("incident");
        if (const auto year = m_intake.trust().calendar.year_of(incident.on))
            for (const IncidentKind kind : m_kinds)
                m_pupil.school().used_for_incidents(kind, *year, m_file.source);
        const std::string_view reason = m_rows.cell("reason");
        ++m_rows_of[std::string(reason)];
        m_read.push_back({&m_pupil.school(), std::move(incident), std::string(number), std::string(reason),
                          m_rows.place("date"), m_rows.place("reason")});
    }

    /// Adds what was read, without the reasons in which somebody may be named.
    void add_all() {
        for (ReadIncident& each : m_read) {
            std::string& type = each.incident.type;
            if (!m_words.is_reason(type) && may_be_account(type, m_rows_of[each.reason])) {
                m_intake.trust().issues.add({each.reason_at,
                                             "a reason that may be an account of what happened",
                                             listed_reasons(),
                                             "it is counted without a reason",
                                             1,
                                             {}});
                type.clear();
            }
            each.school->incident(std::move(each.incident), each.number, each.reason, m_file.source,
                                  each.date_at);
        }
    }

    bool lists(IncidentKind kind) const {
        return std::find(m_kinds.begin(), m_kinds.end(), kind) != m_kinds.end();
    }

    bool read_kind(Incident& incident) {
        const std::string_view text = m_rows.cell("kind");
        incident.kind = m_kinds.front();
        m_lunchtime = false;
        if (text.empty() && m_kinds.size() == 1) return true;
        const auto word = m_words.kind(text);
        if (word == ExclusionWord::none) {
            m_rows.report("kind", "an exclusion that is neither a suspension nor permanent", {},
                          "it is not counted");
            return false;
        }
        if (word) {
            m_lunchtime = word == ExclusionWord::lunchtime;
            incident.kind =
                word == ExclusionWord::exclusion ? IncidentKind::exclusion : IncidentKind::suspension;
            if (lists(incident.kind)) return true;
        }
        m_rows.report("kind", fmt::format("the type of exclusion {}", shown(text)),
                      lists(IncidentKind::exclusion) ? "suspension (fixed term) or permanent" : "suspension",
                      "the row is not counted; correct it");
        return false;
    }

    bool read_date(Incident& incident) {
        const auto on = parse_date(m_rows.cell("date"), m_rows.habits("date").dates);
        if (!on) {
            m_rows.report(
                "date",
                m_rows.cell("date").empty() ? "a row without a date"
                                            : date_fault(m_rows.cell("date"), m_rows.habits("date").dates),
                "a day of the calendar, as dd/mm/yyyy or yyyy-mm-dd", "the row is not counted; correct it");
            return false;
        }
        incident.on = *on;
        const std::string_view until = m_rows.cell("until");
        const auto last = parse_date(until, m_rows.habits("until").dates);
        if (!until.empty() && (!last || *last < *on))
            m_rows.report("until",
                          last ? "an end before the start" : date_fault(until, m_rows.habits("until").dates),
                          "a day from the start on", "the row is counted by its start; correct it");
        return true;
    }

    void read_length(Incident& incident) {
        if (incident.kind != IncidentKind::suspension) return;
        const bool of_sessions = !m_rows.cell("sessions").empty();
        const std::string_view field = of_sessions ? "sessions" : "days.lost";
        const std::string_view text = m_rows.cell(field);
        if (text.empty()) {
            if (m_lunchtime)
                incident.sessions = 1;
            else
                m_rows.report(m_rows.column("sessions") ? "sessions" : "days.lost",
                              "a suspension without its length", "the sessions or days lost",
                              "it is counted, but not among the sessions lost; complete it");
            return;
        }
        const auto length = parse_half_days(text, of_sessions ? LengthUnit::half_days : LengthUnit::days);
        if (!length)
            return m_rows.report(field, fmt::format("the length {}", shown(text)),
                                 "a number of sessions or days",
                                 "the suspension is counted, but not among the sessions lost; correct it");
        if (length->rounded)
            m_rows.report(field, "a length that is no whole number of half days", "whole or half days",
                          "the nearest half day is counted; correct it");
        incident.sessions = length->count;
    }

    void read_reason(Incident& incident) {
        const std::string_view text = m_rows.cell("reason");
        incident.type = incident.kind == IncidentKind::behaviour ? std::string(text) : m_words.reason(text);
    }

    void read_outcome(Incident& incident) {
        const std::string_view text = m_rows.cell("outcome");
        if (text.empty()) return;
        const auto outcome = m_words.outcome(text);
        if (!outcome)
            return m_rows.report("outcome", fmt::format("the outcome {}", shown(text)),
                                 "upheld, overturned, cancelled, withdrawn or pending",
                                 "it is counted; correct it if it should not be");
        const bool pending = outcome == IncidentOutcome::pending && incident.kind == IncidentKind::exclusion;
        if (pending)
            m_rows.report("outcome", "a permanent exclusion that is not decided yet", "the outcome",
                          "it is not counted until it is upheld");
        incident.stands = outcome != IncidentOutcome::cancelled && !pending;
    }

    void check_year_group() {
        const std::string_view text = m_rows.cell("year");
        if (!text.empty() && !parse_year_group(text))
            m_rows.report("year", fmt::format("the year group {}", shown(text)),
                          "a year group: N, R or 1 to 13",
                          "the row is counted, in the year group that the list of pupils gives");
    }

    TableRows m_rows;
    const std::vector<IncidentKind>& m_kinds;
    const ExportFile& m_file;
    Intake& m_intake;
    PupilOfRow m_pupil;
    const IncidentWords& m_words{known_incident_words()};
    bool m_lunchtime{false}; ///< of the row
    std::vector<ReadIncident> m_read;
    std::map<std::string, std::size_t> m_rows_of; ///< by reason
};

} // namespace

std::uint64_t load_incident_table(readers::RowReader& rows, const RecognisedTable& table,
                                  const ExportFile& file, Intake& intake, std::optional<Date>&) {
    return IncidentTable(rows, table, file, intake).load();
}

} // namespace termbook
