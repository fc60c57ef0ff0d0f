// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/ctf/ctf_groups.hpp"

#include "connectors/mis/tables/values.hpp"

#include <algorithm>

namespace termbook {

namespace {

constexpr std::chrono::years ever6{6};

/// Whether a spell covers any day from `from` to `to`. One without dates is going on.
bool touches(const CtfSpell& spell, Date from, Date to) {
    const auto began = parse_iso_date(spell.from.text);
    const auto ended = parse_iso_date(spell.to.text);
    return (!began || *began <= to) && (!ended || *ended >= from);
}

Date years_before(Date date, std::chrono::years years) {
    const std::chrono::year_month_day earlier = std::chrono::year_month_day{date} - years;
    return earlier.ok() ? Date{earlier} : Date{earlier.year() / earlier.month() / std::chrono::last};
}

std::optional<SenStatus> sen_on(const std::vector<CtfSpell>& history, Date on) {
    const CtfSpell* latest = nullptr;
    for (const CtfSpell& spell : history)
        if (touches(spell, on, on) && (!latest || latest->from.text <= spell.from.text)) latest = &spell;
    return latest ? parse_sen_status(latest->provision.text) : SenStatus::none;
}

} // namespace

void CtfHistories::note(const CtfPupil& pupil) {
    meals = meals || !pupil.meals.empty();
    sen = sen || !pupil.sen.empty();
    care = care || !pupil.in_care.text.empty();
}

Characteristics ctf_characteristics(const CtfPupil& pupil, Date on, const CtfHistories& carried) {
    Characteristics is;
    const auto any_meals_since = [&](Date from) {
        return std::any_of(pupil.meals.begin(), pupil.meals.end(),
                           [&](const CtfSpell& spell) { return touches(spell, from, on); });
    };
    if (carried.meals) {
        is.set(Characteristic::free_meals, any_meals_since(on));
        is.set(Characteristic::ever6_meals, any_meals_since(years_before(on, ever6)));
    }
    if (const auto status = carried.sen ? sen_on(pupil.sen, on) : std::nullopt) {
        is.set(Characteristic::sen_support, *status == SenStatus::support);
        is.set(Characteristic::ehc_plan, *status == SenStatus::plan);
    }
    if (carried.care) is.set(Characteristic::looked_after, parse_yes_no(pupil.in_care.text).value_or(false));
    if (const auto service = parse_yes_no(pupil.service.text))
        is.set(Characteristic::service_child, *service);
    if (const auto eal = is_additional_language(pupil.language.text)) is.set(Characteristic::eal, *eal);
    return is;
}

} // namespace termbook
