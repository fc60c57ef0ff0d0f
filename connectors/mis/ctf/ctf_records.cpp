// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/ctf/ctf_records.hpp"

#include "connectors/mis/tables/values.hpp"

#include <algorithm>
#include <utility>

namespace termbook {

namespace {

template<typename Record>
using FieldNames = std::pair<std::string_view, CtfText Record::*>;

constexpr FieldNames<CtfHeader> source_school_fields[] = {
    {"LEA", &CtfHeader::la},
    {"Estab", &CtfHeader::estab},
    {"URN", &CtfHeader::urn},
    {"SchoolName", &CtfHeader::school_name},
};

constexpr FieldNames<CtfPupil> pupil_fields[] = {
    {"UPN", &CtfPupil::upn},  {"Surname", &CtfPupil::surname}, {"Forename", &CtfPupil::forename},
    {"DOB", &CtfPupil::born}, {"Gender", &CtfPupil::sex},      {"Sex", &CtfPupil::sex},
};

constexpr FieldNames<CtfPupil> basic_details[] = {
    {"NCyearActual", &CtfPupil::year_group},
    {"Ethnicity", &CtfPupil::ethnicity},
    {"ServiceChild", &CtfPupil::service},
};

constexpr FieldNames<CtfSpell> spell_fields[] = {
    {"FSMstartDate", &CtfSpell::from}, {"FSMendDate", &CtfSpell::to},          {"StartDate", &CtfSpell::from},
    {"EndDate", &CtfSpell::to},        {"SENprovision", &CtfSpell::provision},
};

constexpr FieldNames<CtfYear> year_fields[] = {
    {"Year", &CtfYear::year},
    {"LEA", &CtfYear::la},
    {"Estab", &CtfYear::estab},
    {"SessionsPossible", &CtfYear::possible},
    {"SessionsAuthorised", &CtfYear::authorised},
    {"SessionsUnauthorised", &CtfYear::unauthorised},
    {"AttendanceStartDate", &CtfYear::start},
    {"AttendanceMarks", &CtfYear::marks},
};

constexpr FieldNames<CtfAssessment> assessment_fields[] = {
    {"Year", &CtfAssessment::year},     {"Subject", &CtfAssessment::subject},
    {"Method", &CtfAssessment::method}, {"Component", &CtfAssessment::component},
    {"Result", &CtfAssessment::result},
};

template<typename Record, std::size_t Count>
CtfText* find_field(const FieldNames<Record> (&names)[Count], std::string_view name, Record& record) {
    for (const auto& [known, member] : names)
        if (known == name) return &(record.*member);
    return nullptr;
}

/// A string of marks, in which blanks are marks, without line breaks and the indents behind them, which are
/// not.
std::string unwrapped(std::string_view text) {
    std::string marks;
    bool at_line_start = false;
    for (const char c : text) {
        if (c == '\n')
            at_line_start = true;
        else if (c != '\r' && c != '\t' && !(at_line_start && c == ' ')) {
            marks += c;
            at_line_start = false;
        }
    }
    return marks;
}

/// Sessions that stand beside others of a YearData are of the same year and school.
CtfYear of_the_same_year(const std::vector<CtfYear>& years) {
    CtfYear year;
    if (years.empty()) return year;
    year.year = years.back().year;
    year.la = years.back().la;
    year.estab = years.back().estab;
    return year;
}

} // namespace

CtfRecords::CtfRecords(std::function<void(const CtfHeader&, std::uint64_t line)> on_header,
                       std::function<void(const CtfPupil&)> on_pupil)
    : m_on_header(std::move(on_header)), m_on_pupil(std::move(on_pupil)) {}

void CtfRecords::start_element(std::string_view name, const readers::XmlAttributes&,
                               const readers::XmlPlace& place) {
    if (name == "Pupil") {
        m_pupil = {};
        m_pupil.line = place.line();
    }
    if (name == "YearData") m_pupil.years.emplace_back();
    if (name == "FSMinstance") m_pupil.meals.emplace_back();
    if (name == "SEN") m_pupil.sen.emplace_back();
    if (name == "KeyStage") m_stage = {};
    if (name == "StageAssessment") m_pupil.assessments.push_back({m_stage, {}, {}, {}, {}, {}});
    if (name == "Type") m_language = m_language_type = {};
    // AttendSessions stands inside YearData, beside it, or several times over.
    if (name == "AttendSessions" && (m_pupil.years.empty() || !m_pupil.years.back().marks.text.empty()))
        m_pupil.years.push_back(of_the_same_year(m_pupil.years));
    m_path.emplace_back(name);
    m_text.clear();
}

void CtfRecords::text(std::string_view text, const readers::XmlPlace&) {
    m_text += text;
}

CtfText* CtfRecords::field_of(std::string_view name) {
    const std::string_view parent = m_path.size() < 2 ? std::string_view() : m_path[m_path.size() - 2];
    if (parent == "SourceSchool") return find_field(source_school_fields, name, m_header);
    if (parent == "Header" && name == "DateTime") return &m_header.date_time;
    if (parent == "Pupil") return find_field(pupil_fields, name, m_pupil);
    if (CtfText* field = find_field(basic_details, name, m_pupil)) return field;
    if (name == "InCare" || (name == "LookedAfter" && m_pupil.in_care.line == 0)) return &m_pupil.in_care;
    if (parent == "FSMinstance") return find_field(spell_fields, name, m_pupil.meals.back());
    if (parent == "SEN") return find_field(spell_fields, name, m_pupil.sen.back());
    if (parent == "KeyStage" && name == "Stage") return &m_stage;
    if (parent == "StageAssessment") return find_field(assessment_fields, name, m_pupil.assessments.back());
    if (parent == "Type") {
        if (name == "Language") return &m_language;
        if (name == "LanguageType") return &m_language_type;
    }
    if ((parent == "YearData" || parent == "AttendSessions") && !m_pupil.years.empty())
        return find_field(year_fields, name, m_pupil.years.back());
    return nullptr;
}

void CtfRecords::end_element(std::string_view name, const readers::XmlPlace& place) {
    if (CtfText* field = field_of(name)) {
        field->text = name == "AttendanceMarks" ? unwrapped(m_text) : std::string(trimmed(m_text));
        field->line = place.line();
    }
    if (name == "Type") end_language();
    if (name == "Header") m_on_header(m_header, place.line());
    if (name == "Pupil") m_on_pupil(m_pupil);
    m_path.pop_back();
    m_text.clear();
}

/// F is the first language; some systems write the one they know without a type.
void CtfRecords::end_language() {
    if (m_language_type.text == "F" || m_pupil.language.text.empty()) m_pupil.language = m_language;
}

} // namespace termbook
