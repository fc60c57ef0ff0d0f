// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/profile_fields.hpp"

#include <algorithm>

namespace termbook {

namespace {

constexpr std::string_view fields[] = {"upn",
                                       "id",
                                       "surname",
                                       "forename",
                                       "born",
                                       "sex",
                                       "year",
                                       "class",
                                       "school",
                                       "house",
                                       "ethnicity",
                                       "language",
                                       "eal",
                                       "sen",
                                       "pp",
                                       "fsm",
                                       "ever6",
                                       "lac",
                                       "plac",
                                       "service",
                                       "disabled",
                                       "prior",
                                       "joined",
                                       "left",
                                       "date",
                                       "session",
                                       "mark",
                                       "marks",
                                       "start",
                                       "stage",
                                       "subject",
                                       "result",
                                       "kind",
                                       "until",
                                       "time",
                                       "incident",
                                       "reason",
                                       "outcome",
                                       "sessions",
                                       "days.lost",
                                       "days.available",
                                       "staff",
                                       "figure",
                                       "group",
                                       "period",
                                       "target",
                                       "direction",
                                       "term",
                                       "academic-year",
                                       "result.tracker",
                                       "result.eyfs.gld",
                                       "result.eyfs.communication",
                                       "result.eyfs.physical",
                                       "result.eyfs.psed",
                                       "result.eyfs.literacy",
                                       "result.eyfs.maths",
                                       "result.phonics",
                                       "result.mtc",
                                       "result.ks1.reading",
                                       "result.ks1.writing",
                                       "result.ks1.maths",
                                       "result.ks2.reading",
                                       "result.ks2.writing",
                                       "result.ks2.maths",
                                       "result.ks2.gps",
                                       "result.ks2.science",
                                       "result.ks4.attainment8",
                                       "result.ks4.progress8",
                                       "result.ks4.english",
                                       "result.ks4.maths",
                                       "attendance.possible",
                                       "attendance.authorised",
                                       "attendance.unauthorised",
                                       "rectype",
                                       "la",
                                       "urn",
                                       "time.identifier",
                                       "time.frame",
                                       "level",
                                       "phase",
                                       "breakdown"};

} // namespace

std::span<const std::string_view> profile_fields() {
    return fields;
}

bool is_profile_field(std::string_view text) {
    return std::find(std::begin(fields), std::end(fields), text) != std::end(fields);
}

} // namespace termbook
