// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>

namespace sesame::test {
namespace {

using Flood = HubTest;

constexpr std::uint64_t kMiB = 1024 * 1024;

/// What the environment asks for; the full size of these tests takes minutes.
std::uint64_t sizeFrom(const char* variable, std::uint64_t usual) {
    const char* text = std::getenv(variable);
    return text == nullptr ? usual : std::strtoull(text, nullptr, 10);
}

std::uint64_t residentBytes(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/statm");
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    file >> total >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

std::uint64_t bytesIn(const std::filesystem::path& directory) {
    std::uint64_t sum = 0;
    for (const auto& entry : std::filesystem::directory_iterator(directory))
        if (entry.is_regular_file())
            sum += entry.file_size();
    return sum;
}

/// Milliseconds from handing a mail in to the news that it was delivered, sorted.
std::vector<double> roundTrips(HubClient& anna, HubClient& bert, int count) {
    std::vector<double> out;
    for (int i = 0; i < count; ++i) {
        const auto start = std::chrono::steady_clock::now();
        anna.mail("bert", messageId(static_cast<std::uint64_t>(i)), "x");
        const auto frame = bert.next([](const pb::HubFrame& got) { return got.has_mail_delivery(); });
        if (!frame)
            return {};
        bert.acknowledge({frame->mail_delivery().mails(0).sequence()});
        if (!anna.next([](const pb::HubFrame& got) { return got.has_mail_delivered(); }))
            return {};
        out.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(out.begin(), out.end());
    return out;
}

struct Crowd {
    ~Crowd() {
        for (const int file : silent)
            ::close(file);
    }
    std::vector<int> silent;
    std::vector<HubClient> clients;
};

// M30, S40: a sixth of the crowd never speaks TLS, a sixth never logs in, the rest never reads.
TEST_F(Flood, AnIdleCrowdLeavesTheHubSmallAndQuick) {
    const auto size = sizeFrom("SESAME_M30_CONNECTIONS", 240);
    startHub({"--strangers", "5000", "--log-in-time", "600000"});
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    Crowd crowd;
    for (std::uint64_t i = 0; i < size; ++i) {
        if (i % 6 == 0)
            crowd.silent.push_back(connectTo(hub_->address().host, hub_->address().port));
        else if (i % 6 == 1)
            crowd.clients.push_back(stranger());
        else
            crowd.clients.push_back(join("idle" + std::to_string(i)));
    }
    const auto times = roundTrips(anna, bert, 200);
    ASSERT_EQ(times.size(), 200U);
    // A machine that is busy with other things delays some of them; the full size is for a quiet one.
    const bool full = size >= 5'000;
    EXPECT_LT(times[full ? 197 : 100], 200) << "milliseconds, the 99th of a hundred, or the median";
    EXPECT_LT(residentBytes(hub_->id()), 512 * kMiB);
}

// M31: what goes beyond the quota is refused to its sender and takes no room on the disk.
TEST_F(Flood, AFloodStaysUnderTheQuotaOnDisk) {
    const auto quota = sizeFrom("SESAME_M31_QUOTA", 4 * kMiB);
    const auto flood = sizeFrom("SESAME_M31_BYTES", 96 * kMiB);
    auto options = allFast();
    options.insert(options.end(), {"--mailbox-bytes", std::to_string(quota)});
    startHub(options);
    static_cast<void>(join("bert"));
    HubClient anna = join("anna");
    const std::string body(48'000, 'x');
    std::uint64_t sent = 0;
    std::uint64_t accepted = 0;
    std::uint64_t refused = 0;
    while (accepted + refused < flood / body.size()) {
        for (; sent < flood / body.size() && sent - accepted - refused < 16; ++sent)
            anna.mail("bert", messageId(sent), body);
        const auto frame = anna.next();
        ASSERT_TRUE(frame);
        accepted += static_cast<std::uint64_t>(frame->mail_accepted().message_ids_size());
        refused += refusalIn(frame) == pb::Refusal::MAILBOX_FULL ? 1 : 0;
    }
    EXPECT_EQ(accepted, quota / body.size());
    constexpr std::uint64_t kWriteAheadLog = 64 * kMiB;
    EXPECT_LT(bytesIn(directory_.path() / "data"), quota + quota / 4 + kWriteAheadLog);
    EXPECT_LT(residentBytes(hub_->id()), 512 * kMiB);
}

}  // namespace
}  // namespace sesame::test
