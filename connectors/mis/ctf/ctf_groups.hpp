// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/ctf/ctf_records.hpp"
#include "core/model/roll.hpp"

#include <optional>

namespace termbook {

/// Which histories a CTF carries at all. Pupils without one in a file that has it for others have none; in a
/// file without any, nothing is known.
struct CtfHistories {
    bool meals{false};
    bool sen{false};
    bool care{false};

    void note(const CtfPupil& pupil);
};

/// A pupil's characteristics on a day. Free meals within six years before it are "ever 6"; of several SEN
/// provisions the one that began last holds.
Characteristics ctf_characteristics(const CtfPupil& pupil, Date on, const CtfHistories& carried);

} // namespace termbook
