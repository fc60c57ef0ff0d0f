// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

#include <cstdint>
#include <optional>

namespace termbook {

/// Reads the DfE's key stage 2 performance tables. A row is of what its RECTYPE says, wherever it stands: of
/// England's state-funded schools (or, in a file without them, of all its schools) and of the schools' local
/// authorities, which become comparators, and of schools, of which those of the trust become what is
/// published of them. Which year they are of is told by the columns of the year before (PTRWM_EXP_18 is in
/// the tables of 2018/19), or else by the name of the file's folder. Throws Error when neither tells.
std::uint64_t load_ks2_table(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
