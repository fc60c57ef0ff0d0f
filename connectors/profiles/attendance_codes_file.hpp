// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/attendance_codes.hpp"

#include <string>

namespace termbook {

/// Reads a table of attendance codes. Throws Error with the place when it is not one.
AttendanceCodes read_attendance_codes(std::string bytes, const std::string& name);

/// The national codes that come with Termbook: connectors/profiles/data/attendance-codes.xml.
AttendanceCodes national_attendance_codes();

} // namespace termbook
