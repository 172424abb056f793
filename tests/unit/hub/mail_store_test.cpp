// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/sqlite_mail_store.h"
#include "support/fake_clock.h"
#include "support/temporary_directory.h"

#include "sesame/wire/limits.h"

#include <gtest/gtest.h>

#include <future>

namespace sesame::hub {
namespace {

/// One kind of store: how to open it, again and again, at the same place.
struct Kind {
    const char* name;
    std::unique_ptr<MailStore> (*open)(const std::filesystem::path& place, Quota quota, const Clock& clock);
};

std::unique_ptr<MailStore> openSqlite(const std::filesystem::path& place, Quota quota, const Clock& clock) {
    return *SqliteMailStore::open(place / "hub.db", quota, clock);
}

/// What every MailStore keeps to.
class MailStoreContract : public ::testing::TestWithParam<Kind> {
  protected:
    MailStoreContract() { reopen(); }

    void reopen() {
        store_.reset();
        store_ = GetParam().open(directory_.path(), Quota{5, 1'000}, clock_);
    }

    template <typename T, typename Call>
    Result<T> wait(Call call) {
        std::promise<Result<T>> promise;
        call([&](Result<T> result) { promise.set_value(std::move(result)); });
        return promise.get_future().get();
    }

    Result<Account> add(const std::string& handle, std::byte key = std::byte{1}) {
        PublicIdentity identity;
        identity.value.fill(key);
        return wait<Account>([&](auto done) { store_->registerAccount(handle, identity, done); });
    }
    AccountId idOf(const std::string& handle) { return add(handle)->id; }

    Result<Appended> append(const std::string& from, const std::string& to, int number,
                            std::size_t bytes = 10) {
        NewMail mail{idOf(from), from, to, id(number), Bytes(bytes, std::byte{7})};
        return wait<Appended>([&](auto done) { store_->append(std::move(mail), done); });
    }
    AppendOutcome outcome(const std::string& from, const std::string& to, int number,
                          std::size_t bytes = 10) {
        return append(from, to, number, bytes)->outcome;
    }
    std::vector<StoredMail> mailsOf(const std::string& handle, std::uint64_t after = 0) {
        return fetch(handle, after, {1'000, 1'000'000}).mails;
    }
    Fetched fetch(const std::string& handle, std::uint64_t after, FetchLimits limits) {
        return *wait<Fetched>([&](auto done) { store_->fetch(idOf(handle), after, limits, done); });
    }
    MailboxState state(const std::string& handle) {
        return *wait<MailboxState>([&](auto done) { store_->mailboxState(idOf(handle), done); });
    }
    Status block(const std::string& owner, const std::string& other, bool blocked) {
        return wait<void>([&](auto done) { store_->setBlocked(idOf(owner), other, blocked, done); });
    }
    Result<PublishedBundle> bundle(const std::string& asker, const std::string& owner) {
        return wait<PublishedBundle>([&](auto done) { store_->takeBundle(idOf(asker), owner, done); });
    }
    void publish(const std::string& owner, std::vector<std::uint32_t> oneTime) {
        PrekeyUpload upload{SignedPrekey{3, {}, {}}, {}};
        for (const auto number : oneTime)
            upload.oneTime.push_back({number, {}});
        ASSERT_TRUE(
            wait<void>([&](auto done) { store_->publishPrekeys(idOf(owner), std::move(upload), done); }));
    }
    std::optional<TagReference> recognised(const std::string& from, const std::string& to, int number,
                                           const PhraseTag& tag) {
        NewMail mail{idOf(from), from, to, id(number), Bytes(1), tag};
        return wait<Appended>([&](auto done) { store_->append(std::move(mail), done); })->recognised;
    }
    PublishOutcome tell(const std::string& owner, const std::string& peer, std::vector<PublishedTag> tags) {
        return *wait<PublishOutcome>(
            [&](auto done) { store_->publishTags(idOf(owner), peer, std::move(tags), done); });
    }
    static std::vector<PublishedTag> tags(int count) {
        std::vector<PublishedTag> out(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].tag.value[0] = static_cast<std::byte>(i);
            out[i].tag.value[1] = static_cast<std::byte>(i >> 8U);
            out[i].reference.value[0] = static_cast<std::byte>(i + 1);
        }
        return out;
    }
    static MessageId id(int number) {
        MessageId out;
        out.value[0] = static_cast<std::byte>(number);
        return out;
    }

    test::TemporaryDirectory directory_;
    test::FakeClock clock_;
    std::unique_ptr<MailStore> store_;
};

TEST_P(MailStoreContract, AHandleBelongsToItsFirstKey) {
    const auto first = add("anna", std::byte{1});
    ASSERT_TRUE(first);
    EXPECT_EQ(add("anna", std::byte{1})->id, first->id);
    EXPECT_EQ(add("anna", std::byte{2}).error().code, ErrorCode::Exists);
    const auto missing = wait<Account>([&](auto done) { store_->findAccount("nobody", done); });
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

TEST_P(MailStoreContract, KeepsMailInOrderUntilItIsAcknowledged) {
    idOf("bert");
    for (int i = 0; i < 4; ++i)
        ASSERT_EQ(outcome("anna", "bert", i), AppendOutcome::Stored);
    auto mails = mailsOf("bert");
    ASSERT_EQ(mails.size(), 4U);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(mails[static_cast<std::size_t>(i)].id, id(i));
    EXPECT_LT(mails[0].sequence, mails[1].sequence);
    EXPECT_EQ(mails[0].senderHandle, "anna");
    EXPECT_EQ(mailsOf("bert", mails[1].sequence).size(), 2U);
    store_->acknowledge(idOf("bert"), {mails[0].sequence, mails[2].sequence});
    mails = mailsOf("bert");
    ASSERT_EQ(mails.size(), 2U);
    EXPECT_EQ(mails[0].id, id(1));
    EXPECT_EQ(mails[1].id, id(3));
}

TEST_P(MailStoreContract, NobodyAcknowledgesForSomebodyElse) {
    idOf("bert");
    const auto stored = append("anna", "bert", 1);
    store_->acknowledge(idOf("anna"), {stored->mail.sequence});
    EXPECT_EQ(mailsOf("bert").size(), 1U);
}

TEST_P(MailStoreContract, RemembersEverythingWhenOpenedAgain) {
    idOf("bert");
    publish("bert", {1, 2});
    ASSERT_EQ(bundle("anna", "bert")->oneTime->id, 1U);
    ASSERT_TRUE(block("bert", "anna", true));
    ASSERT_EQ(outcome("bert", "anna", 1), AppendOutcome::Stored);
    const auto before = mailsOf("anna")[0].sequence;
    reopen();
    EXPECT_EQ(mailsOf("anna").size(), 1U);
    EXPECT_EQ(state("bert").oneTimePrekeysLeft, 1U);
    EXPECT_EQ(state("bert").blocked, std::vector<std::string>{"anna"});
    clock_.jumpWall(-3'600'000);
    reopen();
    EXPECT_GT(append("bert", "anna", 2)->mail.sequence, before) << "also when the clock was set back";
}

TEST_P(MailStoreContract, HandsOutEachOneTimePrekeyOnce) {
    EXPECT_EQ(bundle("anna", "nobody").error().code, ErrorCode::NotFound);
    idOf("bert");
    EXPECT_EQ(bundle("anna", "bert").error().code, ErrorCode::NotFound);
    publish("bert", {5, 6});
    EXPECT_EQ(bundle("anna", "bert")->oneTime->id, 5U);
    EXPECT_EQ(bundle("anna", "bert")->oneTime->id, 6U);
    EXPECT_FALSE(bundle("anna", "bert")->oneTime);
    EXPECT_EQ(bundle("anna", "bert")->signedPrekey.id, 3U);
    ASSERT_TRUE(block("bert", "anna", true));
    EXPECT_EQ(bundle("anna", "bert").error().code, ErrorCode::Refused);
}

TEST_P(MailStoreContract, KeepsAtMostAHundredOneTimePrekeys) {
    std::vector<std::uint32_t> many(90);
    for (std::uint32_t i = 0; i < many.size(); ++i)
        many[i] = i;
    publish("bert", many);
    for (auto& number : many)
        number += 1'000;
    publish("bert", many);
    EXPECT_EQ(state("bert").oneTimePrekeysLeft, wire::kMaxOneTimePrekeys);
}

TEST_P(MailStoreContract, RefusesMailThatIsNotWanted) {
    EXPECT_EQ(outcome("anna", "nobody", 1), AppendOutcome::NoSuchAccount);
    idOf("bert");
    EXPECT_EQ(block("bert", "nobody", true).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(block("bert", "anna", true));
    EXPECT_EQ(outcome("anna", "bert", 1), AppendOutcome::Blocked);
    EXPECT_EQ(outcome("bert", "anna", 1), AppendOutcome::Stored) << "the other way is open";
    ASSERT_TRUE(block("bert", "anna", false));
    EXPECT_EQ(outcome("anna", "bert", 1), AppendOutcome::Stored);
}

// M31
TEST_P(MailStoreContract, HoldsAMailboxToItsQuota) {
    idOf("bert");
    for (int i = 0; i < 5; ++i)
        ASSERT_EQ(outcome("anna", "bert", i), AppendOutcome::Stored);
    EXPECT_EQ(outcome("anna", "bert", 6), AppendOutcome::MailboxFull);
    store_->acknowledge(idOf("bert"), {mailsOf("bert")[0].sequence});
    EXPECT_EQ(outcome("anna", "bert", 7), AppendOutcome::Stored);
    reopen();
    EXPECT_EQ(outcome("anna", "bert", 8), AppendOutcome::MailboxFull);
    idOf("carl");
    EXPECT_EQ(outcome("anna", "carl", 1, 990), AppendOutcome::Stored);
    EXPECT_EQ(outcome("anna", "carl", 2, 11), AppendOutcome::MailboxFull);
    EXPECT_EQ(outcome("anna", "carl", 2, 10), AppendOutcome::Stored);
}

TEST_P(MailStoreContract, FetchesWithinLimits) {
    idOf("bert");
    for (int i = 0; i < 5; ++i)
        ASSERT_EQ(outcome("anna", "bert", i, 100), AppendOutcome::Stored);
    auto fetched = fetch("bert", 0, {3, 1'000});
    EXPECT_EQ(fetched.mails.size(), 3U);
    EXPECT_TRUE(fetched.more);
    fetched = fetch("bert", 0, {10, 250});
    EXPECT_EQ(fetched.mails.size(), 2U);
    EXPECT_TRUE(fetched.more);
    fetched = fetch("bert", 0, {10, 1});
    EXPECT_EQ(fetched.mails.size(), 1U) << "one mail always, or a large one would never leave";
    fetched = fetch("bert", 0, {5, 500});
    EXPECT_EQ(fetched.mails.size(), 5U);
    EXPECT_FALSE(fetched.more);
}

TEST_P(MailStoreContract, TellsASenderWhatStillWaits) {
    idOf("bert");
    ASSERT_EQ(outcome("anna", "bert", 1), AppendOutcome::Stored);
    ASSERT_EQ(outcome("carl", "bert", 2), AppendOutcome::Stored);
    const auto waiting = [&](const std::string& sender) {
        return *wait<std::vector<MessageId>>([&](auto done) {
            store_->stillWaiting(idOf(sender), "bert", {id(1), id(2), id(3)}, done);
        });
    };
    EXPECT_EQ(waiting("anna"), std::vector<MessageId>{id(1)});
    EXPECT_EQ(waiting("carl"), std::vector<MessageId>{id(2)}) << "only one's own";
}

TEST_P(MailStoreContract, RecognisesTagsOfThePairThatTheyWerePublishedFor) {
    idOf("anna");
    const auto table = tags(3);
    ASSERT_EQ(tell("bert", "anna", table), PublishOutcome::Stored);
    EXPECT_EQ(recognised("anna", "bert", 1, table[2].tag), table[2].reference);
    EXPECT_FALSE(recognised("carl", "bert", 2, table[2].tag));
    EXPECT_FALSE(recognised("bert", "anna", 3, table[2].tag));
    reopen();
    EXPECT_EQ(recognised("anna", "bert", 4, table[2].tag), table[2].reference);
    ASSERT_EQ(tell("bert", "anna", {table[0]}), PublishOutcome::Stored);
    EXPECT_FALSE(recognised("anna", "bert", 5, table[2].tag));
}

TEST_P(MailStoreContract, RecognisesNothingInMailThatItDoesNotTake) {
    idOf("anna");
    ASSERT_EQ(tell("bert", "anna", tags(1)), PublishOutcome::Stored);
    for (int i = 0; i < 5; ++i)
        ASSERT_EQ(outcome("anna", "bert", i), AppendOutcome::Stored);
    EXPECT_FALSE(recognised("anna", "bert", 9, tags(1)[0].tag)) << "the mailbox is full";
}

TEST_P(MailStoreContract, KeepsNoTagsWhereOneBlocksTheOther) {
    idOf("anna");
    EXPECT_EQ(tell("bert", "nobody", tags(1)), PublishOutcome::NoSuchAccount);
    for (const bool byOwner : {true, false}) {
        const std::string who = byOwner ? "bert" : "anna";
        const std::string whom = byOwner ? "anna" : "bert";
        ASSERT_EQ(tell("bert", "anna", tags(1)), PublishOutcome::Stored);
        ASSERT_TRUE(block(who, whom, true));
        EXPECT_EQ(tell("bert", "anna", tags(1)), PublishOutcome::Blocked);
        ASSERT_TRUE(block(who, whom, false));
        EXPECT_FALSE(recognised("anna", "bert", byOwner ? 1 : 2, tags(1)[0].tag));
    }
}

TEST_P(MailStoreContract, HoldsTablesToTheirLimitsAndChangesNothingBeyond) {
    idOf("anna");
    const auto most = tags(static_cast<int>(MailStore::kMaxTagsOfPair));
    ASSERT_EQ(tell("bert", "anna", most), PublishOutcome::Stored);
    EXPECT_EQ(tell("bert", "anna", tags(static_cast<int>(MailStore::kMaxTagsOfPair) + 1)),
              PublishOutcome::TooMany);
    EXPECT_TRUE(recognised("anna", "bert", 1, most.back().tag));
}

TEST_P(MailStoreContract, AnswersEverythingThatWasHandedInBeforeItCloses) {
    const auto anna = idOf("anna");
    idOf("bert");
    std::atomic<int> answers = 0;
    for (int i = 0; i < 50; ++i)
        store_->append({anna, "anna", "bert", id(i), Bytes(1)}, [&](const Result<Appended>&) { ++answers; });
    store_->close();
    EXPECT_EQ(answers, 50);
    std::optional<ErrorCode> late;
    store_->findAccount("anna", [&](const Result<Account>& result) { late = result.error().code; });
    EXPECT_EQ(late, ErrorCode::Cancelled);
}

INSTANTIATE_TEST_SUITE_P(Stores, MailStoreContract, ::testing::Values(Kind{"Sqlite", openSqlite}),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace sesame::hub
