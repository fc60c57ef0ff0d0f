// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/intake.hpp"

#include "connectors/profiles/profile.hpp"

namespace termbook {

Intake::Intake(Trust& trust, Schools known) : m_trust(trust), m_known(known) {
    for (std::size_t school = 0; school < trust.schools.size(); ++school)
        m_schools.emplace_back(trust, school, m_pupils);
    name_schools();
}

void Intake::name_schools() {
    // Of two schools with one name the first in termbook.xml keeps it.
    for (RegisterBuilder& each : m_schools)
        for (const std::string& name : {each.school().urn, each.school().name, each.school().folder})
            if (std::string folded = folded_header(name); !folded.empty())
                m_names.emplace(std::move(folded), &each);
    for (RegisterBuilder& each : m_schools)
        for (const std::string& name : {each.school().urn, each.school().name, each.school().folder})
            if (RegisterBuilder* known = find_school(name)) m_names.emplace(name, known);
}

RegisterBuilder* Intake::find_school(std::string_view text) {
    if (m_known == Schools::any) return &m_schools.front();
    auto found = m_names.find(text);
    if (found == m_names.end()) found = m_names.find(folded_header(text));
    return found == m_names.end() ? nullptr : found->second;
}

std::optional<std::pair<RegisterBuilder*, std::size_t>> Intake::find_pupil(std::string_view upn) {
    const auto found = m_pupils.by_upn.find(upn);
    if (!found) return std::nullopt;
    return std::pair{&m_schools[found->school], found->pupil};
}

} // namespace termbook
