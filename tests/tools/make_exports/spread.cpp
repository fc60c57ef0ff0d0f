// SPDX-License-Identifier: MPL-2.0
#include "tests/tools/make_exports/spread.hpp"

#include "cli/sample/attendance/school_days.hpp"
#include "cli/sample/names.hpp"
#include "cli/sample/random.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook::make_exports {

namespace {

using sample::ExportedPupil;
using sample::ExportedSchool;
using sample::Random;

/// Days of school in a year, by law.
constexpr std::size_t days_a_year = 190;

/// All marks, each morning's and each afternoon's in an order of no meaning.
struct Sessions {
    std::string mornings;
    std::string afternoons;
};

void shuffle(std::string& marks, Random& random) {
    for (std::size_t left = marks.size(); left > 1; --left)
        std::swap(marks[left - 1], marks[random.below(left)]);
}

char id_of(const std::string& code, const AttendanceCodes& codes) {
    const CodeId id = codes.id(code);
    if (id == AttendanceCodes::unknown)
        throw Error({}, fmt::format("the code '{}'", code), "a national attendance code", "correct the row");
    return static_cast<char>(id);
}

Sessions deal(const SessionsByCode& sessions, const AttendanceCodes& codes, Random& random) {
    Sessions dealt;
    std::string others;
    for (const auto& [code, count] : sessions) {
        std::string& to = code == "/" ? dealt.mornings : code == "\\" ? dealt.afternoons : others;
        to.append(static_cast<std::size_t>(count), id_of(code, codes));
    }
    shuffle(others, random);
    const std::size_t all = dealt.mornings.size() + dealt.afternoons.size() + others.size();
    const std::size_t half = (all + 1) / 2;
    const std::size_t more = half > dealt.mornings.size() ? half - dealt.mornings.size() : 0;
    dealt.mornings += others.substr(0, std::min(more, others.size()));
    dealt.afternoons += others.substr(std::min(more, others.size()));
    shuffle(dealt.mornings, random);
    shuffle(dealt.afternoons, random);
    return dealt;
}

/// The share of one of `pupils` in some marks; shares differ by one at most.
std::string_view share(std::string_view marks, std::size_t pupil, std::size_t pupils) {
    const std::size_t from = marks.size() * pupil / pupils;
    return marks.substr(from, marks.size() * (pupil + 1) / pupils - from);
}

std::pair<int, int> year_groups(const std::string& phase) {
    if (phase == "Primary") return {1, 6};
    if (phase == "Secondary") return {7, 11};
    return {1, 11};
}

ExportedPupil pupil_of(std::size_t index, const std::string& la, const std::string& phase) {
    const auto [first, last] = year_groups(phase);
    const int year = first + static_cast<int>(index) % (last - first + 1);
    ExportedPupil pupil;
    pupil.upn = sample::upn(fmt::format("{}{:09}", la, index + 1));
    pupil.surname = fmt::format("Pupil{}", index + 1);
    pupil.forename = "Sample";
    pupil.born = fmt::format("{}-01-15", 2021 - year);
    pupil.sex = index / 2 % 2 == 0 ? "F" : "M";
    pupil.year = std::to_string(year);
    pupil.class_name = fmt::format("{}{}", year, index % 3 == 0 ? "A" : "B");
    pupil.admitted = "2025-09-01";
    return pupil;
}

} // namespace

ExportedSchool spread(const SessionsByCode& sessions, const std::string& name, const std::string& phase,
                      const AttendanceCodes& codes) {
    Random random(2026);
    const Sessions dealt = deal(sessions, codes, random);
    const Date last_day = sample::calendar_2025_26().year.terms.back().to;
    ExportedSchool school{"100001",
                          name,
                          "820",
                          "2001",
                          false,
                          last_day,
                          sample::school_days(sample::calendar_2025_26(), last_day),
                          {}};
    school.days.resize(days_a_year);
    const std::size_t longer = std::max(dealt.mornings.size(), dealt.afternoons.size());
    const std::size_t pupils = (longer + days_a_year - 1) / days_a_year;
    const char not_on_roll = id_of("Z", codes);
    for (std::size_t i = 0; i < pupils; ++i) {
        ExportedPupil pupil = pupil_of(i, school.la, phase);
        pupil.marks.assign(2 * days_a_year, not_on_roll);
        const std::string_view mornings = share(dealt.mornings, i, pupils);
        const std::string_view afternoons = share(dealt.afternoons, i, pupils);
        for (std::size_t day = 0; day < mornings.size(); ++day)
            pupil.marks[2 * day] = mornings[day];
        for (std::size_t day = 0; day < afternoons.size(); ++day)
            pupil.marks[2 * day + 1] = afternoons[day];
        school.pupils.push_back(std::move(pupil));
    }
    return school;
}

} // namespace termbook::make_exports
