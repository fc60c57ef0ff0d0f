// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/proposing/proposal.hpp"

#include "connectors/profiles/header_row.hpp"
#include "connectors/profiles/proposing/header_likeness.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace termbook {

namespace {

using Profiles = std::vector<const Profile*>;

/// A header that is less like another than this is another header.
constexpr double least_likeness = 0.5;
/// A header is never quite sure: "Class" may be a subject's.
constexpr double trust_in_headers = 0.97;

int percent(double share) {
    return static_cast<int>(std::lround(100 * share));
}

/// What one column may be.
struct Candidate {
    std::size_t column;
    std::string field;
    double confidence;
    std::string because;
};

struct Likeness {
    double best{0};
    std::string header; ///< which one it is like
};

/// How like a header is to those of a field, in all profiles that one connector reads.
Likeness likeness_to(const std::string& folded, std::string_view field, std::string_view loads,
                     const Profiles& profiles) {
    Likeness found;
    for (const Profile* profile : profiles)
        for (const ProfileColumn& column : profile->columns) {
            if (profile->loads != loads || column.field != field) continue;
            for (const std::string& known : column.headers) {
                const double likeness = column.has(folded) ? 1.0 : header_likeness(folded, known);
                if (likeness > found.best) found = {likeness, known};
            }
        }
    return found;
}

/// The columns of one table, and what each may be to one connector.
class Columns {
  public:
    Columns(const FirstRows& first, std::size_t header, const Profiles& profiles, std::optional<Date> today)
        : m_first(first), m_header(header), m_profiles(profiles) {
        for (std::size_t i = 0; i < headers().size(); ++i)
            m_evidence.push_back(first.evidence(i, header, today));
    }

    const std::vector<std::string>& headers() const { return m_first.rows[m_header]; }

    /// The surest candidate of each column and each field, surest first.
    std::vector<Candidate> matched(std::string_view loads) const {
        std::vector<Candidate> all = candidates(loads);
        std::stable_sort(all.begin(), all.end(),
                         [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
        std::vector<Candidate> kept;
        for (Candidate& each : all)
            if (std::none_of(kept.begin(), kept.end(), [&](const Candidate& other) {
                    return other.column == each.column || other.field == each.field;
                }))
                kept.push_back(std::move(each));
        return kept;
    }

  private:
    std::vector<Candidate> candidates(std::string_view loads) const {
        std::set<std::string> fields;
        for (const Profile* profile : m_profiles)
            for (const ProfileColumn& column : profile->columns)
                if (profile->loads == loads && !column.field.empty()) fields.insert(column.field);
        std::vector<Candidate> all;
        std::set<std::string> met;
        for (std::size_t i = 0; i < headers().size(); ++i) {
            const std::string folded = folded_header(headers()[i]);
            // Of two columns with one header the first is read; one without has no name to be read by.
            if (folded.empty() || !met.insert(folded).second) continue;
            for (const std::string& field : fields)
                if (auto candidate = consider(i, folded, field, loads)) all.push_back(std::move(*candidate));
        }
        return all;
    }

    std::optional<Candidate> consider(std::size_t column, const std::string& folded, const std::string& field,
                                      std::string_view loads) const {
        Likeness like = likeness_to(folded, field, loads, m_profiles);
        if (like.best < least_likeness) like.best = 0;
        const Judgement values = m_evidence[column].judge(field);
        const double confidence =
            values.fit * (1 - (1 - trust_in_headers * like.best) * (1 - values.telling));
        if (confidence <= 0.1) return std::nullopt;
        std::string because = like.best == 1  ? "a known header"
                              : like.best > 0 ? fmt::format("like the header '{}'", like.header)
                                              : "by its values";
        const std::size_t filled = m_evidence[column].filled();
        because +=
            filled == 0 ? ", no values" : fmt::format(", {}% of {} values fit", percent(values.fit), filled);
        return Candidate{column, field, confidence, std::move(because)};
    }

    const FirstRows& m_first;
    const std::size_t m_header;
    const Profiles& m_profiles;
    std::vector<ValueEvidence> m_evidence;
};

/// The proposal whose required columns are those of a profile.
Proposal proposal_like(const Profile& profile, const Columns& columns, std::vector<Candidate> matched) {
    Proposal proposal;
    proposal.loads = profile.loads;
    proposal.like = profile.title;
    std::sort(matched.begin(), matched.end(),
              [](const auto& a, const auto& b) { return a.column < b.column; });
    std::set<std::size_t> used;
    std::set<std::string> sure;
    for (const Candidate& each : matched) {
        used.insert(each.column);
        ProposedColumn column{columns.headers()[each.column], each.field, each.confidence, each.because};
        for (const ProfileColumn& known : profile.columns)
            if (known.field == each.field) {
                column.required = known.required;
                column.one_of_required = known.one_of_required;
            }
        const bool is_sure = each.confidence >= least_confidence;
        if (is_sure) sure.insert(each.field);
        (is_sure ? proposal.read : proposal.doubtful).push_back(std::move(column));
    }
    for (std::size_t i = 0; i < columns.headers().size(); ++i)
        if (!used.contains(i) && !folded_header(columns.headers()[i]).empty())
            proposal.not_read.push_back(columns.headers()[i]);
    std::string one_of;
    bool has_one_of = false;
    for (const ProfileColumn& known : profile.columns) {
        if (known.required && !sure.contains(known.field)) proposal.missing.push_back(known.name);
        if (!known.one_of_required) continue;
        if (one_of.empty()) one_of = known.name;
        has_one_of = has_one_of || sure.contains(known.field);
    }
    if (!one_of.empty() && !has_one_of) proposal.missing.push_back(one_of + " or another of its like");
    return proposal;
}

} // namespace

double Proposal::weight() const {
    double sum = 0;
    for (const ProposedColumn& column : read)
        sum += column.confidence;
    return sum;
}

bool Proposal::better_than(const Proposal& other) const {
    if (suffices() != other.suffices()) return suffices();
    if (!suffices() && missing.size() != other.missing.size()) return missing.size() < other.missing.size();
    return weight() > other.weight();
}

std::optional<Proposal> propose_profile(readers::RowReader& rows, const Profiles& profiles,
                                        std::optional<Date> today) {
    const FirstRows first = first_rows(rows);
    const auto header = find_header(first, profiles, today);
    if (!header) return std::nullopt;
    const Columns columns(first, *header, profiles, today);
    std::optional<Proposal> best;
    for (const Profile* profile : profiles) {
        Proposal proposal = proposal_like(*profile, columns, columns.matched(profile->loads));
        if (!best || proposal.better_than(*best)) best = std::move(proposal);
    }
    if (best) best->header_line = first.lines[*header];
    return best;
}

} // namespace termbook
