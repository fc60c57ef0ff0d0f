// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/formula.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/formulas/node.hpp"

#include <gtest/gtest.h>

namespace termbook::formulas {
namespace {

/// Everything that LibreOffice writes, spelt as it spells it.
constexpr const char* spellings[] = {
    "of:=SUM([.B2:.B3];[$Sources.$B$12])",
    "of:=[.$A$1]",
    "of:=['Sheet name'.A1:.B2]",
    "of:=[$'It''s'.B2]",
    "of:=SUM([.A:.C])+SUM([.1:.1048576])+SUM([.A1:.A1048576])",
    "of:=[.#REF!]+[#REF!.A1]+[#REF!]+#REF!",
    "of:=total*2+$Overview.total+$'My sheet'.total",
    "of:=\"say \"\"yes\"\"\"&\"\"",
    "of:=1.5E-3+.5+5.+1e5",
    "of:=-2^2%+--[.A1]^-[.B1]",
    "of:=[.A1]<>[.B1]=([.A1]<=[.B1])>=1",
    "of:=SUM([.A1:.B2]![.B2:.C3];([.A1]~[.B2]))",
    "of:={1;-2|3;\"a\"|TRUE();#N/A}",
    "of:=IF([.A1];;2)&IF([.A1];)&NA()",
    "of:=IF( [.A1] = 1 ; \"a  b\" ; 2 )",
    "of:= [.A1] + 1 ",
    "of:=['file:///tmp/x y.ods'#$Sheet1.A1]+1",
    "of:=COM.MICROSOFT.IFS([.A1];1;TRUE();2)",
    "of:=INDEX([.A1:.B2];1;2):[.C3]",
    "of:='a label'+1",
    "of:=Err:502+#VALUE!",
    "of:=sum([.a1])+IF(TRUE();1)",
    "of:=[$Sheet1.A1:$Sheet3.B2]",
    "of:=Größe+été_1",
};

TEST(Formula, what_is_not_changed_keeps_its_spelling) {
    for (const char* spelling : spellings)
        EXPECT_EQ(Formula::parse_open_formula(spelling).to_open_formula(), spelling);
}

TEST(Formula, the_prefix_may_be_missing) {
    EXPECT_EQ(Formula::parse_open_formula("=1+1").to_open_formula(), "of:=1+1");
    EXPECT_EQ(Formula::parse_open_formula("1+1").to_open_formula(), "of:=1+1");
    EXPECT_EQ(Formula::parse_open_formula("of:=1+1").expression(), "1+1");
}

TEST(Formula, another_language_is_refused_by_name) {
    for (const char* text : {"oooc:=SUM([.A1])", "msoxl:=SUM(A1)"}) {
        try {
            Formula::parse_open_formula(text);
            FAIL() << text;
        } catch (const Error& error) {
            EXPECT_NE(error.found().find(std::string(text).substr(0, 4)), std::string::npos);
        }
    }
}

struct Wrong {
    const char* text;
    std::uint32_t column;
};

TEST(Formula, an_error_says_where_it_stands) {
    constexpr Wrong wrongs[] = {
        {"of:=", 5},        {"of:=1+", 7},   {"of:=SUM(1", 10},    {"of:=SUM(1;2))", 13}, {"of:=(1", 7},
        {"of:=\"a", 5},     {"of:=[.A1", 5}, {"of:=[.A1:.B]", 12}, {"of:=1 2", 7},        {"of:=#HELLO", 5},
        {"of:={1;2|3}", 5}, {"of:={1;}", 8}, {"of:={[.A1]}", 6},   {"of:=@1", 5},         {"of:=$", 5},
        {"of:=1e999", 5},   {"of:=[A1]", 6}, {"of:=1;2", 6},       {"of:={foo()}", 6},    {"of:=*1", 5},
    };
    for (const auto& wrong : wrongs) {
        try {
            Formula::parse_open_formula(wrong.text);
            ADD_FAILURE() << wrong.text;
        } catch (const Error& error) {
            EXPECT_EQ(error.pos().column, wrong.column) << wrong.text << ": " << error.what();
        }
    }
}

std::string times(const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

TEST(Formula, nesting_has_a_limit_however_it_is_written) {
    EXPECT_NO_THROW(Formula::parse_open_formula(times("(", 120) + "1" + times(")", 120)));
    EXPECT_THROW(Formula::parse_open_formula(times("(", 130) + "1" + times(")", 130)), Error);
    EXPECT_THROW(Formula::parse_open_formula(times("(", 30000)), Error);
    EXPECT_THROW(Formula::parse_open_formula(times("-", 30000) + "1"), Error);
    EXPECT_THROW(Formula::parse_open_formula("1" + times("%", 30000)), Error);
    EXPECT_THROW(Formula::parse_open_formula(times("SUM(", 10000)), Error);
}

TEST(Formula, length_has_a_limit_and_long_sums_are_not_deep) {
    EXPECT_NO_THROW(Formula::parse_open_formula("1" + times("+1", 32000)));
    EXPECT_THROW(Formula::parse_open_formula("1" + times("+1", 33000)), Error);
}

TEST(Formula, operators_bind_as_open_formula_says) {
    const Formula formula = Formula::parse_open_formula("of:=-2^2*3+1&\"a\"=\"b\"");
    const Node* node = &formula.root();
    for (const Operator expected :
         {Operator::equal, Operator::concatenate, Operator::add, Operator::multiply, Operator::power}) {
        ASSERT_EQ(node->kind, NodeKind::chain);
        EXPECT_EQ(node->operators.front(), expected);
        node = &node->children.front();
    }
    EXPECT_EQ(node->kind, NodeKind::prefix);
}

TEST(Formula, a_copy_is_changed_alone) {
    Formula formula = Formula::parse_open_formula("of:=[.A1]");
    const Formula copy = formula;
    formula.rewrite_references([](Reference& reference, const Formula::Place&) { reference.first.row = 9; });
    EXPECT_EQ(formula.to_open_formula(), "of:=[.A10]");
    EXPECT_EQ(copy.to_open_formula(), "of:=[.A1]");
}

TEST(Formula, references_to_other_documents_are_seen) {
    EXPECT_TRUE(Formula::parse_open_formula("of:=SUM(1;['file:///x.ods'#$A.B1])").has_external_references());
    EXPECT_FALSE(Formula::parse_open_formula("of:=SUM(1;[$A.B1])").has_external_references());
}

} // namespace
} // namespace termbook::formulas
