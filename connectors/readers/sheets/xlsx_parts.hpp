// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/byte_source.hpp"
#include "connectors/readers/sheets/number_format.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The small parts of an .xlsx that say where its sheets are and how to take their values. All of them throw
/// Error with the place. Definition: ECMA-376 parts 1 and 2.
namespace termbook::readers {

/// A link from one part to another.
struct Relationship {
    std::string id;
    std::string type; ///< behind the last / of its address: "worksheet"
    std::string part; ///< the full name of the part that it leads to
};

/// Where the relationships of a part stand: "xl/_rels/workbook.xml.rels" for "xl/workbook.xml".
std::string relationships_of(std::string_view part);

/// Reads the relationships of `part`; those that lead out of the package are left out.
std::vector<Relationship> read_relationships(ByteSource& source, std::string_view part);

struct WorkbookPart {
    struct Sheet {
        std::string name;
        std::string relationship;
        bool hidden{false};
    };
    std::vector<Sheet> sheets;
    bool from_1904{false};
};

WorkbookPart read_workbook_part(ByteSource& source);

/// The number format of each cell format, by its number.
std::vector<NumberFormat> read_cell_formats(ByteSource& source);

} // namespace termbook::readers
