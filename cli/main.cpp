// SPDX-License-Identifier: MPL-2.0
#include "cli/choices.hpp"
#include "cli/commands/commands.hpp"

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fmt/format.h>
#include <functional>
#include <iostream>
#include <new>
#include <optional>

namespace {

using namespace termbook;
using namespace termbook::cli;

/// Everything that the command line can say; the command that it named is `run`.
struct CommandLine {
    WorkspaceOptions workspace;
    FiguresOptions figures;
    InspectOptions inspect;
    CompareOptions compare;
    BuildOptions build;
    CaptureOptions capture;
    std::filesystem::path folder;
    std::vector<std::string> templates;
    std::filesystem::path file;
    std::string sheet;
    bool completeness{false};
    TableFormat rows_format{TableFormat::csv};
    std::optional<TableFormat> catalogue_format{TableFormat::table}; ///< none: as a page
    std::function<ExitStatus()> run;
};

const Choices<TableFormat> formats{
    {"table", TableFormat::table}, {"csv", TableFormat::csv}, {"json", TableFormat::json}};

const Choices<TableFormat> row_formats{{"csv", TableFormat::csv}, {"json", TableFormat::json}};

const Choices<std::optional<TableFormat>> catalogue_formats{{"table", TableFormat::table},
                                                            {"csv", TableFormat::csv},
                                                            {"json", TableFormat::json},
                                                            {"markdown", std::nullopt}};

const Choices<Audience> audiences{
    {"public", Audience::public_}, {"governors", Audience::governors}, {"staff", Audience::staff}};

void add_school_and_period(CLI::App& command, std::string& school, std::string& period) {
    command.add_option("--school", school, "A school's URN or name, `all` or `trust`")->capture_default_str();
    command.add_option("--period", period, "year, ytd, autumn, term1, month:2025-10, autumn@2024/25 …");
}

/// An option that takes one of a few words.
template<typename Value>
CLI::Option* add_choice(CLI::App& command, const std::string& option, Value& value,
                        const Choices<Value>& choices, const std::string& description) {
    return command.add_option_function<std::string>(
        option, [&, option](const std::string& word) { value = chosen(option, word, choices); }, description);
}

void add_format(CLI::App& command, TableFormat& format) {
    add_choice(command, "--format", format, formats, "table, csv or json");
}

void add_audience(CLI::App& command, Audience& audience) {
    add_choice(command, "--audience", audience, audiences, "public, governors or staff (default: governors)");
}

void add_folder_commands(CLI::App& app, CommandLine& line) {
    auto* init_command = app.add_subcommand("init", "Make a workspace with a commented termbook.xml");
    init_command->add_option("DIR", line.folder)->required();
    init_command->callback([&] { line.run = [&] { return init(line.folder); }; });

    auto* sample_command = app.add_subcommand("sample", "Make a made-up trust to try everything on");
    sample_command->add_option("DIR", line.folder)->required();
    sample_command->callback([&] { line.run = [&] { return sample(line.folder); }; });

    auto* inspect_command =
        app.add_subcommand("inspect", "What each export is, how that was told, its columns, rows and issues");
    inspect_command->add_option("FILE", line.inspect.files,
                                "Files to look at (default: the workspace's exports)");
    auto* save = inspect_command->add_option("--save-profile", line.inspect.profile_name,
                                             "Write how an unknown FILE could be read into the workspace's "
                                             "profiles, under NAME (default: the file's)");
    save->expected(0, 1)->type_name("[NAME]");
    inspect_command->add_flag("--force", line.inspect.force, "Write over a profile that is there")
        ->needs(save);
    auto* completeness =
        inspect_command->add_flag("--completeness", line.completeness,
                                  "A row for each school and kind of export: the last, and what is missing");
    completeness->excludes(inspect_command->get_option("FILE"))->excludes(save);
    add_choice(*inspect_command, "--format", line.figures.format, formats,
               "Of --completeness: table, csv or json")
        ->needs(completeness);
    inspect_command->callback([&, save] {
        line.inspect.save_profile = save->count() > 0;
        line.run = [&] {
            return line.completeness ? inspect_completeness(line.workspace, line.figures.format)
                                     : inspect(line.workspace, line.inspect);
        };
    });

    auto* rows_command = app.add_subcommand("rows", "Any input as clean rows");
    rows_command
        ->add_option("FILE", line.file,
                     "CSV, a workbook, a report of SIMS in XML, or a file in a zip archive")
        ->required();
    rows_command->add_option("--sheet", line.sheet, "A workbook's sheet (default: the first)");
    add_choice(*rows_command, "--format", line.rows_format, row_formats, "csv or json: a list for each row");
    rows_command->callback([&] { line.run = [&] { return rows(line.file, line.sheet, line.rows_format); }; });
}

void add_figure_commands(CLI::App& app, CommandLine& line) {
    auto* figures_command = app.add_subcommand("figures", "Figures, each argument one mark in quotes");
    figures_command->add_option("MARK", line.figures.marks,
                                "Such as 'attendance.rate year=4' (default: all)");
    figures_command->add_option("--by", line.figures.by,
                                "A row for each: school, year, class, sex, term, month, code");
    auto* explain_command =
        app.add_subcommand("explain", "How a figure was counted, from what, what was left out");
    explain_command->add_option("MARK", line.figures.marks, "Such as 'attendance.rate year=4'")->required();
    for (auto* command : {figures_command, explain_command}) {
        add_school_and_period(*command, line.figures.school, line.figures.period);
        add_audience(*command, line.figures.audience);
    }
    add_format(*figures_command, line.figures.format);
    figures_command->callback([&] { line.run = [&] { return figures(line.workspace, line.figures); }; });
    explain_command->callback([&] { line.run = [&] { return explain(line.workspace, line.figures); }; });

    auto* catalogue_command = app.add_subcommand("catalogue", "Every figure that can be asked for");
    add_choice(*catalogue_command, "--format", line.catalogue_format, catalogue_formats,
               "table, csv, json, or markdown: a page");
    catalogue_command->callback([&] {
        line.run = [&] {
            return line.catalogue_format ? catalogue(*line.catalogue_format) : catalogue_page();
        };
    });
}

void add_compare_command(CLI::App& app, CommandLine& line) {
    auto* command =
        app.add_subcommand("compare", "Two exports or workspaces of the same pupils: what differs");
    command->add_option("A", line.compare.a, "A workspace, an export, or a folder of exports")->required();
    command->add_option("B", line.compare.b, "The same from the other system")->required();
    command->add_option(
        "--school", line.compare.school,
        "Only this one: its URN or name (default: all; of an export, the one whose pupils it has)");
    add_audience(*command, line.compare.audience);
    add_format(*command, line.compare.format);
    command->callback([&] { line.run = [&] { return compare(line.workspace, line.compare); }; });
}

void add_template_commands(CLI::App& app, CommandLine& line) {
    auto* check_command =
        app.add_subcommand("check", "Marks of templates that will not resolve, and what .xlsx cannot hold");
    check_command->add_option("TEMPLATE", line.templates)->required();
    check_command->callback([&] { line.run = [&] { return check(line.workspace, line.templates); }; });

    auto* build_command = app.add_subcommand("build", "Fill a template or a pack");
    build_command
        ->add_option("TEMPLATE", line.build.what, "A template's file, or the name of a template or pack")
        ->required();
    add_school_and_period(*build_command, line.build.school, line.build.period);
    build_command->add_option("-o,--output", line.build.output,
                              "The file to write, .ods, .fods, .xlsx or .pdf, or a folder");
    build_command->add_option("--as", line.build.as, "Formats, when the output is a folder: xlsx,pdf")
        ->delimiter(',');
    build_command->callback([&] { line.run = [&] { return build(line.workspace, line.build); }; });
}

void add_capture_command(CLI::App& app, CommandLine& line) {
    CaptureOptions& options = line.capture;
    auto* command =
        app.add_subcommand("capture", "Keep a period's figures in the workspace, to look back on");
    command->add_option("MARK|PACK", options.what,
                        "Marks in quotes, templates or packs (default: every figure)");
    command->add_option("--school", options.school,
                        "A school's URN or name, `all` or `trust` (default: the trust and each school)");
    command->add_option("--period", options.period,
                        "autumn, autumn@2024/25, year … (default: the terms that have begun, and the year)");
    command->add_option("--by", options.by, "Who captures (default: the user's name)");
    command->add_flag("--list", options.list, "What has been captured: when, by whom, of which periods");
    add_choice(*command, "--format", options.format, formats, "Of the list: table, csv or json");
    command->callback([&] { line.run = [&] { return capture(line.workspace, line.capture); }; });
}

/// The command line, where it is right. A command that is none is said by its name: CLI11 would only miss
/// one.
std::optional<ExitStatus> parse(CLI::App& app, int argc, char** argv) {
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& error) {
        const auto words = app.remaining();
        if (error.get_exit_code() == 0 || !app.get_subcommands().empty() || words.empty() ||
            words.front().starts_with('-'))
            return app.exit(error) == 0 ? done : usage;
        std::vector<std::string> names;
        for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
            names.push_back(command->get_name());
        refuse_word("the command", words.front(), {names.begin(), names.end()});
    }
}

