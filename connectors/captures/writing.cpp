// SPDX-License-Identifier: MPL-2.0
#include "connectors/captures/writing.hpp"

#include "connectors/captures/store.hpp"
#include "connectors/captures/times.hpp"
#include "connectors/readers/sha256.hpp"

#include <Poco/Data/Statement.h>
#include <Poco/Nullable.h>

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <vector>

namespace termbook {

namespace {

namespace fs = std::filesystem;
using namespace Poco::Data::Keywords;
using Poco::Data::Session;
using Poco::Data::Statement;

template<typename Value>
Poco::Nullable<Value> nullable(const std::optional<Value>& value) {
    return value ? Poco::Nullable<Value>(*value) : Poco::Nullable<Value>();
}

template<typename Value>
std::string text_of(const std::optional<Value>& value) {
    return value ? fmt::format("{}", *value) : "-";
}

std::string digest_of(const std::string& text) {
    readers::Sha256 digest;
    digest.add(text);
    return digest.finish();
}

/// What identifies a set of exports as bytes.
std::string contents_of(const std::vector<CapturedSource>& sources) {
    std::vector<std::string> digests;
    for (const CapturedSource& source : sources)
        digests.push_back(source.sha256);
    std::sort(digests.begin(), digests.end());
    return fmt::format("{}", fmt::join(digests, "\n"));
}

/// What identifies it with names and dates.
std::string description_of(const std::vector<CapturedSource>& sources) {
    std::string text;
    for (const CapturedSource& source : sources)
        text += fmt::format("{}\n{}\n{}\n{}\n", source.file, source.sha256, source.rows,
                            source.as_at ? iso_text(*source.as_at) : "-");
    return text;
}

std::string digest_of(const CapturedFigure& figure, const std::string& contents) {
    return digest_of(fmt::format(
        "{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{} of {}\n{}\n{}", figure.mark, iso_text(figure.from),
        iso_text(figure.to), figure.unit, figure.status, text_of(figure.value), text_of(figure.numerator),
        text_of(figure.denominator), text_of(figure.pupils), figure.definition, figure.threshold,
        figure.schools_with, figure.schools_asked, fmt::join(figure.left_out, "\n"), contents));
}

/// One run on its way into the store.
class Run {
  public:
    Run(Session& session, const Capture& run, const Captures& figures)
        : m_session(session), m_run(run), m_figures(figures), m_sources(figures.sources.size(), 0) {
        for (const auto& sources : figures.sources)
            m_contents.push_back(contents_of(sources));
    }

    Captured write() {
        for (const CapturedFigure& figure : m_figures.figures) {
            const std::string digest = digest_of(figure, m_contents[figure.sources]);
            find_last(figure.mark);
            if (m_last_digest == digest)
                ++m_captured.known;
            else
                add(figure, digest);
        }
        return m_captured;
    }

  private:
    /// The last edition of a mark; 0 if it was never captured.
    void find_last(const std::string& mark) {
        m_mark = mark;
        m_last_digest.clear();
        m_last_edition = 0;
        m_find.execute();
    }

    void add(const CapturedFigure& figure, const std::string& digest) {
        if (m_captured.added++ == 0) add_run();
        m_figure = figure;
        m_figure.digest = digest;
        m_edition = m_last_edition + 1;
        m_from = iso_text(figure.from);
        m_to = iso_text(figure.to);
        m_value = nullable(figure.value);
        m_numerator = nullable(figure.numerator);
        m_denominator = nullable(figure.denominator);
        m_pupils = nullable(figure.pupils);
        m_with = static_cast<std::int64_t>(figure.schools_with);
        m_asked = static_cast<std::int64_t>(figure.schools_asked);
        m_left_out = fmt::format("{}", fmt::join(figure.left_out, "\n"));
        m_source_set = source_set(figure.sources);
        m_add.execute();
    }

    void add_run() {
        std::string at = captures::utc_text(m_run.at);
        std::string by = m_run.by;
        std::string version = m_run.version;
        m_session << "INSERT INTO capture (captured_at, captured_by, termbook) VALUES (?, ?, ?)", use(at),
            use(by), use(version), now;
        m_session << "SELECT last_insert_rowid()", into(m_captured.number), now;
    }

    /// The number of a set of sources in the store, where each stands once.
    std::int64_t source_set(std::size_t index) {
        std::int64_t& number = m_sources[index];
        if (number != 0) return number;
        const auto& sources = m_figures.sources[index];
        std::string digest = digest_of(description_of(sources));
        m_session << "SELECT id FROM source_set WHERE digest = ?", use(digest), into(number), now;
        if (number != 0) return number;
        m_session << "INSERT INTO source_set (digest) VALUES (?)", use(digest), now;
        m_session << "SELECT last_insert_rowid()", into(number), now;
        for (std::size_t i = 0; i < sources.size(); ++i)
            add_source(number, static_cast<std::int64_t>(i), sources[i]);
        return number;
    }

    void add_source(std::int64_t set, std::int64_t position, CapturedSource source) {
        auto rows = static_cast<std::int64_t>(source.rows);
        Poco::Nullable<std::string> as_at;
        if (source.as_at) as_at = iso_text(*source.as_at);
        m_session << "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)", use(set), use(position),
            use(source.file), use(source.sha256), use(rows), use(as_at), now;
    }

    Session& m_session;
    const Capture& m_run;
    const Captures& m_figures;
    std::vector<std::int64_t> m_sources; ///< by index into Captures::sources: the set's number, or 0
    std::vector<std::string> m_contents;
    Captured m_captured;

    // What the two statements below are bound to.
    std::string m_mark, m_last_digest;
    std::int64_t m_last_edition{0};
    CapturedFigure m_figure;
    std::string m_from, m_to, m_left_out;
    std::int64_t m_edition{0}, m_with{0}, m_asked{0}, m_source_set{0};
    Poco::Nullable<double> m_value;
    Poco::Nullable<std::int64_t> m_numerator, m_denominator, m_pupils;

    Statement m_find{(m_session << "SELECT edition, digest FROM figure WHERE mark = ? "
                                   "ORDER BY edition DESC LIMIT 1",
                      use(m_mark), into(m_last_edition), into(m_last_digest))};
    Statement m_add{
        (m_session << "INSERT INTO figure (capture, mark, edition, figure, school, year, period, "
                      "period_from, period_to, split, unit, status, value, numerator, denominator, pupils, "
                      "definition, threshold, schools_with, schools_asked, left_out, source_set, digest) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
         use(m_captured.number), use(m_figure.mark), use(m_edition), use(m_figure.figure),
         use(m_figure.school), use(m_figure.year), use(m_figure.period), use(m_from), use(m_to),
         use(m_figure.split), use(m_figure.unit), use(m_figure.status), use(m_value), use(m_numerator),
         use(m_denominator), use(m_pupils), use(m_figure.definition), use(m_figure.threshold), use(m_with),
         use(m_asked), use(m_left_out), use(m_source_set), use(m_figure.digest))};
};

} // namespace

Captured write_captures(const fs::path& folder, const Capture& run, const Captures& figures) {
    Captured captured;
    captures::Store(folder).write([&](Session& session) { captured = Run(session, run, figures).write(); });
    return captured;
}

} // namespace termbook
