// SPDX-License-Identifier: MPL-2.0
#include "cli/proposals.hpp"

#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"
#include "templates/writers/whole_file.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iostream>

namespace termbook::cli {

namespace {

int percent(double share) {
    return static_cast<int>(std::lround(100 * share));
}

std::string in_words(const ProposedColumn& column) {
    return fmt::format("{} as {}, {}% sure: {}", column.header, column.field, percent(column.confidence),
                       column.because);
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// "pupils-autumn" for "Pupils (autumn) 2026-03-27.csv": the next export will have another date.
std::string name_after(const std::filesystem::path& file) {
    std::string name;
    for (const char c : lower(file.stem().string())) {
        if (is_plain(c))
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    constexpr std::ptrdiff_t digits_of_a_date = 6;
    const auto letters = name.find_last_not_of("0123456789-") + 1; // npos + 1 is 0: none
    if (std::count_if(name.begin() + static_cast<std::ptrdiff_t>(letters), name.end(),
                      [](char c) { return c != '-'; }) >= digits_of_a_date)
        name.resize(letters);
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name.empty() ? "own" : name;
}

void require_plain(const std::string& name) {
    if (std::all_of(name.begin(), name.end(), is_plain)) return;
    throw Error({}, fmt::format("the name '{}' for a profile", name),
                "small letters, digits and hyphens, such as our-tracker", "choose another", ErrorKind::usage);
}

const Proposal& only_proposal(const std::vector<Inspection>& of_file, const std::filesystem::path& file) {
    const auto refuse = [&](std::string found, std::string expected, std::string remedy) {
        throw Error({file.string(), 0, 0, {}}, std::move(found), std::move(expected), std::move(remedy));
    };
    if (of_file.size() != 1)
        refuse(fmt::format("an archive of {} exports", of_file.size()), "one export", "unpack it first");
    const Inspection& only = of_file.front();
    if (!only.report.title.empty())
        refuse("a file that a profile knows already: " + only.report.title, "one that none knows",
               "leave --save-profile out");
    if (!only.proposal)
        refuse("no table with a header that can be told", "a header row above rows of pupils, as UPN, Year …",
               "add one, or export it again with column names");
    if (!only.proposal->suffices())
        refuse(
            fmt::format("no column that is surely the {}", fmt::join(only.proposal->missing, ", nor the ")),
            fmt::format("what is needed of: {}", only.proposal->like),
            "rename the column in the export, or write a profile by hand");
    return *only.proposal;
}

} // namespace

void print_proposal(const Proposal& proposal) {
    std::cout << "  proposed    to read it as: " << proposal.like;
    if (!proposal.sheet.empty()) std::cout << ", sheet '" << proposal.sheet << "'";
    std::cout << ", header on line " << proposal.header_line << '\n';
    for (const ProposedColumn& column : proposal.read)
        std::cout << "  column      " << in_words(column) << '\n';
    for (const ProposedColumn& column : proposal.doubtful)
        std::cout << "  doubtful    " << in_words(column) << '\n';
    if (!proposal.not_read.empty())
        std::cout << "  not read    " << fmt::format("{}", fmt::join(proposal.not_read, ", ")) << '\n';
    if (!proposal.suffices())
        std::cout << "  missing     "
                  << fmt::format("{}: no column is {}% sure to be it", fmt::join(proposal.missing, ", "),
                                 percent(least_confidence))
                  << '\n';
    else
        std::cout << "  to use it   termbook inspect FILE --save-profile\n";
}

std::filesystem::path save_proposal(const std::vector<Inspection>& of_file, const std::filesystem::path& file,
                                    const std::filesystem::path& workspace, const InspectOptions& asked) {
    const std::string name = asked.profile_name.empty() ? name_after(file) : asked.profile_name;
    require_plain(name);
    const Proposal& proposal = only_proposal(of_file, file);
    const auto path = workspace / "profiles" / (name + ".xml");
    std::error_code unknown; // what cannot be looked at cannot be written either
    if (std::filesystem::exists(path, unknown) && !asked.force)
        throw Error({path.string(), 0, 0, {}}, "a profile that is there already", "a name that is free",
                    "name another behind --save-profile, or write over it with --force", ErrorKind::output);
    writers::write_whole_file(path, profile_xml(proposal, name));
    return path;
}

} // namespace termbook::cli
