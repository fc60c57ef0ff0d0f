// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/documents/books.hpp"
#include "cli/documents/document_names.hpp"
#include "cli/documents/outputs.hpp"
#include "cli/documents/template_store.hpp"
#include "cli/session.hpp"
#include "connectors/workspace/placing.hpp"
#include "templates/fill/core_figure_book.hpp"
#include "templates/fill/fill.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <iostream>

namespace termbook::cli {

namespace {

namespace fs = std::filesystem;

/// What a document is about, by the names that it goes by.
struct Names {
    std::string key; ///< of the school, or `trust`
    std::string school;
    std::string period;
    std::string title;
};

/// A template filled for one school.
struct Filled {
    odf::Document document;
    Names names;
};

std::string text_of(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text ? *text : std::string();
}

/// Which exports and issues the pages of one school, or of the trust, tell of.
class Concern {
  public:
    Concern(const Trust& trust, const std::string& urn) : m_trust(trust), m_only(trust.school(urn)) {}

    /// A file that holds several schools is everybody's concern when it cannot be used.
    bool covers(const ExportReport& report) const {
        const School* school = school_of(report.file);
        return !m_only || !school || school == m_only;
    }

    /// What is wrong within such a file may be another school's: a school with files of its own is not told.
    bool covers(const Issue& issue) const {
        if (!m_only) return true;
        if (const School* school = school_of(issue.pos.file)) return school == m_only;
        return m_only->folder.empty() && !names_another(issue.pos.where);
    }

  private:
    const School* school_of(const std::string& file) const {
        const auto index = school_of_folder(m_trust, file);
        return index ? &m_trust.schools[*index] : nullptr;
    }

    /// Issues of what several exports say together stand at the school's name.
    bool names_another(const std::string& where) const {
        return std::any_of(m_trust.schools.begin(), m_trust.schools.end(),
                           [&](const School& each) { return &each != m_only && each.name == where; });
    }

    const Trust& m_trust;
    const School* m_only; ///< null: the whole trust
};

/// What pages say did not add up: exports that were refused, first, then issues.
std::vector<Issue> issues_about(const Workspace& workspace, const std::string& school) {
    std::vector<Issue> about;
    const Concern concern(workspace.trust, school);
    for (const ExportReport& report : workspace.exports)
        if (report.refusal && concern.covers(report))
            about.push_back({report.refusal->pos(),
                             "a file that cannot be used: " + report.refusal->found(),
                             report.refusal->expected(),
                             report.refusal->remedy(),
                             1,
                             {}});
    for (const Issue& issue : workspace.trust.issues.issues())
        if (concern.covers(issue)) about.push_back(issue);
    return about;
}

/// A mark that names no figure is wrong in a template, not in the call: the template is what is refused.
template<typename Work>
auto in_template(Work work) {
    try {
        return work();
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::usage)
            throw Error(error.pos(), error.found(), error.expected(), error.remedy());
        throw;
    }
}

/// Everything that one call builds.
class Building {
  public:
    /// All must outlive it.
    Building(const Workspace& workspace, const std::vector<TemplateJob>& jobs, const BuildOptions& options,
             std::vector<std::string> schools)
        : m_workspace(workspace), m_jobs(jobs), m_schools(std::move(schools)),
          m_books(workspace.trust, options.period),
          m_today(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())) {}

    /// Calls named(job, names) for each document, in order, before any is filled; then done(job, filled).
    template<typename Named, typename Done>
    void fill(Named named, Done done) {
        m_books.settle([&] {
            for (const std::string& school : m_schools)
                for (const TemplateJob& job : m_jobs)
                    ask(job, school);
        });
        for (const std::string& school : m_schools)
            for (const TemplateJob& job : m_jobs)
                named(job, names_of(job, figures_for(job, school)));
        for (const std::string& school : m_schools)
            for (const TemplateJob& job : m_jobs)
                done(job, filled(job, school));
    }

  private:
    const Figures& figures_for(const TemplateJob& job, const std::string& school) {
        return m_books.of(school, fill::template_audience(job.document));
    }

    fill::FillOptions fill_options(const Fields& fields) const {
        return {m_today, issues_about(m_workspace, text_of(fields, "school.key"))};
    }

