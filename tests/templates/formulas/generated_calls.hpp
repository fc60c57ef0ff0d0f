// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "office_sheet.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::formulas {

/// Makes formulas of one function at a time, each argument of a kind that the function's pattern names:
///   n number   t text   a any single value   c cell   r range of one column   s square range   v any of all
///   those o condition   k wanted value   e sorted numbers   g sorted texts   f format   l small whole number
class Calls {
  public:
    std::string call(std::string_view name, std::string_view pattern) {
        std::string text = std::string(name) + "(";
        for (std::size_t i = 0; i < pattern.size(); ++i)
            text += (i > 0 ? ";" : "") + argument(pattern[i]);
        return text + ")";
    }

    std::string argument(char kind) {
        switch (kind) {
        case 'n':
            return one_of(
                {number(), number(), number(), cell(), "TRUE()", number() + "*" + number(), "\"2.5\""});
        case 't':
            return one_of(
                {text(), text(), text(), text(), cell(), number(), "TRUE()", text() + "&" + text()});
        case 'a':
            return one_of({number(), text(), "TRUE()", "FALSE()", cell(), cell(), cell(), "NA()", "1/0", ""});
        case 'c':
            return cell();
        case 'r':
            return range(1);
        case 's':
            return range(1 + below(3));
        case 'v':
            return one_of(
                {number(), range(1), range(2), cell(), "TRUE()", range(1), "{1;2|3;4}", "(1=1)", ""});
        case 'o':
            return one_of({condition(), condition(), condition(), number(), text(), cell(), "TRUE()"});
        case 'k':
            return one_of({number(), text(), cell(), cell(), cell(), "TRUE()"});
        case 'e':
            return one_of({"0", "1", "4.5", "7", "19", "19.5", "20", "55", "-3", "100"});
        case 'g':
            return one_of({"\"ant\"", "\"bee\"", "\"Cow\"", "\"cox\"", "\"zzz\"", "\"a\"", "\"dog\""});
        case 'f':
            return format();
        case 'l':
            return one_of({"0", "1", "2", "3", "4", "-1", "1.7", "9", "\"2\"", "TRUE()", cell()});
        default:
            return std::string(1, kind);
        }
    }

    std::string operation() {
        const std::string sign = one_of({"+", "-", "*", "/", "^", "&", "=", "<>", "<", "<=", ">", ">="});
        const std::string left = argument('a');
        const std::string right = argument('a');
        return (left.empty() ? "2" : left) + sign + (right.empty() ? "3" : right) +
               one_of({"", "", "%", sign + "2"});
    }

    std::size_t below(std::size_t end) { return m_random() % end; }

    std::string one_of(std::vector<std::string> choices) { return choices[below(choices.size())]; }

  private:
    std::string number() {
        return one_of({"0",         "1",    "-1",    "2.5",      "-2.5",  "0.1",    "3",     "7",
                       "10",        "100",  "12.34", "1234.567", "2.675", "1.005",  "0.285", "-0.5",
                       "-1234.565", "1E10", "1E-7",  "4.35",     "0.3",   "33.333", "1/3",   "99.995",
                       "-7.55",     "8.94", "44927", "2/3",      "6",     "0.045"});
    }

    std::string text() {
        return one_of({"\"\"",     "\"abc\"",        "\"apple\"",   "\"Apple pie\"", "\"5\"",
                       "\"3.5\"",  "\" 7 \"",        "\"a b  c \"", "\"TRUE\"",      "\"50%\"",
                       "\"été\"",  "\"1,234\"",      "\"Year 7\"",  "\"x\"",         "\"-4\"",
                       "\"pear\"", "\"2026-01-31\"", "\"1e3\"",     "\"😀z\"",        "\"a-b\"",
                       "\"_\"",    "\"(7)x\"",       "\"#1\""});
    }

    std::string condition() {
        return one_of({"\">2\"",      "\"<=2.5\"", "\"<>\"",     "\"=\"",     "\"\"",
                       "\"<>apple\"", "\"a*\"",    "\"?p*\"",    "\">b\"",    "\"<=pear\"",
                       "\"=5\"",      "\"*\"",     "\"<>2\"",    "\"~*\"",    "\">=\"&" + cell(),
                       "\"APPLE\"",   "\"5\"",     "\"TRUE\"",   "\"<>*e*\"", "\">0\"",
                       "\"<0\"",      "\"#N/A\"",  "\"=apple\"", "\">=a\""});
    }

    std::string format() {
        return one_of({"\"0\"",
                       "\"0.0\"",
                       "\"#,##0\"",
                       "\"0%\"",
                       "\"0.0%\"",
                       "\"dd/mm/yyyy\"",
                       "\"d mmmm yyyy\"",
                       "\"0.00\"",
                       "\"#,##0.00\"",
                       "\"000\"",
                       "\"ddd d mmm yy\"",
                       "\"+0.0;-0.0;0\"",
                       "\"£#,##0\"",
                       "\"0.##\"",
                       "\"#\"",
                       "\"yyyy-mm-dd\"",
                       "\"0 \"\"marks\"\"\"",
                       "\"hh:mm\"",
                       "\"0.0;(0.0)\"",
                       "\"General\"",
                       "\"dddd\"",
                       "\"@\"",
                       "\"mmm-yy\"",
                       "\"d/m/yy\""});
    }

    std::string column() { return one_of({"A", "B", "C", "D", "A", "B", "C"}); }

    std::string cell() { return fmt::format("[Data.{}{}]", column(), 1 + below(14)); }

    std::string range(std::size_t columns) {
        const std::size_t first = below(5 - columns);
        const std::size_t row = 1 + below(9);
        return fmt::format("[Data.{}{}:.{}{}]", static_cast<char>('A' + first), row,
                           static_cast<char>('A' + first + columns - 1), row + below(6));
    }

    std::mt19937 m_random{20260131};
};

} // namespace termbook::formulas
