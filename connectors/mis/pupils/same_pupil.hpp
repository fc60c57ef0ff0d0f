// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/pupil.hpp"

#include <string_view>

namespace termbook {

/// How far two spellings of a name go together.
enum class Likeness {
    same,  ///< capitals and blanks aside, or one of the two is not told
    alike, ///< as nicknames and slips are
    other,
};

/// Surnames are the same or others.
Likeness surname_likeness(std::string_view a, std::string_view b);

/// The shorter of two forenames is the same where the longer begins with it (Sam and Samuel, S and Sam), and
/// alike where they only share the first letter (Kate and Kathryn).
Likeness forename_likeness(std::string_view a, std::string_view b);

/// Whether what two rows say under one UPN is of two pupils. It is where both names are others; and where one
/// is, or forenames are only alike, if date of birth or sex are others. Another forename alone makes two
/// pupils within one export, as of twins, and in two exports unless they agree on the date of birth: then it
/// may be the legal and the preferred one. Another surname alone does not: surnames change.
bool are_two_pupils(const Pupil& known, const Pupil& seen, bool in_one_export);

} // namespace termbook
