// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/ids.h"

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace sesame::hub {

class Relay;

/// Who meets whom at the relay. Thread-safe.
class RelayBoard {
  public:
    static constexpr std::size_t kMaxPerAccount = 16;

    struct Place {
        StreamId stream;
        std::string handle;
        std::string peer;
    };
    enum class Entry : std::uint8_t {
        Waits,   ///< the other end is not there yet
        Meets,   ///< `other` is it
        Taken,   ///< the stream belongs to others
        TooMany  ///< of this account
    };
    struct Entered {
        Entry entry = Entry::Waits;
        std::shared_ptr<Relay> other{};
        /// What the newcomer's own earlier connection leaves behind: to be ended.
        std::vector<std::shared_ptr<Relay>> over{};
    };
    Entered enter(const Place& place, const std::shared_ptr<Relay>& relay);
    void leave(const Place& place, const Relay* relay);

  private:
    struct End {
        std::string handle;
        std::weak_ptr<Relay> relay;
        const Relay* raw = nullptr;
    };
    using Pair = std::array<End, 2>;

    std::mutex mutex_;
    std::unordered_map<StreamId, Pair> streams_;
    std::map<std::string, std::size_t> counts_;
};

}  // namespace sesame::hub
