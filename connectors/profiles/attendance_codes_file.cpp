// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/attendance_codes_file.hpp"

#include "connectors/profiles/embedded.hpp"
#include "connectors/profiles/own_xml.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

AttendanceCode read_code(const OwnXml& xml, pugi::xml_node node) {
    xml.only_attributes(node, {"mark", "counts", "title", "late", "until"});
    AttendanceCode code;
    code.code = xml.required(node, "mark");
    code.title = xml.required(node, "title");
    const std::string counts = xml.required(node, "counts");
    const auto counts_as = parse_session_class(counts);
    if (!counts_as)
        xml.refuse(node, fmt::format("counts=\"{}\"", counts),
                   "present, aea, authorised, unauthorised, not-possible, not-collected or missing",
                   "correct it");
    code.counts_as = *counts_as;
    code.late = node.attribute("late").as_bool();
    if (const auto until = node.attribute("until")) {
        code.until = parse_iso_date(until.value());
        if (!code.until) xml.refuse(node, fmt::format("until=\"{}\"", until.value()), "a date", "correct it");
    }
    return code;
}

} // namespace

AttendanceCodes read_attendance_codes(std::string bytes, const std::string& name) {
    const OwnXml xml(std::move(bytes), name, "attendance-codes");
    std::vector<AttendanceCode> codes;
    for (const auto node : xml.root().children("code"))
        codes.push_back(read_code(xml, node));
    return AttendanceCodes(std::move(codes));
}

AttendanceCodes national_attendance_codes() {
    constexpr std::string_view name = "attendance-codes.xml";
    for (const EmbeddedFile& file : profiles::embedded_files())
        if (file.name == name) return read_attendance_codes(std::string(file.bytes), std::string(name));
    throw Error({}, "no table of attendance codes", std::string(name), "reinstall Termbook");
}

} // namespace termbook
