// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/xlsx.hpp"

#include "connectors/readers/sheets/shared_strings.hpp"
#include "connectors/readers/sheets/xlsx_parts.hpp"
#include "connectors/readers/sheets/xlsx_sheet.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace termbook::readers {

namespace {

class Xlsx : public Workbook {
  public:
    explicit Xlsx(std::shared_ptr<const ZipArchive> archive) : m_archive(std::move(archive)) {
        const std::string workbook = workbook_part();
        WorkbookPart part = read_workbook_part(*open(workbook));
        m_values.from_1904 = part.from_1904;
        const auto links = relationships(workbook);
        for (WorkbookPart::Sheet& sheet : part.sheets)
            add_sheet(sheet, links);
        for (const Relationship& link : links) {
            if (link.type == "styles" && m_archive->find(link.part))
                m_values.formats = read_cell_formats(*open(link.part));
            if (link.type == "sharedStrings" && m_archive->find(link.part)) m_strings_part = link.part;
        }
        if (m_sheets.empty()) refuse("a workbook without a sheet of cells");
    }

    const std::vector<SheetName>& sheets() const override { return m_sheets; }

    std::unique_ptr<SheetRows> rows(std::size_t sheet) const override {
        XlsxValues values = m_values;
        values.strings = strings();
        return stream_rows(open(m_parts[sheet]), std::make_unique<XlsxSheet>(std::move(values)),
                           m_archive->name(), m_sheets[sheet].name);
    }

  private:
    [[noreturn]] void refuse(std::string found, std::string remedy = "open it and save it again") const {
        throw Error({m_archive->name(), 0, 0, {}}, std::move(found), "an .xlsx workbook", std::move(remedy));
    }

    std::unique_ptr<ByteSource> open(const std::string& part) const {
        const ZipEntry* entry = m_archive->find(part);
        if (!entry) refuse("a workbook without its part '" + part + "'");
        return m_archive->open(*entry, m_archive->name() + "/" + part);
    }

    std::vector<Relationship> relationships(const std::string& part) const {
        const std::string name = relationships_of(part);
        if (!m_archive->find(name)) return {};
        return read_relationships(*open(name), part);
    }

    std::string workbook_part() const {
        std::string part = "xl/workbook.xml";
        for (const Relationship& link : relationships({}))
            if (link.type == "officeDocument") part = link.part;
        if (part.ends_with(".bin")) refuse("an .xlsb workbook, whose parts are not XML", "save it as .xlsx");
        for (const std::string_view other : {"word/", "ppt/", "visio/"})
            if (part.starts_with(other))
                refuse("a document or presentation", "copy its table into a workbook");
        return part;
    }

    /// Sheets of charts and macros have no cells.
    void add_sheet(WorkbookPart::Sheet& sheet, const std::vector<Relationship>& links) {
        const auto link = std::find_if(links.begin(), links.end(), [&](const Relationship& each) {
            return each.id == sheet.relationship;
        });
        if (link == links.end() || link->type != "worksheet") return;
        m_sheets.push_back({std::move(sheet.name), sheet.hidden});
        m_parts.push_back(link->part);
    }

    /// Read once for all sheets that are being read at one time.
    std::shared_ptr<const SharedStrings> strings() const {
        auto strings = m_strings.lock();
        if (strings) return strings;
        strings = std::make_shared<SharedStrings>(
            m_strings_part.empty() ? SharedStrings() : read_shared_strings(*open(m_strings_part)));
        m_strings = strings;
        return strings;
    }

    std::shared_ptr<const ZipArchive> m_archive;
    std::vector<SheetName> m_sheets;
    std::vector<std::string> m_parts; ///< of the sheets
    std::string m_strings_part;
    XlsxValues m_values;
    mutable std::weak_ptr<const SharedStrings> m_strings;
};

} // namespace

bool is_ooxml(const ZipArchive& archive) {
    constexpr std::array<std::string_view, 3> signs{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"};
    return std::any_of(signs.begin(), signs.end(), [&](auto name) { return archive.find(name) != nullptr; });
}

std::unique_ptr<Workbook> open_xlsx(std::shared_ptr<const ZipArchive> archive) {
    return std::make_unique<Xlsx>(std::move(archive));
}

} // namespace termbook::readers
