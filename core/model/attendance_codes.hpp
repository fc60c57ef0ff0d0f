// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// What a session counts as.
enum class SessionClass : std::uint8_t {
    present,
    aea, ///< approved educational activity: attending
    authorised,
    unauthorised,
    not_possible,  ///< counts neither as possible nor as attending
    not_collected, ///< not on roll, or the school was closed
    missing,       ///< no mark was made
    unknown,       ///< a mark that is no national code
};

std::optional<SessionClass> parse_session_class(std::string_view text);

bool counts_as_possible(SessionClass session);
bool counts_as_attending(SessionClass session);

/// A code in a register.
struct AttendanceCode {
    std::string code; ///< "/", "I", "C1"
    std::string title;
    SessionClass counts_as{SessionClass::unknown};
    bool late{false};
    std::optional<Date> until; ///< the last day on which the code was in use
};

/// A code as one byte of a packed string of marks; 0 is no mark at all.
using CodeId = std::uint8_t;

/// The national codes. A mark is looked up once, when it is read; what it counts as is asked when it is
/// counted.
class AttendanceCodes {
  public:
    static constexpr CodeId none = 0;
    static constexpr CodeId unknown = 255;

    AttendanceCodes() = default;
    /// Throws Error for two rows with the same code, or more than 254 of them.
    explicit AttendanceCodes(std::vector<AttendanceCode> codes);

    /// The id of a code as exports spell it; `unknown` for a mark that is none, the id of "-" for a blank.
    CodeId id(std::string_view code) const;
    CodeId id(char code) const { return m_single[static_cast<unsigned char>(code)]; }

    /// The code of an id that `id` gave, other than `none` and `unknown`.
    const AttendanceCode& code(CodeId id) const { return m_codes[id - 1]; }
    SessionClass counts_as(CodeId id) const { return m_classes[id]; }

    const std::vector<AttendanceCode>& codes() const { return m_codes; }

  private:
    std::vector<AttendanceCode> m_codes;
    std::array<CodeId, 256> m_single{};
    std::array<SessionClass, 256> m_classes{};
};

} // namespace termbook
