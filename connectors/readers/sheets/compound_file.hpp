// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/zip/seekable_bytes.hpp"

#include <string_view>

namespace termbook::readers {

/// Whether bytes begin as an OLE compound file does: what .xls is, and what .xlsx becomes with a password.
bool is_compound_file(std::string_view start);

/// Throws Error, saying which of the two it is. Definition: MS-OFFCRYPTO 2.3.4.4 (the stream
/// EncryptedPackage).
[[noreturn]] void refuse_compound_file(const SeekableBytes& bytes);

} // namespace termbook::readers
