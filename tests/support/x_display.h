// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

extern char** environ;

namespace sesame::test {

/// A child process that ends with the test.
class Child {
  public:
    /// Its standard output goes to `output`, unless that is -1.
    explicit Child(std::vector<std::string> argv, int output = -1) {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        if (output >= 0)
            posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        std::vector<char*> pointers;
        for (std::string& argument : argv)
            pointers.push_back(argument.data());
        pointers.push_back(nullptr);
        if (posix_spawnp(&pid_, pointers[0], &actions, nullptr, pointers.data(), environ) != 0)
            pid_ = -1;
        posix_spawn_file_actions_destroy(&actions);
    }
    ~Child() {
        if (pid_ > 0) {
            kill(pid_, SIGTERM);
            waitpid(pid_, nullptr, 0);
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    bool started() const { return pid_ > 0; }
    pid_t pid() const { return pid_; }
    /// Waits until it ends by itself. Whether it did what it was asked to.
    bool succeeds() {
        int status = 0;
        return pid_ > 0 && waitpid(std::exchange(pid_, -1), &status, 0) > 0 && WIFEXITED(status) &&
               WEXITSTATUS(status) == 0;
    }

  private:
    pid_t pid_ = -1;
};

/// An X server of its own on a free display, which $DISPLAY names while it lives.
class XDisplay {
  public:
    explicit XDisplay(const std::string& screen = "1024x768x24") : name_(start(screen)) {
        setenv("DISPLAY", name_.c_str(), 1);
    }
    ~XDisplay() { unsetenv("DISPLAY"); }
    XDisplay(const XDisplay&) = delete;
    XDisplay& operator=(const XDisplay&) = delete;
    const std::string& name() const { return name_; }
    /// The server dies, with everybody's connection.
    void end() { server_.reset(); }

  private:
    std::string start(const std::string& screen) {
        int ends[2];
        if (pipe(ends) != 0)
            return "";
        server_ = std::make_unique<Child>(std::vector<std::string>{"Xvfb", "-displayfd",
                                                                   std::to_string(ends[1]), "-screen", "0",
                                                                   screen, "-nolisten", "tcp", "-noreset"});
        ::close(ends[1]);
        // It writes its number when it is ready to be talked to.
        std::string number;
        char c = 0;
        while (::read(ends[0], &c, 1) == 1 && c != '\n')
            number += c;
        ::close(ends[0]);
        return number.empty() ? "" : ':' + number;
    }

    std::unique_ptr<Child> server_;
    std::string name_;
};

}  // namespace sesame::test
