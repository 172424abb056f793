// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace sesame::hub {

/// Counts the connections that have not logged in, as a whole and from each address. Thread-safe; outlives
/// its tickets.
class Admission {
  public:
    Admission(std::size_t limit, std::size_t limitPerAddress)
        : limit_(limit), limitPerAddress_(limitPerAddress) {}

    /// Held while a connection has not logged in.
    class Ticket {
      public:
        Ticket(Admission& admission, std::string address)
            : admission_(admission), address_(std::move(address)) {}
        ~Ticket() { admission_.giveBack(address_); }
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;

      private:
        Admission& admission_;
        std::string address_;
    };

    /// Null: too many.
    std::unique_ptr<Ticket> admit(const std::string& address) {
        const std::lock_guard lock(mutex_);
        if (total_ >= limit_)
            return nullptr;
        std::size_t& count = byAddress_[address];
        if (count >= limitPerAddress_)
            return nullptr;
        ++count;
        ++total_;
        return std::make_unique<Ticket>(*this, address);
    }

  private:
    void giveBack(const std::string& address) {
        const std::lock_guard lock(mutex_);
        --total_;
        const auto found = byAddress_.find(address);
        if (--found->second == 0)
            byAddress_.erase(found);
    }

    const std::size_t limit_;
    const std::size_t limitPerAddress_;
    std::mutex mutex_;
    std::size_t total_ = 0;
    std::unordered_map<std::string, std::size_t> byAddress_;
};

}  // namespace sesame::hub
