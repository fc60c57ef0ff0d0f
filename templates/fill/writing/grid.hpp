// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/writing/filled_formulas.hpp"
#include "templates/formulas/evaluate.hpp"

#include <deque>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace termbook::fill {

/// A formula cell and how far its computation is.
struct FormulaCell {
    pugi::xml_node node;
    formulas::Position position;
    formulas::Formula formula;
    std::string column_style; ///< of the row or column, where the cell has none of its own
    enum class State { waiting, computing, done, unknown } state{State::waiting};
    bool pending{false}; ///< a formula that is being computed waits for it: to be asked by it is a circle
    formulas::Value value;
};

/// The values of all sheets, by place. Values are read once; formulas are computed when somebody asks for
/// them.
class Grid final : public formulas::Cells {
  public:
    Grid(pugi::xml_node spreadsheet, FilledFormulas& known);

    formulas::Value value(const std::string& sheet, std::int32_t column, std::int32_t row) override;
    std::int32_t used_rows(const std::string& sheet) override;
    std::int32_t used_columns(const std::string& sheet) override;
    std::vector<std::string> sheets_between(const std::string& first, const std::string& last) override;
    std::optional<formulas::Reference> name(const std::string& name, const std::string& sheet) override;

    /// Computes all formulas, from the top down.
    void compute();

    const std::deque<FormulaCell>& formula_cells() const { return m_formulas; }

  private:
    struct Cell {
        std::int32_t column{0};
        std::int32_t columns{1};
        std::int64_t formula{-1}; ///< index of a formula cell, or -1
        formulas::Value value;
    };
    struct Row {
        std::int32_t first{0};
        std::int32_t rows{1};
        std::vector<Cell> cells;
    };
    struct Sheet {
        std::vector<Row> rows;
        std::int32_t used_rows{0};
        std::int32_t used_columns{0};
        std::unordered_map<std::string, formulas::Reference> names;
    };
    /// Thrown to come back from a chain of formulas too long to follow in one go.
    struct TooDeep {
        std::size_t formula;
    };

    void read_sheet(pugi::xml_node table, FilledFormulas& known);
    void read_cell(pugi::xml_node node, Cell cell, Row& row, const formulas::Position& place,
                   FilledFormulas& known);
    void read_names(pugi::xml_node holder, std::unordered_map<std::string, formulas::Reference>& names);
    const Cell* find(const Sheet& sheet, std::int32_t column, std::int32_t row) const;
    formulas::Value of_formula(std::size_t index);
    void compute_one(std::size_t index);

    std::unordered_map<std::string, Sheet> m_sheets;
    std::vector<std::string> m_order; ///< the sheets' names
    std::unordered_map<std::string, formulas::Reference> m_names;
    std::deque<FormulaCell> m_formulas; // never moved: there may be many
    bool m_asked_unknown{false};
    int m_depth{0};
};

} // namespace termbook::fill
