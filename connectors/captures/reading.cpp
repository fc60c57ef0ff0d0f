// SPDX-License-Identifier: MPL-2.0
#include "connectors/captures/reading.hpp"

#include "connectors/captures/figure_rows.hpp"
#include "connectors/captures/store.hpp"
#include "connectors/captures/times.hpp"

#include <Poco/Data/Statement.h>
#include <Poco/Nullable.h>

#include <algorithm>

namespace termbook {

namespace {

namespace fs = std::filesystem;
using namespace Poco::Data::Keywords;
using Poco::Data::Session;
using Poco::Data::Statement;

/// Calls see() for each row of a query, whose columns are bound to `into` variables.
template<typename See>
void each_row(Statement& query, See see) {
    while (!query.done())
        if (query.execute() > 0) see();
}

using captures::Places;

Places read_runs(Session& session, Captures& captures) {
    Places places;
    std::int64_t id = 0;
    std::string at;
    Capture run;
    Statement query(session);
    query << "SELECT id, captured_at, captured_by, termbook FROM capture ORDER BY id", into(id), into(at),
        into(run.by), into(run.version), range(0, 1);
    each_row(query, [&] {
        run.number = id;
        run.at = captures::parse_utc(at).value_or(std::chrono::sys_seconds{});
        places[id] = captures.runs.size();
        captures.runs.push_back(run);
    });
    return places;
}

Places read_sources(Session& session, Captures& captures) {
    Places places;
    std::int64_t set = 0;
    std::int64_t rows = 0;
    CapturedSource source;
    Poco::Nullable<std::string> as_at;
    // A figure of pupils whom no file names has a set without a file.
    Statement sets(session);
    sets << "SELECT id FROM source_set", into(set), range(0, 1);
    each_row(sets, [&] {
        places[set] = captures.sources.size();
        captures.sources.emplace_back();
    });
    Statement query(session);
    query << "SELECT source_set, file, sha256, rows, as_at FROM source ORDER BY source_set, position",
        into(set), into(source.file), into(source.sha256), into(rows), into(as_at), range(0, 1);
    each_row(query, [&] {
        source.rows = static_cast<std::uint64_t>(std::max<std::int64_t>(rows, 0));
        source.as_at = as_at.isNull() ? std::nullopt : parse_iso_date(as_at.value());
        if (const auto place = places.find(set); place != places.end())
            captures.sources[place->second].push_back(source);
    });
    return places;
}

} // namespace

void read_captures(const fs::path& folder, Trust& trust) {
    if (!captures::Store::is_there(folder)) return;
    trust.captures.file = captures::file_name;
    captures::Store(folder).read([&](Session& session) {
        const Places runs = read_runs(session, trust.captures);
        const Places sources = read_sources(session, trust.captures);
        captures::read_figures(session, runs, sources, trust);
    });
}

std::vector<CapturedPeriod> list_captures(const fs::path& folder) {
    std::vector<CapturedPeriod> all;
    if (!captures::Store::is_there(folder)) return all;
    captures::Store(folder).read([&](Session& session) {
        CapturedPeriod each;
        std::string at;
        Statement query(session);
        query << "SELECT capture.id, captured_at, captured_by, termbook, period, count(*), "
                 "sum(status = 'suppressed'), count(DISTINCT nullif(school, 'trust')) "
                 "FROM capture JOIN figure ON figure.capture = capture.id "
                 "GROUP BY capture.id, period ORDER BY capture.id, min(figure.id)",
            into(each.run.number), into(at), into(each.run.by), into(each.run.version), into(each.period),
            into(each.figures), into(each.withheld), into(each.schools), range(0, 1);
        each_row(query, [&] {
            each.run.at = captures::parse_utc(at).value_or(std::chrono::sys_seconds{});
            all.push_back(each);
        });
    });
    return all;
}

} // namespace termbook
