// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/published.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace termbook {

/// What a page shows, made up cell by cell: shares of pupils in one layer, or in several that one exchange
/// each is seen in.
class PublishedTable {
  public:
    /// Adds pupils who are in these cells, of whom `counted` count.
    PublishedTable& pupils(std::int64_t pupils, std::int64_t counted, std::vector<std::size_t> cells) {
        for (const std::size_t cell : cells)
            published.cells = std::max(published.cells, cell + 1);
        published.alike.push_back({pupils, std::move(cells)});
        if (published.amounts.empty()) published.amounts.resize(2);
        published.amounts[0].push_back(counted);
        published.amounts[1].push_back(pupils - counted);
        return *this;
    }

    /// Shows every cell in one layer but those.
    PublishedTable& all_but(const std::vector<std::size_t>& withheld) {
        published.layers.assign(1, std::vector<Asked>(published.cells, Asked::shown));
        for (const std::size_t cell : withheld)
            published.layers[0][cell] = Asked::withheld;
        published.exchanges = {{0, 1, {0}}};
        return *this;
    }

    /// The layers, a letter a cell: s shown, c withheld, - not asked for.
    std::vector<std::string> layers() const {
        std::vector<std::string> all;
        for (const auto& layer : published.layers) {
            std::string& text = all.emplace_back();
            for (const Asked asked : layer)
                text += asked == Asked::shown ? 's' : asked == Asked::withheld ? 'c' : '-';
        }
        return all;
    }

    Published published;
};

} // namespace termbook
