// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/formats/zip_file.hpp"

#include <Poco/DateTime.h>
#include <Poco/Zip/Compress.h>
#include <sstream>

namespace termbook::sample {

std::string zip_file(const std::vector<std::pair<std::string, std::string>>& files) {
    std::ostringstream bytes;
    Poco::Zip::Compress zip(bytes, true);
    // The same archive whenever it is made.
    const Poco::DateTime made(2026, 3, 27);
    for (const auto& [name, content] : files) {
        std::istringstream stream(content);
        zip.addFile(stream, made, Poco::Path(name, Poco::Path::PATH_UNIX));
    }
    zip.close();
    return bytes.str();
}

} // namespace termbook::sample
