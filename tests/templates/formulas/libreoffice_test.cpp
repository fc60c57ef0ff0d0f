// SPDX-License-Identifier: MPL-2.0
#include "generated_calls.hpp"

#include "core/diagnostics/error.hpp"

#include "templates/formulas/functions/table.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <map>

namespace termbook::formulas {
namespace {

/// How each function is called, pattern by pattern in turn.
const std::map<std::string, std::vector<std::string_view>, std::less<>> patterns{
    {"ABS", {"n", "a"}},
    {"AND", {"v", "vv", "a", "n", "nc"}},
    {"AVERAGE", {"v", "r", "s", "vv", "rn"}},
    {"COLUMN", {"c", "s", ""}},
    {"CONCATENATE", {"aa", "tn", "a", "tac"}},
    {"COUNT", {"v", "rs", "a", "aa"}},
    {"COUNTA", {"v", "rs", "a", "aa"}},
    {"COUNTBLANK", {"r", "s", "c"}},
    {"COUNTIF", {"ro", "so", "ro", "co"}},
    {"FALSE", {""}},
    {"IF", {"aaa", "aa", "naa", "cnt", "nt"}},
    {"IFERROR", {"aa", "cn", "nt"}},
    {"IFNA", {"aa", "cn"}},
    {"INDEX", {"sll", "rl", "sl", "rl"}},
    {"INT", {"n", "a"}},
    {"ISBLANK", {"a", "c"}},
    {"ISERROR", {"a", "c"}},
    {"ISNUMBER", {"a", "c"}},
    {"ISTEXT", {"a", "c"}},
    {"LEFT", {"tl", "t", "al"}},
    {"LEN", {"t", "a"}},
    {"LOWER", {"t", "a"}},
    {"MATCH", {"kr0", "krZ", "eE1", "eE", "gG1", "eD"}},
    {"MAX", {"v", "r", "vv", "nr"}},
    {"MID", {"tll", "tll", "all"}},
    {"MIN", {"v", "r", "vv", "nr"}},
    {"MOD", {"nn", "nl", "aa"}},
    {"NA", {""}},
    {"NOT", {"a", "n"}},
    {"OR", {"v", "vv", "a", "n", "nc"}},
    {"RIGHT", {"tl", "t", "al"}},
    {"ROUND", {"nl", "n", "nl", "al"}},
    {"ROUNDDOWN", {"nl", "n", "nl", "al"}},
    {"ROUNDUP", {"nl", "n", "nl", "al"}},
    {"ROW", {"c", "s", ""}},
    {"SUM", {"v", "r", "s", "vv", "rn"}},
    {"SUMIF", {"ro", "ror", "sos", "roc"}},
    {"SUMPRODUCT", {"P", "Q", "r", "v", "vv", "R"}},
    {"TEXT", {"nf", "nf", "tf", "af"}},
    {"TRIM", {"t", "a"}},
    {"TRUE", {""}},
    {"UPPER", {"t", "a"}},
    {"VALUE", {"t", "a", "n"}},
    {"VLOOKUP", {"kTl0", "kTlF", "eUl", "eU2", "kT20"}},
};

/// Puts the tables that are looked up in where a pattern names them by a capital.
std::string with_tables(const std::string& formula) {
    const std::map<char, std::string> tables{{'E', "[Data.E1:.E12]"},
                                             {'G', "[Data.G1:.G6]"},
                                             {'D', "[Data.H1:.H5];-1"},
                                             {'T', "[Data.B1:.D14]"},
                                             {'U', "[Data.E1:.G12]"},
                                             {'Z', "[Data.C1:.C14];0"},
                                             {'F', "FALSE()"},
                                             {'P', "[Data.A1:.A5];[Data.A6:.A10]"},
                                             {'Q', "([Data.C1:.C9]=\"apple\")*([Data.A1:.A9]>2)"},
                                             {'R', "[Data.E1:.E6]*[Data.A1:.A6]"}};
    std::string text;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const bool alone = i > 0 && (formula[i - 1] == ';' || formula[i - 1] == '(') &&
                           i + 1 < formula.size() && (formula[i + 1] == ';' || formula[i + 1] == ')');
        const auto table = tables.find(formula[i]);
        text += alone && table != tables.end() ? table->second : std::string(1, formula[i]);
    }
    return text;
}

Rows data() {
    const auto n = [](double number) { return SheetCell{number, ""}; };
    const auto t = [](const char* text) { return SheetCell{std::string(text), ""}; };
    const auto b = [](bool truth) { return SheetCell{truth, ""}; };
    const SheetCell blank{Blank{}, ""};
    const SheetCell empty{std::string(), "\"\""};
    const SheetCell na{FormulaError::na, "NA()"};
    const SheetCell div0{FormulaError::div0, "1/0"};
    return {
        {n(1), t("apple"), t("apple"), n(5), n(1), t("one"), t("ant"), n(90)},
        {n(2.5), n(7), t("Pear"), t("fig"), n(3), n(33), t("bee"), n(55)},
        {blank, t("5"), t("fig"), na, n(4.5), blank, t("cat"), n(20)},
        {n(-4), b(true), t("apple pie"), n(0.1), n(7), t("seven"), t("Cow"), n(4.5)},
        {n(100), blank, t("a*b"), b(false), n(11), b(true), t("dog"), n(1)},
        {n(2), empty, t("5"), blank, n(19), n(-1), t("emu"), blank},
        {n(0), n(5), blank, div0, n(20), t(""), blank, blank},
        {n(1234.567), t("abc"), t("Apple"), n(2), n(21), n(0), blank, blank},
        {n(2.675), n(2), empty, n(2.5), n(34), n(9), blank, blank},
        {t("x"), n(0.3), t("zebra"), t("apple"), n(55), n(8), blank, blank},
        {n(-0.5), b(false), n(12), empty, n(60), n(7), blank, blank},
        {n(33), t("TRUE"), t("7b"), n(1), n(61), n(6), blank, blank},
        {blank, n(-7), t("été"), n(3), blank, blank, blank, blank},
        {n(8), t("a b"), t("fig roll"), b(true), blank, blank, blank, blank},
    };
}

std::vector<std::string> generated_formulas(std::size_t each) {
    Calls calls;
    std::vector<std::string> formulas;
    for (const auto& [name, ways] : patterns)
        for (std::size_t i = 0; i < each; ++i)
            formulas.push_back(with_tables(calls.call(name, ways[i % ways.size()])));
    for (std::size_t i = 0; i < 5 * each; ++i)
        formulas.push_back(calls.operation());
    return formulas;
}

bool same(const Value& ours, const Value& theirs) {
    const auto* a = std::get_if<double>(&ours);
    const auto* b = std::get_if<double>(&theirs);
    const auto* truth = std::get_if<bool>(&theirs);
    // A number out of a cell with a boolean format is shown in that format.
    if (a != nullptr && truth != nullptr) return *a == (*truth ? 1 : 0);
    if (a == nullptr || b == nullptr) return ours == theirs;
    // The file holds 15 digits, and at most 20 decimals.
    return std::abs(*a - *b) <= 5.1e-15 * std::max(std::abs(*a), std::abs(*b)) + 1e-20;
}

TEST(GeneratedCalls, cover_every_function) {
    for (const auto& function : functions())
        EXPECT_TRUE(patterns.contains(function.name)) << function.name;
}

TEST(FormulasOffice, generated_formulas_have_the_values_that_it_gives_them) {
    const Rows rows = data();
    const auto formulas = generated_formulas(120);
    const auto expected = calculate_in_office(rows, formulas);
    if (expected.empty()) GTEST_SKIP() << "there is no soffice here";
    ASSERT_EQ(expected.size(), formulas.size());
    SheetCells cells(rows);
    std::map<std::string, int> without_result;
    for (std::size_t i = 0; i < formulas.size(); ++i) {
        const auto ours = evaluate(Formula::parse_open_formula(formulas[i]), cells,
                                   {.sheet = "Tried", .column = 0, .row = static_cast<std::int32_t>(i)});
        if (!ours) {
            ++without_result[formulas[i].substr(0, formulas[i].find('('))];
            continue;
        }
        EXPECT_TRUE(same(*ours, expected[i]))
            << formulas[i] << ": " << show(*ours) << " instead of " << show(expected[i]);
    }
    for (const auto& [name, count] : without_result)
        EXPECT_LE(count, 20) << name;
}

} // namespace
} // namespace termbook::formulas
