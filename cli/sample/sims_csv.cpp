// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/sims_csv.hpp"

#include "core/diagnostics/error.hpp"

#include <fmt/format.h>
#include <vector>

namespace termbook::sample {

namespace {

using Cells = std::vector<std::string>;

/// "2015-02-28" as "28/02/2015".
std::string british(const std::string& iso) {
    return fmt::format("{}/{}/{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

Cells header(bool totals) {
    Cells cells{"UPN",
                "Surname",
                "Forename",
                "DOB",
                "Gender",
                "DOA",
                "Eligible for free meals",
                "Mother tongue code",
                "Ethnicity",
                "SEN Status code",
                "Reg",
                "Year",
                "Postcode",
                "In LEA Care",
                "Gifted",
                "Pupil Premium Indicator"};
    if (totals) cells.insert(cells.end(), {"Possible", "Authorised absences", "Unauthorised absences"});
    return cells;
}

/// What the sample does not make up is left blank, as systems leave it.
Cells row(const ExportedPupil& pupil, const AttendanceCodes& codes, bool with_totals) {
    const std::string& year = pupil.taught_in.empty() ? pupil.year : pupil.taught_in;
    Cells cells{pupil.upn,
                pupil.surname,
                pupil.forename,
                british(pupil.born),
                pupil.sex,
                british(pupil.admitted),
                pupil.free_meals ? "T" : "F",
                pupil.language,
                pupil.ethnicity,
                pupil.sen.empty() ? "N" : pupil.sen,
                pupil.class_name,
                year == "R" ? "R" : "Y" + year,
                "",
                pupil.in_care ? "T" : "F",
                "F",
                pupil.free_meals || pupil.had_free_meals || pupil.in_care ? "T" : "F"};
    if (!with_totals) return cells;
    const AttendanceTotals sums = totals_of(pupil, codes);
    for (const auto count : {sums.possible, sums.authorised, sums.unauthorised})
        cells.push_back(std::to_string(count));
    return cells;
}

void write_row(std::string& text, const Cells& cells, bool quoted) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        const bool quote = quoted || cells[i].find_first_of(",\"\r\n") != std::string::npos;
        if (!quote) {
            text += cells[i];
            continue;
        }
        text += '"';
        for (const char c : cells[i])
            text.append(c == '"' ? 2 : 1, c);
        text += '"';
    }
    text += "\r\n";
}

/// Windows-1252 and Unicode agree from U+00A0 to U+00FF; the sample's names have no other letters.
std::string as_windows_1252(const std::string& utf8) {
    std::string bytes;
    bytes.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        if (lead < 0x80) {
            bytes += utf8[i];
            continue;
        }
        const auto character = i + 1 < utf8.size()
                                   ? ((lead & 0x1Fu) << 6) | (static_cast<unsigned char>(utf8[++i]) & 0x3Fu)
                                   : 0u;
        if ((lead & 0xE0u) != 0xC0u || character < 0xA0 || character > 0xFF)
            throw Error({}, "a letter beyond U+00FF", "letters that Windows-1252 writes",
                        "write UTF-8 instead");
        bytes += static_cast<char>(character);
    }
    return bytes;
}

} // namespace

std::string sims_csv(const ExportedSchool& school, const AttendanceCodes& codes,
                     const SimsCsvOptions& options) {
    std::string text = options.windows_1252 ? "" : "\xEF\xBB\xBF";
    write_row(text, header(options.totals), options.quoted);
    for (const ExportedPupil& pupil : school.pupils)
        write_row(text, row(pupil, codes, options.totals), options.quoted);
    return options.windows_1252 ? as_windows_1252(text) : text;
}

std::string marks_csv(const ExportedSchool& school, const AttendanceCodes& codes) {
    std::string text;
    write_row(text, {"UPN", "School", "Date", "Session", "Mark"}, false);
    for (const ExportedPupil& pupil : school.pupils)
        for (std::size_t i = 0; i < pupil.marks.size(); ++i)
            write_row(text,
                      {pupil.upn, school.urn, iso_text(school.days[i / 2]), i % 2 == 0 ? "AM" : "PM",
                       std::string(spelling_of(pupil.marks[i], codes))},
                      false);
    return text;
}

} // namespace termbook::sample
