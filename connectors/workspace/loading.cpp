// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/loading.hpp"

#include "connectors/mis/agreement.hpp"
#include "connectors/mis/moves.hpp"
#include "connectors/registry.hpp"
#include "connectors/workspace/copies.hpp"
#include "connectors/workspace/folder.hpp"
#include "connectors/workspace/placing.hpp"
#include "core/model/prior_bands.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace termbook {

namespace {

namespace fs = std::filesystem;

/// Links to folders could lead anywhere, and round in circles.
void require_file(const fs::path& path, const std::string& name) {
    std::error_code error;
    if (fs::is_regular_file(path, error)) return;
    std::error_code none;
    if (fs::symlink_status(path, none).type() == fs::file_type::directory)
        throw Error({name, 0, 0, {}}, "a folder that cannot be opened", "one that can be read",
                    "check its permissions");
    throw Error({name, 0, 0, {}},
                error ? error.message() : std::string("a link to a folder, or no regular file"), "a file",
                "copy the files themselves into the folder");
}

/// One export on its way into the trust.
struct Candidate {
    ExportFile file;
    Recognised recognised;
    std::optional<std::size_t> school; ///< index into Trust::schools
    std::size_t report;                ///< index into Workspace::exports
};

/// Lists of pupils first, and of one kind the newest export first, since what is read first holds: the one
/// changed on the latest day, and of those the one whose name comes last, as names that carry a date do.
bool read_before(const Candidate& a, const Candidate& b) {
    const auto key = [](const Candidate& each) {
        return std::tuple(-static_cast<int>(reading_order(*each.recognised.profile)),
                          made_on(each.file.path, each.file.name).value_or(Date::min()), each.file.name,
                          -static_cast<std::ptrdiff_t>(each.recognised.sheet));
    };
    return key(a) > key(b);
}

/// A school without a number stands for whichever the exports are of.
Intake::Schools schools_known(const Trust& trust) {
    const bool stands_in = trust.schools.size() == 1 && trust.schools.front().urn.empty();
    return stands_in ? Intake::Schools::any : Intake::Schools::of_the_trust;
}

class Loader {
  public:
    Loader(const fs::path& profiles, fs::path exports, Workspace& workspace)
        : m_exports(std::move(exports)), m_workspace(workspace), m_empty(workspace.trust),
          m_profiles(profiles) {}

    /// Files with their names.
    void load_all(const std::vector<NamedFile>& files) {
        for (const auto& [path, name] : files)
            consider(path, name);
        refuse_copies();
        std::sort(m_candidates.begin(), m_candidates.end(), read_before);
        // A file that turns out to be broken halfway has left half of itself in the trust: the others are
        // then read again, without it.
        while (!load_candidates())
            admit_copies_of_refused();
    }

  private:
    /// Reads what has not been refused into a trust without pupils; says whether all of it could be read.
    bool load_candidates() {
        m_workspace.trust = m_empty;
        m_workspace.trust.issues.add(m_unread);
        m_sources.assign(m_workspace.exports.size(), std::nullopt);
        Intake intake(m_workspace.trust, schools_known(m_empty));
        bool whole = true;
        for (const Candidate& candidate : m_candidates)
            if (!m_workspace.exports[candidate.report].refusal) whole = load_one(candidate, intake) && whole;
        for (School& school : m_workspace.trust.schools)
            reckon_rolls(school, m_workspace.trust.calendar);
        reckon_prior_bands(m_workspace.trust);
        note_moves(intake);
        note_disagreements(m_workspace.trust);
        return whole;
    }

    void consider(const fs::path& path, const std::string& name) {
        try {
            require_file(path, name);
            for (ExportFile& file : exports_in(path, name))
                consider_export(std::move(file));
        } catch (const Error& error) {
            ExportReport report;
            report.file = name;
            report.refusal = error;
            m_workspace.exports.push_back(std::move(report));
        }
    }

