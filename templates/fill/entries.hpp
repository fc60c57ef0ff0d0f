// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/figure_book.hpp"
#include "templates/marks/formats.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace termbook::fill {

/// How a number is shown where the template does not say.
enum class NumberKind { text, percent, points, count, decimal, date };

/// What figures show of a share that rounds to 0 without being 0: see display().
inline constexpr auto low = "low";

/// A figure as one mark shows it, whatever the cell.
struct Entry {
    std::string key; ///< the canonical mark, with its format behind a bar
    const FigureAnswer* answer{nullptr};
    std::variant<double, std::string> value; ///< a text is a symbol, or what a format like `status` says
    std::string shown;
    NumberKind kind{NumberKind::text};
    bool may_be_empty{false}; ///< a reference to an empty cell would show 0

    bool is_number() const { return std::holds_alternative<double>(value); }
    bool is_low() const { return is_number() && shown == low; }
};

/// A row of the Sources sheet: an entry, or what stands for a block of too many.
struct SourcesRow {
    std::size_t entry{0};
    std::string stands_for; ///< empty, or the mark and how many values it gave
};

/// Every figure that the document shows, each asked for once.
class Entries {
  public:
    explicit Entries(const FigureBook& book) : m_book(book) {}

    /// The entry of a request under a format (may be null). Throws Error (without a place).
    std::size_t find(const FigureRequest& request, const marks::Format* format);

    /// Gives the entry a row in Sources, if it has none.
    void list(std::size_t entry);

    /// Gives a row to a mark that a long block repeats, in place of the rows of its values.
    void list_block(const std::string& mark, std::size_t first_entry, std::size_t values);

    const Entry& operator[](std::size_t entry) const { return m_entries[entry]; }
    const std::vector<SourcesRow>& rows() const { return m_rows; }

    /// The row in Sources, from 0 for the first below its header; none for an entry that is not listed.
    std::optional<std::size_t> row_of(std::size_t entry) const;

    const FigureAnswer& answer(const FigureRequest& request);
    const FigureBook& book() const { return m_book; }

    /// The exports that all the answers rest on, sorted by file.
    std::vector<FigureSource> sources() const;

  private:
    const FigureBook& m_book;
    std::deque<FigureAnswer> m_answers;
    std::unordered_map<std::string, const FigureAnswer*> m_answer_of;
    std::deque<Entry> m_entries;
    std::unordered_map<std::string, std::size_t> m_entry_of;
    std::vector<std::optional<std::size_t>> m_row_of;
    std::vector<SourcesRow> m_rows;
};

/// "attendance.rate year=4 | status"
std::string entry_key(const std::string& mark, const marks::Format* format);

} // namespace termbook::fill
