// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/fault_vfs.h"
#include "unit/store/scratch.h"

namespace sesame::test {
namespace {

using namespace sesame::store;

constexpr int kOldMessages = 5;

RuleRecord ruleOf(std::uint64_t version) {
    RuleRecord rule;
    rule.id = idOf<RuleId>(1);
    rule.contact = ContactId{1};
    rule.version = version;
    rule.rule = Bytes(version * 1000, std::byte{1});
    return rule;
}

Status send(ClientStore& store) {
    return store.transact([&]() -> Status {
        auto message = textMessage(100, "new " + std::string(9000, 'x'));
        SESAME_TRY(store.addMessage(message));
        OutboxRecord record{0, message.id, message.contact, Bytes(9000, std::byte{1})};
        SESAME_TRY(store.addOutbox(record));
        return store.saveSession(message.contact, asBytes("new"));
    });
}

Status receive(ClientStore& store) {
    return store.transact([&]() -> Status {
        auto message = textMessage(100, "new", Direction::Incoming);
        SESAME_TRY(store.rememberMail(message.contact, message.id));
        SESAME_TRY(store.addMessage(message));
        SESAME_TRY(store.removePrekey(1, true));
        return store.saveSession(message.contact, asBytes("new"));
    });
}

/// Many pages, so that the log is copied back into the database on the way.
Status sendMuch(ClientStore& store) {
    for (int i = 0; i < 3; ++i) {
        SESAME_TRY(store.setValue("ballast", Bytes(1'500'000, static_cast<std::byte>(i))));
    }
    return send(store);
}

Status saveRule(ClientStore& store) {
    return store.saveRule(ruleOf(2));
}

/// Everything the changes above touch, in one line.
std::string stateOf(ClientStore& store) {
    std::string out;
    const auto history = *store.history(ContactId{1}, 0, 100);
    for (const auto& message : history)
        out += message.text.substr(0, 3) + ",";
    out += " found " + std::to_string(store.search("new", 10)->size());
    out += " outbox " + std::to_string(store.outbox(0, 10)->size());
    out += " session " + toString(**store.session(ContactId{1}));
    out += " prekeys " + std::to_string(store.prekeys(true)->size());
    out += " seen " + std::to_string(store.history(ContactId{1}, 0, 1)->at(0).id == idOf<MessageId>(100));
    const auto rules = *store.rules(ContactId{1}, Direction::Incoming);
    out += " rule " + std::to_string(rules.at(0).version) + "/" + std::to_string(rules.at(0).rule.size());
    return out;
}

void fill(ClientStore& store) {
    ASSERT_TRUE(store.transact([&]() -> Status {
        for (std::uint64_t i = 1; i <= kOldMessages; ++i) {
            auto message = textMessage(i, "old");
            SESAME_TRY(store.addMessage(message));
        }
        SESAME_TRY(store.saveRule(ruleOf(1)));
        SESAME_TRY(store.savePrekey({1, true, {}, {}, 1}));
        return store.saveSession(ContactId{1}, asBytes("old"));
    }));
}

void expectSound(const std::string& path) {
    auto database = Database::open(path, keyOf(7));
    ASSERT_TRUE(database) << database.error().detail;
    Statement check = database->prepare("PRAGMA integrity_check");
    ASSERT_TRUE(*check.step());
    EXPECT_EQ(check.text(0), "ok");
}

struct Action {
    const char* name;
    Status (*run)(ClientStore&);
};
struct Failure {
    const char* name;
    bool onwards;
    bool diskFull;
};

class FailCallN : public testing::TestWithParam<std::tuple<Action, Failure>> {
  protected:
    void SetUp() override {
        auto store = openStore(before_);
        fill(store);
        old_ = stateOf(store);
        ASSERT_TRUE(action().run(store));
        new_ = stateOf(store);
        store = openStore(made_);
        fill(store);
    }
    static Action action() { return std::get<0>(GetParam()); }
    static Failure failure() { return std::get<1>(GetParam()); }

    /// False once no call is left that could fail.
    bool failAt(int call) {
        const Scratch scratch;
        std::filesystem::copy_file(made_.database(), scratch.database());
        Status done = attempt(scratch, call);
        const bool failed = failed_;
        auto store = ClientStore::open(scratch.database(), keyOf(7));
        EXPECT_TRUE(store) << "call " << call << ": " << (store ? "" : store.error().detail);
        if (!store)
            return false;
        const std::string state = stateOf(*store);
        EXPECT_TRUE(state == new_ || (!done && state == old_))
            << (done ? "lost" : "half done") << ", call " << call << ": " << state;
        store = Error{ErrorCode::Cancelled, {}};
        expectSound(scratch.database());
        return failed;
    }

    Status attempt(const Scratch& scratch, int call) {
        FaultVfs faults;
        faults.fail({call, failure().onwards, failure().diskFull});
        Status done = [&]() -> Status {
            SESAME_TRY_ASSIGN(auto store, ClientStore::open(scratch.database(), keyOf(7)));
            return action().run(store);
        }();
        failed_ = faults.failed();
        const ErrorCode expected = failure().diskFull ? ErrorCode::Full : ErrorCode::Io;
        EXPECT_TRUE(done || done.error().code == expected) << (done ? "" : done.error().detail);
        return done;
    }

    Scratch before_;
    Scratch made_;
    std::string old_;
    std::string new_;
    bool failed_ = false;
};

// M24, I8
TEST_P(FailCallN, LeavesAllOrNothingAndADatabaseThatOpens) {
    std::filesystem::remove(made_.log());
    // Each of the first calls, then fewer and fewer: the long action repeats itself.
    int call = 1;
    while (failAt(call))
        call += 1 + call / 15;
    EXPECT_GT(call, failure().diskFull ? 2 : 5);
}

// M24: also at first start.
TEST(FailCallNAtFirstStart, LeavesNothingOrADatabaseThatOpens) {
    for (const bool diskFull : {false, true}) {
        bool failed = true;
        for (int call = 1; failed; ++call) {
            const Scratch scratch;
            {
                FaultVfs faults;
                faults.fail({call, true, diskFull});
                const auto store = ClientStore::open(scratch.database(), keyOf(7));
                failed = faults.failed();
                const ErrorCode expected = diskFull ? ErrorCode::Full : ErrorCode::Io;
                EXPECT_TRUE(store || store.error().code == expected) << call;
            }
            auto store = ClientStore::open(scratch.database(), keyOf(7));
            ASSERT_TRUE(store) << call << ": " << store.error().detail;
            EXPECT_TRUE(store->contacts()->empty());
            for (const auto& entry : std::filesystem::directory_iterator(scratch.path()))
                EXPECT_TRUE(entry.path().string().starts_with(scratch.database())) << entry.path();
        }
    }
}

constexpr Action kActions[] = {
    {"Send", send}, {"Receive", receive}, {"SaveRule", saveRule}, {"SendMuch", sendMuch}};
constexpr Failure kFailures[] = {
    {"Once", false, false}, {"Onwards", true, false}, {"FullOnce", false, true}, {"FullOnwards", true, true}};

INSTANTIATE_TEST_SUITE_P(Store, FailCallN,
                         testing::Combine(testing::ValuesIn(kActions), testing::ValuesIn(kFailures)),
                         [](const auto& instance) {
                             return std::string(std::get<0>(instance.param).name) +
                                    std::get<1>(instance.param).name;
                         });

}  // namespace
}  // namespace sesame::test
