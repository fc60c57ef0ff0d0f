// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/figure_book.hpp"

namespace termbook::fill {

/// The figures of a loaded trust, which must outlive the book.
class CoreFigureBook final : public FigureBook {
  public:
    explicit CoreFigureBook(const Figures& figures) : m_figures(figures) {}

    FigureAnswer answer(const FigureRequest& request) const override;
    void check(const FigureRequest& request) const override;
    std::vector<Member> members(std::string_view dimension, const Selectors& scope) const override;
    Fields fields(const Selectors& scope) const override;
    Standing standing(const FigureRequest& request) const override;
    std::optional<Period> off_target_since(const FigureRequest& request) const override;

  private:
    const Figures& m_figures;
};

} // namespace termbook::fill
