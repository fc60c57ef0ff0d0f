// SPDX-License-Identifier: MPL-2.0
#include "connectors/captures/times.hpp"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/DateTimeParser.h>

namespace termbook::captures {

std::string utc_text(std::chrono::sys_seconds at) {
    return Poco::DateTimeFormatter::format(
        Poco::Timestamp::fromEpochTime(static_cast<std::time_t>(at.time_since_epoch().count())),
        Poco::DateTimeFormat::ISO8601_FORMAT);
}

std::optional<std::chrono::sys_seconds> parse_utc(const std::string& text) {
    Poco::DateTime time;
    int zone = 0;
    if (!Poco::DateTimeParser::tryParse(Poco::DateTimeFormat::ISO8601_FORMAT, text, time, zone))
        return std::nullopt;
    return std::chrono::sys_seconds{std::chrono::seconds{time.timestamp().epochTime() - zone}};
}

} // namespace termbook::captures
