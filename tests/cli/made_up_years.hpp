// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "tests/cli/running/command.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace termbook::test {

/// A workspace of two small schools with marks in the autumn and spring of 2024/25 and the autumn of 2025/26,
/// each year's in a file of its own.
class MadeUpYears {
  public:
    MadeUpYears();

    const std::filesystem::path& path() const { return m_folder.path(); }
    std::filesystem::path store() const { return path() / "captures.sqlite"; }

    /// Runs a command in the workspace.
    Outcome run(std::vector<std::string> arguments) const;

    /// Takes the exports of 2024/25 away.
    void forget_last_year() const;

    /// Writes the marks of 2025/26 anew: another file, though the figures stay.
    void export_again(int version) const;

    void settings(int threshold = 6, bool last_year = true) const;

  private:
    Folder m_folder;
};

} // namespace termbook::test
