// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/copies.hpp"

#include "connectors/export_input.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace termbook {

namespace {

/// The files by their size, whose bytes may be the same.
std::map<std::uint64_t, std::vector<std::size_t>> by_size(const std::vector<PlacedFile>& files) {
    std::map<std::uint64_t, std::vector<std::size_t>> found;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].file.name.empty()) continue;
        try {
            if (const auto size = open_export(files[i].file)->size()) found[*size].push_back(i);
        } catch (const Error&) { // refused where it is recognised
        }
    }
    return found;
}

/// Empty for one that cannot be read to its end, which is refused where it is loaded.
std::string digest_or_none(const ExportFile& file) {
    try {
        return digest_of(file);
    } catch (const Error&) {
        return {};
    }
}

} // namespace

std::vector<std::optional<std::size_t>> copies_among(const std::vector<PlacedFile>& files) {
    std::vector<std::optional<std::size_t>> originals(files.size());
    for (const auto& [size, alike] : by_size(files)) {
        if (alike.size() < 2) continue;
        std::map<std::string, std::vector<std::size_t>> by_digest;
        for (const std::size_t i : alike)
            by_digest[digest_or_none(files[i].file)].push_back(i);
        by_digest.erase(std::string());
        for (const auto& [digest, same] : by_digest) {
            const auto first = *std::min_element(same.begin(), same.end(), [&](auto a, auto b) {
                const auto key = [&](std::size_t i) {
                    return std::tuple(!files[i].school, !files[i].file.entry.empty(), i);
                };
                return key(a) < key(b);
            });
            for (const std::size_t i : same)
                if (i != first) originals[i] = first;
        }
    }
    return originals;
}

Error copy_refusal(const PlacedFile& copy, const PlacedFile& original) {
    const bool elsewhere = copy.school && copy.school != original.school;
    return Error({copy.file.name, 0, 0, {}},
                 fmt::format("the same bytes as in {}{}", original.file.name,
                             elsewhere ? ", in the folder of another school" : ""),
                 "each export once",
                 elsewhere ? "it is counted there, and not here; delete the one that is wrong"
                           : "it is counted once; delete one of the two");
}

} // namespace termbook
