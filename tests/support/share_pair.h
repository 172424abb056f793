// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/temp_tree.h"

#include "sesame/share/share_client.h"
#include "sesame/share/share_server.h"

#include <sys/socket.h>
#include <sys/stat.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>

namespace sesame::test {

/// Waits until something that happens on another thread has happened.
class Condition {
  public:
    static constexpr auto kPatience = std::chrono::seconds(60);

    template <typename Change>
    void change(Change change) {
        const std::lock_guard lock(mutex_);
        change();
        changed_.notify_all();
    }
    template <typename Question>
    bool wait(Question question) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, kPatience, question);
    }
    template <typename Value>
    Value read(const Value& value) {
        const std::lock_guard lock(mutex_);
        return value;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
};

/// What one end told of its transfers.
struct TransferRecord {
    Condition condition;
    std::map<share::TransferNumber, share::Ending> ended;
    std::map<share::TransferNumber, share::Progress> progress;
    std::map<std::string, std::string> kept;  ///< path → saved as
    std::map<std::string, share::Ending> failed;
    std::set<std::string> leaving;

    share::TransferEvents events() {
        return {
            [this](const share::Progress& now) { condition.change([&] { progress[now.transfer] = now; }); },
            [this](share::TransferNumber, const std::string& path, std::uint64_t) {
                condition.change([&] { leaving.insert(path); });
            },
            [this](share::TransferNumber, const std::string& path, const std::string& savedAs) {
                condition.change([&] { kept[path] = savedAs; });
            },
            [this](share::TransferNumber, const std::string& path, share::Ending why) {
                condition.change([&] { failed[path] = why; });
            },
            [this](share::TransferNumber number, share::Ending why) {
                condition.change([&] { ended[number] = why; });
            }};
    }
    /// How the transfer ended; nullopt when it does not.
    std::optional<share::Ending> endOf(share::TransferNumber number) {
        if (!condition.wait([&] { return ended.contains(number); }))
            return std::nullopt;
        return condition.read(ended[number]);
    }
    std::uint64_t bytesDone(share::TransferNumber number) {
        return condition.read(progress[number]).bytesDone;
    }
};

/// The helper's end, and what it told.
class Guest {
  public:
    explicit Guest(const Clock& clock, const share::Boundaries& own = {"/nowhere"}) {
        share::ClientEvents events;
        events.transfers = transfers.events();
        events.opened = [this](const share::Offered& what) { condition.change([&] { offered = what; }); };
        events.closed = [this](const Error& why) { condition.change([&] { closed = why.code; }); };
        events.listed = [this](share::RequestNumber number, const share::Listed& what) {
            condition.change([&] { listed[number] = what; });
        };
        events.entries = [this](share::RequestNumber number, std::uint64_t first,
                                std::vector<share::Entry> some) {
            condition.change([&] { entries[{number, first}] = std::move(some); });
        };
        events.refused = [this](share::RequestNumber number, share::Ending why) {
            condition.change([&] { refused[number] = why; });
        };
        client = share::ShareClient::create(own, clock, std::move(events));
    }

    bool waitForListed(share::RequestNumber number) {
        return condition.wait([&] { return listed.contains(number) || refused.contains(number); }) &&
               listed.contains(number);
    }
    /// The whole listing, page by page.
    std::vector<std::string> names(const share::ListRequest& request) {
        const auto number = client->list(request);
        std::vector<std::string> out;
        if (!number || !waitForListed(*number))
            return out;
        while (out.size() < listed[*number].entries) {
            const std::uint64_t first = out.size();
            if (!client->page(*number, first, 1000) || !condition.wait([&] {
                    return entries.contains({*number, first}) || refused.contains(*number);
                }))
                return out;
            const auto some = condition.read(entries[{*number, first}]);
            if (some.empty())
                return out;
            for (const share::Entry& entry : some)
                out.push_back(entry.name);
        }
        return out;
    }

    Condition condition;
    std::optional<share::Offered> offered;
    std::optional<ErrorCode> closed;
    std::map<share::RequestNumber, share::Listed> listed;
    std::map<std::pair<share::RequestNumber, std::uint64_t>, std::vector<share::Entry>> entries;
    std::map<share::RequestNumber, share::Ending> refused;
    TransferRecord transfers;
    std::unique_ptr<share::ShareClient> client;
};

inline std::pair<Descriptor, Descriptor> socketPair() {
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        std::abort();
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A receiver who shares `tree`/shared, and a helper who has `tree`/mine.
class SharePair {
  public:
    explicit SharePair(share::Level level = share::Level::Put, share::QuarantineLimits limits = {}) {
        tree.folder("shared");
        tree.folder("mine");
        quarantine = *share::Quarantine::open(tree.path("quarantine"), limits, clock);
        serve(level);
    }
    ~SharePair() {
        guest.client->stop();
        if (server)
            server->stop();
    }

    /// `path`: something else than the folder.
    void serve(share::Level level, std::int64_t endsBootMs = INT64_MAX, const std::string& path = {}) {
        share::ServerEvents events;
        events.transfers = hostTransfers.events();
        events.looked = [this](const std::string& folder) {
            condition.change([&] { looked.insert(folder); });
        };
        events.guest = [this](bool there) {
            condition.change([&] {
                guestIsThere = there;
                guestHasLeft = !there;
            });
        };
        auto folder =
            share::SharedFolder::open(path.empty() ? tree.path("shared") : path, {tree.path("home"), {}});
        server = *share::ShareServer::start(*std::move(folder), {level, endsBootMs, "helper"},
                                            quarantine.get(), clock, std::move(events));
    }
    /// A new connection between the two.
    void connect() {
        auto [a, b] = socketPair();
        guest.condition.change([&] { guest.offered.reset(); });
        static_cast<void>(server->attach(std::move(a)));
        static_cast<void>(guest.client->attach(std::move(b)));
        guest.condition.wait([&] { return guest.offered.has_value(); });
    }
    share::Destination mine(bool resumes = false) const { return {tree.path("mine"), resumes}; }

    TempTree tree;
    SystemClock clock;
    std::unique_ptr<share::Quarantine> quarantine;
    Condition condition;
    std::set<std::string> looked;
    bool guestIsThere = false;
    bool guestHasLeft = false;
    TransferRecord hostTransfers;
    std::unique_ptr<share::ShareServer> server;
    Guest guest{clock};
};

inline std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string noiseText(std::size_t size, std::uint32_t seed) {
    std::string out(size, '\0');
    for (char& c : out) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        c = static_cast<char>(seed >> 24);
    }
    return out;
}

}  // namespace sesame::test
