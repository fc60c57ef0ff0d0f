// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/parts.hpp"

#include "templates/odf/tree.hpp"
#include "templates/writers/whole_file.hpp"

#include <Poco/DateTime.h>
#include <Poco/StreamCopier.h>
#include <Poco/Zip/Compress.h>
#include <Poco/Zip/Keep.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>
#include <fstream>
#include <sstream>

namespace termbook::writers::xlsx {

namespace {

std::string changed(std::istream& in, const Poco::Zip::ZipLocalFileHeader& header,
                    const std::function<void(pugi::xml_node)>& change) {
    std::string bytes;
    Poco::Zip::ZipInputStream part(in, header);
    Poco::StreamCopier::copyToString(part, bytes);
    pugi::xml_document tree;
    odf::load_tree(tree, bytes);
    change(tree.document_element());
    return odf::to_xml(tree);
}

void copy_changed(std::istream& in, std::ostream& out, const PartChanges& changes) {
    const Poco::DateTime always(2000, 1, 1); // the same document gives the same file
    const Poco::Zip::ZipArchive archive(in);
    Poco::Zip::Compress zip(out, true);
    for (auto member = archive.headerBegin(); member != archive.headerEnd(); ++member) {
        in.clear(); // whoever reads a member may have read to the end
        const auto change = changes.find(member->first);
        if (change == changes.end()) {
            Poco::Zip::Keep(member->second).execute(zip, in);
            continue;
        }
        std::istringstream bytes(changed(in, member->second, change->second));
        zip.addFile(bytes, always, Poco::Path(member->first, Poco::Path::PATH_UNIX));
    }
    zip.close();
}

} // namespace

bool change_parts(const std::filesystem::path& workbook, const PartChanges& changes) {
    if (changes.empty()) return true;
    bool whole = false;
    write_whole_file(workbook, [&](const std::filesystem::path& file) {
        std::ifstream in(workbook, std::ios::binary);
        std::ofstream out(file, std::ios::binary);
        copy_changed(in, out, changes);
        whole = static_cast<bool>(out.flush());
    });
    return whole;
}

} // namespace termbook::writers::xlsx
