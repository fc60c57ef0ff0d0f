// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/system_file.hpp"

#include "cli/sample/formats/csv_file.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook::sample {

namespace {

constexpr CsvStyle sims_style{true, false, false};
constexpr CsvStyle arbor_style{false, false, true};
constexpr CsvStyle scholarpack_style{false, true, false};

} // namespace

File system_file(System system, std::string_view title, Date day, const Table& table) {
    const std::string iso = iso_text(day);
    switch (system) {
    case System::arbor:
        return {fmt::format("{}-{}.csv", title, iso), csv_file(table, arbor_style), day};
    case System::scholarpack: {
        std::string with_hyphens = british(iso);
        std::replace(with_hyphens.begin(), with_hyphens.end(), '/', '-');
        return {fmt::format("{} {}.csv", title, with_hyphens), csv_file(table, scholarpack_style), day};
    }
    case System::sims_primary:
    case System::sims_secondary:
        break;
    }
    return {fmt::format("SIMS {} {}.csv", title, iso), csv_file(table, sims_style), day};
}

} // namespace termbook::sample
