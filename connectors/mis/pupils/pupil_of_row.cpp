// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/pupil_of_row.hpp"

#include "connectors/mis/pupils/row_upn.hpp"
#include "connectors/mis/pupils/school_of_row.hpp"

#include <tuple>

namespace termbook {

bool PupilOfRow::find_anew(std::string_view number, bool is_id, std::string_view school) {
    m_found = nullptr;
    if (is_id && !number.empty())
        find_by_id(number);
    else if (!m_upn)
        m_rows.report(m_id, "a row without a pupil's number", "a number in each row",
                      "the row is not counted");
    else if (!usable_upn(m_rows).empty())
        find_by_upn(number);
    if (!m_found) return false;
    m_last_number = number;
    m_last_is_id = is_id;
    m_last_school = school;
    return true;
}

void PupilOfRow::find_by_upn(std::string_view upn) {
    if (RegisterBuilder* school = school_of_row(m_rows, m_file, m_intake)) {
        m_found = school;
        m_pupil = school->pupil(upn, row());
    } else if (!m_rows.cell(m_school).empty()) {
        return; // the school is an issue already
    } else if (const auto known = m_intake.find_pupil(upn)) {
        std::tie(m_found, m_pupil) = *known;
        if (m_intake.is_in_several_schools(upn))
            m_rows.report(m_upn, "a row that could be of two schools, of a pupil who is in both",
                          "a school column, or a folder a school",
                          "it is counted at the first of the schools in termbook.xml; move the file into its "
                          "school's folder");
    } else {
        m_rows.report(
            m_upn, "a pupil whose school is not known",
            "a pupil list with this UPN, a school column, or a folder a school",
            "the row is not counted; add the pupil list, or move the file into the school's folder");
    }
}

void PupilOfRow::find_by_id(std::string_view id) {
    RegisterBuilder* school = school_of_row(m_rows, m_file, m_intake);
    if (!school) {
        if (m_rows.cell(m_school).empty())
            m_rows.report(m_id, "a pupil's number in a school that is not known",
                          "a school column, or a folder a school, since other schools have such numbers too",
                          "the row is not counted; move the file into the school's folder");
        return;
    }
    auto pupil = school->find_by_id(id);
    if (!pupil && m_intake.is_of_one_export()) pupil = school->pupil(id, row());
    if (!pupil)
        return m_rows.report(m_id, "a row of a pupil whom no list of pupils gives this number",
                             "a list of the school's pupils with these numbers and their UPNs",
                             "the row is not counted; add the list to the school's exports");
    m_found = school;
    m_pupil = *pupil;
}

} // namespace termbook
