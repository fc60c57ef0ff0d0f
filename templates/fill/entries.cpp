// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/entries.hpp"

#include "templates/fill/shown.hpp"

#include <fmt/format.h>
#include <map>

namespace termbook::fill {

std::string entry_key(const std::string& mark, const marks::Format* format) {
    return format == nullptr ? mark : fmt::format("{} | {}", mark, format->name);
}

const FigureAnswer& Entries::answer(const FigureRequest& request) {
    auto& known = m_answer_of[request.mark()];
    if (known == nullptr) known = &m_answers.emplace_back(m_book.answer(request));
    return *known;
}

std::size_t Entries::find(const FigureRequest& request, const marks::Format* format) {
    auto key = entry_key(request.mark(), format);
    if (const auto known = m_entry_of.find(key); known != m_entry_of.end()) return known->second;
    Entry entry = shown_as(answer(request), request, format, m_book);
    entry.key = key;
    m_entries.push_back(std::move(entry));
    m_row_of.emplace_back();
    m_entry_of.emplace(std::move(key), m_entries.size() - 1);
    return m_entries.size() - 1;
}

void Entries::list(std::size_t entry) {
    if (m_row_of[entry]) return;
    m_row_of[entry] = m_rows.size();
    m_rows.push_back({entry, {}});
}

void Entries::list_block(const std::string& mark, std::size_t first_entry, std::size_t values) {
    m_rows.push_back({first_entry, fmt::format("{} ({} values)", mark, values)});
}

std::optional<std::size_t> Entries::row_of(std::size_t entry) const {
    return m_row_of[entry];
}

std::vector<FigureSource> Entries::sources() const {
    std::map<std::string, FigureSource> by_file;
    for (const auto& answer : m_answers)
        for (const auto& source : answer.sources)
            by_file.emplace(source.file, source);
    std::vector<FigureSource> sources;
    for (auto& [file, source] : by_file)
        sources.push_back(std::move(source));
    return sources;
}

} // namespace termbook::fill
