// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/workbook.hpp"

#include "connectors/readers/sheets/compound_file.hpp"
#include "connectors/readers/sheets/ods.hpp"
#include "connectors/readers/sheets/xlsx.hpp"
#include "connectors/readers/xml/xml_root.hpp"

#include <algorithm>
#include <utility>

namespace termbook::readers {

namespace {

std::string first_bytes(const SeekableBytes& bytes) {
    std::string start(std::min<std::uint64_t>(bytes.size(), 8), '\0');
    bytes.read_at(0, start);
    return start;
}

} // namespace

bool is_workbook(const ZipArchive& archive) {
    return is_opendocument(archive) || is_ooxml(archive);
}

std::unique_ptr<Workbook> open_workbook(std::shared_ptr<const SeekableBytes> bytes) {
    const std::string start = first_bytes(*bytes);
    if (is_compound_file(start)) refuse_compound_file(*bytes);
    if (start.starts_with('<') || start.starts_with("\xEF\xBB\xBF<")) {
        const bool is_flat = read_xml_root(*open_whole(bytes)).name == flat_workbook_root;
        return is_flat ? open_flat_ods(std::move(bytes)) : nullptr;
    }
    if (!start.starts_with("PK")) return nullptr;
    const auto archive = std::make_shared<const ZipArchive>(std::move(bytes));
    if (is_opendocument(*archive)) return open_ods(archive);
    return is_ooxml(*archive) ? open_xlsx(archive) : nullptr;
}

} // namespace termbook::readers
