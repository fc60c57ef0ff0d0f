// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

/// The texts of an .xlsx, which its cells refer to by number: runs of rich text joined, phonetic ones left
/// out. They are held one behind the other.
class SharedStrings {
  public:
    /// Throws Error when they are too many or too long to hold.
    void add(std::string_view text);

    std::optional<std::string_view> at(std::size_t index) const;

  private:
    std::string m_text;
    std::vector<std::uint32_t> m_ends;
};

/// Reads the part that has them. Throws Error with the place.
SharedStrings read_shared_strings(ByteSource& source);

} // namespace termbook::readers
