// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/tables/table_rows.hpp"
#include "core/model/pupil.hpp"
#include "core/model/roll.hpp"

#include <utility>

namespace termbook {

/// What one row of a list of pupils says of its pupil, under the fields `upn`, `surname`, `forename`, `born`,
/// `sex`, `ethnicity`, `language`; and of their place in the school: `year`, `class`, `house`, `joined`,
/// `left`, `prior`, `sen`, `eal`, and the yes-or-no fields `pp`, `fsm`, `ever6`, `lac`, `plac`, `service` and
/// `disabled`. Where such a column is there, a blank is a no, since systems write nothing for most pupils;
/// but where others in the column have a no, it is no answer. What cannot be read becomes an issue, and is
/// not known.
std::pair<Pupil, Enrolment> read_pupil_row(TableRows& rows);

} // namespace termbook
