// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/row_upn.hpp"

#include <string>

namespace termbook {

UpnFinding finding_of(UpnFault fault) {
    switch (fault) {
    case UpnFault::rounded:
        return {"a UPN that a spreadsheet has rounded to a few digits", "a letter and twelve digits",
                "it is not counted; export it again without opening it in a spreadsheet, or with the column "
                "as text"};
    case UpnFault::no_number:
        return {"words where the UPN should be", "a letter and twelve digits, or the system's own number",
                "it is not counted; correct it if it is a pupil, and no total or note below the table"};
    case UpnFault::wrong_letter:
        return {"a UPN whose letter does not fit its digits", "the letter that they give",
                "the pupil is counted; correct the UPN in the system, or exports may not match"};
    case UpnFault::temporary:
        return {"a temporary UPN", "the permanent one",
                "the pupil is counted; exports made before and after it is replaced do not match"};
    case UpnFault::other_form:
        return {"a number of another form among UPNs", "a letter and twelve digits",
                "it is counted as a pupil's own number, which other exports may not have; correct it in the "
                "system, or export again without opening it in a spreadsheet"};
    case UpnFault::none:
        break;
    }
    return {};
}

std::string_view usable_upn(TableRows& rows) {
    const auto column = rows.column("upn");
    const std::string_view upn = rows.cell(column);
    const auto report = [&](const UpnFinding& finding) {
        rows.report(column, std::string(finding.found), std::string(finding.expected),
                    std::string(finding.remedy));
        return std::string_view();
    };
    if (upn.empty()) {
        const bool named =
            !rows.cell(rows.column("surname")).empty() && !rows.cell(rows.column("forename")).empty();
        if (named)
            return report({"a pupil without a UPN", "a UPN in each row",
                           "the pupil is not counted; add the UPN in the system and export again"});
        return report({"a row without a UPN", "a UPN in each row",
                       "the row is not counted; add the UPN if it is a pupil"});
    }
    const UpnFault fault = upn_fault(upn);
    if (names_nobody(fault)) return report(finding_of(fault));
    if (rows.habits(column).has_upns && !is_upn(upn)) report(finding_of(UpnFault::other_form));
    return upn;
}

} // namespace termbook
