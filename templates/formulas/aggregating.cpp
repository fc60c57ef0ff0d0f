// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/aggregating.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace termbook::formulas {

namespace {

constexpr std::size_t to_the_end = std::numeric_limits<std::size_t>::max();

/// The arguments from `first` to `last`, every `step`th of them.
struct Aggregating {
    std::string_view function;
    std::size_t first{0};
    std::size_t last{to_the_end};
    std::size_t step{1};
};

constexpr std::array table{
    Aggregating{"AND"},
    Aggregating{"AVEDEV"},
    Aggregating{"AVERAGE"},
    Aggregating{"AVERAGEA"},
    Aggregating{"AVERAGEIF", 0, 2, 2},
    Aggregating{"AVERAGEIFS", 0, 0},
    Aggregating{"AVERAGEIFS", 1, to_the_end, 2},
    Aggregating{"COM.MICROSOFT.AGGREGATE", 2},
    Aggregating{"COM.MICROSOFT.CONCAT"},
    Aggregating{"COM.MICROSOFT.MAXIFS", 0, 0},
    Aggregating{"COM.MICROSOFT.MAXIFS", 1, to_the_end, 2},
    Aggregating{"COM.MICROSOFT.MINIFS", 0, 0},
    Aggregating{"COM.MICROSOFT.MINIFS", 1, to_the_end, 2},
    Aggregating{"COM.MICROSOFT.MODE.SNGL"},
    Aggregating{"COM.MICROSOFT.PERCENTILE.EXC", 0, 0},
    Aggregating{"COM.MICROSOFT.PERCENTILE.INC", 0, 0},
    Aggregating{"COM.MICROSOFT.QUARTILE.EXC", 0, 0},
    Aggregating{"COM.MICROSOFT.QUARTILE.INC", 0, 0},
    Aggregating{"COM.MICROSOFT.RANK.AVG", 1, 1},
    Aggregating{"COM.MICROSOFT.RANK.EQ", 1, 1},
    Aggregating{"COM.MICROSOFT.STDEV.P"},
    Aggregating{"COM.MICROSOFT.STDEV.S"},
    Aggregating{"COM.MICROSOFT.TEXTJOIN", 2},
    Aggregating{"COM.MICROSOFT.VAR.P"},
    Aggregating{"COM.MICROSOFT.VAR.S"},
    Aggregating{"COUNT"},
    Aggregating{"COUNTA"},
    Aggregating{"COUNTBLANK"},
    Aggregating{"COUNTIF", 0, 0},
    Aggregating{"COUNTIFS", 0, to_the_end, 2},
    Aggregating{"DEVSQ"},
    Aggregating{"GCD"},
    Aggregating{"GEOMEAN"},
    Aggregating{"HARMEAN"},
    Aggregating{"KURT"},
    Aggregating{"LARGE", 0, 0},
    Aggregating{"LCM"},
    Aggregating{"MATCH", 1, 1},
    Aggregating{"MAX"},
    Aggregating{"MAXA"},
    Aggregating{"MEDIAN"},
    Aggregating{"MIN"},
    Aggregating{"MINA"},
    Aggregating{"MODE"},
    Aggregating{"OR"},
    Aggregating{"PERCENTILE", 0, 0},
    Aggregating{"PERCENTRANK", 0, 0},
    Aggregating{"PRODUCT"},
    Aggregating{"QUARTILE", 0, 0},
    Aggregating{"RANK", 1, 1},
    Aggregating{"ROWS", 0, 0},
    Aggregating{"SKEW"},
    Aggregating{"SKEWP"},
    Aggregating{"SMALL", 0, 0},
    Aggregating{"STDEV"},
    Aggregating{"STDEVA"},
    Aggregating{"STDEVP"},
    Aggregating{"STDEVPA"},
    Aggregating{"SUBTOTAL", 1},
    Aggregating{"SUM"},
    Aggregating{"SUMIF", 0, 2, 2},
    Aggregating{"SUMIFS", 0, 0},
    Aggregating{"SUMIFS", 1, to_the_end, 2},
    Aggregating{"SUMPRODUCT"},
    Aggregating{"SUMSQ"},
    Aggregating{"TRIMMEAN", 0, 0},
    Aggregating{"VAR"},
    Aggregating{"VARA"},
    Aggregating{"VARP"},
    Aggregating{"VARPA"},
    Aggregating{"XOR"},
};

constexpr std::array over_sheets{
    std::string_view("AVERAGE"), std::string_view("AVERAGEA"), std::string_view("COUNT"),
    std::string_view("COUNTA"),  std::string_view("MAX"),      std::string_view("MAXA"),
    std::string_view("MEDIAN"),  std::string_view("MIN"),      std::string_view("MINA"),
    std::string_view("PRODUCT"), std::string_view("STDEV"),    std::string_view("STDEVA"),
    std::string_view("STDEVP"),  std::string_view("STDEVPA"),  std::string_view("SUM"),
    std::string_view("VAR"),     std::string_view("VARA"),     std::string_view("VARP"),
    std::string_view("VARPA"),
};

} // namespace

bool gathers_sheets(std::string_view function) {
    return std::find(over_sheets.begin(), over_sheets.end(), function) != over_sheets.end();
}

bool is_aggregated(std::string_view function, std::size_t argument) {
    return std::any_of(table.begin(), table.end(), [&](const Aggregating& entry) {
        return entry.function == function && argument >= entry.first && argument <= entry.last &&
               (argument - entry.first) % entry.step == 0;
    });
}

} // namespace termbook::formulas
