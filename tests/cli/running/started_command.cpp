// SPDX-License-Identifier: MPL-2.0
#include "tests/cli/running/started_command.hpp"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace termbook::test {

StartedCommand::StartedCommand(const std::vector<std::string>& arguments, std::filesystem::path said)
    : m_said(std::move(said)) {
    std::vector<std::string> words{TERMBOOK_COMMAND};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const int file = ::open(m_said.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    m_process = ::fork();
    if (m_process == 0) {
        ::dup2(file, STDOUT_FILENO);
        ::dup2(file, STDERR_FILENO);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(file);
    if (m_process < 0) throw std::runtime_error("the command cannot be started");
}

StartedCommand::StartedCommand(StartedCommand&& other) noexcept
    : m_process(std::exchange(other.m_process, -1)), m_said(std::move(other.m_said)) {}

StartedCommand::~StartedCommand() {
    kill();
    wait();
}

void StartedCommand::kill() {
    if (m_process > 0) ::kill(m_process, SIGKILL);
}

int StartedCommand::wait() {
    if (m_process <= 0) return -1;
    int status = 0;
    ::waitpid(std::exchange(m_process, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string StartedCommand::said() const {
    std::ifstream stream(m_said);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace termbook::test
