// SPDX-License-Identifier: MPL-2.0
#include "cli/comparing/one_school.hpp"

#include "core/comparison/pairs.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>
#include <vector>

namespace termbook::cli {

namespace {

bool is_alone(const Trust& side) {
    return side.schools.size() == 1 && side.schools.front().urn.empty();
}

void keep(Trust& side, std::size_t school) {
    std::swap(side.schools.front(), side.schools[school]);
    side.schools.resize(1);
}

std::vector<std::size_t> pupils_shared(const School& alone, const Trust& several) {
    std::vector<std::size_t> shared;
    for (const School& school : several.schools) {
        const auto pairs = pair_pupils(alone, school);
        shared.push_back(static_cast<std::size_t>(
            std::count_if(pairs.begin(), pairs.end(), [](const PupilPair& pair) { return pair.whole(); })));
    }
    return shared;
}

std::vector<std::string> names_of(const Trust& side) {
    std::vector<std::string> names;
    for (const School& school : side.schools)
        names.push_back(school.name);
    return names;
}

void match(School& alone, Trust& several) {
    const auto shared = pupils_shared(alone, several);
    const auto most = std::max_element(shared.begin(), shared.end());
    if (*most == 0 || std::count(shared.begin(), shared.end(), *most) > 1)
        throw Error({},
                    *most == 0 ? "an export without a pupil of any school of the other side"
                               : "an export that shares as many pupils with two schools",
                    fmt::format("an export of one of {}", fmt::join(names_of(several), ", ")),
                    "name the school with --school, or give the export its folder in a workspace");
    keep(several, static_cast<std::size_t>(most - shared.begin()));
    const School& school = several.schools.front();
    fmt::print(stderr, "the export is compared with {}, which has {} of its {} pupils\n", school.name, *most,
               alone.pupils.size());
    alone.urn = school.urn;
    alone.name = school.name;
    alone.phase = school.phase;
}

} // namespace

void keep_school(Trust& side, const std::string& named) {
    if (is_alone(side)) return;
    const auto found = std::find_if(side.schools.begin(), side.schools.end(), [&](const School& school) {
        return school.urn == named || school.name == named;
    });
    if (found == side.schools.end())
        throw Error({}, fmt::format("the school '{}'", named),
                    fmt::format("the URN or name of one of {}", fmt::join(names_of(side), ", ")),
                    "correct --school", ErrorKind::usage);
    keep(side, static_cast<std::size_t>(found - side.schools.begin()));
}

void keep_school_of_export(Trust& a, Trust& b) {
    if (is_alone(a) && b.schools.size() > 1) match(a.schools.front(), b);
    if (is_alone(b) && a.schools.size() > 1) match(b.schools.front(), a);
}

} // namespace termbook::cli
