// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace termbook {

enum class UpnFault {
    none,
    rounded,      ///< "2.01E+11", "2.01E11": a spreadsheet has made it a number, and many pupils may share it
    no_number,    ///< "Total", "Printed on 5 January": no digit in it, or words
    wrong_letter, ///< its letter does not fit its digits: a slip in typing
    temporary,    ///< ends in a letter: given until the permanent one is known
    other_form,   ///< among UPNs, what has not the form of one: it has lost its letter, or digits
};

/// Whether a text has the form of a UPN, permanent or temporary, in whatever spelling.
bool is_upn(std::string_view text);

/// A UPN without the blanks in it and in capitals, as the DfE writes it; other systems' own numbers as they
/// are. What is changed is written to `room`.
std::string_view clean_upn(std::string_view upn, std::string& room);

/// What is wrong with a unique pupil number, in whatever spelling. Other systems' own numbers, of whatever
/// form, have no fault as long as they could be numbers: that they stand among UPNs is not known here.
/// Definition: DfE, "Unique pupil numbers (UPNs)": a check letter, three digits of the local authority, four
/// of the school, two of the year and three more, of which a temporary UPN has a letter for the last.
UpnFault upn_fault(std::string_view upn);

/// Whether rows with such a number cannot be said to be of one pupil.
constexpr bool names_nobody(UpnFault fault) {
    return fault == UpnFault::rounded || fault == UpnFault::no_number;
}

} // namespace termbook
