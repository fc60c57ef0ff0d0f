// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/workspace.hpp"

#include "connectors/captures/reading.hpp"
#include "connectors/mis/agreement.hpp"
#include "connectors/mis/moves.hpp"
#include "connectors/registry.hpp"
#include "connectors/workspace/copies.hpp"
#include "connectors/workspace/folder.hpp"
#include "connectors/workspace/settings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace termbook {

namespace {

namespace fs = std::filesystem;

/// Links to folders could lead anywhere, and round in circles.
void require_file(const fs::path& path, const std::string& name) {
    std::error_code error;
    if (fs::is_regular_file(path, error)) return;
    throw Error({name, 0, 0, {}},
                error ? error.message() : std::string("a link to a folder, or no regular file"), "a file",
                "copy the files themselves into the folder");
}

/// "2024-25", "2024_25" or "202425" for 2024/25: a folder's name for a year.
std::optional<std::size_t> year_named_by(const fs::path& relative, const Calendar& calendar) {
    for (const auto& part : relative.parent_path())
        for (std::size_t i = 0; i < calendar.years().size(); ++i) {
            std::string digits = part.string();
            std::string name = calendar.years()[i].name;
            const auto not_digit = [](unsigned char c) { return !std::isdigit(c); };
            std::erase_if(digits, not_digit);
            std::erase_if(name, not_digit);
            if (!name.empty() && digits == name) return i;
        }
    return std::nullopt;
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
    /// `exports` is how the names of exports begin, as those of a workspace do with "exports".
    Loader(const fs::path& profiles, fs::path exports, Workspace& workspace)
        : m_exports(std::move(exports)), m_workspace(workspace), m_empty(workspace.trust),
          m_profiles(profiles) {}

    /// Files with their names.
    void load_all(const std::vector<std::pair<fs::path, std::string>>& files) {
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

namespace {

/// Whether an export lies in a folder below `exports` that is named for no year and is no archive.
bool lies_in_a_folder(const fs::path& file, const Calendar& calendar) {
    const fs::path below = file.lexically_relative("exports").parent_path();
    return std::any_of(below.begin(), below.end(), [&](const fs::path& part) {
        return part.extension() != ".zip" && !year_named_by(part / "export", calendar);
    });
}

} // namespace

std::optional<std::size_t> school_of_folder(const Trust& trust, const fs::path& file) {
    const auto& schools = trust.schools;
    for (const auto& part : file.lexically_relative("exports").parent_path())
        for (std::size_t i = 0; i < schools.size(); ++i)
            if (!schools[i].folder.empty() && part == schools[i].folder) return i;
    if (schools.size() != 1) return std::nullopt;
    // A trust of one school needs no folders; but a folder that is not its own may be another school's.
    if (schools.front().folder.empty() || !lies_in_a_folder(file, trust.calendar)) return 0;
    return std::nullopt;
}

void ExportReport::add(const Recognised& recognised) {
    const auto join = [](std::string& all, const std::string& one) {
        all += (all.empty() ? "" : "; ") + one;
    };
    if (title.find(recognised.profile->title) == std::string::npos) join(title, recognised.profile->title);
    join(why, recognised.why);
    if (!recognised.table) return;
    for (std::size_t i = 0; i < recognised.table->headers.size(); ++i) {
        ColumnRead column{recognised.table->headers[i], recognised.table->fields[i]};
        // The sheets of a workbook mostly have the same.
        const bool known = !recognised.sheet_name.empty() &&
                           std::any_of(columns.begin(), columns.end(), [&](const auto& each) {
                               return each.header == column.header && each.field == column.field;
                           });
        if (!known) columns.push_back(std::move(column));
    }
}

namespace {

/// Figures kept from earlier are good to have; without them the exports still tell what they tell.
void take_captures(const fs::path& folder, Trust& trust) {
    try {
        read_captures(folder, trust);
    } catch (const Error& error) {
        trust.captures = {};
        trust.issues.add({error.pos(),
                          error.found(),
                          error.expected(),
                          error.remedy() + "; nothing captured is read",
                          1,
                          {}});
    }
}

} // namespace

Workspace load_workspace(const fs::path& folder) {
    Workspace workspace;
    workspace.trust = read_settings(folder / "termbook.xml");
    std::vector<std::pair<fs::path, std::string>> files;
    for (const char* part : {"exports", "comparators"})
        for (const fs::path& path : files_below(folder / part))
            files.emplace_back(path, fs::relative(path, folder).generic_string());
    Loader(folder, "exports", workspace).load_all(files);
    const auto& exports = workspace.exports;
    if (exports.empty())
        throw Error({(folder / "exports").string(), 0, 0, {}}, "no exports",
                    "the files that the systems gave", "copy them into this folder");
    take_captures(folder, workspace.trust);
    return workspace;
}

Workspace load_exports(const fs::path& place, const Trust& empty, const fs::path& profiles) {
    fs::path exports = place.lexically_normal();
    if (exports.filename().empty()) exports = exports.parent_path(); // "folder/"
    std::vector<std::pair<fs::path, std::string>> files;
    const bool is_folder = fs::is_directory(exports);
    if (is_folder)
        for (const fs::path& path : files_below(exports))
            files.emplace_back(path, path.generic_string());
    else
        files.emplace_back(exports, exports.generic_string());
    if (files.empty())
        throw Error({place.string(), 0, 0, {}}, "a folder without exports", "the files that a system gave",
                    "copy them into it, or name another folder");
    Workspace workspace;
    workspace.trust = empty;
    Loader(profiles, is_folder ? exports : exports.parent_path(), workspace).load_all(files);
    return workspace;
}

void require_usable(const Workspace& workspace) {
    const auto& exports = workspace.exports;
    const auto refused = [](const ExportReport& report) { return report.refusal.has_value(); };
    if (!std::all_of(exports.begin(), exports.end(), refused)) return;
    const Error& first = *exports.front().refusal;
    if (exports.size() == 1) throw first;
    throw Error(first.pos(), first.found(), first.expected(),
                first.remedy() + fmt::format("; none of the {} exports can be used", exports.size()));
}

} // namespace termbook
