// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/hub_client.h"

#include "sesame/stream/stream.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>

namespace sesame::bench {

/// How the host and the viewer of the benchmark find each other without a conversation: both know the secret.
class Meeting {
  public:
    /// `ready`: the line that the hub says when it listens. `through`: another port to reach it at, or 0.
    Meeting(const std::string& ready, std::uint16_t through, bool offers)
        : hub_(test::parseReadyLine(ready)), offers_(offers) {
        test::HubClient(hub_).registerAs(self(), identity());
        relay_ = {hub_.host, through != 0 ? through : hub_.port,
                  *toArray<32>(*fromHex(ready.substr(ready.find("sha256:") + 7, 64)))};
    }

    std::unique_ptr<stream::Stream> open(const std::function<void(stream::State)>& changed) {
        StreamId id;
        id.value.fill(std::byte{1});
        stream::Terms terms{id, crypto::Key(ByteArray<32>{}),
                            offers_ ? stream::Terms::Role::Offers : stream::Terms::Role::Answers, self(),
                            peer()};
        auto opened = stream::Stream::open(relay_, std::move(terms), identity(), random_, changed);
        if (!opened) {
            std::fprintf(stderr, "no stream: %s\n", opened.error().detail.c_str());
            std::exit(1);
        }
        return *std::move(opened);
    }

  private:
    std::string self() const { return offers_ ? "benchhost" : "benchviewer"; }
    std::string peer() const { return offers_ ? "benchviewer" : "benchhost"; }
    crypto::Identity identity() const {
        ByteArray<32> seed{};
        seed.fill(static_cast<std::byte>(offers_ ? 1 : 2));
        return *crypto::Identity::fromSeed(crypto::Secret<32>(seed));
    }

    const test::HubAddress hub_;
    const bool offers_;
    stream::Relay relay_;
    crypto::SystemRandom random_;
};

/// Sits until standard input ends.
inline void stay() {
    std::string line;
    while (std::getline(std::cin, line))
        continue;
}

}  // namespace sesame::bench
