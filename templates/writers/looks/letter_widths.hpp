// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/looks/look.hpp"

namespace termbook::writers {

/// Points that a byte of UTF-8 text adds to a line: the first byte of a letter all of its width, the others
/// nothing. As in Calibri and Arial and the free fonts of the same widths; other fonts are taken for a little
/// wider than Arial, letters beyond ASCII for an "o", those of wide scripts for a square.
double letter_width(unsigned char byte, const Letters& letters);

/// Points from one line of such letters to the next.
double line_distance(const Letters& letters);

} // namespace termbook::writers
