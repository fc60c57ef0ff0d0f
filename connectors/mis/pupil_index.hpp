// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// Finds a pupil by UPN, or whatever other number the exports have, in any school: one look-up for each of
/// millions of rows, however many schools there are, and no allocation.
class PupilIndex {
  public:
    struct Place {
        std::size_t school;
        std::size_t pupil; ///< index into the school's pupils
    };

    PupilIndex();

    /// The pupil in the first of the schools that have one with this UPN.
    std::optional<Place> find(std::string_view upn) const;
    /// Whether there are pupils with this UPN in several schools.
    bool is_in_several_schools(std::string_view upn) const;
    /// The pupil in this school.
    std::optional<std::size_t> find(std::string_view upn, std::size_t school) const;

    /// The places of each pupil who is in several schools, in the order of the first of them.
    std::vector<std::vector<Place>> in_several_schools() const;

    /// Adds a pupil whom find() does not know in this school.
    void add(std::string_view upn, Place place);

  private:
    static constexpr std::uint32_t nobody = 0xFFFFFFFF;

    struct Entry {
        std::string upn;
        std::uint32_t school;
        std::uint32_t pupil;
        std::uint32_t elsewhere; ///< the entry of the same UPN in the next school, or nobody
    };
    /// Open addressing: the first free slot at or behind the one that the hash names. Of pupils with one UPN
    /// the one in the first school has the slot.
    struct Slot {
        std::uint32_t hash{0};
        std::uint32_t entry{nobody};
    };

    std::size_t slot_of(std::string_view upn, std::uint32_t hash) const;
    void make_room();

    std::vector<Entry> m_entries;
    std::vector<Slot> m_slots; ///< a power of two of them, at most three quarters of them taken
};

/// The pupils of all schools, as exports name them.
struct KnownPupils {
    PupilIndex by_upn;
    PupilIndex by_id; ///< by their system's own number, which means a pupil only within a school
};

} // namespace termbook
