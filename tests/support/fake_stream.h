// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/stream/stream.h"

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <atomic>

namespace sesame::test {

/// A stream without a relay: what is written to its user's end comes out of `other`.
class FakeStream final : public stream::Stream {
  public:
    struct Made {
        std::unique_ptr<FakeStream> stream;
        Descriptor other;  ///< blocking
    };
    static Made make() {
        int ends[2] = {-1, -1};
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
        ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
        return {std::unique_ptr<FakeStream>(new FakeStream(Descriptor(ends[0]))), Descriptor(ends[1])};
    }

    /// Say before the other end is closed.
    void endsAs(stream::Ending why) { ending_ = why; }

    Descriptor takeDescriptor() override { return std::move(user_); }
    stream::State state() const override {
        return ending_ == stream::Ending::None ? stream::State::Open : stream::State::Ended;
    }
    stream::Ending ending() const override { return ending_; }
    stream::Flow flow() const override { return {0, 0, 1234, 1000}; }
    int flowEvent() const override { return flowEvent_.get(); }
    void finish() override { close(); }
    void close() override {
        if (ending_ == stream::Ending::None)
            ending_ = stream::Ending::Closed;
    }

  private:
    explicit FakeStream(Descriptor user) : user_(std::move(user)) {}
    Descriptor user_;
    const Descriptor flowEvent_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::atomic<stream::Ending> ending_{stream::Ending::None};
};

}  // namespace sesame::test
