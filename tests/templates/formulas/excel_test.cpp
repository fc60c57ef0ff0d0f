// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "templates/formulas/formula.hpp"

#include <gtest/gtest.h>

namespace termbook::formulas {
namespace {

struct Case {
    const char* open_formula;
    const char* excel;
};

constexpr Case cases[] = {
    {"SUM([.B2:.B3])", "SUM(B2:B3)"},
    {"SUM( [.B2:.B3] ; 2 )", "SUM(B2:B3,2)"},
    {"[$Sources.$B$12]", "Sources!$B$12"},
    {"['My sheet'.A1:.B2]", "'My sheet'!A1:B2"},
    {"[$'It''s'.B2]", "'It''s'!B2"},
    {"[Sheet1.A1:Sheet1.B2]", "Sheet1!A1:B2"},
    {"[$Sheet1.A1:$Sheet3.B2]", "Sheet1:Sheet3!A1:B2"},
    {"[$Sheet1.$A1:$Sheet3.$A1]", "Sheet1:Sheet3!$A1"},
    {"[$Sheet1.A:$Sheet3.A]", "Sheet1:Sheet3!A:A"},
    {"[$'A b'.A1:$Sheet3.B2]", "'A b:Sheet3'!A1:B2"},
    {"SUM([.A:.C];[.$2:.$4])", "SUM(A:C,$2:$4)"},
    {"SUM([.A1:.A1048576])", "SUM(A:A)"},
    {"[.#REF!]+[#REF!.A1]", "#REF!+#REF!"},
    {"{1;2|3;4}", "{1,2;3,4}"},
    {"{-1;\"a;b\"|TRUE();#N/A}", "{-1,\"a;b\";TRUE,#N/A}"},
    {"SUM([.A1:.B2]![.B2:.C3])", "SUM(A1:B2 B2:C3)"},
    {"SUM([.A1]~[.B2];1)", "SUM((A1,B2),1)"},
    {"SUM(([.A1]~[.B2]))", "SUM((A1,B2))"},
    {"IF([.A1];;2)", "IF(A1,,2)"},
    {"-2^2%", "-2^2%"},
    {"\"say \"\"yes\"\"\"&1.50", "\"say \"\"yes\"\"\"&1.50"},
    {"1<>2=(3>=4)", "1<>2=(3>=4)"},
    {"total+$Overview.total+$'My sheet'.total", "total+Overview!total+'My sheet'!total"},
    {"['file:///x.ods'#$Sheet1.A1]", "#REF!"},
    {"Err:502", "#VALUE!"},
    {"COM.MICROSOFT.IFS([.A1];1)", "_xlfn.IFS(A1,1)"},
    {"COM.MICROSOFT.TEXTJOIN(\",\";TRUE();[.A1])", "_xlfn.TEXTJOIN(\",\",TRUE(),A1)"},
    {"COM.MICROSOFT.CONCAT([.A1])", "_xlfn.CONCAT(A1)"},
    {"COM.MICROSOFT.STDEV.S([.A1])", "_xlfn.STDEV.S(A1)"},
    {"COM.MICROSOFT.NETWORKDAYS.INTL(1;2)", "NETWORKDAYS.INTL(1,2)"},
    {"COM.MICROSOFT.CEILING(1;2)", "CEILING(1,2)"},
    {"CEILING(1;2)", "_xlfn.CEILING.MATH(1,2)"},
    {"IFNA(1;2)&XOR(1;0)", "_xlfn.IFNA(1,2)&_xlfn.XOR(1,0)"},
    {"LEGACY.NORMSDIST(1)", "NORMSDIST(1)"},
    {"FORMULA([.A1])", "_xlfn.FORMULATEXT(A1)"},
    {"ISOWEEKNUM(1)", "_xlfn.ISOWEEKNUM(1)"},
    {"sumproduct([.A1:.A3])", "SUMPRODUCT(A1:A3)"},
};

TEST(Excel, formulas_are_written_as_its_files_hold_them) {
    for (const auto& [open_formula, excel] : cases)
        EXPECT_EQ(Formula::parse_open_formula(open_formula).to_excel(), excel) << open_formula;
}

} // namespace
} // namespace termbook::formulas
