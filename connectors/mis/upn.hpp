// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

namespace termbook {

enum class UpnFault {
    none,
    rounded,      ///< "2.01E+11": a spreadsheet has made it a number, and many pupils may share it
    wrong_letter, ///< its letter does not fit its digits: a slip in typing
};

/// What is wrong with a unique pupil number. Other systems' own numbers, of whatever form, have no fault, and
/// neither have temporary UPNs, which end in a letter. Definition: DfE, "Unique pupil numbers (UPNs)": a
/// check letter, three digits of the local authority, four of the school, two of the year and three more.
UpnFault upn_fault(std::string_view upn);

} // namespace termbook
