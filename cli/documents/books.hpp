// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figures.hpp"
#include "core/figures/packs/pack.hpp"

#include <map>
#include <string>
#include <utility>

namespace termbook::cli {

/// The figures of one call, by school and audience. All that it shows to an audience is one pack.
class Books {
  public:
    /// The trust must outlive the books.
    Books(const Trust& trust, std::string period) : m_trust(trust), m_period(std::move(period)) {}

    const Figures& of(const std::string& school, Audience audience);

    /// Calls ask() until what it asks for is safe to be shown together. What it was told before that may be
    /// withheld when it asks again.
    template<typename Ask>
    void settle(Ask ask) {
        do
            ask();
        while (withhold_more());
    }

  private:
    bool withhold_more();

    const Trust& m_trust;
    const std::string m_period;
    std::map<Audience, Pack> m_packs;
    std::map<std::pair<std::string, Audience>, Figures> m_books;
};

} // namespace termbook::cli
