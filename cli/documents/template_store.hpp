// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/odf/document.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace termbook::cli {

/// One template of what is to be built, and the formats that its pack asks for (none: the command decides).
struct TemplateJob {
    odf::Document document;
    std::string title; ///< the document's title, else the template's name
    std::vector<std::string> formats;
};

/// Finds a template or a pack: a file; else a name in the workspace's `templates`, else one of those that
/// come with Termbook. Throws Error when there is none, with the nearest name, or when it cannot be read.
std::vector<TemplateJob> find_templates(const std::filesystem::path& workspace, const std::string& what);

} // namespace termbook::cli
