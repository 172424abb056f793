// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/base/descriptor.h"

#include <sys/types.h>

#include <chrono>
#include <stop_token>
#include <string>
#include <vector>

namespace sesame::media {

/// A regular file for reading, never waiting for a device. NotFound if there is none.
Result<Descriptor> openRegular(const std::string& path);

/// A running `sesame-media`, killed at the end. The thread that starts it must outlive it: the kernel kills
/// it with that thread. Any thread, one at a time.
class ReaderChild {
  public:
    /// `input` becomes its standard input. Unavailable without the program.
    static Result<ReaderChild> start(const Descriptor& input, const std::vector<std::string>& arguments);
    ReaderChild(ReaderChild&& other) noexcept;
    ReaderChild& operator=(ReaderChild&&) = delete;
    ~ReaderChild();

    /// Where its standard output is read.
    const Descriptor& output() const { return output_; }

    /// Everything that it writes, if that is at most `most` bytes and it ends well before the deadline; else
    /// Malformed. Cancelled soon after `stop`.
    Result<Bytes> readAll(std::size_t most, std::chrono::steady_clock::time_point deadline,
                          const std::stop_token& stop);

    /// Exactly so many bytes, however long they take; NotFound at the end of what it writes.
    Result<Bytes> read(std::size_t count, const std::stop_token& stop);

    /// Whether it could read all. Waits for its end.
    bool endedWell();

  private:
    ReaderChild(pid_t pid, Descriptor output) : pid_(pid), output_(std::move(output)) {}
    pid_t pid_;
    Descriptor output_;
};

}  // namespace sesame::media
