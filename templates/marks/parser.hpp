// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/marks/mark.hpp"

#include <string_view>
#include <vector>

namespace termbook::marks {

/// A text as pieces, in order; a text without marks is one piece. Blocks come as their parts (start, else,
/// end): they may begin in one cell and end in another, so pairing them is for the reader of the document.
///
///     {{attendance.rate year=4 group=pp | points}}   figure or field: selectors, then formats after bars
///     {{#each school sort=name desc limit=5}} … {{/each}}      also: across, sheet
///     {{#if attendance.rate < target and not school.phase = primary}} … {{else}} … {{/if}}
///     \{{                                            the two brackets themselves
///
/// Values with blanks or any of = < > | { } stand in quotes. Keys and names are read without regard to case.
/// Throws Error whose line and column are places inside the text; the caller adds file, sheet and cell.
std::vector<Piece> parse(std::string_view text);

/// One mark written without its brackets, as on the command line: `attendance.rate year=4`.
Mark parse_mark(std::string_view text);

} // namespace termbook::marks