    /// Figures in a title are known once all that the call shows has been asked for.
    Names names_of(const TemplateJob& job, const Figures& figures) const {
        const Fields fields = figures.fields({});
        const SourcePos place{job.document.name(), 0, 0, "the document's title"};
        return {text_of(fields, "school.key"), text_of(fields, "school.name"), text_of(fields, "period.name"),
                in_template([&] {
                    return fill::filled_text(job.title, place, fill::CoreFigureBook(figures), {m_today, {}});
                })};
    }

    void ask(const TemplateJob& job, const std::string& school) {
        const Audience audience = fill::template_audience(job.document);
        const Figures& figures = figures_for(job, school);
        const Fields fields = figures.fields({}); // tells a wrong --school or --period before any template
        if (audience == Audience::staff) return;  // nothing is withheld from staff
        in_template(
            [&] { fill::ask(job.document.copy(), fill::CoreFigureBook(figures), fill_options(fields)); });
    }

    Filled filled(const TemplateJob& job, const std::string& school) {
        const Figures& figures = figures_for(job, school);
        const Fields fields = figures.fields({});
        odf::Document document = in_template([&] {
            return fill::fill(job.document.copy(), fill::CoreFigureBook(figures), fill_options(fields));
        });
        // What the marks of the document mean without a school or period of their own: a refresh needs to
        // know.
        document.set_property("termbook-school", text_of(fields, "school.key"));
        document.set_property("termbook-period", text_of(fields, "period.key"));
        return {std::move(document), names_of(job, figures)};
    }

    const Workspace& m_workspace;
    const std::vector<TemplateJob>& m_jobs;
    const std::vector<std::string> m_schools;
    Books m_books;
    const Date m_today;
};

/// The formats of a job: those asked for, else the pack's, else a workbook.
std::vector<std::string> formats_of(const TemplateJob& job, const BuildOptions& options) {
    if (!options.as.empty()) return options.as;
    if (!job.formats.empty()) return job.formats;
    return {"xlsx"};
}

std::string name_of(const Names& names, const std::string& format) {
    return file_name(names.school, names.title, names.period, format);
}

void write(const Filled& filled, const fs::path& path) {
    const IssueLog issues = write_document(filled.document, path);
    for (const Issue& issue : issues.issues())
        fmt::print(stderr, "issue: {}: {}\n", path.filename().string(), to_string(issue));
    std::cout << fs::absolute(path).lexically_normal().string() << '\n' << std::flush;
}

void build_into_folder(const Workspace& workspace, const std::vector<TemplateJob>& jobs,
                       const BuildOptions& options, const fs::path& folder) {
    for (const TemplateJob& job : jobs)
        for (const std::string& format : formats_of(job, options))
            require_format(format);
    Building building(workspace, jobs, options, schools_meant(workspace.trust, options.school));
    DocumentNames taken;
    const auto take = [&](const TemplateJob& job, const Names& names) {
        for (const std::string& format : formats_of(job, options))
            taken.take(name_of(names, format), job, names.key);
    };
    building.fill(take, [&](const TemplateJob& job, const Filled& filled) {
        for (const std::string& format : formats_of(job, options))
            write(filled, folder / name_of(filled.names, format));
    });
}

void build_file(const Workspace& workspace, const std::vector<TemplateJob>& jobs,
                const BuildOptions& options) {
    if (jobs.size() > 1 || options.school == "all" || !options.as.empty())
        throw Error({options.output.string(), 0, 0, {}}, "one file for several documents or formats",
                    "a folder for them", "give -o a folder, or leave out --as", ErrorKind::usage);
    Building(workspace, jobs, options, {options.school})
        .fill([](const TemplateJob&, const Names&) {},
              [&](const TemplateJob&, const Filled& filled) { write(filled, options.output); });
}

} // namespace

ExitStatus build(const WorkspaceOptions& options, const BuildOptions& asked) {
    const auto jobs = find_templates(options.folder, asked.what);
    const Workspace workspace = open_workspace(options);
    if (is_document(asked.output))
        build_file(workspace, jobs, asked);
    else
        build_into_folder(workspace, jobs, asked,
                          asked.output.empty() ? options.folder / "packs" : asked.output);
    return status_of(options, workspace);
}

} // namespace termbook::cli
