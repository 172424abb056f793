// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Load on a hub that runs already, from one thread: pairs that write to each other, idle connections, or mail
// for somebody who is away; and a crowd that does nothing beside any of them. One message counts when its
// sender has heard that the recipient's program has it.

#include "support/hub_client.h"

#include "sesame/wire/frame.h"
#include "sesame/wire/limits.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <sstream>
#include <unordered_map>

namespace {

using namespace sesame;
using namespace sesame::test;
using Clock = std::chrono::steady_clock;

struct Settings {
    HubAddress hub;
    int pairs = 100;
    int outstanding = 16;
    double seconds = 5;
    int body = 200;
    int connections = 0;
    int crowd = 0;
    int offline = 0;
    int process = 0;
};

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double cpuSeconds(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream rest(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field)
        rest >> skipped;
    double user = 0;
    double system = 0;
    rest >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double residentKib(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6));
    }
    return 0;
}

class Account {
  public:
    Account(const Settings& settings, std::string handle, crypto::Random& random)
        : handle_(std::move(handle)), identity_(crypto::Identity::generate(random)), hub_(settings.hub) {
        connect();
    }

    void connect() {
        client_.emplace(hub_);
        const auto answer = client_->registerAs(handle_, identity_);
        if (!answer || !answer->has_welcome())
            throw std::runtime_error("not welcome");
    }
    void disconnect() { client_.reset(); }

    HubClient& client() { return *client_; }
    const std::string& handle() const { return handle_; }

  private:
    std::string handle_;
    crypto::Identity identity_;
    HubAddress hub_;
    std::optional<HubClient> client_;
};

std::string freshPrefix() {
    return "l" + std::to_string(getpid()) + "-";
}

/// Connections that cost the hub memory and give it nothing to do: of six, one never speaks TLS, one never
/// logs in, and four are logged in and never read (M30).
class Crowd {
  public:
    explicit Crowd(const Settings& settings) {
        for (int i = 0; i < settings.crowd; ++i) {
            if (i % 6 == 0)
                silent_.push_back(connectTo(settings.hub.host, settings.hub.port));
            else if (i % 6 == 1)
                strangers_.emplace_back(settings.hub);
            else
                accounts_.push_back(
                    std::make_unique<Account>(settings, freshPrefix() + "c" + std::to_string(i), random_));
        }
    }
    ~Crowd() {
        for (const int file : silent_)
            ::close(file);
    }

  private:
    crypto::SystemRandom random_;
    std::vector<int> silent_;
    std::vector<HubClient> strangers_;
    std::vector<std::unique_ptr<Account>> accounts_;
};

class Pairs {
  public:
    explicit Pairs(const Settings& settings) : settings_(settings), body_(settings.body, 'x') {
        poll_ = epoll_create1(EPOLL_CLOEXEC);
        for (int i = 0; i < settings.pairs; ++i) {
            const std::string name = freshPrefix() + std::to_string(i);
            add(name + "a");
            add(name + "b");
        }
    }
    ~Pairs() { ::close(poll_); }

    void run() {
        const double cpuBefore = cpuSeconds(settings_.process);
        const auto start = Clock::now();
        for (std::size_t i = 0; i < accounts_.size(); i += 2)
            send(i, settings_.outstanding);
        while (secondsSince(start) < settings_.seconds)
            step();
        report(secondsSince(start), cpuSeconds(settings_.process) - cpuBefore);
    }

  private:
    void add(const std::string& handle) {
        accounts_.push_back(std::make_unique<Account>(settings_, handle, random_));
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = accounts_.size() - 1;
        epoll_ctl(poll_, EPOLL_CTL_ADD, accounts_.back()->client().socket().file(), &event);
    }

    void step() {
        epoll_event events[256];
        const int count = epoll_wait(poll_, events, 256, 100);
        for (int i = 0; i < count; ++i)
            read(events[i].data.u64);
    }

    void read(std::size_t index) {
        auto& socket = accounts_[index]->client().socket();
        pb::ClientFrame acknowledgement;
        int freed = 0;
        while (const auto bytes = socket.poll()) {
            pb::HubFrame frame;
            if (!wire::parse(*bytes, frame, wire::kMaxFrameBytes))
                throw std::runtime_error("bad frame");
            for (const auto& mail : frame.mail_delivery().mails())
                acknowledgement.mutable_acknowledge_mail()->add_sequences(mail.sequence());
            for (const auto& id : frame.mail_delivered().message_ids())
                freed += delivered(id) ? 1 : 0;
            if (frame.has_refusal())
                ++refused_;
        }
        if (socket.isOver())
            throw std::runtime_error("the hub hung up");
        if (acknowledgement.has_acknowledge_mail())
            accounts_[index]->client().send(acknowledgement);
        if (freed > 0)
            send(index, freed);
    }

    void send(std::size_t index, int count) {
        pb::ClientFrame frame;
        for (int i = 0; i < count; ++i) {
            auto& mail = *frame.mutable_send_mail()->add_mails();
            mail.set_peer(accounts_[index + 1]->handle());
            mail.set_message_id(messageId(++lastId_));
            mail.set_sealed(body_);
            sent_[lastId_] = Clock::now();
        }
        accounts_[index]->client().send(frame);
    }

