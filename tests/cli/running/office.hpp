// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace termbook::test {

bool office_is_here();
bool python_has(const std::string& module);

/// Runs a script of tests/tools, and says whether it ended well; what it prints is the test's.
bool run_tool(const std::string& script, const std::vector<std::string>& arguments);

/// Converts files through soffice into `into`, on a profile of its own that works every formula out anew.
bool convert(const std::vector<std::filesystem::path>& files, const std::string& format,
             const std::filesystem::path& into);

} // namespace termbook::test
