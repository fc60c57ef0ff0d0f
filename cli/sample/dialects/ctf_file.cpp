// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/ctf_file.hpp"

#include "cli/sample/dialects/mark_string.hpp"
#include "cli/sample/formats/xml_text.hpp"

#include <chrono>
#include <fmt/format.h>

namespace termbook::sample {

namespace {

std::string header(const ExportedSchool& school, int year) {
    return fmt::format("  <Header>\n"
                       "    <DocumentName>Common Transfer File</DocumentName>\n"
                       "    <CTFversion>25.0</CTFversion>\n"
                       "    <DateTime>{}T16:30:00</DateTime>\n"
                       "    <DocumentQualifier>partial</DocumentQualifier>\n"
                       "    <SupplierID>Sample</SupplierID>\n"
                       "    <SourceSchool>\n"
                       "      <LEA>{}</LEA>\n"
                       "      <Estab>{}</Estab>\n"
                       "      <URN>{}</URN>\n"
                       "      <SchoolName>{}</SchoolName>\n"
                       "      <AcademicYear>{}</AcademicYear>\n"
                       "    </SourceSchool>\n"
                       "    <DestSchool><LEA>{}</LEA><Estab>{}</Estab></DestSchool>\n"
                       "  </Header>\n",
                       iso_text(school.as_at), school.la, school.estab, school.urn, xml_text(school.name),
                       year, school.la, school.estab);
}

std::string attendance(const ExportedPupil& pupil, const ExportedSchool& school, int year,
                       const AttendanceCodes& codes, const CtfOptions& options) {
    const AttendanceTotals sums = totals_of(pupil, codes);
    std::string text =
        fmt::format("      <Attendance>\n        <YearData>\n"
                    "          <Year>{}</Year>\n          <LEA>{}</LEA>\n          <Estab>{}</Estab>\n"
                    "          <SchoolName>{}</SchoolName>\n"
                    "          <SessionsPossible>{}</SessionsPossible>\n"
                    "          <SessionsAuthorised>{}</SessionsAuthorised>\n"
                    "          <SessionsAttended>{}</SessionsAttended>\n"
                    "          <SessionsUnauthorised>{}</SessionsUnauthorised>\n",
                    year, school.la, school.estab, xml_text(school.name), sums.possible, sums.authorised,
                    sums.possible - sums.authorised - sums.unauthorised, sums.unauthorised);
    if (options.marks)
        text += fmt::format("          <AttendSessions>\n"
                            "            <AttendanceStartDate>{}</AttendanceStartDate>\n"
                            "            <AttendanceMarks>{}</AttendanceMarks>\n"
                            "          </AttendSessions>\n",
                            iso_text(school.days.front()),
                            mark_string(pupil, school.days, codes, options.spelling));
    return text + "        </YearData>\n      </Attendance>\n";
}

std::string language(const ExportedPupil& pupil) {
    return fmt::format(
        "<Languages><Type><Language>{}</Language><LanguageType>F</LanguageType></Type></Languages>",
        pupil.language);
}

/// Free meals began with the school year before the export, or ended with it.
std::string histories(const ExportedPupil& pupil, Date as_at) {
    const std::string began = iso_text(as_at - std::chrono::days{730}).substr(0, 4) + "-09-01";
    std::string text;
    if (pupil.free_meals || pupil.had_free_meals)
        text += fmt::format(
            "      <FSMhistory><FSMinstance><FSMstartDate>{}</FSMstartDate>{}</FSMinstance></FSMhistory>\n",
            began,
            pupil.free_meals
                ? std::string()
                : fmt::format("<FSMendDate>{}</FSMendDate>", iso_text(as_at - std::chrono::days{60})));
    text += fmt::format("      <LookedAfter><InCare>{}</InCare></LookedAfter>\n",
                        pupil.in_care ? "true" : "false");
    if (!pupil.sen.empty())
        text += fmt::format(
            "      "
            "<SENhistory><SEN><StartDate>{}</StartDate><SENprovision>{}</SENprovision></SEN></SENhistory>\n",
            began, pupil.sen);
    return text;
}

std::string pupil_element(const ExportedPupil& pupil, Date as_at, const std::string& attendance) {
    return fmt::format(
        "    <Pupil>\n"
        "      <UPN>{}</UPN>\n"
        "      <Surname>{}</Surname>\n"
        "      <Forename>{}</Forename>\n"
        "      <DOB>{}</DOB>\n"
        "      <Sex>{}</Sex>\n"
        "      <BasicDetails><NCyearActual>{}</NCyearActual><Ethnicity>{}</Ethnicity>{}</BasicDetails>\n"
        "{}{}"
        "    </Pupil>\n",
        pupil.upn, xml_text(pupil.surname), xml_text(pupil.forename), pupil.born, pupil.sex, pupil.year,
        pupil.ethnicity, language(pupil), histories(pupil, as_at), attendance);
}

} // namespace

std::string ctf_file(const ExportedSchool& school, const AttendanceCodes& codes, const CtfOptions& options) {
    const std::chrono::year_month_day first{school.days.front()};
    const int year = static_cast<int>(first.year());
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CTfile>\n" + header(school, year);
    text += "  <CTFpupilData>\n";
    for (const ExportedPupil& pupil : school.pupils)
        text += pupil_element(pupil, school.as_at, attendance(pupil, school, year, codes, options));
    return text + "  </CTFpupilData>\n</CTfile>\n";
}

std::string ctf_file_name(const ExportedSchool& school) {
    return fmt::format("{0}{1}_CTF_{0}{1}_001.xml", school.la, school.estab);
}

} // namespace termbook::sample