    bool delivered(const std::string& id) {
        std::uint64_t number = 0;
        std::memcpy(&number, id.data(), sizeof number);
        const auto found = sent_.find(number);
        if (found == sent_.end())
            return false;
        latencies_.push_back(secondsSince(found->second) * 1'000);
        sent_.erase(found);
        return true;
    }

    void report(double seconds, double cpu) {
        std::sort(latencies_.begin(), latencies_.end());
        const auto count = static_cast<double>(latencies_.size());
        const auto at = [&](double part) {
            return latencies_.empty() ? 0.0 : latencies_[static_cast<std::size_t>(part * (count - 1))];
        };
        std::printf(
            "{\"test\":\"pairs\",\"pairs\":%d,\"outstanding\":%d,\"body\":%d,\"crowd\":%d,\"messages\":%.0f,"
            "\"per_second\":%.0f,\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"hub_cpu_s_per_100000\":%.2f,"
            "\"hub_rss_kib\":%.0f,\"refused\":%d}\n",
            settings_.pairs, settings_.outstanding, settings_.body, settings_.crowd, count, count / seconds,
            at(0.5), at(0.99), count > 0 ? cpu * 100'000 / count : 0, residentKib(settings_.process),
            refused_);
    }

    const Settings& settings_;
    crypto::SystemRandom random_;
    std::string body_;
    int poll_ = -1;
    std::vector<std::unique_ptr<Account>> accounts_;
    std::unordered_map<std::uint64_t, Clock::time_point> sent_;
    std::vector<double> latencies_;
    std::uint64_t lastId_ = 0;
    int refused_ = 0;
};

void runIdle(const Settings& settings) {
    crypto::SystemRandom random;
    std::vector<std::unique_ptr<Account>> accounts;
    // The first connections fill pools that are there whatever follows.
    accounts.push_back(std::make_unique<Account>(settings, freshPrefix() + "idle", random));
    const double before = residentKib(settings.process);
    const auto start = Clock::now();
    for (int i = 0; i < settings.connections; ++i)
        accounts.push_back(std::make_unique<Account>(settings, freshPrefix() + std::to_string(i), random));
    const double seconds = secondsSince(start);
    const double after = residentKib(settings.process);
    std::printf(
        "{\"test\":\"idle\",\"connections\":%d,\"kib_per_connection\":%.1f,\"hub_rss_kib\":%.0f,"
        "\"log_ins_per_second\":%.0f}\n",
        settings.connections, (after - before) / settings.connections, after, settings.connections / seconds);
}

void store(const Settings& settings, Account& sender, const std::string& recipient) {
    constexpr int kAtOnce = 64;
    const std::string body(static_cast<std::size_t>(settings.body), 'x');
    int sent = 0;
    int accepted = 0;
    while (accepted < settings.offline) {
        while (sent < settings.offline && sent - accepted < 16 * kAtOnce) {
            pb::ClientFrame frame;
            for (int i = 0; i < kAtOnce && sent < settings.offline; ++i) {
                auto& mail = *frame.mutable_send_mail()->add_mails();
                mail.set_peer(recipient);
                mail.set_message_id(messageId(static_cast<std::uint64_t>(++sent)));
                mail.set_sealed(body);
            }
            sender.client().send(frame);
        }
        const auto frame = sender.client().next();
        if (!frame || frame->has_refusal())
            throw std::runtime_error("refused");
        accepted += frame->mail_accepted().message_ids_size();
    }
}

void fetch(const Settings& settings, Account& recipient) {
    int taken = 0;
    while (taken < settings.offline) {
        const auto frame = recipient.client().next();
        if (!frame)
            throw std::runtime_error("no mail");
        std::vector<std::uint64_t> sequences;
        for (const auto& mail : frame->mail_delivery().mails())
            sequences.push_back(mail.sequence());
        if (!sequences.empty())
            recipient.client().acknowledge(sequences);
        taken += static_cast<int>(sequences.size());
    }
}

void runOffline(const Settings& settings) {
    crypto::SystemRandom random;
    Account recipient(settings, freshPrefix() + "away", random);
    recipient.disconnect();
    Account sender(settings, freshPrefix() + "sender", random);
    const auto start = Clock::now();
    store(settings, sender, recipient.handle());
    const double stored = secondsSince(start);
    const auto again = Clock::now();
    recipient.connect();
    fetch(settings, recipient);
    std::printf("{\"test\":\"offline\",\"messages\":%d,\"store_s\":%.3f,\"fetch_s\":%.3f}\n",
                settings.offline, stored, secondsSince(again));
}

Settings readSettings(int argc, char** argv) {
    Settings settings;
    std::map<std::string, std::function<void(const char*)>> options = {
        {"--hub", [&](const char* v) { settings.hub = parseReadyLine(v); }},
        {"--pid", [&](const char* v) { settings.process = std::atoi(v); }},
        {"--pairs", [&](const char* v) { settings.pairs = std::atoi(v); }},
        {"--outstanding", [&](const char* v) { settings.outstanding = std::atoi(v); }},
        {"--seconds", [&](const char* v) { settings.seconds = std::atof(v); }},
        {"--body", [&](const char* v) { settings.body = std::atoi(v); }},
        {"--crowd", [&](const char* v) { settings.crowd = std::atoi(v); }},
        {"--connections", [&](const char* v) { settings.connections = std::atoi(v); }},
        {"--offline", [&](const char* v) { settings.offline = std::atoi(v); }}};
    for (int i = 1; i + 1 < argc; i += 2) {
        const auto option = options.find(argv[i]);
        if (option == options.end())
            throw std::runtime_error(std::string("unknown option ") + argv[i]);
        option->second(argv[i + 1]);
    }
    if (settings.hub.port == 0)
        throw std::runtime_error(
            "usage: sesame-hub-load --hub wss://127.0.0.1:PORT --pid N [--pairs N] "
            "[--outstanding N] [--seconds S] [--body N] [--connections N] [--offline N] [--crowd N]");
    return settings;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const Settings settings = readSettings(argc, argv);
        const Crowd crowd(settings);
        if (settings.connections > 0)
            runIdle(settings);
        else if (settings.offline > 0)
            runOffline(settings);
        else
            Pairs(settings).run();
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "sesame-hub-load: %s\n", error.what());
        return 1;
    }
}
