// SPDX-License-Identifier: MPL-2.0
#include "core/model/captured.hpp"

#include <algorithm>
#include <utility>

namespace termbook {

void Captures::add(CapturedFigure figure) {
    const auto [place, is_new] = by_mark.try_emplace(figure.mark, figures.size());
    if (is_new)
        figures.push_back(std::move(figure));
    else
        figures[place->second] = std::move(figure);
}

std::size_t Captures::sources_index(std::vector<CapturedSource> set) {
    // There are a few sets a school; the one wanted is mostly the last.
    const auto known = std::find(sources.rbegin(), sources.rend(), set);
    if (known != sources.rend()) return static_cast<std::size_t>(sources.rend() - known) - 1;
    sources.push_back(std::move(set));
    return sources.size() - 1;
}

const CapturedFigure* Captures::find(const std::string& mark) const {
    const auto found = by_mark.find(mark);
    return found == by_mark.end() ? nullptr : &figures[found->second];
}

} // namespace termbook
