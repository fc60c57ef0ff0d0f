// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/columns/kept_marks.hpp"

#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/writing/cell_writer.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

constexpr std::string_view blanks = " \t\n";

bool is_kept(const MarkedCell& marked, std::size_t i, const KeptMarks& kept) {
    const auto& piece = marked.pieces[i];
    if (!piece.is_block() || marked.in_cell(i)) return kept.others;
    if (marked.directions[i] == marks::Direction::across) return kept.columns;
    if (marked.directions[i] == marks::Direction::sheet) return false;
    const bool closes = std::holds_alternative<marks::EachEnd>(piece.content) ||
                        std::holds_alternative<marks::IfEnd>(piece.content);
    return closes ? kept.closing : kept.opening;
}

} // namespace

void keep_block_marks(pugi::xml_node cell, const MarkedCell& marked, const KeptMarks& kept) {
    std::vector<Replacement> replacements;
    const auto& text = marked.text;
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t i = 0; i < marked.pieces.size(); ++i) {
        const auto& piece = marked.pieces[i];
        if (is_kept(marked, i, kept)) {
            begin = std::min(begin, piece.begin);
            end = piece.end;
        } else {
            replacements.push_back({piece.begin, piece.end, {}});
        }
    }
    if (replacements.empty()) return;
    // Blanks between the marks of a block and the text of its cell are no part of the text.
    const auto first = std::min(text.find_first_not_of(blanks, begin), end);
    if (begin < first) replacements.push_back({begin, first, {}});
    if (first < end) {
        const auto last = text.find_last_not_of(blanks, end - 1) + 1;
        if (last < end) replacements.push_back({last, end, {}});
    }
    std::sort(replacements.begin(), replacements.end(),
              [](const Replacement& a, const Replacement& b) { return a.begin < b.begin; });
    replace_in(cell, replacements);
    if (text_of(cell).empty()) clear_value(cell);
}

} // namespace termbook::fill
