// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/package.hpp"

#include <Poco/DateTime.h>
#include <Poco/MemoryStream.h>
#include <Poco/Zip/Compress.h>
#include <sstream>

namespace termbook::odf {

std::string write_package(const std::vector<std::pair<std::string, std::string>>& members) {
    std::ostringstream out;
    Poco::Zip::Compress zip(out, true);
    const Poco::DateTime always(2000, 1, 1); // a package says nothing of when it was made
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& [path, content] = members[i];
        Poco::MemoryInputStream in(content.data(), static_cast<std::streamsize>(content.size()));
        zip.addFile(in, always, Poco::Path(path, Poco::Path::PATH_UNIX),
                    i == 0 ? Poco::Zip::ZipCommon::CM_STORE : Poco::Zip::ZipCommon::CM_DEFLATE);
    }
    zip.close();
    return out.str();
}

} // namespace termbook::odf
