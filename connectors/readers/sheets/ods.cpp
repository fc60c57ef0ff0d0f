// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/ods.hpp"

#include "connectors/readers/sheets/ods_sheet.hpp"
#include "core/diagnostics/error.hpp"

#include <functional>
#include <set>
#include <string>
#include <utility>

namespace termbook::readers {

namespace {

constexpr std::string_view spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::uint64_t most_manifest_bytes = std::uint64_t{16} << 20;

/// Lists the sheets of a document.
class SheetNames : public XmlHandler {
  public:
    std::vector<SheetName> sheets;

    void start_element(std::string_view name, const XmlAttributes& attributes, const XmlPlace&) override {
        ++m_level;
        if (name == "style:style") m_style = attributes.find("style:name").value_or("");
        if (name == "style:table-properties" && attributes.find("table:display") == "false")
            m_hidden_styles.insert(m_style);
        if (name == "office:spreadsheet") m_spreadsheet_level = m_level;
        if (name != "table:table" || m_spreadsheet_level == 0 || m_level != m_spreadsheet_level + 1) return;
        const std::string style(attributes.find("table:style-name").value_or(""));
        sheets.push_back(
            {std::string(attributes.find("table:name").value_or("")), m_hidden_styles.contains(style)});
    }
    void end_element(std::string_view, const XmlPlace&) override { --m_level; }
    void text(std::string_view, const XmlPlace&) override {}

  private:
    int m_level{0};
    int m_spreadsheet_level{0};
    std::string m_style;
    std::set<std::string, std::less<>> m_hidden_styles;
};

/// Both kinds: they differ in where the content is.
class Ods : public Workbook {
  public:
    using OpenContent = std::function<std::unique_ptr<ByteSource>()>;

    Ods(std::string file, OpenContent open_content)
        : m_file(std::move(file)), m_open_content(std::move(open_content)) {
        SheetNames names;
        read_xml(*m_open_content(), names);
        m_sheets = std::move(names.sheets);
        if (m_sheets.empty())
            throw Error({m_file, 0, 0, {}}, "a document without a sheet", "a workbook",
                        "open it and save it as .ods");
    }

    const std::vector<SheetName>& sheets() const override { return m_sheets; }

    std::unique_ptr<SheetRows> rows(std::size_t sheet) const override {
        return stream_rows(m_open_content(), std::make_unique<OdsSheet>(sheet), m_file, m_sheets[sheet].name);
    }

  private:
    std::string m_file;
    OpenContent m_open_content;
    std::vector<SheetName> m_sheets;
};

std::string part_text(const ZipArchive& archive, std::string_view part) {
    const ZipEntry* entry = archive.find(part);
    if (!entry) return {};
    return archive.read(*entry, archive.name() + "/" + entry->name, most_manifest_bytes);
}

} // namespace

bool is_opendocument(const ZipArchive& archive) {
    const ZipEntry* entry = archive.find("mimetype");
    return entry && entry->size < 200 &&
           part_text(archive, "mimetype").starts_with("application/vnd.oasis.opendocument.");
}

std::unique_ptr<Workbook> open_ods(std::shared_ptr<const ZipArchive> archive) {
    const SourcePos pos{archive->name(), 0, 0, {}};
    if (!part_text(*archive, "mimetype").starts_with(spreadsheet))
        throw Error(pos, "an OpenDocument that is no spreadsheet", "an .ods workbook",
                    "copy its table into a workbook");
    if (part_text(*archive, "META-INF/manifest.xml").find("encryption-data") != std::string::npos)
        throw Error(pos, "a workbook with a password", "one without",
                    "open it and save it without the password");
    const ZipEntry* content = archive->find("content.xml");
    if (!content)
        throw Error(pos, "a workbook without its part 'content.xml'", "an .ods workbook",
                    "open it and save it again");
    return std::make_unique<Ods>(archive->name(), [archive, content] {
        return archive->open(*content, archive->name() + "/" + content->name);
    });
}

std::unique_ptr<Workbook> open_flat_ods(std::shared_ptr<const SeekableBytes> bytes) {
    const std::string name = bytes->name();
    return std::make_unique<Ods>(name, [bytes] { return open_whole(bytes); });
}

} // namespace termbook::readers
