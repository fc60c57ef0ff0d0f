// SPDX-License-Identifier: MPL-2.0
#include "cli/documents/books.hpp"

namespace termbook::cli {

const Figures& Books::of(const std::string& school, Audience audience) {
    const auto known = m_books.find({school, audience});
    if (known != m_books.end()) return known->second;
    Pack& pack = m_packs.try_emplace(audience, m_trust).first->second;
    return m_books.emplace(std::pair(school, audience), Figures(m_trust, {audience, school, m_period, &pack}))
        .first->second;
}

bool Books::withhold_more() {
    bool more = false;
    for (auto& [audience, pack] : m_packs)
        more = pack.solve() || more;
    return more;
}

} // namespace termbook::cli
