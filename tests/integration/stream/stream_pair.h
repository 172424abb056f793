// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/hub_process.h"

#include "sesame/stream/stream.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>

namespace sesame::test {

inline crypto::Identity identityOf(const std::string& handle) {
    ByteArray<32> seed{};
    seed.fill(static_cast<std::byte>(handle.front()));
    return *crypto::Identity::fromSeed(crypto::Secret<32>(seed));
}

inline void registerAt(const HubAddress& hub, const std::string& handle) {
    HubClient client(hub);
    const auto answer = client.registerAs(handle, identityOf(handle));
    ASSERT_TRUE(answer && answer->has_welcome()) << handle;
}

/// One end of a stream, and waiting for what it does.
class StreamEnd {
  public:
    static constexpr int kPatienceMs = 20'000;

    StreamEnd(const HubProcess& hub, const std::string& self, const std::string& peer,
              std::uint8_t number = 1, std::uint8_t secret = 7) {
        StreamId id;
        id.value.fill(std::byte{number});
        ByteArray<32> key{};
        key.fill(std::byte{secret});
        const auto role = self < peer ? stream::Terms::Role::Offers : stream::Terms::Role::Answers;
        const HubAddress address = hub.address();
        stream::Relay relay{address.host, address.port, fingerprintOf(hub)};
        auto opened = stream::Stream::open(relay, stream::Terms{id, crypto::Key(key), role, self, peer},
                                           identityOf(self), random_, [this](stream::State) {
                                               const std::lock_guard lock(mutex_);
                                               changed_.notify_all();
                                           });
        stream_ = *std::move(opened);
        user_ = stream_->takeDescriptor();
    }
    ~StreamEnd() { stream_.reset(); }

    stream::Stream& stream() { return *stream_; }
    int fd() const { return user_.get(); }
    void hangUp() { user_ = Descriptor(); }

    bool waitFor(stream::State state, int patienceMs = kPatienceMs) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::milliseconds(patienceMs), [&] {
            return stream_->state() == state || stream_->state() == stream::State::Ended;
        }) && stream_->state() == state;
    }

    /// Writes all of it, waiting for room.
    bool write(ByteView bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::send(fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (written > 0)
                bytes = bytes.subspan(static_cast<std::size_t>(written));
            else if (!ready(POLLOUT))
                return false;
        }
        return true;
    }
    /// So many bytes, or what came before the end.
    Bytes read(std::size_t size) const {
        Bytes out(size);
        std::size_t got = 0;
        while (got < size) {
            const ssize_t more = ::recv(fd(), out.data() + got, size - got, 0);
            if (more > 0)
                got += static_cast<std::size_t>(more);
            else if (more == 0 || !ready(POLLIN))
                break;
        }
        out.resize(got);
        return out;
    }
    bool atEnd() const {
        char byte = 0;
        return ready(POLLIN) && ::recv(fd(), &byte, 1, 0) <= 0;
    }

    static ByteArray<32> fingerprintOf(const HubProcess& hub) {
        const std::string& line = hub.readyLine();
        return *toArray<32>(*fromHex(line.substr(line.find("sha256:") + 7, 64)));
    }

  private:
    bool ready(short what) const {
        pollfd one{fd(), what, 0};
        return ::poll(&one, 1, kPatienceMs) == 1;
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    crypto::SystemRandom random_;
    std::unique_ptr<stream::Stream> stream_;
    Descriptor user_;
};

inline Bytes noise(std::size_t size, std::uint8_t seed) {
    Bytes out(size);
    std::uint32_t state = seed + 1U;
    for (auto& byte : out) {
        state = state * 1'664'525U + 1'013'904'223U;
        byte = static_cast<std::byte>(state >> 24);
    }
    return out;
}

}  // namespace sesame::test
