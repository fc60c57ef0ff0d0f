// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/protecting.hpp"

#include "core/disclosure/differences.hpp"
#include "core/disclosure/following.hpp"
#include "core/disclosure/other_world.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace termbook {

namespace {

/// Pupils whose count in a layer a reader must not be able to tell.
struct Target {
    std::vector<std::size_t> alike;
    std::size_t layer{0};
    std::optional<std::size_t> cell; ///< the withheld cell; none of pupils whose count follows from others
};

class Protecting {
  public:
    Protecting(Published& published, std::int64_t threshold)
        : m_published(published), m_worlds(published), m_exchanges(published.layers.size()),
          m_fixed(published.exchanges.size()), m_following_of(published.exchanges.size()),
          m_safe(published.layers.size(), std::vector<bool>(published.cells, false)) {
        for (std::size_t i = 0; i < published.exchanges.size(); ++i)
            for (const std::size_t layer : published.exchanges[i].layers)
                m_exchanges[layer].push_back(i);
        for (auto& exchanges : m_exchanges)
            std::stable_sort(exchanges.begin(), exchanges.end(), [&](std::size_t a, std::size_t b) {
                return published.exchanges[a].layers.size() < published.exchanges[b].layers.size();
            });
        for (std::size_t layer = 0; layer < published.layers.size(); ++layer)
            for (std::size_t cell = 0; cell < published.cells; ++cell)
                if (published.layers[layer][cell] == Asked::withheld) add_withheld(layer, cell);
        add_few(threshold);
    }

    void run() {
        // Targets are added while they are gone through; what was found safe stays so when more is withheld.
        for (std::size_t i = 0; i < m_targets.size(); ++i)
            if (!is_safe(m_targets[i])) make_safe(Target(m_targets[i]));
    }

  private:
    void add_withheld(std::size_t layer, std::size_t cell) {
        m_targets.push_back({m_worlds.alike(cell), layer, cell});
    }

    /// Adds the few pupils whose counts follow from what is shown, layer by layer.
    void add_few(std::int64_t threshold) {
        const auto differences = small_differences(m_published, threshold);
        std::map<const Following*, std::set<std::vector<std::size_t>>> found;
        for (std::size_t layer = 0; layer < m_published.layers.size(); ++layer) {
            if (m_exchanges[layer].empty()) continue;
            const Following& following = following_of(m_exchanges[layer].front());
            const auto [few, is_new] = found.try_emplace(&following);
            if (is_new) {
                for (auto& alike : following.few(threshold))
                    few->second.insert(std::move(alike));
                std::copy_if(differences.begin(), differences.end(),
                             std::inserter(few->second, few->second.end()),
                             [&](const auto& alike) { return following.tells(alike); });
            }
            for (const auto& alike : few->second)
                if (is_told(alike, layer)) m_targets.push_back({alike, layer, std::nullopt});
        }
    }

    /// Whether a count in a layer follows, whatever of the counts could be otherwise.
    bool is_told(const std::vector<std::size_t>& alike, std::size_t layer) {
        const auto& exchanges = m_exchanges[layer];
        return std::all_of(exchanges.begin(), exchanges.end(),
                           [&](std::size_t exchange) { return following_of(exchange).tells(alike); });
    }

    const Following& following_of(std::size_t exchange) {
        const Following*& kept = m_following_of[exchange];
        if (!kept) {
            auto shown = cells_showing(m_published, m_published.exchanges[exchange]);
            auto& of_cells = m_following[shown];
            if (!of_cells) of_cells = std::make_unique<Following>(m_published, shown);
            kept = of_cells.get();
        }
        return *kept;
    }

    bool is_safe(const Target& target) const { return target.cell && m_safe[target.layer][*target.cell]; }

    const FixedCells& fixed_cells(std::size_t exchange) {
        auto& kept = m_fixed[exchange];
        if (!kept) kept.emplace(m_published, m_published.exchanges[exchange]);
        return *kept;
    }

    void make_safe(const Target& target) {
        const Exchange* best_exchange = nullptr;
        OtherWorld best;
        std::pair<std::size_t, std::int64_t> best_cost;
        for (const std::size_t each : m_exchanges[target.layer]) {
            const Exchange& exchange = m_published.exchanges[each];
            const OtherWorld world = m_worlds.find(target.alike, exchange, fixed_cells(each));
            if (world.steps.empty()) continue;
            const auto cost = cost_of(world, exchange);
            if (best_exchange != nullptr && cost >= best_cost) continue;
            best_exchange = &exchange;
            best = world;
            best_cost = cost;
            if (world.seen_in.empty()) break;
        }
        // Where nothing could be otherwise, there is nothing to tell: nobody counted was there.
        if (best_exchange == nullptr) return;
        // What was withheld since may have been what it followed from.
        if (!target.cell && !best.seen_in.empty() && !is_told(target.alike, target.layer)) return;
        withhold(best, *best_exchange);
        note_safe(best, *best_exchange);
    }

    /// How many figures more would be withheld, and on how many pupils they rest.
    std::pair<std::size_t, std::int64_t> cost_of(const OtherWorld& world, const Exchange& exchange) const {
        std::pair<std::size_t, std::int64_t> cost{0, 0};
        for (const std::size_t layer : exchange.layers)
            for (const std::size_t cell : world.seen_in)
                if (m_published.layers[layer][cell] == Asked::shown) {
                    ++cost.first;
                    cost.second += m_worlds.pupils(cell);
                }
        return cost;
    }

    void withhold(const OtherWorld& world, const Exchange& exchange) {
        for (const std::size_t layer : exchange.layers)
            for (const std::size_t cell : world.seen_in) {
                Asked& asked = m_published.layers[layer][cell];
                if (asked != Asked::shown) continue;
                asked = Asked::withheld;
                add_withheld(layer, cell);
                for (const std::size_t each : m_exchanges[layer]) {
                    m_fixed[each].reset();
                    m_following_of[each] = nullptr;
                }
            }
    }

    /// A world in which one target's count differs may be another for others, too.
    void note_safe(const OtherWorld& world, const Exchange& exchange) {
        std::map<std::size_t, std::int64_t> off;
        for (const auto& [alike, by] : world.steps)
            for (const std::size_t cell : m_published.alike[alike].cells)
                off[cell] += by;
        for (const std::size_t layer : exchange.layers)
            for (const auto& [cell, by] : off)
                if (by != 0) m_safe[layer][cell] = true;
    }

    Published& m_published;
    OtherWorlds m_worlds;
    std::vector<std::vector<std::size_t>> m_exchanges; // by layer: those seen in the fewest others first
    std::vector<std::optional<FixedCells>> m_fixed;    // by exchange
    std::map<std::vector<char>, std::unique_ptr<Following>> m_following; // by the cells shown
    std::vector<const Following*> m_following_of;                        // by exchange
    std::vector<std::vector<bool>> m_safe; // by layer and cell: another world is known
    std::vector<Target> m_targets;
};

} // namespace

void protect(Published& published, std::int64_t threshold) {
    Protecting(published, threshold).run();
}

} // namespace termbook
