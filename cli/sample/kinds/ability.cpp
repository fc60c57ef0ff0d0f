// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/ability.hpp"

#include "cli/sample/kinds/streams.hpp"

namespace termbook::sample {

int ability_of(const ExportedPupil& pupil) {
    // What groups lose, the mean of all has to be given back.
    constexpr int of_nobody_in_a_group = 41;
    constexpr int spread_percent = 85;
    Random random = stream_of(pupil, Purpose::ability);
    int ability = of_nobody_in_a_group + normal(random) * spread_percent / 100;
    if (is_disadvantaged(pupil)) ability -= 45;
    if (pupil.sen == "K") ability -= 110;
    if (pupil.sen == "E") ability -= 200;
    return ability;
}

int performance(int ability, Random& random) {
    // Squared they make about one: the scale stays what it is.
    constexpr int by_ability = 87;
    constexpr int by_chance = 50;
    return (ability * by_ability + normal(random) * by_chance) / 100;
}

} // namespace termbook::sample
