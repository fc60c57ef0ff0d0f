// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/sheets/sheet_names.hpp"

#include "core/letters.hpp"

#include <Poco/UTF8String.h>
#include <algorithm>
#include <fmt/format.h>
#include <string_view>

namespace termbook::fill {

namespace {

/// Excel counts them as UTF-16 does: most characters once, those beyond U+FFFF twice.
constexpr std::size_t longest_name = 31;

std::string cut(std::string_view name, std::size_t units) {
    std::size_t at = 0;
    while (at < name.size()) {
        const auto lead = static_cast<unsigned char>(name[at]);
        const std::size_t wanted = lead >= 0xF0U ? 2 : 1;
        if (wanted > units) break;
        units -= wanted;
        do
            ++at;
        while (at < name.size() && continues_character(name[at]));
    }
    return std::string(name.substr(0, at));
}

std::string trimmed(std::string name) {
    constexpr std::string_view at_no_end = " '";
    name.erase(0, std::min(name.find_first_not_of(at_no_end), name.size()));
    name.erase(name.find_last_not_of(at_no_end) + 1);
    return name;
}

std::string allowed(std::string name) {
    constexpr std::string_view forbidden = "[]:*?/\\";
    for (char& c : name) {
        if (forbidden.find(c) != std::string_view::npos) c = '-';
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    name = trimmed(cut(trimmed(std::move(name)), longest_name));
    return name.empty() ? "Sheet" : name;
}

} // namespace

void SheetNames::take(const std::string& name) {
    m_taken.insert(Poco::UTF8::toLower(name));
}

std::string SheetNames::make(const std::string& wanted) {
    const auto name = allowed(wanted);
    auto unlike = name;
    for (int nth = 2; !m_taken.insert(Poco::UTF8::toLower(unlike)).second; ++nth) {
        const auto behind = fmt::format(" ({})", nth);
        unlike = trimmed(cut(name, longest_name - behind.size())) + behind;
    }
    return unlike;
}

} // namespace termbook::fill
