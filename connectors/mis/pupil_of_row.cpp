// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupil_of_row.hpp"

#include "connectors/mis/row_upn.hpp"

#include <tuple>

namespace termbook {

bool PupilOfRow::find_anew(std::string_view number, bool is_id, std::string_view school) {
    m_found = nullptr;
    if (is_id && !number.empty())
        find_by_id(number, school);
    else if (!m_upn)
        m_rows.report(m_id, "a row without a pupil's number", "a number in each row",
                      "the row is not counted");
    else if (!usable_upn(m_rows).empty())
        find_by_upn(number, school);
    if (!m_found) return false;
    m_last_number = number;
    m_last_is_id = is_id;
    m_last_school = school;
    return true;
}

void PupilOfRow::find_by_upn(std::string_view upn, std::string_view school) {
    if (school.empty() && !m_file.school) {
        if (const auto known = m_intake.find_pupil(upn)) {
            std::tie(m_found, m_pupil) = *known;
            if (m_intake.is_in_several_schools(upn)) report_either_school();
            return;
        }
    } else if (RegisterBuilder* named = school.empty() ? m_file.school : m_intake.find_school(school)) {
        if (m_file.school && named != m_file.school) report_other_school();
        m_found = named;
        m_pupil = named->pupil(upn, {m_file.name, m_rows.line(), m_file.sheet});
        return;
    }
    m_rows.report(m_upn, "a mark of a pupil whose school is not known",
                  "a pupil list with this UPN, a school column, or a folder a school",
                  "the row is not counted; add the pupil list, or move the file into the school's folder");
}

void PupilOfRow::find_by_id(std::string_view id, std::string_view school) {
    RegisterBuilder* named = school.empty() ? m_file.school : m_intake.find_school(school);
    if (!named)
        return m_rows.report(
            m_id, "a pupil's number in a school that is not known",
            "a school column, or a folder a school, since other schools have such numbers too",
            "the row is not counted; move the file into the school's folder");
    auto pupil = named->find_by_id(id);
    if (!pupil && m_intake.is_of_one_export())
        pupil = named->pupil(id, {m_file.name, m_rows.line(), m_file.sheet});
    if (!pupil)
        return m_rows.report(m_id, "a mark of a pupil whom no list of pupils gives this number",
                             "a list of the school's pupils with these numbers and their UPNs",
                             "the row is not counted; add the list to the school's exports");
    m_found = named;
    m_pupil = *pupil;
}

void PupilOfRow::report_either_school() {
    m_rows.report(m_upn, "marks that could be of two schools, of a pupil who is in both",
                  "a school column, or a folder a school",
                  "they are counted at the first of the schools in termbook.xml; move the file into its "
                  "school's folder");
}

void PupilOfRow::report_other_school() {
    m_rows.report(m_school, "marks of another school in this school's folder", "marks of the folder's school",
                  "they are counted at the school that they name; move the file if that is wrong");
}

} // namespace termbook
