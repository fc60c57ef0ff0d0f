// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/conduct/incident_merging.hpp"
#include "connectors/mis/conduct/staff_merging.hpp"
#include "connectors/mis/pupil_index.hpp"
#include "connectors/mis/results/result_merging.hpp"
#include "core/diagnostics/issue.hpp"
#include "core/model/trust.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook {

/// Where a session stands in an export: a SourcePos without the cost of one, of which there are millions.
struct RowPlace {
    std::string_view file;
    std::uint64_t line{0};
    std::string_view sheet{};
};

/// Where issues stand that are of no export of a school, but of all: the folder of its exports.
SourcePos place_of_exports(const School& school);

/// Builds up one school from however many exports: a pupil is one pupil wherever the UPN stands, a session
/// counts once, and what two exports say differently is an issue.
class RegisterBuilder {
  public:
    /// Builds up `trust.schools[school]`; its pupils are found by the indices that all schools share.
    RegisterBuilder(Trust& trust, std::size_t school, KnownPupils& known);

    /// The pupil with this UPN, in whatever spelling, added if new: then `place` is the row that told of the
    /// pupil first.
    std::size_t pupil(std::string_view upn, RowPlace place = {});

    /// Notes the system's own number of a pupil; one that another pupil of the school has is an issue.
    void known_as(std::size_t pupil, std::string_view id, const SourcePos& pos);
    /// The pupil with this number of the system's own.
    std::optional<std::size_t> find_by_id(std::string_view id) const;

    /// Adds what `seen` tells of the pupil with its UPN; what was known before stays, and a contradiction is
    /// an issue. Of two pupils with one UPN (see are_two_pupils) the first is counted: none is given back for
    /// the second, who is an issue.
    std::optional<std::size_t> describe(const Pupil& seen, const Enrolment& enrolment, std::size_t year,
                                        const SourcePos& pos);

    /// One session. A date in no configured year is an issue; a mark given twice counts once, and two marks
    /// for one session are an issue of which the first counts. A retired code is counted as it was, and is an
    /// issue. Codes that are not collected leave no trace.
    void mark(std::size_t pupil, Date date, bool afternoon, CodeId code, RowPlace place);

    /// A pupil's totals of a year, which are an issue and not counted where the year has fewer sessions, or
    /// more are absent than possible. Given alike by several exports they count once; two that differ are an
    /// issue, and the first counts.
    void totals(std::size_t pupil, std::size_t year, const AttendanceTotals& totals, const SourcePos& pos);

    /// A result, and that an export has results of a stage: see ResultMerging.
    void result(std::size_t year, Result result, const SourcePos& pos) {
        m_results.add(year, std::move(result), pos);
    }
    void used_for_results(std::size_t year, Stage stage, std::size_t source) {
        m_results.used(year, stage, source);
    }

    /// An incident with one of the school's pupils, and that an export lists them: see IncidentMerging.
    void incident(Incident incident, std::string_view number, std::string_view called, std::size_t source,
                  const SourcePos& pos) {
        m_incidents.add(std::move(incident), number, called, source, pos);
    }
    void used_for_incidents(IncidentKind kind, std::size_t year, std::size_t source) {
        m_incidents.used(kind, year, source);
    }

    /// What exports tell of the school's staff.
    StaffMerging& staff() { return m_staff; }

    /// Notes that an export told of the school's pupils, or of its attendance in a year.
    void used_for_pupils(std::size_t year, std::size_t source);
    void used_for_attendance(std::size_t year, std::size_t source);

    /// Where a pupil was first described; the folder of the school's exports for whom no list has.
    SourcePos place_of(std::size_t pupil) const;

    const School& school() const { return m_school; }

  private:
    /// Where the days of one year stand in its AttendanceYear.
    struct Days {
        std::int64_t most_sessions{0};         ///< half days of its weekdays: no pupil can have more
        std::optional<std::size_t> attendance; ///< index into School::attendance; none: nothing met yet
        std::vector<std::int32_t> index;       ///< by day of the academic year; -1: not met yet
    };

    void report_pupil(std::size_t pupil, const SourcePos& pos, std::string found, std::string expected,
                      std::string remedy);
    void compare_names(std::size_t pupil, const Pupil& seen, const SourcePos& pos);
    ExportRow row_at(RowPlace place);
    void report(RowPlace place, std::string found, std::string expected, std::string remedy);
    void store(char& known, char seen, RowPlace place);
    AttendanceYear& attendance(std::size_t year);
    std::size_t day_of(AttendanceYear& attendance, std::size_t year, Date date);

    Trust& m_trust;
    School& m_school;
    std::size_t m_place; ///< among the trust's schools
    KnownPupils& m_known;
    const Calendar& m_calendar;
    const AttendanceCodes& m_codes;
    IssueLog& m_issues;
    IncidentMerging m_incidents;
    StaffMerging m_staff;
    ResultMerging m_results;
    std::size_t m_last_source{0};     ///< that told of a new pupil
    std::vector<Days> m_days;         ///< by calendar year
    std::array<Date, 256> m_last_use; ///< by CodeId: the last day on which the code was in use
};

} // namespace termbook
