// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/pupils/upn.hpp"
#include "connectors/mis/tables/table_rows.hpp"

#include <string_view>

namespace termbook {

/// What an issue says of a UPN with a fault.
struct UpnFinding {
    std::string_view found;
    std::string_view expected;
    std::string_view remedy;
};

UpnFinding finding_of(UpnFault fault);

/// The UPN of a row that is about a pupil; empty where it has none, or none that is one pupil's, which is
/// then an issue. A number of another form among UPNs is an issue, too.
std::string_view usable_upn(TableRows& rows);

} // namespace termbook
