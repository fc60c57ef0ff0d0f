// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/intake.hpp"

#include "connectors/mis/pupils/upn.hpp"
#include "connectors/profiles/profile.hpp"

namespace termbook {

Intake::Intake(Trust& trust, Schools known) : m_trust(trust), m_known(known) {
    for (std::size_t school = 0; school < trust.schools.size(); ++school)
        m_schools.emplace_back(trust, school, m_pupils);
    name_schools();
}

void Intake::name_schools() {
    // Of two schools with one name the first in termbook.xml keeps it.
    for (RegisterBuilder& each : m_schools) {
        const School& school = each.school();
        for (const std::string& name : {school.urn, school.laestab, school.name, school.folder})
            if (std::string folded = folded_header(name); !folded.empty())
                m_names.emplace(std::move(folded), &each);
    }
    for (RegisterBuilder& each : m_schools)
        for (const std::string& name : {each.school().urn, each.school().name, each.school().folder})
            if (RegisterBuilder* known = find_school(name)) m_names.emplace(name, known);
}

RegisterBuilder* Intake::find_school(std::string_view text) {
    if (m_known == Schools::any) return &m_schools.front();
    if (const auto found = m_names.find(text); found != m_names.end()) return found->second;
    if (RegisterBuilder* found = school_named(folded_header(text))) return found;
    return school_named(laestab_digits(text));
}

RegisterBuilder* Intake::school_named(const std::string& folded) {
    const auto found = m_names.find(folded);
    return found == m_names.end() ? nullptr : found->second;
}

std::optional<std::pair<RegisterBuilder*, std::size_t>> Intake::find_pupil(std::string_view upn) {
    std::string room;
    const auto found = m_pupils.by_upn.find(without_leading_zeros(clean_upn(upn, room)));
    if (!found) return std::nullopt;
    return std::pair{&m_schools[found->school], found->pupil};
}

bool Intake::is_in_several_schools(std::string_view upn) const {
    std::string room;
    return m_pupils.by_upn.is_in_several_schools(without_leading_zeros(clean_upn(upn, room)));
}

std::string laestab_digits(std::string_view text) {
    constexpr std::size_t authority = 3;
    constexpr std::size_t size = 7;
    std::string digits(text);
    if (digits.size() == size + 1 && (digits[authority] == '/' || digits[authority] == ' '))
        digits.erase(authority, 1);
    const bool fits = digits.size() == size && digits.find_first_not_of("0123456789") == std::string::npos;
    return fits ? digits : std::string();
}

} // namespace termbook
