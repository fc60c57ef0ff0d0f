// SPDX-License-Identifier: MPL-2.0
#include "connectors/captures/figure_rows.hpp"

#include "connectors/captures/store.hpp"
#include "core/figures/figure.hpp"

#include <Poco/Data/Statement.h>
#include <Poco/Nullable.h>

#include <algorithm>
#include <fmt/format.h>

namespace termbook::captures {

namespace {

using namespace Poco::Data::Keywords;
using Poco::Data::Session;
using Poco::Data::Statement;

constexpr std::size_t batch = 4096;

template<typename Value>
std::optional<Value> as_optional(const Poco::Nullable<Value>& value) {
    return value.isNull() ? std::nullopt : std::optional(value.value());
}

/// The columns of many rows of `figure` at once: a query for each row would take several times as long.
struct Columns {
    template<typename Value>
    using Column = std::vector<Value>;
    template<typename Value>
    using MayBeEmpty = std::vector<Poco::Nullable<Value>>;

    /// Before the next rows: a query adds to its columns.
    void clear() {
        for (auto* column : {&mark, &figure, &school, &year, &period, &from, &to, &split, &unit, &status,
                             &definition, &left_out, &digest})
            column->clear();
        for (auto* column : {&capture, &threshold, &with, &asked, &sources})
            column->clear();
        for (auto* column : {&numerator, &denominator, &pupils})
            column->clear();
        value.clear();
    }

    Column<std::string> mark, figure, school, year, period, from, to, split, unit, status, definition,
        left_out, digest;
    Column<std::int64_t> capture, threshold, with, asked, sources;
    MayBeEmpty<double> value;
    MayBeEmpty<std::int64_t> numerator, denominator, pupils;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// Puts rows into the trust, and counts those that it cannot use.
class FigureRows {
  public:
    FigureRows(Trust& trust, const Places& runs, const Places& sources)
        : m_trust(trust), m_runs(runs), m_sources(sources) {}

    void take(Columns& rows) {
        for (std::size_t i = 0; i < rows.mark.size(); ++i)
            take(rows, i);
    }

    void report() const {
        for (const auto& [year, figures] : m_of_other_years)
            report(fmt::format("figures of {}", year), "a <year> of termbook.xml", "add it to have them read",
                   figures);
        for (const auto& [school, figures] : m_of_other_schools)
            report(fmt::format("figures of the school {}", school), "a <school> of termbook.xml",
                   "add it to have them read", figures);
        if (m_broken > 0)
            report("figures that do not add up", "what `termbook capture` writes",
                   "they count for nothing; the store was changed by something else", m_broken);
    }

  private:
    void take(Columns& rows, std::size_t i) {
        if (!m_trust.calendar.year_named(rows.year[i])) {
            ++m_of_other_years[rows.year[i]];
            return;
        }
        if (rows.school[i] != "trust" && !m_trust.school(rows.school[i])) {
            ++m_of_other_schools[rows.school[i]];
            return;
        }
        auto figure = figure_of(rows, i);
        if (figure)
            m_trust.captures.add(std::move(*figure));
        else
            ++m_broken;
    }

    /// None if the row contradicts itself: nothing that is shown may rest on what is not there.
    std::optional<CapturedFigure> figure_of(Columns& rows, std::size_t i) const {
        const auto from = parse_iso_date(rows.from[i]);
        const auto to = parse_iso_date(rows.to[i]);
        const auto run = m_runs.find(rows.capture[i]);
        const auto sources = m_sources.find(rows.sources[i]);
        const auto status = parse_figure_status(rows.status[i]);
        if (!from || !to || !status || run == m_runs.end() || sources == m_sources.end()) return std::nullopt;
        CapturedFigure figure;
        figure.value = as_optional(rows.value[i]);
        figure.numerator = as_optional(rows.numerator[i]);
        figure.denominator = as_optional(rows.denominator[i]);
        figure.pupils = as_optional(rows.pupils[i]);
        const bool undivided =
            rows.unit[i] == to_string(Unit::count) || rows.unit[i] == to_string(Unit::days);
        const bool whole =
            figure.value && figure.numerator && (undivided || figure.denominator.value_or(0) > 0);
        if (*status == FigureStatus::ok ? !whole : (figure.value || figure.numerator)) return std::nullopt;
        figure.mark = std::move(rows.mark[i]);
        figure.figure = std::move(rows.figure[i]);
        figure.school = std::move(rows.school[i]);
        figure.year = std::move(rows.year[i]);
        figure.period = std::move(rows.period[i]);
        figure.from = *from;
        figure.to = *to;
        figure.split = std::move(rows.split[i]);
        figure.unit = std::move(rows.unit[i]);
        figure.status = std::move(rows.status[i]);
        figure.definition = std::move(rows.definition[i]);
        figure.threshold = static_cast<int>(rows.threshold[i]);
        figure.schools_with = static_cast<std::size_t>(std::max<std::int64_t>(rows.with[i], 0));
        figure.schools_asked = static_cast<std::size_t>(std::max<std::int64_t>(rows.asked[i], 0));
        figure.left_out = lines_of(rows.left_out[i]);
        figure.sources = sources->second;
        figure.capture = run->second;
        figure.digest = std::move(rows.digest[i]);
        return figure;
    }

    void report(std::string found, std::string expected, std::string remedy, std::uint64_t count) const {
        m_trust.issues.add({{captures::file_name, 0, 0, {}},
                            std::move(found),
                            std::move(expected),
                            std::move(remedy),
                            count,
                            {}});
    }

    Trust& m_trust;
    const Places& m_runs;
    const Places& m_sources;
    std::map<std::string, std::uint64_t> m_of_other_years;
    std::map<std::string, std::uint64_t> m_of_other_schools;
    std::uint64_t m_broken{0};
};

} // namespace

void read_figures(Session& session, const Places& runs, const Places& sources, Trust& trust) {
    FigureRows figures(trust, runs, sources);
    Columns rows;
    Statement query(session);
    query << "SELECT mark, figure, school, year, period, period_from, period_to, split, unit, status, "
             "definition, left_out, digest, capture, threshold, schools_with, schools_asked, source_set, "
             "value, "
             "numerator, denominator, pupils FROM figure ORDER BY id",
        into(rows.mark), into(rows.figure), into(rows.school), into(rows.year), into(rows.period),
        into(rows.from), into(rows.to), into(rows.split), into(rows.unit), into(rows.status),
        into(rows.definition), into(rows.left_out), into(rows.digest), into(rows.capture),
        into(rows.threshold), into(rows.with), into(rows.asked), into(rows.sources), into(rows.value),
        into(rows.numerator), into(rows.denominator), into(rows.pupils), limit(batch);
    while (!query.done()) {
        rows.clear();
        query.execute();
        figures.take(rows);
    }
    figures.report();
}

} // namespace termbook::captures
