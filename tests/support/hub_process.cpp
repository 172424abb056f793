// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hub_process.h"

#include "support/places.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace sesame::test {
namespace {

struct Started {
    pid_t process = -1;
    int output = -1;
    int errors = -1;
};

[[noreturn]] void becomeHub(const std::vector<std::string>& arguments, int output, int errors,
                            std::uint64_t fileSizeLimit) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(output, STDOUT_FILENO);
    if (errors >= 0)
        dup2(errors, STDERR_FILENO);
    if (fileSizeLimit > 0) {
        const rlimit limit{fileSizeLimit, fileSizeLimit};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    const std::string program = SESAME_BIN_DIR "/sesame-hub";
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const auto& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(program.c_str(), argv.data());
    _exit(127);
}

Started start(const std::vector<std::string>& arguments, bool takeErrors, std::uint64_t fileSizeLimit) {
    int output[2];
    int errors[2] = {-1, -1};
    if (pipe2(output, O_CLOEXEC) != 0 || (takeErrors && pipe2(errors, O_CLOEXEC) != 0))
        throw std::runtime_error("pipe");
    const pid_t process = fork();
    if (process == 0)
        becomeHub(arguments, output[1], errors[1], fileSizeLimit);
    ::close(output[1]);
    if (takeErrors)
        ::close(errors[1]);
    return {process, output[0], errors[0]};
}

std::string readAll(int file) {
    std::string text;
    char chunk[4096];
    for (ssize_t count = 0; (count = ::read(file, chunk, sizeof chunk)) > 0;)
        text.append(chunk, static_cast<std::size_t>(count));
    ::close(file);
    return text;
}

std::string readLine(int file) {
    std::string line;
    char c = 0;
    while (::read(file, &c, 1) == 1 && c != '\n')
        line += c;
    return line;
}

int exitCode(pid_t process) {
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

HubProcess::Exit HubProcess::run(const std::vector<std::string>& arguments) {
    const Started started = start(arguments, true, 0);
    Exit out;
    out.output = readAll(started.output);
    out.errors = readAll(started.errors);
    out.code = exitCode(started.process);
    return out;
}

HubProcess::HubProcess(const std::filesystem::path& data, std::vector<std::string> extra,
                       std::uint64_t fileSizeLimit) {
    std::vector<std::string> arguments{"--data", data.string(), "--listen", "127.0.0.1",
                                       "--port", "0",           "--log",    "warning"};
    arguments.insert(arguments.end(), extra.begin(), extra.end());
    const Started started = start(arguments, false, fileSizeLimit);
    process_ = started.process;
    output_ = started.output;
    readyLine_ = readLine(output_);
    if (!readyLine_.starts_with("ready "))
        throw std::runtime_error("the hub did not start");
}

HubProcess::~HubProcess() {
    if (process_ > 0) {
        kill(process_, SIGKILL);
        exitCode(process_);
    }
    ::close(output_);
}

void HubProcess::signal(int number) const {
    kill(process_, number);
}

int HubProcess::waitForEnd() {
    const int code = exitCode(process_);
    process_ = -1;
    return code;
}

}  // namespace sesame::test
