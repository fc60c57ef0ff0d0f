// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/exclusions.hpp"

#include "cli/sample/dialects/pupil_cells.hpp"
#include "cli/sample/kinds/streams.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

namespace termbook::sample {

namespace {

enum class Kind { suspension, lunchtime, permanent };

/// The DfE's codes.
struct Reason {
    std::string_view code;
    std::string_view title;
};

/// About as often as in England.
constexpr Reason persistent{"DB", "Persistent disruptive behaviour"};
constexpr Reason against_pupil{"PP", "Physical assault against a pupil"};
constexpr Reason words_to_pupil{"VP", "Verbal abuse or threatening behaviour against a pupil"};
constexpr Reason words_to_adult{"VA", "Verbal abuse or threatening behaviour against an adult"};
constexpr Reason reasons[] = {
    persistent,       persistent,
    persistent,       persistent,
    persistent,       against_pupil,
    against_pupil,    words_to_adult,
    words_to_adult,   {"VP", "Verbal abuse or threatening behaviour against a pupil"},
    {"DM", "Damage"}, {"DA", "Drug and alcohol related"}};
constexpr Reason reasons_at_lunchtime[] = {persistent, against_pupil, words_to_pupil};
constexpr Reason weapon{"OW", "Use or threat of use of an offensive weapon or prohibited item"};

struct Exclusion {
    std::size_t pupil{0}; ///< index into ExportedSchool::pupils
    Kind kind{Kind::suspension};
    Date from;
    Date to;
    std::size_t sessions{0};
    Reason reason;
    std::string_view outcome;
};

/// The exclusions of a school's year, in the order of their days.
class Exclusions {
  public:
    Exclusions(const ExportedSchool& school, int lunchtimes, const AttendanceCodes& codes)
        : m_school(school), m_codes(codes), m_random(stream_of(school, Purpose::exclusions)) {
        add_suspensions();
        for (int i = 0; i < lunchtimes; ++i)
            add_lunchtime();
        if (school.secondary) add_permanent();
        std::sort(m_all.begin(), m_all.end(), [](const Exclusion& a, const Exclusion& b) {
            return std::tie(a.from, a.pupil) < std::tie(b.from, b.pupil);
        });
    }

    std::vector<Exclusion> take() { return std::move(m_all); }

  private:
    /// A stretch of days on which the register says E.
    void add_suspensions() {
        const auto suspended = static_cast<char>(m_codes.id("E"));
        for (std::size_t pupil = 0; pupil < m_school.pupils.size(); ++pupil) {
            const std::string& marks = m_school.pupils[pupil].marks;
            for (std::size_t day = 0; day < m_school.days.size(); ++day) {
                const std::size_t first = day;
                while (day < m_school.days.size() && marks[2 * day] == suspended)
                    ++day;
                if (day > first)
                    m_all.push_back({pupil, Kind::suspension, m_school.days[first], m_school.days[day - 1],
                                     2 * (day - first), m_random.one_of(reasons), ""});
            }
        }
    }

    /// On a day on which a pupil of the upper year groups was there.
    void add_lunchtime() {
        while (true) {
            const std::size_t pupil = m_random.below(m_school.pupils.size());
            const std::size_t day = m_random.below(m_school.days.size());
            const ExportedPupil& of = m_school.pupils[pupil];
            const auto morning = static_cast<CodeId>(of.marks[2 * day]);
            if (of.year < "3" || of.year > "6" || !counts_as_attending(m_codes.counts_as(morning))) continue;
            m_all.push_back({pupil, Kind::lunchtime, m_school.days[day], m_school.days[day], 1,
                             m_random.one_of(reasons_at_lunchtime), ""});
            return;
        }
    }

    void add_permanent() {
        const auto longest =
            std::max_element(m_all.begin(), m_all.end(),
                             [](const Exclusion& a, const Exclusion& b) { return a.sessions < b.sessions; });
        if (longest != m_all.end()) {
            longest->kind = Kind::permanent;
            longest->outcome = "Overturned";
        }
        const std::string last_day = iso_text(m_school.as_at);
        for (std::size_t i = 0; i < m_school.pupils.size(); ++i) {
            const std::string& left = m_school.pupils[i].left;
            if (left.empty() || left >= last_day) continue;
            const Date day = *parse_iso_date(left);
            m_all.push_back({i, Kind::permanent, day, day, 0, weapon, "Upheld"});
            return;
        }
    }

    const ExportedSchool& m_school;
    const AttendanceCodes& m_codes;
    Random m_random;
    std::vector<Exclusion> m_all;
};

std::string sims_kind(Kind kind) {
    if (kind == Kind::permanent) return "Permanent exclusion";
    return kind == Kind::lunchtime ? "Lunchtime exclusion" : "Suspension";
}

/// A permanent exclusion has no end.
Cells sims_row(const ExportedPupil& pupil, const Exclusion& each, bool codes) {
    const bool ends = each.kind != Kind::permanent;
    return {pupil.upn,
            sims_kind(each.kind),
            british(iso_text(each.from)),
            ends ? british(iso_text(each.to)) : "",
            ends ? std::to_string(each.sessions) : "",
            std::string(codes ? each.reason.code : each.reason.title),
            std::string(each.outcome)};
}

Cells arbor_row(const ExportedPupil& pupil, const Exclusion& each) {
    const bool ends = each.kind != Kind::permanent;
    return {fmt::format("{}, {}", pupil.surname, pupil.forename),
            pupil.upn,
            year_in_words(pupil),
            sims_kind(each.kind),
            iso_text(each.from),
            ends ? iso_text(each.to) : "",
            ends ? fmt::format("{}", static_cast<double>(each.sessions) / 2) : "",
            std::string(each.reason.title),
            std::string(each.outcome)};
}

} // namespace

Table exclusions_table(System system, const ExportedSchool& school, int lunchtimes,
                       const AttendanceCodes& codes) {
    const bool arbor = system == System::arbor;
    std::vector<Cells> rows;
    for (const Exclusion& each : Exclusions(school, lunchtimes, codes).take()) {
        const ExportedPupil& pupil = school.pupils[each.pupil];
        rows.push_back(arbor ? arbor_row(pupil, each) : sims_row(pupil, each, system != System::scholarpack));
    }
    if (arbor)
        return table_of({"Student", "UPN", "Year group", "Suspension/Exclusion", "Start date", "End date",
                         "Length in days", "Primary reason", "Review outcome"},
                        std::move(rows));
    return table_of({"UPN", "Exclusion Type", "Start Date", "End Date", "Sessions", "Reason", "Outcome"},
                    std::move(rows));
}

} // namespace termbook::sample
