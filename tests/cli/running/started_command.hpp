// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace termbook::test {

/// The built `termbook`, running beside the test.
class StartedCommand {
  public:
    /// What it says goes into a file.
    StartedCommand(const std::vector<std::string>& arguments, std::filesystem::path said);
    StartedCommand(StartedCommand&& other) noexcept;
    ~StartedCommand();

    /// Ends it at once, without a chance to tidy up, if it still runs.
    void kill();

    /// Its exit status, once it has ended; -1 if it was killed.
    int wait();

    std::string said() const;

  private:
    pid_t m_process{-1};
    std::filesystem::path m_said;
};

} // namespace termbook::test
