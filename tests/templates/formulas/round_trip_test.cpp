// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "generated_calls.hpp"
#include "templates/formulas/formula.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace termbook::formulas {
namespace {

rc::Gen<std::string> spaces() {
    return rc::gen::element<std::string>("", "", "", " ", "  ");
}

rc::Gen<std::string> leaf() {
    return rc::gen::element<std::string>(
        "1", "2.50", "1E-3", "\"a\"\"b\"", "\"\"", "[.A1]", "[.$A$1:.B7]", "[.A:.C]", "[$'It''s'.B2]",
        "['My sheet'.A1:.B2]", "[$Sheet1.A1:$Sheet3.B2]", "[.2:.4]", "[.#REF!]", "#N/A", "TRUE()", "total",
        "$Overview.total", "{1;2|3;-4}", "['file:///x y.ods'#$S.A1]", "NA( )");
}

rc::Gen<std::string> expression(int depth) {
    if (depth == 0) return leaf();
    const auto inner = expression(depth - 1);
    const auto chain = rc::gen::map(
        rc::gen::tuple(inner, spaces(),
                       rc::gen::element<std::string>("+", "-", "*", "/", "^", "&", "=", "<>", "<="), inner),
        [](const auto& parts) {
            const auto& [left, space, sign, right] = parts;
            return left + space + sign + space + right;
        });
    const auto wrapped = rc::gen::map(
        rc::gen::tuple(rc::gen::element<std::string>("(", "-(", "+-(", "SUM(", "com.microsoft.ifs("),
                       spaces(), inner, rc::gen::element<std::string>(")", ")%", " )")),
        [](const auto& parts) {
            const auto& [open, space, middle, close] = parts;
            return open + space + middle + close;
        });
    const auto call = rc::gen::map(rc::gen::tuple(inner, spaces(), inner), [](const auto& parts) {
        const auto& [condition, space, branch] = parts;
        return "IF(" + condition + space + ";;" + branch + ")";
    });
    return rc::gen::oneOf(leaf(), chain, wrapped, call);
}

RC_GTEST_PROP(RoundTrip, a_formula_is_written_as_it_was_read, ()) {
    const std::string text = "of:=" + *expression(3);
    RC_ASSERT(Formula::parse_open_formula(text).to_open_formula() == text);
}

RC_GTEST_PROP(RoundTrip, rewriting_there_and_back_changes_at_most_the_spelling, ()) {
    Formula formula = Formula::parse_open_formula("of:=" + *expression(3));
    const std::string excel = formula.to_excel();
    const auto flip = [](Reference& reference, const Formula::Place&) {
        reference.first.row_absolute = !reference.first.row_absolute;
    };
    formula.rewrite_references(flip);
    formula = Formula::parse_open_formula(formula.to_open_formula());
    formula.rewrite_references(flip);
    RC_ASSERT(Formula::parse_open_formula(formula.to_open_formula()).to_excel() == excel);
}

TEST(RoundTrip, generated_calls_are_written_as_they_were_read) {
    Calls calls;
    for (int i = 0; i < 2000; ++i) {
        const std::string text = "of:=" + calls.call("SUM", "vato") + "+" + calls.operation();
        EXPECT_EQ(Formula::parse_open_formula(text).to_open_formula(), text);
    }
}

} // namespace
} // namespace termbook::formulas
