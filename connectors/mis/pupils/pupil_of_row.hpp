// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/tables/table_rows.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace termbook {

/// Whose a row is: of the pupil with its `upn`, in the school of the row's own column, of the file's
/// folder, or of an earlier export that knows the pupil; or of the pupil whom a list of the school's pupils
/// gives the system's own number `id`. Rows of nobody become issues.
class PupilOfRow {
  public:
    PupilOfRow(TableRows& rows, const ExportFile& file, Intake& intake)
        : m_rows(rows), m_file(file), m_intake(intake), m_upn(rows.column("upn")), m_id(rows.column("id")),
          m_school(rows.column("school")) {}

    /// Looks at the row that `rows` stands on; false when it has no pupil. Files run to millions of rows, in
    /// which the row before often had the same: pupils are looked up only when that changes.
    bool find() {
        std::string_view number = m_rows.cell(m_upn);
        const bool is_id = number.empty() && m_id;
        if (is_id) number = m_rows.cell(m_id);
        const std::string_view school = m_rows.cell(m_school);
        if (m_found && number == m_last_number && is_id == m_last_is_id && school == m_last_school)
            return true;
        return find_anew(number, is_id, school);
    }

    /// Of the row that find() said yes to.
    RegisterBuilder& school() const { return *m_found; }
    std::size_t pupil() const { return m_pupil; }

  private:
    bool find_anew(std::string_view number, bool is_id, std::string_view school);
    void find_by_upn(std::string_view upn);
    void find_by_id(std::string_view id);
    RowPlace row() const { return {m_file.name, m_rows.line(), m_file.sheet}; }

    TableRows& m_rows;
    const ExportFile& m_file;
    Intake& m_intake;
    TableRows::Column m_upn;
    TableRows::Column m_id;
    TableRows::Column m_school;

    RegisterBuilder* m_found{nullptr};
    std::size_t m_pupil{0};
    std::string m_last_number;
    bool m_last_is_id{false};
    std::string m_last_school;
};

} // namespace termbook
