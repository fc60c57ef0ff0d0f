// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/placing.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace termbook {

namespace fs = std::filesystem;

std::optional<std::size_t> year_named_by(const fs::path& relative, const Calendar& calendar) {
    for (const auto& part : relative.parent_path())
        for (std::size_t i = 0; i < calendar.years().size(); ++i) {
            std::string digits = part.string();
            std::string name = calendar.years()[i].name;
            const auto not_digit = [](unsigned char c) { return !std::isdigit(c); };
            std::erase_if(digits, not_digit);
            std::erase_if(name, not_digit);
            if (!name.empty() && digits == name) return i;
        }
    return std::nullopt;
}

namespace {

/// Whether an export lies in a folder below `exports` that is named for no year and is no archive.
bool lies_in_a_folder(const fs::path& file, const Calendar& calendar) {
    const fs::path below = file.lexically_relative("exports").parent_path();
    return std::any_of(below.begin(), below.end(), [&](const fs::path& part) {
        return part.extension() != ".zip" && !year_named_by(part / "export", calendar);
    });
}

} // namespace

std::optional<std::size_t> school_of_folder(const Trust& trust, const fs::path& file) {
    const auto& schools = trust.schools;
    for (const auto& part : file.lexically_relative("exports").parent_path())
        for (std::size_t i = 0; i < schools.size(); ++i)
            if (!schools[i].folder.empty() && part == schools[i].folder) return i;
    if (schools.size() != 1) return std::nullopt;
    // A trust of one school needs no folders; but a folder that is not its own may be another school's.
    if (schools.front().folder.empty() || !lies_in_a_folder(file, trust.calendar)) return 0;
    return std::nullopt;
}

} // namespace termbook
