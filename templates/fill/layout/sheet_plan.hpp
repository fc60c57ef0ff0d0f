// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/entries.hpp"
#include "templates/fill/layout/axis.hpp"
#include "templates/fill/reading/template_sheet.hpp"
#include "templates/fill/scope.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace termbook::fill {

/// A stretch of a block's lines (rows, or columns): lines of its own, or those of one block inside it.
struct Item {
    std::optional<std::size_t> child; ///< index into the block's children
    std::int32_t first{0};
    std::int32_t count{0};
    int branch{0};
};

/// What a mark, or the text between marks, comes to in one place.
struct Part {
    std::size_t piece{0};
    std::string text; ///< a literal text, or the field as text
    std::optional<std::size_t> entry;
    std::optional<Field> field; ///< a field that is no text, shown without a format
};

/// Where a stretch of an instance's lines went.
struct Placed {
    std::int32_t line{0}; ///< in the filled sheet
    bool present{false};  ///< otherwise nothing of the template's lines is there …
    bool hidden{false};   ///< … but hidden blank lines in their places, if need be
};

/// One time that a block is shown.
struct Instance {
    std::size_t block{0};
    std::uint32_t parent{0};
    const Scope* scope{nullptr};
    int branch{0};
    bool live{true};                                  ///< its figures have rows of their own in Sources
    std::vector<std::vector<std::uint32_t>> children; ///< for each child of the block, its instances
    std::vector<std::vector<Part>> cells;             ///< for each marked cell in the block's own rows
    std::vector<Placed> placed;                       ///< for each item of the block
};

/// Lines of the filled sheet: a stretch of the template's lines, in one instance.
struct OutLines {
    std::int32_t first{0}; ///< template line
    std::int32_t count{0};
    std::int32_t at{0}; ///< line in the filled sheet
    std::uint32_t instance{0};
    bool hidden{false};
};

/// What becomes of one sheet, along one axis. Instance 0 is the sheet itself.
struct SheetPlan {
    Axis axis{Axis::rows};
    TemplateSheet sheet;
    std::vector<std::vector<Item>> items;        ///< of each block
    std::vector<std::vector<std::size_t>> cells; ///< of each block: the marked cells in its own rows
    std::vector<Instance> instances;
    std::vector<OutLines> lines;
    std::vector<std::vector<bool>>
        wanted; ///< of each block, for each item: something refers to it from beside it

    bool grows() const { return sheet.blocks.size() > 1; }

    /// The item of a block that a line belongs to.
    std::size_t item_of(std::size_t block, std::int32_t line) const;
};

/// The sheet with its items worked out, and no instances yet: what its blocks over rows make of it.
SheetPlan plan_of(TemplateSheet sheet);

/// What its blocks across columns make of it. Its marked cells are none of this plan's.
SheetPlan plan_of_columns(const TemplateSheet& sheet);

} // namespace termbook::fill
