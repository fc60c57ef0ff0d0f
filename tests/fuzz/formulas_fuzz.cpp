// SPDX-License-Identifier: MPL-2.0
//
// A formula that parses is written as it was read, reads as the same again, and can be rewritten, written for
// Excel and evaluated without harm.
#include "core/diagnostics/error.hpp"
#include "templates/formulas/evaluate.hpp"

#include <cstdint>
#include <cstdlib>
#include <optional>

namespace {

using namespace termbook;

class FewCells : public formulas::Cells {
  public:
    formulas::Value value(const std::string&, std::int32_t column, std::int32_t row) override {
        switch ((column + row) % 5) {
        case 0:
            return 1.5 * row;
        case 1:
            return std::string("text");
        case 2:
            return true;
        case 3:
            return formulas::FormulaError::na;
        default:
            return formulas::Blank{};
        }
    }
    std::int32_t used_rows(const std::string&) override { return 4; }
    std::int32_t used_columns(const std::string&) override { return 4; }
    std::vector<std::string> sheets_between(const std::string&, const std::string&) override { return {}; }
    std::optional<formulas::Reference> name(const std::string&, const std::string&) override {
        return std::nullopt;
    }
};

void require(bool law) {
    if (!law) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::optional<formulas::Formula> formula;
    try {
        formula = formulas::Formula::parse_open_formula({reinterpret_cast<const char*>(data), size});
    } catch (const Error&) {
        return 0;
    }
    const std::string written = formula->to_open_formula();
    auto again = formulas::Formula::parse_open_formula(written);
    require(again.to_open_formula() == written);
    require(again.to_excel() == formula->to_excel());
    FewCells cells;
    if (size < 200) formulas::evaluate(again, cells, {.sheet = "S", .column = 2, .row = 2});
    again.rewrite_references([](formulas::Reference& reference, const formulas::Formula::Place&) {
        reference.first.column_absolute = !reference.first.column_absolute;
    });
    const std::string rewritten = again.to_open_formula();
    require(formulas::Formula::parse_open_formula(rewritten).to_open_formula() == rewritten);
    return 0;
}
