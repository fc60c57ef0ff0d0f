// SPDX-License-Identifier: MPL-2.0
#include "core/model/attendance_codes.hpp"

#include "core/diagnostics/error.hpp"

#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

constexpr std::pair<std::string_view, SessionClass> class_names[] = {
    {"present", SessionClass::present},           {"aea", SessionClass::aea},
    {"authorised", SessionClass::authorised},     {"unauthorised", SessionClass::unauthorised},
    {"not-possible", SessionClass::not_possible}, {"not-collected", SessionClass::not_collected},
    {"missing", SessionClass::missing},
};

} // namespace

std::optional<SessionClass> parse_session_class(std::string_view text) {
    for (const auto& [name, session] : class_names)
        if (name == text) return session;
    return std::nullopt;
}

bool counts_as_attending(SessionClass session) {
    return session == SessionClass::present || session == SessionClass::aea;
}

bool counts_as_possible(SessionClass session) {
    return counts_as_attending(session) || session == SessionClass::authorised ||
           session == SessionClass::unauthorised;
}

AttendanceCodes::AttendanceCodes(std::vector<AttendanceCode> codes) : m_codes(std::move(codes)) {
    if (m_codes.size() >= unknown)
        throw Error({}, fmt::format("{} attendance codes", m_codes.size()), "at most 254", "remove some");
    m_single.fill(unknown);
    m_classes.fill(SessionClass::unknown);
    m_classes[none] = SessionClass::not_collected;
    for (std::size_t i = 0; i < m_codes.size(); ++i) {
        const AttendanceCode& entry = m_codes[i];
        if (id(entry.code) != unknown)
            throw Error({}, fmt::format("the attendance code '{}' twice", entry.code), "each code once",
                        "remove one of them");
        const auto assigned = static_cast<CodeId>(i + 1);
        m_classes[assigned] = entry.counts_as;
        if (entry.code.size() != 1) continue;
        m_single[static_cast<unsigned char>(entry.code[0])] = assigned;
        if (entry.code == "-") m_single[static_cast<unsigned char>(' ')] = assigned;
    }
}

CodeId AttendanceCodes::id(std::string_view code) const {
    if (code.empty()) return m_single[static_cast<unsigned char>('-')];
    if (code.size() == 1) return m_single[static_cast<unsigned char>(code[0])];
    for (std::size_t i = 0; i < m_codes.size(); ++i)
        if (m_codes[i].code == code && m_classes[i + 1] != SessionClass::unknown)
            return static_cast<CodeId>(i + 1);
    return unknown;
}

} // namespace termbook
