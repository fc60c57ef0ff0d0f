// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

enum class KindState {
    there,        ///< an export of the year
    earlier,      ///< only of an earlier year
    missing,      ///< none at all
    not_due,      ///< statutory results of a year that has not come so far
    not_expected, ///< nobody at the school whom it could be about
};

/// "Given", "Earlier year", "Missing", "Not due yet", "Not expected".
std::string_view to_string(KindState state);

/// One kind of export and what a school gave of it.
struct KindOfExport {
    std::string key;   ///< "attendance", "results.ks2"
    std::string title; ///< "Attendance", "Key stage 2 results"
    KindState state{KindState::missing};
    std::optional<std::size_t> last;  ///< the newest export: index into Trust::sources
    std::string year;                 ///< that the newest export is of: "2025/26"
    std::optional<Date> last_session; ///< of attendance with dates
    std::string note;                 ///< how far it goes and what is missing, in words; may be empty
};

/// What a school gave for an academic year, a row a kind of export in the order that people list them. Of
/// statutory results only those are expected for which the school has the year group, and only from July, the
/// month before the year ends.
std::vector<KindOfExport> completeness(const Trust& trust, const School& school, std::size_t year);

/// The latest year for which any school gave attendance or a list of pupils; without any, the latest of
/// termbook.xml. Completeness is asked of this one, so that a school that stopped exporting shows.
std::size_t year_of_completeness(const Trust& trust);

} // namespace termbook
