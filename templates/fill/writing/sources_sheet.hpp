// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/writing/cell_styles.hpp"

#include <string>
#include <string_view>

namespace termbook::fill {

/// The columns of the Sources sheet, from A. Documents that people keep rely on them: formulas refer to B and
/// C, a refresh finds its rows by A.
enum class SourcesColumn {
    mark,        ///< A: the canonical mark, a format behind a bar
    value,       ///< B: the value, or the symbol that stands for it
    shown_as,    ///< C: as text
    definition,  ///< D: title and definition
    numerator,   ///< E
    denominator, ///< F
    whose,       ///< G
    period,      ///< H
    coverage,    ///< I: "11 of 12 schools"
    exports,     ///< J: files, separated by "; "
    as_at,       ///< K
};

constexpr const char* sources_name = "Sources";

/// The template's sheet for sources, emptied of rows, or a new last one.
pugi::xml_node prepare_sources(odf::Document& document);

/// Writes a header, a row for each listed entry and, below, a note unless it is empty. The sheet is protected
/// without a password and does not print.
void write_sources(pugi::xml_node table, const Entries& entries, CellStyles& styles, std::string_view note);

} // namespace termbook::fill
