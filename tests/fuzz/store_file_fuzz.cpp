// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/store/client_store.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

// Opens files that somebody else wrote. The first byte says what the rest is: the main file (0), the log
// beside a good main file (1), or changes to a good main file and log, each three bytes of place and one to
// add (2).

namespace {

using namespace sesame;

struct GoodFiles {
    std::string main;
    std::string log;
};

std::string slurp(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void spill(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

/// One for the whole run, in memory if there is such a place.
class Directory {
  public:
    Directory() {
        const std::string base = std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp";
        path_ = base + "/store-fuzz-XXXXXX";
        SESAME_ASSERT(::mkdtemp(path_.data()) != nullptr);
    }
    ~Directory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;
    std::string database() const { return path_ + "/sesame.db"; }

  private:
    std::string path_;
};

Result<std::size_t> useStore(const std::string& path) {
    SESAME_TRY_ASSIGN(auto store, store::ClientStore::open(path, crypto::Key()));
    SESAME_TRY_ASSIGN(const auto history, store.history(store::ContactId{1}, 0, 100));
    SESAME_TRY_ASSIGN(const auto found, store.search("good", 10));
    SESAME_TRY(store.setValue("name", asBytes("value")));
    return history.size();
}

GoodFiles makeGood(const std::string& path) {
    auto store = store::ClientStore::open(path, crypto::Key());
    for (std::uint8_t i = 0; i < 3; ++i) {
        store::MessageRecord message;
        message.id.value[0] = std::byte{i};
        message.contact = store::ContactId{1};
        message.text = "good";
        SESAME_ASSERT(store->addMessage(message).has_value());
    }
    return {slurp(path), slurp(path + "-wal")};
}

void change(GoodFiles& files, std::string_view edits) {
    for (; edits.size() >= 4; edits.remove_prefix(4)) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(edits[i]); };
        const std::size_t place = byte(0) << 16U | byte(1) << 8U | byte(2);
        std::string& file = place % 2 == 0 ? files.main : files.log;
        char& target = file[place / 2 % file.size()];
        target = static_cast<char>(target + edits[3]);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Directory directory;
    static const std::string path = directory.database();
    static const GoodFiles good = makeGood(path);
    if (size == 0)
        return 0;
    const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    GoodFiles files = good;
    if (data[0] % 3 == 0)
        files = {rest, {}};
    else if (data[0] % 3 == 1)
        files.log = rest;
    else
        change(files, rest);
    spill(path, files.main);
    spill(path + "-wal", files.log);
    // Whatever opens holds a beginning of what was written, never anything else.
    const auto messages = useStore(path);
    SESAME_ASSERT(!messages || *messages <= 3);
    return 0;
}
