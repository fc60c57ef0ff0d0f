// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/excel.hpp"

#include <algorithm>
#include <array>

namespace termbook::formulas {

namespace {

struct Renamed {
    std::string_view open_formula;
    std::string_view excel;
};

/// Functions of another name, or of the same name but another meaning.
constexpr std::array renamed{
    Renamed{"B", "_xlfn.BINOM.DIST.RANGE"},
    Renamed{"CEILING", "_xlfn.CEILING.MATH"},
    Renamed{"FDIST", "_xlfn.F.DIST"},
    Renamed{"FINV", "_xlfn.F.INV"},
    Renamed{"FLOOR", "_xlfn.FLOOR.MATH"},
    Renamed{"FORMULA", "_xlfn.FORMULATEXT"},
    Renamed{"SKEWP", "_xlfn.SKEW.P"},
    Renamed{"COM.MICROSOFT.CEILING", "CEILING"},
    Renamed{"COM.MICROSOFT.FILTER", "_xlfn._xlws.FILTER"},
    Renamed{"COM.MICROSOFT.FLOOR", "FLOOR"},
    Renamed{"COM.MICROSOFT.SORT", "_xlfn._xlws.SORT"},
};

/// Functions that came after the format: its files put `_xlfn.` before them. In order.
constexpr std::array<std::string_view, 127> newer{
    "ACOT",
    "ACOTH",
    "AGGREGATE",
    "ARABIC",
    "ARRAYTOTEXT",
    "BASE",
    "BETA.DIST",
    "BETA.INV",
    "BINOM.DIST",
    "BINOM.DIST.RANGE",
    "BINOM.INV",
    "BITAND",
    "BITLSHIFT",
    "BITOR",
    "BITRSHIFT",
    "BITXOR",
    "CEILING.MATH",
    "CEILING.PRECISE",
    "CHISQ.DIST",
    "CHISQ.DIST.RT",
    "CHISQ.INV",
    "CHISQ.INV.RT",
    "CHISQ.TEST",
    "COMBINA",
    "CONCAT",
    "CONFIDENCE.NORM",
    "CONFIDENCE.T",
    "COT",
    "COTH",
    "COVARIANCE.P",
    "COVARIANCE.S",
    "CSC",
    "CSCH",
    "DAYS",
    "DECIMAL",
    "ENCODEURL",
    "ERF.PRECISE",
    "ERFC.PRECISE",
    "EXPON.DIST",
    "F.DIST",
    "F.DIST.RT",
    "F.INV",
    "F.INV.RT",
    "F.TEST",
    "FILTERXML",
    "FLOOR.MATH",
    "FLOOR.PRECISE",
    "FORECAST.ETS",
    "FORECAST.ETS.CONFINT",
    "FORECAST.ETS.SEASONALITY",
    "FORECAST.ETS.STAT",
    "FORECAST.LINEAR",
    "FORMULATEXT",
    "GAMMA",
    "GAMMA.DIST",
    "GAMMA.INV",
    "GAMMALN.PRECISE",
    "GAUSS",
    "HYPGEOM.DIST",
    "IFNA",
    "IFS",
    "IMCOSH",
    "IMCOT",
    "IMCSC",
    "IMCSCH",
    "IMSEC",
    "IMSECH",
    "IMSINH",
    "IMTAN",
    "ISFORMULA",
    "ISOWEEKNUM",
    "LOGNORM.DIST",
    "LOGNORM.INV",
    "MAXIFS",
    "MINIFS",
    "MODE.MULT",
    "MODE.SNGL",
    "MUNIT",
    "NEGBINOM.DIST",
    "NORM.DIST",
    "NORM.INV",
    "NORM.S.DIST",
    "NORM.S.INV",
    "NUMBERVALUE",
    "PDURATION",
    "PERCENTILE.EXC",
    "PERCENTILE.INC",
    "PERCENTRANK.EXC",
    "PERCENTRANK.INC",
    "PERMUTATIONA",
    "PHI",
    "POISSON.DIST",
    "QUARTILE.EXC",
    "QUARTILE.INC",
    "RANDARRAY",
    "RANK.AVG",
    "RANK.EQ",
    "RRI",
    "SEC",
    "SECH",
    "SEQUENCE",
    "SHEET",
    "SHEETS",
    "SKEW.P",
    "SORTBY",
    "STDEV.P",
    "STDEV.S",
    "SWITCH",
    "T.DIST",
    "T.DIST.2T",
    "T.DIST.RT",
    "T.INV",
    "T.INV.2T",
    "T.TEST",
    "TEXTJOIN",
    "UNICHAR",
    "UNICODE",
    "UNIQUE",
    "VAR.P",
    "VAR.S",
    "VSTACK",
    "WEBSERVICE",
    "WEIBULL.DIST",
    "XLOOKUP",
    "XMATCH",
    "XOR",
    "Z.TEST",
};

} // namespace

std::string excel_function(std::string_view open_formula_name) {
    const auto known = std::find_if(renamed.begin(), renamed.end(), [&](const Renamed& entry) {
        return entry.open_formula == open_formula_name;
    });
    if (known != renamed.end()) return std::string(known->excel);
    std::string_view name = open_formula_name;
    for (const std::string_view prefix : {"COM.MICROSOFT.", "LEGACY."})
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    const bool prefixed = std::binary_search(newer.begin(), newer.end(), name);
    return (prefixed ? "_xlfn." : "") + std::string(name);
}

} // namespace termbook::formulas
