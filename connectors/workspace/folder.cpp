// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/folder.hpp"

#include "connectors/export_input.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

namespace termbook {

namespace fs = std::filesystem;

namespace {

/// Numbers in a text, each with how many digits it is written with.
std::vector<std::pair<int, std::size_t>> numbers_in(const std::string& text) {
    std::vector<std::pair<int, std::size_t>> numbers;
    constexpr std::size_t most_digits = 8;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789", i), text.size()) - i;
        if (digits > 0 && digits <= most_digits)
            numbers.emplace_back(std::stoi(text.substr(i, digits)), digits);
        i += digits + 1;
    }
    return numbers;
}

std::optional<Date> date_of(int year, int month, int day) {
    const bool recent = year >= 2000 && year < 2100;
    return recent ? make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day)) : std::nullopt;
}

/// The last date in a file's name. "10042026" could be a day of April or of October, and is none.
std::optional<Date> date_in(const std::string& name) {
    std::optional<Date> found;
    const auto numbers = numbers_in(name);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [number, digits] = numbers[i];
        std::optional<Date> date;
        if (digits == 8) date = date_of(number / 10'000, number / 100 % 100, number % 100);
        if (i + 2 < numbers.size() && digits == 4 && numbers[i + 1].second == 2 && numbers[i + 2].second == 2)
            date = date_of(number, numbers[i + 1].first, numbers[i + 2].first);
        if (i + 2 < numbers.size() && digits == 2 && numbers[i + 1].second == 2 && numbers[i + 2].second == 4)
            date = date_of(numbers[i + 2].first, numbers[i + 1].first, number);
        if (date) found = date;
    }
    return found;
}

} // namespace

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (is_left_behind(name)) continue;
        std::error_code unknown; // of what cannot be looked at, as a link to itself: refused when it is read
        if (!entry.is_directory(unknown) || entry.is_symlink(unknown)) {
            files.push_back(entry.path());
            continue;
        }
        const auto below = files_below(entry.path());
        files.insert(files.end(), below.begin(), below.end());
    }
    // A folder that cannot be opened is refused as a file would be, not passed over.
    if (error && error != std::errc::no_such_file_or_directory) files.push_back(folder);
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<Date> made_on(const fs::path& file, const std::string& name) {
    if (const auto named = date_in(fs::path(name).stem().string())) return named;
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    if (error) return std::nullopt;
    const Date day = std::chrono::floor<std::chrono::days>(
        std::chrono::file_clock::to_sys(std::chrono::time_point_cast<std::chrono::seconds>(time)));
    // Archives without times give 1970 or 1980.
    const bool is_told = day >= Date{std::chrono::year{2000} / 1 / 1};
    return is_told ? std::optional(day) : std::nullopt;
}

KnownProfiles::KnownProfiles(const fs::path& workspace) {
    for (const fs::path& file : files_below(workspace / "profiles")) {
        if (file.extension() != ".xml") continue;
        std::ifstream stream(file, std::ios::binary);
        m_own.push_back(read_profile({std::istreambuf_iterator<char>(stream), {}}, file.string()));
        m_own.back().own = true;
    }
}

std::vector<const Profile*> KnownProfiles::all() const {
    std::vector<const Profile*> all;
    for (const Profile& profile : m_own)
        all.push_back(&profile);
    for (const Profile& profile : shipped_profiles())
        all.push_back(&profile);
    return all;
}

} // namespace termbook
