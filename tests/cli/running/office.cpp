// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/office.hpp"

#include "tests/cli/running/command.hpp"

#include <cstdlib>
#include <fmt/format.h>

namespace termbook::test {

namespace {

constexpr const char* python = "/usr/bin/python3";

bool runs(const std::string& command) {
    return std::system(command.c_str()) == 0;
}

} // namespace

bool office_is_here() {
    return runs("command -v soffice >/dev/null 2>&1");
}

bool python_has(const std::string& module) {
    return runs(fmt::format("{} -c 'import {}' >/dev/null 2>&1", python, module));
}

bool run_tool(const std::string& script, const std::vector<std::string>& arguments) {
    std::string line = fmt::format("timeout 300 {} '{}/tests/tools/{}'", python, TERMBOOK_SOURCE_DIR, script);
    for (const std::string& argument : arguments)
        line += fmt::format(" '{}'", argument);
    return runs(line);
}

bool convert(const std::vector<std::filesystem::path>& files, const std::string& format,
             const std::filesystem::path& into) {
    const Folder profile;
    profile.file(
        "user/registrymodifications.xcu",
        R"(<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">)"
        R"(<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" )"
        R"(oor:op="fuse"><value>0</value></prop></item></oor:items>)");
    std::string line =
        fmt::format("timeout 300 soffice -env:UserInstallation=file://{} --headless --convert-to '{}' "
                    "--outdir '{}'",
                    profile.path().string(), format, into.string());
    for (const auto& file : files)
        line += fmt::format(" '{}'", file.string());
    return runs(line + " >/dev/null 2>&1");
}

} // namespace termbook::test
