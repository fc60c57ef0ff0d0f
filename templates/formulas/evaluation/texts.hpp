// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace termbook::formulas {

/// Less than, equal to or greater than 0, as Calc sorts texts: capitals and small letters are the same,
/// punctuation comes before digits and digits before letters, an accented letter beside its plain one.
int compare_texts(std::string_view a, std::string_view b);

/// Whether the text fits the pattern: `*` any characters, `?` one, `~` takes the next as it is. Whole text,
/// without regard to capitals.
bool fits_wildcards(std::string_view text, std::string_view pattern);

/// Whether a pattern holds anything that fits_wildcards would read specially.
bool has_wildcards(std::string_view pattern);

/// Characters, not bytes.
std::u32string to_characters(std::string_view text);
std::string to_text(std::u32string_view characters);

std::string in_upper_case(std::string_view text);
std::string in_lower_case(std::string_view text);

} // namespace termbook::formulas
