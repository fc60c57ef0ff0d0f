// SPDX-License-Identifier: MPL-2.0
#include "core/figures/members/kind_members.hpp"

#include "core/figures/completeness.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace termbook {

namespace {

/// A date as pages write it, or nothing: a mark can give no format to what may not be there.
std::string shown(std::optional<Date> date) {
    return date ? long_text(*date) : std::string();
}

Member member_of(const Trust& trust, const KindOfExport& kind, std::string state) {
    Fields fields{{"kind.key", kind.key},
                  {"kind.name", kind.title},
                  {"kind.state", std::move(state)},
                  {"kind.note", kind.note},
                  {"kind.last", shown(kind.last_session)},
                  {"kind.file", std::string()},
                  {"kind.rows", std::string()},
                  {"kind.as_at", std::string()}};
    if (kind.last) {
        const SourceFile& source = trust.sources[*kind.last];
        fields["kind.file"] = source.file;
        fields["kind.rows"] = static_cast<double>(source.rows);
        fields["kind.as_at"] = shown(source.as_at);
    }
    return {{}, std::move(fields)};
}

/// The kind as several schools gave it together.
class OfSchools {
  public:
    void add(const Trust& trust, const School& school, const KindOfExport& kind) {
        m_sum.key = kind.key;
        m_sum.title = kind.title;
        if (kind.state == KindState::not_due) m_sum.state = KindState::not_due;
        if (kind.state == KindState::not_due || kind.state == KindState::not_expected) return;
        ++m_expected;
        if (kind.state == KindState::there)
            ++m_there;
        else
            (kind.state == KindState::earlier ? m_earlier : m_missing).push_back(school.name);
        m_sum.last_session = std::max(m_sum.last_session, kind.last_session);
        const auto as_at = [&](std::size_t source) { return trust.sources[source].as_at; };
        if (kind.last && (!m_sum.last || as_at(*m_sum.last) < as_at(*kind.last))) m_sum.last = kind.last;
    }

    Member member(const Trust& trust) {
        std::vector<std::string> notes;
        if (m_sum.last_session) notes.push_back("Marks to " + long_text(*m_sum.last_session));
        if (m_expected > 1 && m_missing.size() == m_expected)
            notes.emplace_back("Missing from all schools");
        else if (!m_missing.empty())
            notes.push_back(fmt::format("Missing: {}", fmt::join(m_missing, ", ")));
        if (!m_earlier.empty())
            notes.push_back(fmt::format("Of an earlier year: {}", fmt::join(m_earlier, ", ")));
        m_sum.note = fmt::format("{}", fmt::join(notes, ". "));
        if (m_expected == 0) return member_of(trust, m_sum, std::string(to_string(m_sum.state)));
        return member_of(
            trust, m_sum,
            fmt::format("{} of {} {}", m_there, m_expected, m_expected == 1 ? "school" : "schools"));
    }

  private:
    KindOfExport m_sum{{}, {}, KindState::not_expected, {}, {}, {}, {}};
    std::size_t m_expected{0};
    std::size_t m_there{0};
    std::vector<std::string> m_missing;
    std::vector<std::string> m_earlier;
};

} // namespace

std::vector<Member> kind_members(const Trust& trust, const Selection& selection) {
    const std::size_t year = year_of_completeness(trust);
    std::vector<Member> members;
    if (!selection.whole_trust) {
        for (const KindOfExport& kind : completeness(trust, *selection.schools.front(), year))
            members.push_back(member_of(trust, kind, std::string(to_string(kind.state))));
        return members;
    }
    std::vector<OfSchools> sums;
    for (const School* school : selection.schools) {
        const auto kinds = completeness(trust, *school, year);
        sums.resize(kinds.size());
        for (std::size_t i = 0; i < kinds.size(); ++i)
            sums[i].add(trust, *school, kinds[i]);
    }
    for (OfSchools& sum : sums)
        members.push_back(sum.member(trust));
    return members;
}

} // namespace termbook
