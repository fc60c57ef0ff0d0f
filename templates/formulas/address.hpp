// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/reference.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace termbook::formulas {

/// The size of a sheet: what "the whole column" and "the whole row" reach to.
constexpr std::int32_t sheet_columns = 16384;
constexpr std::int32_t sheet_rows = 1048576;

/// Reads an ODF address as formulas hold it between brackets and as attributes such as
/// `table:cell-range-address` hold it: `.B2`, `Overview.B2:Overview.B9`, `$'My sheet'.$A$1:.$B$2`, `.A:.C`,
/// `.2:.4`, `.#REF!`. A range over all rows (`.A1:.C1048576`) reads as whole columns, and likewise for rows.
/// Throws Error (column = place in the text, from 1) when the text is not an address.
/// Definition: OpenDocument 1.3 part 3, 19.603 (cellAddress) and part 4, 5.8 (references).
Reference parse_reference(std::string_view odf_address);

/// Reads addresses separated by spaces, as `table:print-ranges` or a chart holds them.
std::vector<Reference> parse_reference_list(std::string_view odf_addresses);

/// The address as ODF writes it, `.B2` when it names no sheet; `#REF!` when a corner is broken.
std::string to_odf_address(const Reference& reference);

/// The address as Excel writes it: `'My sheet'!$A$1:$B$2`, `A:C`, `#REF!`.
std::string to_excel_address(const Reference& reference);

/// A sheet's name as Excel writes it before the `!`, in quotes where it needs them.
std::string to_excel_sheet(std::string_view name);

/// "A" for 0, "AB" for 27.
std::string column_name(std::int32_t column);

} // namespace termbook::formulas
