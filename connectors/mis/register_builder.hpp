// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/pupil_index.hpp"
#include "core/diagnostics/issue.hpp"
#include "core/model/trust.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace termbook {

/// Where a session stands in an export: a SourcePos without the cost of one, of which there are millions.
struct RowPlace {
    std::string_view file;
    std::uint64_t line{0};
    std::string_view sheet{};
};

/// Builds up one school from however many exports: a pupil is one pupil wherever the UPN stands, a session
/// counts once, and what two exports say differently is an issue.
class RegisterBuilder {
  public:
    /// Builds up `trust.schools[school]`; its pupils are found by the index that all schools share.
    RegisterBuilder(Trust& trust, std::size_t school, PupilIndex& index);

    /// The pupil with this UPN, added if new: then `place` is the row that told of the pupil first.
    std::size_t pupil(std::string_view upn, RowPlace place = {});

    /// Adds what `seen` tells of the pupil with its UPN; what was known before stays, and a contradiction is
    /// an issue.
    std::size_t describe(const Pupil& seen, const Enrolment& enrolment, std::size_t year,
                         const SourcePos& pos);

    /// One session. A date in no configured year is an issue; a mark given twice counts once, and two marks
    /// for one session are an issue of which the first counts. A retired code is counted as it was, and is an
    /// issue. Codes that are not collected leave no trace.
    void mark(std::size_t pupil, Date date, bool afternoon, CodeId code, RowPlace place);

    /// A pupil's totals of a year. Given alike by several exports they count once; two that differ are an
    /// issue, and the first counts.
    void totals(std::size_t pupil, std::size_t year, const AttendanceTotals& totals, const SourcePos& pos);

    /// A result. Given alike twice it counts once; two that differ for one pupil, stage, subject and day are
    /// an issue, and the first counts.
    void result(std::size_t year, Result result, const SourcePos& pos);

    /// Notes that an export told of the school's pupils, or of its attendance in a year.
    void used_for_pupils(std::size_t year, std::size_t source);
    void used_for_results(std::size_t year, std::size_t source);
    void used_for_attendance(std::size_t year, std::size_t source);

    const School& school() const { return m_school; }

  private:
    /// Where the days of one year stand in its AttendanceYear.
    struct Days {
        std::optional<std::size_t> attendance; ///< index into School::attendance; none: nothing met yet
        std::vector<std::int32_t> index;       ///< by day of the academic year; -1: not met yet
    };

    ExportRow row_at(RowPlace place);
    void report(RowPlace place, std::string found, std::string expected, std::string remedy);
    void store(char& known, char seen, RowPlace place);
    AttendanceYear& attendance(std::size_t year);
    ResultsYear& results(std::size_t year);
    std::size_t day_of(AttendanceYear& attendance, std::size_t year, Date date);

    School& m_school;
    std::size_t m_place; ///< among the trust's schools
    PupilIndex& m_index;
    const Calendar& m_calendar;
    const AttendanceCodes& m_codes;
    IssueLog& m_issues;
    std::vector<SourceFile>& m_sources;
    std::size_t m_last_source{0}; ///< that told of a new pupil
    std::vector<Days> m_days;     ///< by calendar year
    /// Where each result stands: year, pupil, stage, subject and day.
    std::map<std::tuple<std::size_t, std::size_t, Stage, std::string, std::optional<Date>>, std::size_t>
        m_result_places;
    std::array<Date, 256> m_last_use; ///< by CodeId: the last day on which the code was in use
};

} // namespace termbook
