// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <unistd.h>

namespace termbook::test {

/// A folder of the test's own, gone with it.
class Folder {
  public:
    Folder() {
        static int count = 0;
        m_path =
            std::filesystem::temp_directory_path() / fmt::format("termbook-xlsx-{}-{}", ::getpid(), count++);
        std::filesystem::create_directories(m_path);
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline bool runs(const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

/// soffice on a profile of the test's own that works every formula out anew when it opens a file.
inline void convert(const Folder& folder, const std::string& to, const std::string& files) {
    const auto profile = folder / "profile";
    std::filesystem::create_directories(profile / "user");
    std::ofstream(profile / "user/registrymodifications.xcu")
        << R"(<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">)"
        << R"(<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>)"
        << "</oor:items>";
    ASSERT_TRUE(runs(
        fmt::format("soffice -env:UserInstallation=file://{} --headless --convert-to '{}' --outdir '{}' {}",
                    profile.string(), to, folder.path().string(), files)));
}

} // namespace termbook::test
