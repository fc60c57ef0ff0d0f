// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/ods.hpp"

#include "templates/writers/whole_file.hpp"

namespace termbook::writers {

void write_ods(const odf::Document& document, const std::filesystem::path& path) {
    write_whole_file(path, odf::to_package(document));
}

void write_fods(const odf::Document& document, const std::filesystem::path& path) {
    write_whole_file(path, odf::to_flat(document));
}

} // namespace termbook::writers
