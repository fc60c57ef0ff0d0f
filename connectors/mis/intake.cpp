// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/intake.hpp"

#include "connectors/profiles/profile.hpp"

namespace termbook {

Intake::Intake(Trust& trust) : m_trust(trust) {
    for (School& school : trust.schools)
        m_schools.emplace_back(school, trust.calendar, trust.codes, trust.issues);
}

RegisterBuilder* Intake::find_school(std::string_view text) {
    const std::string wanted = folded_header(text);
    if (wanted.empty()) return nullptr;
    for (RegisterBuilder& each : m_schools) {
        const School& school = each.school();
        if (wanted == school.urn || wanted == folded_header(school.name) ||
            wanted == folded_header(school.folder))
            return &each;
    }
    return nullptr;
}

std::optional<std::pair<RegisterBuilder*, std::size_t>> Intake::find_pupil(std::string_view upn) {
    for (RegisterBuilder& each : m_schools)
        if (const auto found = each.find(upn)) return std::pair{&each, *found};
    return std::nullopt;
}

} // namespace termbook
