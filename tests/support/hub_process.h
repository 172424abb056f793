// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/hub_client.h"
#include "support/temporary_directory.h"

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace sesame::test {

/// A real sesame-hub on a free port of 127.0.0.1. Killed at the end unless it was stopped.
class HubProcess {
  public:
    struct Exit {
        int code = -1;
        std::string output, errors;
    };

    /// Runs the program to its end.
    static Exit run(const std::vector<std::string>& arguments);

    /// Waits for the ready line; throws std::runtime_error if the hub ends instead.
    explicit HubProcess(const std::filesystem::path& data, std::vector<std::string> extra = {},
                        std::uint64_t fileSizeLimit = 0);
    ~HubProcess();
    HubProcess(const HubProcess&) = delete;
    HubProcess& operator=(const HubProcess&) = delete;

    HubAddress address() const { return parseReadyLine(readyLine_); }
    const std::string& readyLine() const { return readyLine_; }
    pid_t id() const { return process_; }
    void signal(int number) const;
    /// The exit code, or minus the signal.
    int waitForEnd();

  private:
    pid_t process_ = -1;
    int output_ = -1;
    std::string readyLine_;
};

}  // namespace sesame::test
