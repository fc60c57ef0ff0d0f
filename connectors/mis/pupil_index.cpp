// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupil_index.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace termbook {

namespace {

constexpr std::size_t slots_to_start_with = 1024;

std::uint32_t hash_of(std::string_view upn) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(upn));
}

} // namespace

PupilIndex::PupilIndex() : m_slots(slots_to_start_with) {}

/// Where an UPN stands, or may be put.
std::size_t PupilIndex::slot_of(std::string_view upn, std::uint32_t hash) const {
    const std::size_t last = m_slots.size() - 1;
    std::size_t at = hash & last;
    while (m_slots[at].entry != nobody &&
           (m_slots[at].hash != hash || m_entries[m_slots[at].entry].upn != upn))
        at = (at + 1) & last;
    return at;
}

std::optional<PupilIndex::Place> PupilIndex::find(std::string_view upn) const {
    const std::uint32_t found = m_slots[slot_of(upn, hash_of(upn))].entry;
    if (found == nobody) return std::nullopt;
    return Place{m_entries[found].school, m_entries[found].pupil};
}

bool PupilIndex::is_in_several_schools(std::string_view upn) const {
    const std::uint32_t found = m_slots[slot_of(upn, hash_of(upn))].entry;
    return found != nobody && m_entries[found].elsewhere != nobody;
}

std::optional<std::size_t> PupilIndex::find(std::string_view upn, std::size_t school) const {
    std::uint32_t at = m_slots[slot_of(upn, hash_of(upn))].entry;
    while (at != nobody && m_entries[at].school != school)
        at = m_entries[at].elsewhere;
    if (at == nobody) return std::nullopt;
    return m_entries[at].pupil;
}

std::vector<std::vector<PupilIndex::Place>> PupilIndex::in_several_schools() const {
    std::vector<std::vector<Place>> found;
    for (const Slot& slot : m_slots) {
        if (slot.entry == nobody || m_entries[slot.entry].elsewhere == nobody) continue;
        std::vector<Place>& places = found.emplace_back();
        for (std::uint32_t at = slot.entry; at != nobody; at = m_entries[at].elsewhere)
            places.push_back({m_entries[at].school, m_entries[at].pupil});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.front().school, a.front().pupil) < std::tuple(b.front().school, b.front().pupil);
    });
    return found;
}

void PupilIndex::add(std::string_view upn, Place place) {
    if (m_entries.size() == nobody)
        throw Error({}, "more than 4,294,967,295 pupils", "the pupils of one trust", "split the workspace");
    if (4 * m_entries.size() >= 3 * m_slots.size()) make_room();
    const std::uint32_t hash = hash_of(upn);
    const auto added = static_cast<std::uint32_t>(m_entries.size());
    m_entries.push_back({std::string(upn), static_cast<std::uint32_t>(place.school),
                         static_cast<std::uint32_t>(place.pupil), nobody});
    Slot& slot = m_slots[slot_of(upn, hash)];
    slot.hash = hash;
    std::uint32_t* link = &slot.entry;
    while (*link != nobody && m_entries[*link].school < place.school)
        link = &m_entries[*link].elsewhere;
    m_entries[added].elsewhere = std::exchange(*link, added);
}

void PupilIndex::make_room() {
    const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(2 * m_slots.size()));
    const std::size_t last = m_slots.size() - 1;
    for (const Slot& slot : before) {
        if (slot.entry == nobody) continue;
        std::size_t at = slot.hash & last;
        while (m_slots[at].entry != nobody)
            at = (at + 1) & last;
        m_slots[at] = slot;
    }
}

} // namespace termbook
