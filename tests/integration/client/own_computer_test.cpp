// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/person.h"

#include "sesame/client/hosted_hub.h"
#include "sesame/client/key_vault.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QThread>

namespace sesame::client {
namespace {

using Protection = KeyVault::Protection;

Result<crypto::Key> fetched(const QString& directory, Protection wanted, const QString& passphrase = {}) {
    Result<crypto::Key> out = Error{ErrorCode::Unavailable, "no answer"};
    int answers = 0;
    KeyVault::fetch(directory, wanted, passphrase, [&](Result<crypto::Key> key, Protection) {
        out = std::move(key);
        ++answers;
    });
    EXPECT_TRUE(eventually([&answers] { return answers > 0; }));
    settle(20);
    EXPECT_EQ(answers, 1);
    return out;
}

TEST(KeyVault, GivesTheSameKeyAgainFromAFileThatOnlyTheUserReads) {
    const QTemporaryDir directory;
    EXPECT_FALSE(KeyVault::existing(directory.path()));
    const auto first = fetched(directory.path(), Protection::KeyFile);
    const auto again = fetched(directory.path(), Protection::SecretService);  // what was chosen first counts
    ASSERT_TRUE(first && again);
    EXPECT_EQ(toHex(first->view()), toHex(again->view()));
    EXPECT_EQ(KeyVault::existing(directory.path()), Protection::KeyFile);
    const auto mode = QFileInfo(directory.filePath(QStringLiteral("database.key"))).permissions();
    EXPECT_FALSE(mode & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther));
}

TEST(KeyVault, GivesAnotherKeyForAnotherPassphrase) {
    const QTemporaryDir directory;
    const auto first = fetched(directory.path(), Protection::Passphrase, QStringLiteral("芝麻开门 please"));
    const auto again = fetched(directory.path(), Protection::Passphrase, QStringLiteral("芝麻开门 please"));
    const auto wrong = fetched(directory.path(), Protection::Passphrase, QStringLiteral("something else"));
    ASSERT_TRUE(first && again && wrong);
    EXPECT_EQ(toHex(first->view()), toHex(again->view()));
    EXPECT_NE(toHex(first->view()), toHex(wrong->view()));
}

TEST(KeyVault, DerivesTheKeyOfAPassphraseWhileTheCallerGoesOn) {
    const QTemporaryDir directory;
    const QThread* const caller = QThread::currentThread();
    const QThread* answered = nullptr;
    KeyVault::fetch(directory.path(), Protection::Passphrase, QStringLiteral("芝麻开门 please"),
                    [&](const Result<crypto::Key>& key, Protection) {
                        EXPECT_TRUE(key);
                        answered = QThread::currentThread();
                    });
    EXPECT_EQ(answered, nullptr);
    EXPECT_TRUE(eventually([&] { return answered != nullptr; }));
    EXPECT_EQ(answered, caller);
}

TEST(HostedHub, ServesThisComputerAndComesBackAtTheSamePlace) {
    const QTemporaryDir directory;
    test::FakeClock clock;
    HostedHub hub(directory.path());
    ASSERT_TRUE(hub.start());
    ASSERT_TRUE(eventually([&] { return hub.address().has_value(); }));
    const HubAddress first = *hub.address();
    Person anna{QStringLiteral("Anna"), clock};
    anna.join(first.url, first.fingerprintHex());
    hub.stop();
    ASSERT_TRUE(eventually([&] { return !anna.isOnline(); }));
    ASSERT_TRUE(hub.start());
    ASSERT_TRUE(eventually([&] {
        anna.client->connectNow();
        return anna.isOnline();
    }));
    EXPECT_EQ(*hub.address(), first);
    EXPECT_TRUE(HostedHub::exists(directory.path()));
}

}  // namespace
}  // namespace sesame::client
