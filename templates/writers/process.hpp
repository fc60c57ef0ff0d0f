// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace termbook::writers {

/// The program of that name on the PATH, or none.
std::optional<std::filesystem::path> find_program(const std::string& name);

/// Runs a program without a shell, in a process group of its own, its output thrown away. Returns its exit
/// status; none if it could not be started, died of a signal or ran out of time. Nothing of its group is left
/// running.
std::optional<int> run_program(const std::vector<std::string>& command, std::chrono::seconds limit);

} // namespace termbook::writers
