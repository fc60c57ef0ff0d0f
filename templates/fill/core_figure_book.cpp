// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/core_figure_book.hpp"

namespace termbook::fill {

FigureAnswer CoreFigureBook::answer(const FigureRequest& request) const {
    return m_figures.answer(request);
}

void CoreFigureBook::check(const FigureRequest& request) const {
    m_figures.check(request);
}

std::vector<Member> CoreFigureBook::members(std::string_view dimension, const Selectors& scope) const {
    return m_figures.members(dimension, scope);
}

Fields CoreFigureBook::fields(const Selectors& scope) const {
    return m_figures.fields(scope);
}

Standing CoreFigureBook::standing(const FigureRequest& request) const {
    return {m_figures.target(request), m_figures.target_status(request)};
}

std::optional<Period> CoreFigureBook::off_target_since(const FigureRequest& request) const {
    return m_figures.off_target_since(request);
}

} // namespace termbook::fill
