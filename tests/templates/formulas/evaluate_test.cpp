// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluate.hpp"

#include "core/diagnostics/error.hpp"
#include "office_sheet.hpp"
#include "templates/formulas/address.hpp"

#include <gtest/gtest.h>

namespace termbook::formulas {
namespace {

const Rows rows{
    {{1.0, ""}, {10.0, ""}, {std::string("apple"), ""}},
    {{2.5, ""}, {20.0, ""}, {std::string("Pear"), ""}},
    {{std::string("3"), ""}, {30.0, ""}, {std::string("fig"), ""}},
    {{Blank{}, ""}, {40.0, ""}, {std::string("apple pie"), ""}},
    {{true, ""}, {50.0, ""}, {FormulaError::na, "NA()"}},
};

std::string value_of(const std::string& formula, std::int32_t column = 9, std::int32_t row = 9) {
    SheetCells cells(rows);
    const auto value = evaluate(Formula::parse_open_formula(formula), cells,
                                {.sheet = "Data", .column = column, .row = row});
    return value ? show(*value) : "none";
}

struct Case {
    const char* formula;
    const char* value;
};

constexpr Case operators[] = {
    {"-2^2", "number 4"},
    {"2^3^2", "number 64"},
    {"10%%", "number 0.001"},
    {"0.1+0.2-0.3", "number 0"},
    {"0.1+0.2=0.3", "TRUE"},
    {"1=2=FALSE()", "TRUE"},
    {"(-8)^(1/3)", "number -2"},
    {"0^-1", "#NUM!"},
    {"1E308*10", "#NUM!"},
    {"1/0", "#DIV/0!"},
    {"1+\"1\"", "number 2"},
    {"1+\"\"", "#VALUE!"},
    {"1+\"Year 7\"", "#VALUE!"},
    {"\"a\"&1/3", "text 'a0.333333333333333'"},
    {"\"\"&1E20", "text '1E+020'"},
    {"\"\"&9007199254740993", "text '9.00719925474099E+015'"},
    {"\"a\"=\"A\"", "TRUE"},
    {"\"Z\"<\"a\"", "FALSE"},
    {"\"a\"<1", "FALSE"},
    {"\"\xC3\xA9t\xC3\xA9\"<\"f\"", "TRUE"},
    {"[.A4]=0", "TRUE"},
    {"[.A4]=\"\"", "TRUE"},
    {"[.A4]&\"x\"", "text 'x'"},
    {"[.A4]", "number 0"},
    {"[.A5]", "TRUE"},
    {"SUM([.A1]~[.B1])", "number 11"},
    {"SUM([.A1:.B2]![.B2:.C3])", "number 20"},
    {"SUM([.A1:.A2]![.B2:.C3])", "#NULL!"},
    {"SUM(INDEX([.B1:.B5];2):[.B4])", "number 90"},
    {"[.#REF!]+1", "#REF!"},
    {"[Nowhere.A1]", "#REF!"},
    {"SUM([Nowhere.A:.C])", "#REF!"},
    {"SUM({1;2;3}*2)", "number 12"},
};

TEST(Evaluate, operators_give_what_calc_gives) {
    for (const auto& [formula, value] : operators)
        EXPECT_EQ(value_of(formula), value) << formula;
}

constexpr Case calls[] = {
    {"SUM([.A:.B])", "number 154.5"},
    {"SUM(\"3\")", "#VALUE!"},
    {"AVERAGE([.C1:.C3])", "#DIV/0!"},
    {"COUNTBLANK([.A:.A])", "number 1048572"},
    {"COUNTIF([.A:.A];\"<>1\")", "number 1048574"},
    {"COUNTIF([.C1:.C5];\"a*\")", "number 2"},
    {"SUMIF([.C1:.C5];\"apple*\";[.B1])", "number 50"},
    {"ROUND(2.675;2)", "number 2.68"},
    {"ROUND(-2.5;0)", "number -3"},
    {"ROUND(1234.567;-2)", "number 1200"},
    {"ROUNDUP(8.0000000000001;0)", "number 8"},
    {"INT(4.35*100)", "number 435"},
    {"MOD(-5;3)", "number 1"},
    {"TEXT(1234.567;\"#,##0\")", "text '1,235'"},
    {"TEXT(0.256;\"0.0%\")", "text '25.6%'"},
    {"TEXT(46053;\"d mmmm yyyy\")", "text '31 January 2026'"},
    {"TEXT(46053.75;\"dd/mm/yyyy hh:mm\")", "text '31/01/2026 18:00'"},
    {"TEXT(-1.25;\"+0.0;-0.0;0\")", "text '-1.3'"},
    {"LEFT(\"\xF0\x9F\x98\x80z\";1)", "text '\xF0\x9F\x98\x80'"},
    {"MID(\"hello\";2;3)", "text 'ell'"},
    {"TRIM(\"  a  b \")", "text 'a b'"},
    {"MATCH(\"f*\";[.C1:.C5];0)", "number 3"},
    {"MATCH(35;[.B1:.B5])", "number 3"},
    {"VLOOKUP(30;[.B1:.C5];2;0)", "text 'fig'"},
    {"VLOOKUP(35;[.B1:.C5];2;0)", "#N/A"},
    {"SUMPRODUCT(([.C1:.C5]=\"apple\")*[.B1:.B5])", "#N/A"},
    {"SUMPRODUCT(([.C1:.C4]=\"APPLE\")*[.B1:.B4])", "number 10"},
    {"IF(1;\"yes\";NOSUCHFUNCTION())", "text 'yes'"},
    {"IFERROR([.C5];\"none\")", "text 'none'"},
    {"IFNA(1/0;1)", "#DIV/0!"},
    {"ROW()+COLUMN()", "number 20"},
};

TEST(Evaluate, functions_give_what_calc_gives) {
    for (const auto& [formula, value] : calls)
        EXPECT_EQ(value_of(formula), value) << formula;
}

TEST(Evaluate, a_range_where_one_value_is_wanted_means_the_cell_beside_the_formula) {
    EXPECT_EQ(value_of("[.B1:.B5]+1", 9, 2), "number 31");
    EXPECT_EQ(value_of("[.A1:.C1]&\"\"", 2, 9), "text 'apple'");
    EXPECT_EQ(value_of("[.B1:.B5]+1", 9, 9), "#VALUE!");
}

TEST(Evaluate, what_is_not_sure_has_no_result) {
    for (const char* formula : {"NOSUCHFUNCTION(1)", "IFERROR(NOSUCHFUNCTION(1);2)", "no_such_name",
                                "['file:///x.ods'#$A.B1]", "1+\"01/02/2026\"",
                                "1+\"\xC2\xA3"
                                "5\"",
                                "TEXT(5;\"0.00E+00\")", "TEXT(5;\"yes\")", "SUM([$Data.A1:$Other.A2])",
                                "Err:502", "LEFT()", "SUM([.C5];ROUND())"})
        EXPECT_EQ(value_of(formula), "none") << formula;
}

TEST(Evaluate, only_the_used_part_of_a_whole_column_is_visited) {
    class Counting : public SheetCells {
      public:
        using SheetCells::SheetCells;
        Value value(const std::string& sheet, std::int32_t column, std::int32_t row) override {
            ++visits;
            return SheetCells::value(sheet, column, row);
        }
        int visits{0};
    };
    Counting cells(rows);
    evaluate(Formula::parse_open_formula("SUM([.A:.XFD])"), cells, {.sheet = "Data", .column = 0, .row = 0});
    EXPECT_EQ(cells.visits, 15);
}

TEST(Evaluate, a_name_stands_for_its_reference) {
    class Named : public SheetCells {
      public:
        using SheetCells::SheetCells;
        std::optional<Reference> name(const std::string& name, const std::string& sheet) override {
            if (name != "marks" || sheet != "Data") return std::nullopt;
            return parse_reference(".B1:.B5");
        }
    };
    Named cells(rows);
    const Position position{.sheet = "Data", .column = 9, .row = 9};
    EXPECT_EQ(evaluate(Formula::parse_open_formula("SUM(marks)"), cells, position), Value(150.0));
    EXPECT_EQ(evaluate(Formula::parse_open_formula("SUM($Other.marks)"), cells, position), std::nullopt);
}

/// One number, repeated to the end of the sheet.
class FullSheet final : public Cells {
  public:
    Value value(const std::string&, std::int32_t, std::int32_t) override {
        ++read;
        return 1.0;
    }
    std::int32_t used_rows(const std::string&) override { return sheet_rows; }
    std::int32_t used_columns(const std::string&) override { return sheet_columns; }
    std::vector<std::string> sheets_between(const std::string&, const std::string&) override { return {}; }
    std::optional<Reference> name(const std::string&, const std::string&) override { return std::nullopt; }

