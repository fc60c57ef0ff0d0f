// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figures.hpp"
#include "core/model/trust.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook {

inline Date day(int year, unsigned month, unsigned number) {
    return *make_date(year, month, number);
}

inline AcademicYear year_2024_25() {
    return {"2024/25",
            day(2024, 9, 1),
            day(2025, 8, 31),
            {{"Autumn", Season::autumn, day(2024, 9, 2), day(2024, 12, 20)},
             {"Spring", Season::spring, day(2025, 1, 6), day(2025, 4, 4)}}};
}

inline AcademicYear year_2025_26() {
    return {"2025/26",
            day(2025, 9, 1),
            day(2026, 8, 31),
            {{"Autumn", Season::autumn, day(2025, 9, 1), day(2025, 12, 19)},
             {"Spring", Season::spring, day(2026, 1, 5), day(2026, 3, 27)},
             {"Summer", Season::summer, day(2026, 4, 13), day(2026, 7, 21)}}};
}

/// A few codes of each class.
inline AttendanceCodes some_codes() {
    std::vector<AttendanceCode> codes;
    const auto add = [&](std::string code, SessionClass counts_as, bool late = false) {
        codes.push_back({code, "Title of " + code, counts_as, late, {}});
    };
    add("/", SessionClass::present);
    add("\\", SessionClass::present);
    add("L", SessionClass::present, true);
    add("V", SessionClass::aea);
    add("I", SessionClass::authorised);
    add("C2", SessionClass::authorised);
    add("O", SessionClass::unauthorised);
    add("U", SessionClass::unauthorised, true);
    add("X", SessionClass::not_possible);
    add("-", SessionClass::missing);
    return AttendanceCodes(std::move(codes));
}

/// A trust of one academic year, 2025/26, to be filled by a test.
class MadeUpTrust {
  public:
    MadeUpTrust() {
        trust.name = "Made-up Trust";
        trust.codes = some_codes();
        trust.calendar = Calendar({year_2025_26()});
        trust.disclosure_threshold = 0;
        trust.schools.reserve(16); // what school() gave stays where it is
    }

    /// Adds a school whose register has these days.
    School& school(std::string urn, std::vector<Date> days = {day(2025, 9, 1)}) {
        School& added = trust.schools.emplace_back();
        added.name = "School " + urn;
        added.urn = std::move(urn);
        added.attendance.emplace_back().days = std::move(days);
        return added;
    }

    /// Adds a pupil to the roll of the only year, with a name that no other has.
    Enrolment& pupil(School& to, std::optional<int> year, std::optional<Sex> sex = {}) const {
        Pupil& added = to.pupils.emplace_back();
        added.upn = std::to_string(to.pupils.size());
        added.sex = sex;
        Roll& roll = to.roll(0);
        roll.pupils.resize(to.pupils.size());
        Enrolment& enrolment = roll.pupils.back().emplace();
        if (year) enrolment.year = YearGroup{*year};
        return enrolment;
    }

    /// Adds pupils of a year group with the same marks, one character a session.
    void pupils(School& to, int count, std::optional<int> year, std::string_view marks,
                const std::string& class_name = {}, std::optional<Sex> sex = {}) const {
        for (int i = 0; i < count; ++i) {
            pupil(to, year, sex).class_name = class_name;
            std::string packed;
            for (const char mark : marks)
                packed += static_cast<char>(mark == '.' ? AttendanceCodes::none : trust.codes.id(mark));
            to.attendance.front().marks.resize(to.pupils.size());
            to.attendance.front().marks.back() = packed;
        }
    }

    void pupil_with_totals(School& to, int year, AttendanceTotals totals) const {
        pupil(to, year);
        to.attendance.front().totals.resize(to.pupils.size());
        to.attendance.front().totals.back() = totals;
    }

    /// Gives the pupil added last a result in the only year.
    void result(School& to, Stage stage, std::string subject, std::optional<int> score,
                Outcome outcome = Outcome::none) const {
        if (to.results.empty()) to.results.emplace_back();
        Result& added = to.results.front().results.emplace_back();
        added.pupil = to.pupils.size() - 1;
        added.stage = stage;
        added.subject = std::move(subject);
        if (score) added.score = *score * score_scale;
        added.outcome = outcome;
    }

    FigureAnswer answer(std::string figure, Selectors selectors = {}, std::string against = {},
                        FigureOptions options = {}) const {
        return Figures(trust, std::move(options))
            .answer({std::move(figure), std::move(selectors), std::move(against)});
    }

    Trust trust;
};

} // namespace termbook
