// SPDX-License-Identifier: MPL-2.0
#include "cli/documents/outputs.hpp"

#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"
#include "templates/writers/ods.hpp"
#include "templates/writers/pdf.hpp"
#include "templates/writers/xlsx.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <system_error>

namespace termbook::cli {

namespace {

using odf::Document;

struct Format {
    std::string_view name;
    IssueLog (*write)(const Document& document, const std::filesystem::path& path);
};

constexpr Format formats[] = {
    {"xlsx", writers::write_xlsx},
    {"ods",
     [](const Document& document, const std::filesystem::path& path) {
         writers::write_ods(document, path);
         return IssueLog();
     }},
    {"fods",
     [](const Document& document, const std::filesystem::path& path) {
         writers::write_fods(document, path);
         return IssueLog();
     }},
    {"pdf",
     [](const Document& document, const std::filesystem::path& path) {
         writers::write_pdf(document, path);
         return IssueLog();
     }},
};

const Format* find_format(std::string_view name) {
    const auto* found = std::find_if(std::begin(formats), std::end(formats),
                                     [&](const Format& format) { return format.name == name; });
    return found == std::end(formats) ? nullptr : found;
}

/// The ending of a path in lower case, without its dot.
std::string ending_of(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    return lower(ending);
}

} // namespace

bool is_document(const std::filesystem::path& path) {
    const std::string ending = ending_of(path);
    std::error_code unknown; // what cannot be looked at cannot be written either: said when it is tried
    if (ending.empty() || std::filesystem::is_directory(path, unknown)) return false;
    require_format(ending);
    return true;
}

bool is_format(std::string_view format) {
    return find_format(format) != nullptr;
}

void require_format(std::string_view format) {
    if (!is_format(format))
        throw Error({}, fmt::format("the format '{}'", format), format_names, "correct it", ErrorKind::usage);
}

IssueLog write_document(const Document& document, const std::filesystem::path& path) {
    return find_format(ending_of(path))->write(document, path);
}

std::string file_name(std::string_view school, std::string_view title, std::string_view period,
                      std::string_view format) {
    std::string name = fmt::format("{} {} {}.{}", school, title, period, format);
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos; }, '-');
    return name;
}

} // namespace termbook::cli
