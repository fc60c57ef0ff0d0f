// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/comparing/recalling.hpp"
#include "core/figures/counting/tally.hpp"
#include "core/figures/figures.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace termbook {

/// Counts figures of one trust as they stand, without comparing them, and keeps what was counted. What the
/// exports do not reach is answered from the trust's captures.
class Counting {
  public:
    Counting(const Trust& trust, const FigureOptions& options)
        : m_trust(trust), m_options(options), m_recalling(trust, options.audience, threshold()) {}

    /// The selection of a request, with the year groups that its figure counts.
    Selection selection_of(const FigureRequest& request) const;

    /// The figure for a selection; `request.against` is not looked at.
    FigureAnswer answer(const FigureRequest& request, const Selection& selection) const;

    /// A rate of the selection's period cut short; none where the exports have no dates, or nothing to
    /// divide by.
    std::optional<double> rate_up_to(Selection selection, const FigureDefinition& definition,
                                     Date last) const;

    const SchoolRecords& records_of(const School& school, const Period& period) const;
    RecordsOf records_source() const;

  private:
    /// What is counted in a period: its key would not do, since a year to date ends elsewhere for another
    /// school.
    using Stretch = std::tuple<std::size_t, Date, Date, bool>;

    static Stretch stretch_of(const Period& period) {
        return {period.year, period.from, period.to, period.whole_year};
    }

    std::int64_t threshold() const;
    Withholding readers() const;
    FigureAnswer described(const FigureRequest& request, const Selection& selection) const;
    Tally gather(const Selection& selection, FigureAnswer& answer) const;
    void say_what_is_missing(const Selection& selection, const Tally& sum, std::size_t without_such,
                             FigureAnswer& answer) const;
    void add_sources(const School& school, const Period& period, FigureAnswer& answer) const;
    void judge(const Selection& selection, const Tally& sum, FigureAnswer& answer) const;
    /// Whether a figure has no value because the exports do not reach it.
    bool is_out_of_reach(const Selection& selection, const FigureAnswer& answer) const;
    bool must_be_withheld(const Selection& selection, const FigureDefinition& definition,
                          const Tally& sum) const;
    /// Whether the selection is a school as a whole that is withheld beside the trust's other schools.
    bool is_withheld_school(const Selection& selection, const FigureDefinition& definition) const;
    bool names_few(const FigureDefinition& definition, const Tally& sum) const;
    /// A school's year to date as the trust's, which ends with the last school's: whichever school is asked
    /// for, all of them are looked at over the same days. Any other period as it is.
    Period trusts_own(const Period& period) const;

    const Trust& m_trust;
    const FigureOptions& m_options;
    const Recalling m_recalling;
    mutable std::map<std::pair<const School*, Stretch>, std::unique_ptr<SchoolRecords>> m_records;
    /// Found once for all schools: a trust of many would be gone through anew for each of them.
    mutable std::map<std::pair<What, Stretch>, std::vector<std::string_view>> m_withheld_schools;
};

/// Takes a figure's value away.
void withhold(FigureAnswer& answer, FigureStatus status, std::string reason);

/// The row of the catalogue. Throws Error (usage) with the nearest spelling.
const FigureDefinition& definition_of(std::string_view key);

} // namespace termbook