    std::int64_t read{0};
};

/// The sheets S1 to S3, each with its number in every cell.
class ThreeSheets final : public Cells {
  public:
    Value value(const std::string& sheet, std::int32_t, std::int32_t) override {
        return static_cast<double>(sheet.back() - '0');
    }
    std::int32_t used_rows(const std::string&) override { return 10; }
    std::int32_t used_columns(const std::string&) override { return 10; }
    std::vector<std::string> sheets_between(const std::string& first, const std::string& last) override {
        std::vector<std::string> between;
        for (const char* const sheet : {"S1", "S2", "S3"})
            if (sheet >= first && sheet <= last) between.emplace_back(sheet);
        return between;
    }
    std::optional<Reference> name(const std::string&, const std::string&) override { return std::nullopt; }
};

TEST(Evaluate, cells_of_several_sheets_are_gathered_where_calc_gathers_them_and_nowhere_else) {
    ThreeSheets cells;
    const Position position{.sheet = "S1", .column = 0, .row = 0};
    const auto result = [&](const char* formula) {
        return evaluate(Formula::parse_open_formula(formula), cells, position);
    };
    EXPECT_EQ(result("SUM([$S1.B2:$S3.B2])"), Value(6.0));
    EXPECT_EQ(result("SUM(([$S2.B2:$S3.C3]);1)"), Value(21.0));
    EXPECT_EQ(result("AVERAGE([$S1.B2:$S3.B2])"), Value(2.0));
    EXPECT_EQ(result("COUNT([$S1.B2:$S2.B3])"), Value(4.0));
    for (const char* const other :
         {"[$S1.B2:$S3.B2]+1", "SUM([$S1.B2:$S3.B2]*2)", "COUNTIF([$S1.B2:$S3.B2];1)",
          "SUM(IF(TRUE();[$S1.B2:$S3.B2];0))", "SUM([$S1.B2:$S9.B2]+[$S1.B2])"})
        EXPECT_EQ(result(other), std::nullopt) << other;
}

TEST(Evaluate, a_formula_over_too_many_cells_has_no_result_and_reads_none_of_them) {
    for (const char* formula : {"SUM([.A1:.XFD1048000])", "COUNTA([.A:.XFC])", "SUMIF([.A1:.XFC1048000];1)",
                                "COUNTIF([.A1:.XFC1048000];1)", "AND([.A1:.XFC1048000])"}) {
        FullSheet cells;
        const auto value = evaluate(Formula::parse_open_formula(formula), cells,
                                    {.sheet = "Data", .column = 16383, .row = 1048575});
        EXPECT_FALSE(value) << formula;
        EXPECT_LT(cells.read, 10) << formula;
    }
    FullSheet cells;
    EXPECT_EQ(evaluate(Formula::parse_open_formula("SUM([.A1:.A100000])"), cells,
                       {.sheet = "Data", .column = 9, .row = 9}),
              Value(100000.0));
}

} // namespace
} // namespace termbook::formulas
