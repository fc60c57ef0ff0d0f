// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/byte_source.hpp"

#include <string>

namespace termbook::readers {

/// The first element of an XML document.
struct XmlRoot {
    std::string name; ///< as written, with its prefix
    SourcePos pos;
};

/// Reads no further than the root element. Throws Error when there is none.
XmlRoot read_xml_root(ByteSource& source);

} // namespace termbook::readers
