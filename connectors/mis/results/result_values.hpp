// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/profiles/result_codes_file.hpp"
#include "core/model/result.hpp"

#include <string>
#include <string_view>

namespace termbook {

/// Reads what an export writes for a result of `result.stage` and `result.subject`: a code of the stage, or a
/// score in its range. False when it is neither.
bool read_result(std::string_view text, const ResultCodes& codes, Result& result);

/// What could be read: "a score from 0 to 40, or a code of phonics".
std::string results_expected(const ResultCodes& codes, const Result& result);

} // namespace termbook
