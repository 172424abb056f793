// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/crypto/secret.h"
#include "sesame/store/client_store.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace sesame::test {

/// A directory of its own, gone afterwards; in memory if there is such a place, where syncing takes no time.
class Scratch {
  public:
    Scratch() {
        const std::filesystem::path memory = "/dev/shm";
        const auto base = std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
        std::string pattern = (base / "store-test-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Scratch() { std::filesystem::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::filesystem::path path() const { return path_; }
    std::string database() const { return (path_ / "sesame.db").string(); }
    std::string log() const { return database() + "-wal"; }

  private:
    std::filesystem::path path_;
};

inline crypto::Key keyOf(unsigned char fill) {
    ByteArray<32> bytes;
    bytes.fill(std::byte{fill});
    return crypto::Key(bytes);
}

template <typename Id>
Id idOf(std::uint64_t number) {
    Id id;
    for (std::size_t i = 0; i < sizeof number; ++i)
        id.value[i] = static_cast<std::byte>(number >> (8 * i));
    return id;
}

inline std::string readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeFile(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

inline store::ClientStore openStore(const Scratch& scratch) {
    auto store = store::ClientStore::open(scratch.database(), keyOf(7));
    EXPECT_TRUE(store) << (store ? "" : store.error().detail);
    return *std::move(store);
}

inline store::MessageRecord textMessage(std::uint64_t number, const std::string& text,
                                        store::Direction direction = store::Direction::Outgoing) {
    store::MessageRecord message;
    message.id = idOf<MessageId>(number);
    message.contact = store::ContactId{1};
    message.direction = direction;
    message.delivery =
        direction == store::Direction::Outgoing ? store::Delivery::Sending : store::Delivery::None;
    message.sentMs = 1'795'000'000'000 + static_cast<std::int64_t>(number);
    message.text = text;
    return message;
}

}  // namespace sesame::test
