// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/store/client_store.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

namespace sesame::store {
namespace {

/// A database in the directory for temporary files, so on a real disk; set TMPDIR to measure another.
class Fixture {
  public:
    Fixture() {
        std::string pattern = (std::filesystem::temp_directory_path() / "store-bench-XXXXXX").string();
        directory_ = ::mkdtemp(pattern.data());
        open();
    }
    ~Fixture() {
        store_.reset();
        std::filesystem::remove_all(directory_);
    }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    void close() { store_.reset(); }
    void open() {
        auto opened = ClientStore::open((directory_ / "sesame.db").string(), crypto::Key());
        SESAME_ASSERT(opened.has_value());
        store_.emplace(*std::move(opened));
    }
    ClientStore& store() { return *store_; }

    /// Message, outbox and session in one transaction, as when sending.
    void send() {
        const Status sent = store().transact([&]() -> Status {
            MessageRecord message = nextMessage();
            OutboxRecord mail{0, message.id, message.contact, Bytes(400, std::byte{1})};
            SESAME_TRY(store().addMessage(message));
            SESAME_TRY(store().addOutbox(mail));
            return store().saveSession(message.contact, Bytes(500, std::byte{2}));
        });
        SESAME_ASSERT(sent.has_value());
    }
    void fill(int count) {
        const Status filled = store().transact([&]() -> Status {
            for (int i = 0; i < count; ++i) {
                MessageRecord message = nextMessage();
                SESAME_TRY(store().addMessage(message));
            }
            return {};
        });
        SESAME_ASSERT(filled.has_value());
    }
    MessageRecord nextMessage() {
        MessageRecord message;
        ++count_;
        for (unsigned i = 0; i < 8; ++i)
            message.id.value[i] = static_cast<std::byte>(count_ * 0x9E3779B97F4A7C15U >> (8 * i));
        message.contact = ContactId{1 + static_cast<std::int64_t>(count_ % 10)};
        message.direction = Direction::Outgoing;
        message.delivery = Delivery::Sending;
        message.text = "Could you help me with message " + std::to_string(count_) + "? 请帮我打开计算器";
        return message;
    }

  private:
    std::filesystem::path directory_;
    std::optional<ClientStore> store_;
    std::uint64_t count_ = 0;
};

Fixture& hundredThousand() {
    static Fixture fixture;
    static const bool filled = (fixture.fill(100'000), true);
    benchmark::DoNotOptimize(filled);
    return fixture;
}

void sendMessage(benchmark::State& state) {
    Fixture fixture;
    for (auto _ : state)
        fixture.send();
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(sendMessage)->Unit(benchmark::kMicrosecond)->UseRealTime();

void addThousandInOneTransaction(benchmark::State& state) {
    Fixture fixture;
    for (auto _ : state)
        fixture.fill(1000);
    state.SetItemsProcessed(state.iterations() * 1000);
}
BENCHMARK(addThousandInOneTransaction)->Unit(benchmark::kMillisecond)->UseRealTime();

void newestFiftyOf100000(benchmark::State& state) {
    ClientStore& store = hundredThousand().store();
    for (auto _ : state)
        benchmark::DoNotOptimize(store.history(ContactId{3}, 0, 50));
}
BENCHMARK(newestFiftyOf100000)->Unit(benchmark::kMicrosecond);

void scrollBackThrough10000(benchmark::State& state) {
    ClientStore& store = hundredThousand().store();
    for (auto _ : state) {
        std::int64_t before = 0;
        for (auto page = store.history(ContactId{3}, before, 50); !page->empty();
             page = store.history(ContactId{3}, before, 50))
            before = page->front().order;
    }
}
BENCHMARK(scrollBackThrough10000)->Unit(benchmark::kMillisecond);

void searchRareIn100000(benchmark::State& state) {
    ClientStore& store = hundredThousand().store();
    for (auto _ : state)
        benchmark::DoNotOptimize(store.search("77777", 50));
}
BENCHMARK(searchRareIn100000)->Unit(benchmark::kMicrosecond);

void searchCommonChineseIn100000(benchmark::State& state) {
    ClientStore& store = hundredThousand().store();
    for (auto _ : state)
        benchmark::DoNotOptimize(store.search("计算", 50));
}
BENCHMARK(searchCommonChineseIn100000)->Unit(benchmark::kMicrosecond);

void openWith100000(benchmark::State& state) {
    Fixture& fixture = hundredThousand();
    fixture.close();
    for (auto _ : state) {
        fixture.open();
        state.PauseTiming();
        fixture.close();
        state.ResumeTiming();
    }
    fixture.open();
}
BENCHMARK(openWith100000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sesame::store

BENCHMARK_MAIN();
