// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace termbook::test {

/// What the command left behind.
struct Outcome {
    int status{-1};
    std::string out;
    std::string err;
};

/// Runs the built `termbook` with these arguments.
Outcome termbook(const std::vector<std::string>& arguments);

/// The same as a user whom permissions stop, also where the tests run as root; none where that cannot be
/// done.
std::optional<Outcome> termbook_as_nobody(const std::vector<std::string>& arguments);

/// A folder of its own for a test, removed with it.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path file(const std::string& name, const std::string& bytes) const;

  private:
    std::filesystem::path m_path;
};

/// The sample trust, made once for all tests.
const std::filesystem::path& sample_trust();

/// Every file below a folder, sorted, relative to it.
std::vector<std::string> files_below(const std::filesystem::path& folder);

} // namespace termbook::test