    void consider_export(ExportFile file) {
        ExportReport report;
        report.file = file.name;
        const fs::path below =
            m_exports.empty() ? fs::path(file.name) : fs::path(file.name).lexically_relative(m_exports);
        const auto school = school_of_folder(m_empty, "exports" / below);
        const Calendar& calendar = m_workspace.trust.calendar;
        const auto named = year_named_by(below, calendar);
        file.year_is_named = named.has_value();
        file.made = made_on(file.path, file.name);
        file.year = named.value_or(calendar.latest_begun(file.made));
        m_files.resize(m_workspace.exports.size());
        m_files.push_back({file, school});
        std::vector<Candidate> candidates;
        IssueLog unread;
        try {
            for (Recognised& recognised : recognise(file, m_profiles.all(), unread)) {
                reading_order(*recognised.profile);
                report.add(recognised);
                file.sheet = recognised.sheet_name;
                candidates.push_back({file, std::move(recognised), school, m_workspace.exports.size()});
            }
            m_unread.add(unread);
            std::move(candidates.begin(), candidates.end(), std::back_inserter(m_candidates));
        } catch (const Error& error) {
            report.refusal = error;
        }
        m_workspace.exports.push_back(std::move(report));
    }

    /// One export under two names is counted once. In the folders of two schools it may still be right, as a
    /// list of nobody: that is seen once it is read.
    void refuse_copies() {
        auto& exports = m_workspace.exports;
        m_files.resize(exports.size());
        const auto originals = copies_among(m_files);
        for (std::size_t i = 0; i < exports.size(); ++i) {
            if (!originals[i] || exports[i].refusal) continue;
            const PlacedFile& original = m_files[*originals[i]];
            if (original.school == m_files[i].school)
                exports[i].refusal = copy_refusal(m_files[i], original);
            else
                m_copied_from[i] = *originals[i];
        }
    }

    /// What is refused in one school's folder, as a file that names another, may be right in the other's.
    void admit_copies_of_refused() {
        auto& exports = m_workspace.exports;
        std::erase_if(m_copied_from, [&](const auto& copied) {
            const auto& [copy, original] = copied;
            if (!exports[original].refusal || m_refused_copies.erase(copy) == 0) return false;
            exports[copy].refusal.reset();
            return true;
        });
    }

    /// Whether an export has rows that the same bytes in another school's folder have given already.
    void require_no_copy(const Candidate& candidate, std::uint64_t rows) {
        const auto copied = m_copied_from.find(candidate.report);
        if (rows == 0 || copied == m_copied_from.end() || m_workspace.exports[copied->second].refusal) return;
        m_refused_copies.insert(candidate.report);
        throw copy_refusal(m_files[candidate.report], m_files[copied->second]);
    }

    bool load_one(const Candidate& candidate, Intake& intake) {
        ExportReport& report = m_workspace.exports[candidate.report];
        auto& sources = m_workspace.trust.sources;
        ExportFile file = candidate.file;
        file.school = candidate.school ? &intake.school(*candidate.school) : nullptr;
        // The sheets of a workbook are one source together.
        auto& known = m_sources[candidate.report];
        if (!known) {
            known = sources.size();
            sources.push_back({report.file, report.title, {}, 0, made_on(file.path, file.name)});
        }
        file.source = *known;
        try {
            const Loaded loaded = load(file, candidate.recognised, intake);
            require_no_copy(candidate, loaded.rows);
            SourceFile& source = sources[file.source];
            report.rows = source.rows += loaded.rows;
            // A school's list of incidents without a row says that there was none.
            const bool none_is_told = file.school && !candidate.recognised.profile->kinds.empty();
            if (loaded.rows == 0 && !none_is_told)
                m_workspace.trust.issues.add({file.place(0, 0, {}),
                                              "an export without a row",
                                              "rows below the header",
                                              "it counts for nothing; export it again",
                                              1,
                                              {}});
            source.sha256 = loaded.sha256;
            if (loaded.as_at) source.as_at = loaded.as_at;
            return true;
        } catch (const Error& error) {
            report.refusal = error;
            return false;
        }
    }

    const fs::path m_exports;
    Workspace& m_workspace;
    const Trust m_empty; ///< as termbook.xml has it
    KnownProfiles m_profiles;
    std::vector<Candidate> m_candidates;
    std::vector<PlacedFile> m_files;                   ///< by report; those that could be opened
    std::map<std::size_t, std::size_t> m_copied_from;  ///< reports with the bytes of another school's
    std::set<std::size_t> m_refused_copies;            ///< those of them that had rows
    IssueLog m_unread;                                 ///< sheets that nobody reads
    std::vector<std::optional<std::size_t>> m_sources; ///< by report: index into Trust::sources
};

} // namespace

void load_files(const std::vector<NamedFile>& files, const fs::path& profiles, const fs::path& exports,
                Workspace& workspace) {
    Loader(profiles, exports, workspace).load_all(files);
}

} // namespace termbook
