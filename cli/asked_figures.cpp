// SPDX-License-Identifier: MPL-2.0
#include "cli/asked_figures.hpp"

#include "templates/fill/fill.hpp"

namespace termbook::cli {

namespace {

/// Answers like the book of real figures, and writes down what it was asked.
class NotingBook final : public fill::FigureBook {
  public:
    explicit NotingBook(const Figures& figures) : m_book(figures) {}

    FigureAnswer answer(const FigureRequest& request) const override {
        m_asked.push_back(request);
        return m_book.answer(request);
    }
    void check(const FigureRequest& request) const override { m_book.check(request); }
    std::vector<Member> members(std::string_view dimension, const Selectors& scope) const override {
        return m_book.members(dimension, scope);
    }
    Fields fields(const Selectors& scope) const override { return m_book.fields(scope); }
    fill::Standing standing(const FigureRequest& request) const override {
        m_asked.push_back(request);
        return m_book.standing(request);
    }
    std::optional<Period> off_target_since(const FigureRequest& request) const override {
        return m_book.off_target_since(request);
    }

    std::vector<FigureRequest> asked() const { return m_asked; }

  private:
    const fill::CoreFigureBook m_book;
    mutable std::vector<FigureRequest> m_asked;
};

} // namespace

std::vector<FigureRequest> figures_asked(const odf::Document& document, const Figures& figures) {
    const NotingBook book(figures);
    fill::fill(document.copy(), book, {});
    return book.asked();
}

} // namespace termbook::cli
