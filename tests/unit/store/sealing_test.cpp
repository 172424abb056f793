// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/unit_layout.h"
#include "unit/store/scratch.h"

#include "sesame/crypto/aead.h"

#include <sys/stat.h>

#include <algorithm>

namespace sesame::test {
namespace {

using namespace sesame::store;

constexpr std::size_t kSealedPage = kPageSize + crypto::kSealOverhead;
constexpr std::size_t kLogHeader = 32 + crypto::kSealOverhead;
constexpr std::size_t kFrameHeader = 24 + crypto::kSealOverhead;

ErrorCode codeOfOpening(const Scratch& scratch, unsigned char key = 7) {
    const auto store = ClientStore::open(scratch.database(), keyOf(key));
    EXPECT_FALSE(store);
    return store ? ErrorCode::Exists : store.error().code;
}

std::string textOf(int number) {
    return "message " + std::to_string(number) + std::string(static_cast<std::size_t>(number % 7) * 700, 'x');
}

void addTexts(ClientStore& store, int from, int to) {
    for (int i = from; i < to; ++i) {
        auto message = textMessage(static_cast<std::uint64_t>(i), textOf(i));
        ASSERT_TRUE(*store.addMessage(message));
    }
}

/// How many of the messages 0, 1, 2 … are there; nothing if the database said that it is damaged. Anything
/// that is there must be as it was written.
std::optional<int> readBack(const Scratch& scratch) {
    auto store = ClientStore::open(scratch.database(), keyOf(7));
    if (!store) {
        EXPECT_TRUE(store.error().code == ErrorCode::Malformed || store.error().code == ErrorCode::Refused)
            << store.error().detail;
        return std::nullopt;
    }
    const auto history = store->history(ContactId{1}, 0, 1000);
    const auto found = store->search("message", 1000);
    if (!history || !found) {
        EXPECT_EQ((history ? found.error() : history.error()).code, ErrorCode::Malformed);
        return std::nullopt;
    }
    for (std::size_t i = 0; i < history->size(); ++i)
        EXPECT_EQ((*history)[i].text, textOf(static_cast<int>(i)));
    EXPECT_EQ(found->size(), history->size());
    return static_cast<int>(history->size());
}

void flip(std::string& content, std::size_t at) {
    content[at] = static_cast<char>(content[at] ^ 0x10);
}

TEST(SealedDatabase, RefusesAWrongKey) {
    const Scratch scratch;
    { auto store = openStore(scratch); }
    EXPECT_EQ(codeOfOpening(scratch, 8), ErrorCode::Refused);
    EXPECT_TRUE(openStore(scratch).contacts());
}

TEST(SealedDatabase, RefusesAWrongKeyAlsoWithALog) {
    const Scratch scratch;
    const Scratch copy;
    {
        auto store = openStore(scratch);
        std::filesystem::copy_file(scratch.database(), copy.database());
        std::filesystem::copy_file(scratch.log(), copy.log());
    }
    EXPECT_EQ(codeOfOpening(copy, 8), ErrorCode::Refused);
}

TEST(SealedDatabase, IsUnavailableWhileItIsOpenElsewhere) {
    const Scratch scratch;
    auto store = openStore(scratch);
    EXPECT_EQ(codeOfOpening(scratch), ErrorCode::Unavailable);
    EXPECT_TRUE(store.setValue("still", asBytes("works")));
}

TEST(SealedDatabase, IsThereForItsOwnerOnlyAndAloneInItsDirectory) {
    const Scratch scratch;
    auto store = openStore(scratch);
    addTexts(store, 0, 5);
    for (const auto& path : {scratch.database(), scratch.log()}) {
        struct stat info {};
        ASSERT_EQ(::stat(path.c_str(), &info), 0) << path;
        EXPECT_EQ(info.st_mode & 0777U, 0600U) << path;
    }
    const auto files = std::distance(std::filesystem::directory_iterator(scratch.path()), {});
    EXPECT_EQ(files, 2);
}

TEST(SealedDatabase, TakesNoForeignOrShortFileForItsOwn) {
    for (const std::string& content :
         {std::string(), std::string("x"), std::string("SQLite format 3\0", 16) + std::string(4080, '\0'),
          std::string(100'000, '\0')}) {
        const Scratch scratch;
        writeFile(scratch.database(), content);
        EXPECT_EQ(codeOfOpening(scratch), ErrorCode::Malformed) << content.size();
        EXPECT_EQ(readFile(scratch.database()), content);
    }
}

TEST(SealedDatabase, NeverStartsAnewWhenTheFileWasCut) {
    const Scratch scratch;
    {
        auto store = openStore(scratch);
        addTexts(store, 0, 20);
    }
    const std::string whole = readFile(scratch.database());
    for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 20 : 2000) {
        writeFile(scratch.database(), whole.substr(0, size));
        std::filesystem::remove(scratch.log());
        EXPECT_EQ(readBack(scratch), std::nullopt) << size;
    }
}

TEST(SealedDatabase, FailsWhereItCannotCreate) {
    EXPECT_EQ(Database::open("/nonexistent/sesame.db", keyOf(7)).error().code, ErrorCode::Io);
}

// M26, S41: nothing that was put in is to be found in any file, in use or closed.
TEST(SealedDatabase, HoldsNothingReadable) {
    const Scratch scratch;
    std::vector<std::string> known;
    const auto secret = [&](const std::string& kind) {
        known.push_back(kind + " Zq" + std::to_string(known.size()) + " 暗号短语");
        return known.back();
    };
    auto store = openStore(scratch);
    for (std::uint64_t i = 0; i < 8; ++i) {
        auto message = textMessage(i, secret("text"));
        message.extra = secret("extra");
        ASSERT_TRUE(*store.addMessage(message));
        ContactRecord contact;
        contact.handle = secret("handle");
        contact.name = secret("name");
        ASSERT_TRUE(store.saveContact(contact));
        ASSERT_TRUE(store.setValue(secret("value name"), asBytes(secret("value seed"))));
        RuleRecord rule;
        rule.id = idOf<RuleId>(i);
        rule.rule = toBytes(asBytes(secret("phrase")));
        ASSERT_TRUE(store.saveRule(rule));
        ASSERT_TRUE(
            store.saveSession(ContactId{static_cast<std::int64_t>(i)}, asBytes(secret("session key"))));
        ASSERT_TRUE(store.appendAudit({i + 1, 1, "asked", secret("peer"), secret("detail"), {}}));
    }
    ASSERT_GE(known.size(), 50U);
    known.insert(known.end(),
                 {"SQLite format 3", "CREATE TABLE", "message_index", "暗号", std::string(24, '\7')});
    const auto utf16 = [](const std::string& text) {
        std::string out;
        for (const char c : text)
            out += {c, '\0'};
        return out;
    };
    const auto expectNothing = [&] {
        for (const auto& entry : std::filesystem::directory_iterator(scratch.path())) {
            const std::string content = readFile(entry.path());
            EXPECT_GT(content.size(), 4096U);
            for (const std::string& text : known) {
                EXPECT_EQ(content.find(text), std::string::npos) << entry.path() << text;
                EXPECT_EQ(content.find(utf16(text)), std::string::npos) << entry.path() << text;
            }
        }
    };
    EXPECT_TRUE(std::filesystem::exists(scratch.log()));
    expectNothing();
    { const ClientStore closed = std::move(store); }
    EXPECT_FALSE(std::filesystem::exists(scratch.log()));
    expectNothing();
}

TEST(SealedDatabase, SealsEqualContentDifferentlyEachTime) {
    const Scratch one;
    const Scratch two;
    { auto store = openStore(one); }
    { auto store = openStore(two); }
    const std::string a = readFile(one.database());
    const std::string b = readFile(two.database());
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t at = kHeaderSize; at < a.size(); at += kSealedPage)
        EXPECT_NE(a.substr(at, 64), b.substr(at, 64));
}

// S42: a rule or an invitation edited on disk is a unit that does not open.
TEST(SealedDatabase, NeverGivesWrongDataFromAChangedMainFile) {
    // Enough that many pages are read beside those of tables that stay empty here.
    constexpr int kTexts = 120;
    const Scratch scratch;
    {
        auto store = openStore(scratch);
        addTexts(store, 0, kTexts);
    }
    const std::string good = readFile(scratch.database());
    int detected = 0;
    int units = 0;
    for (std::size_t at = 0; at < good.size(); at += at == 0 ? kHeaderSize : kSealedPage) {
        std::string bad = good;
        flip(bad, at + units * 97 % (at == 0 ? kHeaderSize : kSealedPage));
        writeFile(scratch.database(), bad);
        const auto count = readBack(scratch);
        detected += count ? 0 : 1;
        EXPECT_EQ(count.value_or(kTexts), kTexts);
        ++units;
    }
    // The rest are pages of tables and indexes that were not read.
    EXPECT_GT(detected, units / 3);
}

TEST(SealedDatabase, FallsBackToTheLastGoodStateWhenTheLogIsChanged) {
    const Scratch scratch;
    const Scratch copy;
    {
        auto store = openStore(scratch);
        addTexts(store, 0, 12);
        std::filesystem::copy_file(scratch.database(), copy.database());
        std::filesystem::copy_file(scratch.log(), copy.log());
    }
    const std::string main = readFile(copy.database());
    const std::string log = readFile(copy.log());
    ASSERT_EQ(readBack(copy), 12);
    int last = 0;
    std::size_t at = 0;
    for (int unit = 0; at < log.size(); ++unit) {
        std::string bad = log;
        flip(bad, at + static_cast<std::size_t>(unit) % kFrameHeader);
        writeFile(copy.database(), main);
        writeFile(copy.log(), bad);
        const auto count = readBack(copy);
        ASSERT_TRUE(count);
        EXPECT_GE(*count, last);
        last = *count;
        at += unit == 0 ? kLogHeader : unit % 2 == 1 ? kFrameHeader : kSealedPage;
    }
    EXPECT_GE(last, 11);
}

// I8: a log cut at any place, as a power failure cuts it.
TEST(SealedDatabase, RecoversWhatIsWholeFromACutLog) {
    const Scratch scratch;
    const Scratch copy;
    std::vector<std::size_t> sizes;
    {
        auto store = openStore(scratch);
        for (int i = 0; i < 8; ++i) {
            addTexts(store, i, i + 1);
            sizes.push_back(std::filesystem::file_size(scratch.log()));
        }
        std::filesystem::copy_file(scratch.database(), copy.database());
        std::filesystem::copy_file(scratch.log(), copy.log());
    }
    const std::string main = readFile(copy.database());
    const std::string log = readFile(copy.log());
    for (std::size_t size = 0; size <= log.size(); size += 1033) {
        writeFile(copy.database(), main);
        writeFile(copy.log(), log.substr(0, size));
        const auto whole = std::ranges::count_if(sizes, [&](std::size_t s) { return s <= size; });
        EXPECT_EQ(readBack(copy), whole) << size;
    }
}

TEST(SealedDatabase, NoticesUnitsThatChangedPlaces) {
    const Scratch scratch;
    {
        auto store = openStore(scratch);
        addTexts(store, 0, 60);
    }
    const std::string good = readFile(scratch.database());
    const std::size_t pages = (good.size() - kHeaderSize) / kSealedPage;
    for (std::size_t i = 0; i + 1 < pages; ++i) {
        std::string bad = good;
        const std::size_t at = kHeaderSize + i * kSealedPage;
        bad.replace(at, kSealedPage, good, at + kSealedPage, kSealedPage);
        bad.replace(at + kSealedPage, kSealedPage, good, at, kSealedPage);
        writeFile(scratch.database(), bad);
        const auto count = readBack(scratch);
        EXPECT_EQ(count.value_or(60), 60);
        EXPECT_TRUE(i > 0 || !count);
    }
}

TEST(SealedDatabase, NoticesPagesOfAnotherDatabaseUnderTheSameKey) {
    const Scratch scratch;
    const Scratch other;
    for (const Scratch* each : {&scratch, &other}) {
        auto store = openStore(*each);
        addTexts(store, 0, 60);
    }
    const std::string good = readFile(scratch.database());
    std::string bad = readFile(other.database());
    ASSERT_EQ(good.size(), bad.size());
    bad.replace(0, kHeaderSize, good, 0, kHeaderSize);
    writeFile(scratch.database(), bad);
    EXPECT_EQ(readBack(scratch), std::nullopt);
}

TEST(SealedDatabase, NoticesALogOfAnotherDatabaseUnderTheSameKey) {
    const Scratch scratch;
    const Scratch other;
    {
        auto store = openStore(scratch);
        addTexts(store, 0, 3);
    }
    auto store = openStore(other);
    addTexts(store, 0, 12);
    std::filesystem::copy_file(other.log(), scratch.log());
    EXPECT_EQ(readBack(scratch), 3);
}

TEST(SealedDatabase, DoesNotSeeARollbackJournal) {
    const Scratch scratch;
    {
        auto store = openStore(scratch);
        addTexts(store, 0, 3);
    }
    const std::string journal = std::string("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8) + std::string(9000, '\1');
    writeFile(scratch.database() + "-journal", journal);
    EXPECT_EQ(readBack(scratch), 3);
    EXPECT_EQ(readFile(scratch.database() + "-journal"), journal);
}

TEST(SealedDatabase, KeepsWhatIsTemporaryInMemory) {
    const Scratch scratch;
    auto database = Database::open(scratch.database(), keyOf(7));
    ASSERT_TRUE(database);
    // A statement that can fail half-way keeps a journal of its own; this one is far too big for a cache.
    ASSERT_TRUE(database->execute(
        "CREATE TABLE t (a INTEGER UNIQUE, b BLOB);"
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
        " INSERT INTO t SELECT i, randomblob(2000) FROM n;"
        "BEGIN; UPDATE t SET b = randomblob(2000), a = a + 100000; INSERT INTO t VALUES (1, x'00');"));
    EXPECT_FALSE(database->execute("UPDATE t SET a = 7, b = zeroblob(1)"));
    ASSERT_TRUE(database->execute("COMMIT; CREATE TEMP TABLE s AS SELECT * FROM t ORDER BY b"));
    Statement count = database->prepare("SELECT count(*), count(DISTINCT a) FROM t WHERE length(b) > 0");
    ASSERT_TRUE(*count.step());
    EXPECT_EQ(count.integer(0), 2001);
    EXPECT_EQ(count.integer(1), 2001);
    for (const auto& entry : std::filesystem::directory_iterator(scratch.path()))
        EXPECT_TRUE(entry.path().filename() == "sesame.db" || entry.path().filename() == "sesame.db-wal");
}

}  // namespace
}  // namespace sesame::test
