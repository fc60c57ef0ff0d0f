// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/reference.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::formulas {

struct Node;

/// The longest formula that is read, in bytes.
constexpr std::size_t longest_formula = 65536;

/// A parsed formula. It keeps the spelling of what it does not change, so that parsing and writing it again
/// gives the same text.
class Formula {
  public:
    Formula(Formula&&) noexcept;
    Formula& operator=(Formula&&) noexcept;
    Formula(const Formula&);
    Formula& operator=(const Formula&);
    ~Formula();

    /// Reads an ODF `table:formula` value, with or without its prefix: `of:=SUM([.B2:.B3])`.
    /// Throws Error (column = place in the text, from 1) when the text is not a formula, is in another
    /// language than OpenFormula (`oooc:`, `msoxl:`), is longer than 64 K or nests deeper than 128 levels.
    /// Definition: OpenDocument 1.3 part 4 (OpenFormula).
    static Formula parse_open_formula(std::string_view text);

    /// The formula as ODF writes it, with the `of:=` prefix.
    std::string to_open_formula() const;

    /// The same without the prefix, as it stands within a condition of a style or a validation.
    std::string expression() const;

    /// The formula as a spreadsheet in Office Open XML writes it, without the leading `=`: `SUM(B2:B3)`,
    /// `Sources!$B$12`, `_xlfn.IFS(…)` where the format wants the prefix. A reference to another document
    /// becomes
    /// `#REF!`.
    std::string to_excel() const;

    /// Where a reference stands in its formula.
    struct Place {
        /// The reference is itself an argument of a function that takes any number of cells (SUM, AVERAGE,
        /// COUNT, MIN, MAX …): a single cell there may become a range.
        bool aggregated{false};
        /// Likewise of a function that takes cells of several sheets, and any number of arguments.
        bool over_sheets{false};
    };

    /// Calls `rewrite` for each reference, in order; what it leaves in the reference is what the formula then
    /// holds.
    void rewrite_references(const std::function<void(Reference&, const Place&)>& rewrite);

    /// Puts several references, as arguments of their own, in the place of one: where `split` returns more
    /// than one, which it may only where Place::over_sheets says so. None leaves the reference as it is.
    /// Throws Error when the formula becomes longer than may be.
    void split_references(const std::function<std::vector<Reference>(const Reference&, const Place&)>& split);

    /// Whether any part of it reads another document (`'file:///…'#$Sheet.A1`); such formulas are never
    /// evaluated.
    bool has_external_references() const;

    /// The root of the expression, for the evaluator.
    const Node& root() const { return *m_root; }

  private:
    Formula(std::unique_ptr<Node> root, std::vector<std::string> pieces);

    std::unique_ptr<Node> m_root;
    std::vector<std::string> m_pieces; ///< the spelling, token by token; joined they are the text
};

} // namespace termbook::formulas