int run(int argc, char** argv) {
    CLI::App app("Reporting for schools and trusts: exports in, governors' workbooks out", "termbook");
    app.set_version_flag("--version", TERMBOOK_VERSION);
    app.require_subcommand(1);
    CommandLine line;
    app.fallthrough(); // so that they may stand behind the command, too
    app.add_option("-w,--workspace", line.workspace.folder, "The workspace's folder (default: here)");
    app.add_flag("--strict", line.workspace.strict,
                 "End with status 1 when there are issues, or sides that are compared differ");
    add_folder_commands(app, line);
    add_figure_commands(app, line);
    add_compare_command(app, line);
    add_template_commands(app, line);
    add_capture_command(app, line);
    if (const auto ended = parse(app, argc, argv)) return *ended;
    const ExitStatus status = line.run();
    if (!std::cout.flush())
        throw Error({}, "no room on standard output", "somewhere to print to",
                    "free space, or print elsewhere", ErrorKind::output);
    return status;
}

} // namespace

int main(int argc, char** argv) {
    // A file that grows too large is then refused as a full disk is, and nothing of it is left behind.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return run(argc, argv);
    } catch (const termbook::Error& error) {
        fmt::print(stderr, "termbook: {}\n", error.what());
        return exit_status(error.kind());
    } catch (const std::bad_alloc&) {
        fmt::print(stderr,
                   "termbook: found too little memory; expected room for the input; close other programs\n");
        return refused;
    } catch (const std::exception& error) {
        fmt::print(stderr, "termbook: {}\n", error.what());
        return refused;
    }
}
