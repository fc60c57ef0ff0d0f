// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/same_pupil.hpp"

#include "connectors/profiles/profile.hpp"

namespace termbook {

Likeness surname_likeness(std::string_view a, std::string_view b) {
    const bool same = a.empty() || b.empty() || a == b || folded_header(a) == folded_header(b);
    return same ? Likeness::same : Likeness::other;
}

Likeness forename_likeness(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty() || a == b) return Likeness::same;
    const std::string folded_a = folded_header(a);
    const std::string folded_b = folded_header(b);
    if (folded_a.starts_with(folded_b) || folded_b.starts_with(folded_a)) return Likeness::same;
    return folded_a.front() == folded_b.front() ? Likeness::alike : Likeness::other;
}

bool are_two_pupils(const Pupil& known, const Pupil& seen, bool in_one_export) {
    const Likeness surname = surname_likeness(known.surname, seen.surname);
    const Likeness forename = forename_likeness(known.forename, seen.forename);
    if (surname == Likeness::same && forename == Likeness::same) return false;
    if (surname == Likeness::other && forename == Likeness::other) return true;
    const bool other_birth = known.born && seen.born && known.born != seen.born;
    const bool other_sex = known.sex && seen.sex && known.sex != seen.sex;
    if (other_birth || other_sex) return true;
    if (forename != Likeness::other) return false;
    return in_one_export || !known.born || !seen.born;
}

} // namespace termbook
