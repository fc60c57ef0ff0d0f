// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The language of marks: what a template's author writes between `{{` and `}}`.
namespace termbook::marks {

/// `year=4` in a mark. Names are lower case; values are as written, without their quotes.
struct Selector {
    std::string name;
    std::string value;

    friend bool operator==(const Selector&, const Selector&) = default;
};

/// A figure or a field: `attendance.rate year=4 | points`, `school.name`. Which of the two it is the grammar
/// does not say; whoever knows the figures does.
struct Mark {
    std::string key;                  ///< lower case
    std::vector<Selector> selectors;  ///< sorted by name, each name once
    std::vector<std::string> formats; ///< lower case, in the order written
    std::size_t offset{0};            ///< byte in the text where the key starts

    /// The value of a selector, or none.
    std::optional<std::string> selector(const std::string& name) const;
};

/// Which way a block grows: by rows, by columns (`across`), or by whole sheets (`sheet`).
enum class Direction { rows, across, sheet };

/// `#each school sort=name desc limit=5 across`
struct Each {
    std::string dimension;
    Direction direction{Direction::rows};
    std::optional<std::string> sort; ///< a field of the dimension, or a figure
    bool descending{false};
    std::optional<std::size_t> limit;
    std::size_t offset{0};

    /// As a mark says it, its options in one order: the same text is the same members in the same order.
    std::string text() const;
};

enum class Comparator { less, less_or_equal, greater, greater_or_equal, equal, not_equal };

/// The word `target`: the target of the figure on the other side.
struct TargetWord {};

using Operand = std::variant<Mark, double, std::string, TargetWord>;

/// A comparison, or one operand alone, which holds when it has a value.
struct Test {
    bool negated{false};
    Operand left;
    std::optional<Comparator> comparator;
    Operand right; ///< means nothing without a comparator
    std::size_t offset{0};
};

/// `a < b and not c or d`: holds when all tests of any one alternative hold. There are no brackets.
struct Condition {
    std::vector<std::vector<Test>> any_of;
};

struct EachEnd {};
struct Else {};
struct IfEnd {};

/// A stretch of a text: plain text, a mark, or the start, turn or end of a block.
struct Piece {
    std::variant<std::string, Mark, Each, EachEnd, Condition, Else, IfEnd> content;
    std::size_t begin{0}; ///< bytes of the text
    std::size_t end{0};

    /// Belongs to `#each` or `#if`: it says what is shown and shows nothing itself.
    bool is_block() const { return content.index() >= 2; }
};

} // namespace termbook::marks
