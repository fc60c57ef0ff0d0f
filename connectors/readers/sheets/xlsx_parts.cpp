// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/xlsx_parts.hpp"

#include "connectors/readers/sheets/ooxml.hpp"
#include "connectors/readers/xml/escaped_text.hpp"
#include "connectors/readers/xml/xml_reader.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace termbook::readers {

namespace {

/// Only the tags tell.
class TagHandler : public XmlHandler {
  public:
    void end_element(std::string_view, const XmlPlace&) override {}
    void text(std::string_view, const XmlPlace&) override {}
};

/// The full name of the part that a target leads to from another part.
std::string resolved(std::string_view from, std::string target) {
    std::replace(target.begin(), target.end(), '\\', '/');
    std::string path =
        target.starts_with('/') ? target : std::string(from.substr(0, from.rfind('/') + 1)) + target;
    std::string whole;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string step = path.substr(at, end - at);
        at = end + 1;
        if (step == "..") {
            whole.resize(whole.find_last_of('/') == std::string::npos ? 0 : whole.find_last_of('/'));
        } else if (!step.empty() && step != ".") {
            whole += (whole.empty() ? "" : "/") + step;
        }
    }
    return whole;
}

class RelationshipsHandler : public TagHandler {
  public:
    explicit RelationshipsHandler(std::string_view part) : m_part(part) {}

    void start_element(std::string_view name, const XmlAttributes& attributes, const XmlPlace&) override {
        if (local_name(name) != "Relationship" || attributes.find("TargetMode") == "External") return;
        const std::string_view type = attributes.find("Type").value_or("");
        found.push_back({std::string(attributes.find("Id").value_or("")),
                         std::string(type.substr(type.rfind('/') + 1)),
                         resolved(m_part, std::string(attributes.find("Target").value_or("")))});
    }

    std::vector<Relationship> found;

  private:
    std::string_view m_part;
};

class WorkbookHandler : public TagHandler {
  public:
    WorkbookPart workbook;

    void start_element(std::string_view name, const XmlAttributes& attributes, const XmlPlace&) override {
        const std::string_view local = local_name(name);
        if (local == "workbookPr") workbook.from_1904 = is_true(attributes, "date1904");
        if (local != "sheet") return;
        WorkbookPart::Sheet sheet;
        append_unescaped(sheet.name, attributes.find("name").value_or(""));
        const auto state = attributes.find("state");
        sheet.hidden = state == "hidden" || state == "veryHidden";
        attributes.for_each([&](std::string_view key, std::string_view value) {
            if (key != "id" && local_name(key) == "id") sheet.relationship = value;
        });
        workbook.sheets.push_back(std::move(sheet));
    }
};

int number_of(const XmlAttributes& attributes, std::string_view name) {
    const std::string_view text = attributes.find(name).value_or("");
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

class StylesHandler : public TagHandler {
  public:
    std::vector<NumberFormat> formats;

    void start_element(std::string_view name, const XmlAttributes& attributes, const XmlPlace&) override {
        const std::string_view local = local_name(name);
        if (local == "numFmt" && m_in_codes)
            m_own.insert_or_assign(number_of(attributes, "numFmtId"),
                                   read_number_format(attributes.find("formatCode").value_or("")));
        if (local == "xf" && m_in_formats) formats.push_back(format(number_of(attributes, "numFmtId")));
        m_in_codes |= local == "numFmts";
        m_in_formats |= local == "cellXfs";
    }
    void end_element(std::string_view name, const XmlPlace&) override {
        const std::string_view local = local_name(name);
        if (local == "numFmts") m_in_codes = false;
        if (local == "cellXfs") m_in_formats = false;
    }

  private:
    NumberFormat format(int id) const {
        const auto own = m_own.find(id);
        return own != m_own.end() ? own->second : built_in_number_format(id);
    }

    std::map<int, NumberFormat> m_own;
    bool m_in_codes{false};
    bool m_in_formats{false};
};

} // namespace

std::string relationships_of(std::string_view part) {
    const std::size_t name = part.rfind('/') + 1;
    return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

std::vector<Relationship> read_relationships(ByteSource& source, std::string_view part) {
    RelationshipsHandler handler(part);
    read_xml(source, handler);
    return std::move(handler.found);
}

WorkbookPart read_workbook_part(ByteSource& source) {
    WorkbookHandler handler;
    read_xml(source, handler);
    return std::move(handler.workbook);
}

std::vector<NumberFormat> read_cell_formats(ByteSource& source) {
    StylesHandler handler;
    read_xml(source, handler);
    return std::move(handler.formats);
}

} // namespace termbook::readers
