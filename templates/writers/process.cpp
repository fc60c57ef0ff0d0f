// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/process.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace termbook::writers {

namespace {

/// What the child starts with: no input, no output, its own group, no blocked signals.
class Start {
  public:
    Start() {
        posix_spawn_file_actions_init(&m_files);
        posix_spawn_file_actions_addopen(&m_files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&m_files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setpgroup(&m_attributes, 0);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;
    ~Start() {
        posix_spawn_file_actions_destroy(&m_files);
        posix_spawnattr_destroy(&m_attributes);
    }

    std::optional<pid_t> run(const std::vector<std::string>& command) const {
        auto words = command;
        std::vector<char*> arguments;
        for (auto& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        pid_t child = 0;
        if (posix_spawn(&child, arguments[0], &m_files, &m_attributes, arguments.data(), environ) != 0)
            return {};
        return child;
    }

  private:
    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

/// Waits for the child; false when the time is up.
bool wait_for(pid_t child, std::chrono::seconds limit, int& status) {
    constexpr std::chrono::milliseconds nap(20);
    const auto end = std::chrono::steady_clock::now() + limit;
    while (true) {
        const pid_t done = ::waitpid(child, &status, WNOHANG);
        if (done == child) return true;
        if (done < 0 && errno != EINTR) return false;
        if (std::chrono::steady_clock::now() >= end) return false;
        std::this_thread::sleep_for(nap);
    }
}

} // namespace

std::optional<std::filesystem::path> find_program(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::string_view folders = path != nullptr ? path : "";
    while (!folders.empty()) {
        const auto folder = folders.substr(0, folders.find(':'));
        folders.remove_prefix(std::min(folders.size(), folder.size() + 1));
        const auto program = std::filesystem::path(folder) / name;
        std::error_code ignored;
        if (!folder.empty() && std::filesystem::is_regular_file(program, ignored) &&
            ::access(program.c_str(), X_OK) == 0)
            return program;
    }
    return {};
}

std::optional<int> run_program(const std::vector<std::string>& command, std::chrono::seconds limit) {
    const auto child = Start().run(command);
    if (!child) return {};
    int status = 0;
    const bool ended = wait_for(*child, limit, status);
    ::kill(-*child, SIGKILL); // what it started and left behind, too
    if (!ended) {
        ::waitpid(*child, &status, 0);
        return {};
    }
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

} // namespace termbook::writers
