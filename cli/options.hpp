// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/audience.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace termbook::cli {

/// What every command that reads a workspace is told.
struct WorkspaceOptions {
    std::filesystem::path folder{"."};
    bool strict{false}; ///< issues make the exit status 1
};

/// How `figures`, `catalogue` and the like print.
enum class TableFormat { table, csv, json };

struct FiguresOptions {
    std::vector<std::string> marks; ///< none: the whole catalogue
    std::string school{"trust"};    ///< a URN or name, `all` or `trust`
    std::string period;             ///< empty: the latest year with data
    std::string by;                 ///< a dimension, or empty
    Audience audience{Audience::governors};
    TableFormat format{TableFormat::table};
};

struct InspectOptions {
    std::vector<std::filesystem::path> files; ///< none: the workspace's exports
    bool save_profile{false};                 ///< writes what is proposed for the one file named
    std::string profile_name;                 ///< empty: after the file
    bool force{false};                        ///< writes over a profile that is there
};

struct CompareOptions {
    std::filesystem::path a; ///< a workspace, an export, or a folder of exports
    std::filesystem::path b;
    std::string school; ///< only this one, by URN or name; empty: all that both have
    Audience audience{Audience::governors};
    TableFormat format{TableFormat::table};
};

struct CaptureOptions {
    std::vector<std::string> what; ///< marks, templates, packs; none: every figure of the catalogue
    std::string school;            ///< empty: the trust and each school
    std::string period;            ///< empty: what has begun of the latest year with data
    std::string by;                ///< empty: the user's name
    bool list{false};              ///< say what is captured, and capture nothing
    TableFormat format{TableFormat::table};
};

struct BuildOptions {
    std::string what; ///< a template's file, or the name of a template or pack
    std::string school{"trust"};
    std::string period;
    std::filesystem::path output; ///< a file, or a folder; empty: the workspace's `packs`
    std::vector<std::string> as;  ///< formats, when `output` is a folder
};

} // namespace termbook::cli
