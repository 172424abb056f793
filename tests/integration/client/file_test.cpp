// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/person.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <filesystem>
#include <random>

namespace sesame::client {
namespace {

QByteArray noise(qsizetype size, unsigned seed = 1) {
    std::mt19937 dice(seed);
    QByteArray out(size, Qt::Uninitialized);
    for (char& c : out)
        c = static_cast<char>(dice());
    return out;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct FilesOfTwo : testing::Test {
    explicit FilesOfTwo(std::vector<std::string> options = {}) : hub(std::move(options)) {
        clock.jumpWall(SystemClock().wallMs() - clock.wallMs());
        anna.join(hub);
        boris.join(hub);
        introduce(anna, boris);
        borisAtAnna = anna.friendNamed(QStringLiteral("Boris"));
        annaAtBoris = boris.friendNamed(QStringLiteral("Anna"));
        EXPECT_TRUE(folder.isValid() && downloads.isValid());
    }

    QString write(const QByteArray& content, const QString& name = QStringLiteral("photo.jpg")) {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        return file.fileName();
    }
    static std::optional<FileView> at(const Person& who, ContactId contact, const MessageId& id) {
        for (const MessageView& message : who.client->history(contact, 0, 1000))
            if (message.id == id)
                return message.file;
        return std::nullopt;
    }
    std::optional<FileView> sent(const MessageId& id) const { return at(anna, borisAtAnna, id); }
    std::optional<FileView> got(const MessageId& id) const { return at(boris, annaAtBoris, id); }
    bool becomes(const std::function<std::optional<FileView>()>& look, FileState state) const {
        return eventually([&] {
            const auto now = look();
            return now && now->state == state;
        });
    }
    MessageId send(const QString& path) {
        const auto id = anna.client->files().send(borisAtAnna, path);
        EXPECT_TRUE(id);
        EXPECT_TRUE(becomes([&] { return got(*id); }, FileState::Offered));
        return *id;
    }
    Status accept(const MessageId& id) { return boris.client->files().accept(id, downloads.path()); }
    QStringList saved() const { return QDir(downloads.path()).entryList(QDir::Files | QDir::Hidden); }

    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    Person boris{QStringLiteral("Boris"), clock};
    QTemporaryDir folder, downloads;
    ContactId borisAtAnna, annaAtBoris;
};

struct FilesAtASmallHub : FilesOfTwo {
    FilesAtASmallHub() : FilesOfTwo({"--parcel-bytes", "300000"}) {}
};

/// Part of it is here when its folder cannot be found for a while.
struct FilesHalfWay : FilesAtASmallHub {
    const QByteArray content = noise(4'000'000);
    MessageId id;

    void SetUp() override {
        id = send(write(content));
        ASSERT_TRUE(eventually([&] { return sent(id)->words.contains(QStringLiteral("full")); }));
        anna.close();
        ASSERT_TRUE(accept(id));
        ASSERT_TRUE(eventually([&] { return got(id)->done > 0; }));
        boris.close();
        const QString away = downloads.path() + QStringLiteral(".away");
        ASSERT_TRUE(QDir().rename(downloads.path(), away));
        boris.open();
        ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Failed));
        ASSERT_TRUE(QDir().rename(away, downloads.path()));
        ASSERT_TRUE(QDir(partial()).exists());
    }
    QString partial() const { return downloads.path() + QStringLiteral("/.sesame-partial"); }
};

// S34
TEST_F(FilesOfTwo, ComeOnlyWhenTheReceiverSaysSo) {
    const QByteArray content = noise(2'000'000);
    const MessageId id = send(write(content));
    EXPECT_EQ(got(id)->name, QStringLiteral("photo.jpg"));
    EXPECT_EQ(got(id)->size, 2'000'000U);
    ASSERT_TRUE(becomes([&] { return sent(id); }, FileState::Waiting));
    EXPECT_TRUE(saved().isEmpty());
    ASSERT_TRUE(accept(id));
    ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Done));
    EXPECT_EQ(contentOf(got(id)->path), content);
    EXPECT_EQ(saved(), QStringList{QStringLiteral("photo.jpg")});
    EXPECT_EQ(
        QFileInfo(got(id)->path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOwner),
        QFile::Permissions());
    EXPECT_TRUE(becomes([&] { return sent(id); }, FileState::Done));
}

TEST_F(FilesOfTwo, OfEverySizeArriveWhole) {
    for (const qsizetype size : {0, 1, 61'439, 61'440, 61'441, 122'880, 500'000}) {
        const QByteArray content = noise(size);
        const MessageId id = send(write(content, QStringLiteral("%1.bin").arg(size)));
        ASSERT_TRUE(accept(id));
        ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Done)) << size;
        EXPECT_EQ(contentOf(got(id)->path), content) << size;
    }
}

TEST_F(FilesOfTwo, WaitAtTheHubWhileTheirSenderIsAway) {
    const QByteArray content = noise(1'000'000);
    const MessageId id = send(write(content));
    ASSERT_TRUE(becomes([&] { return sent(id); }, FileState::Waiting));
    anna.close();
    QFile::remove(folder.filePath(QStringLiteral("photo.jpg")));
    ASSERT_TRUE(accept(id));
    ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Done));
    EXPECT_EQ(contentOf(got(id)->path), content);
    anna.open();
    EXPECT_TRUE(becomes([&] { return sent(id); }, FileState::Done)) << "told at the next start";
}

TEST_F(FilesAtASmallHub, FlowThroughItHoweverLongTheyAre) {
    const QByteArray content = noise(5'000'000);
    const MessageId id = send(write(content));
    ASSERT_TRUE(eventually([&] { return sent(id)->words.contains(QStringLiteral("full")); }));
    ASSERT_TRUE(accept(id));
    ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Done));
    EXPECT_EQ(contentOf(got(id)->path), content);
}

// I8
TEST_F(FilesAtASmallHub, GoOnAfterEveryKindOfBreak) {
    const QByteArray content = noise(6'000'000);
    const MessageId id = send(write(content));
    ASSERT_TRUE(accept(id));
    std::mt19937 dice(3);
    for (int round = 0; round < 6; ++round) {
        const quint64 before = got(id)->done;
        if (!eventually([&] { return got(id)->state == FileState::Done || got(id)->done > before; }))
            break;
        switch (dice() % 3) {
            case 0:
                hub.kill();
                hub.start();
                anna.client->connectNow();
                boris.client->connectNow();
                break;
            case 1:
                anna.close();
                anna.open();
                break;
            default:
                boris.close();
                boris.open();
        }
    }
    ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Done)) << got(id)->words.toStdString();
    EXPECT_EQ(contentOf(got(id)->path), content);
    EXPECT_EQ(saved().size(), 1);
}

// M22: a hub that alters, moves or cuts what lies there.
TEST_F(FilesOfTwo, AreNothingWhenTheHubHasMeddledWithThem) {
    const auto meddle = [](int how, std::string& bytes) {
        constexpr std::ptrdiff_t kChunk = 60L * 1024 + 40;
        switch (how) {
            case 0:
                bytes[kChunk + 100] = static_cast<char>(bytes[kChunk + 100] ^ 1);
                break;
            case 1:
                std::swap_ranges(bytes.begin(), bytes.begin() + kChunk, bytes.begin() + kChunk);
                break;
            case 2:
                std::copy_n(bytes.begin(), kChunk, bytes.begin() + 2 * kChunk);
                break;
            default:
                std::fill(bytes.end() - 50, bytes.end(), '\0');
        }
    };
    for (int how = 0; how < 4; ++how) {
        const MessageId id = send(write(noise(500'000), QStringLiteral("%1.bin").arg(how)));
        ASSERT_TRUE(becomes([&] { return sent(id); }, FileState::Waiting));
        for (const auto& entry : std::filesystem::recursive_directory_iterator(hub.folder() / "parcels")) {
            if (!entry.is_regular_file())
                continue;
            QFile lying(QString::fromStdString(entry.path().string()));
            ASSERT_TRUE(lying.open(QIODevice::ReadWrite));
            std::string bytes = lying.readAll().toStdString();
            meddle(how, bytes);
            ASSERT_TRUE(lying.seek(0) && lying.write(bytes.data(), static_cast<qint64>(bytes.size())) > 0);
        }
        ASSERT_TRUE(accept(id));
        ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Failed)) << how;
        EXPECT_TRUE(got(id)->words.contains(QStringLiteral("not what Anna"))) << got(id)->words.toStdString();
        EXPECT_TRUE(saved().isEmpty());
        EXPECT_FALSE(QDir(downloads.path() + QStringLiteral("/.sesame-partial")).exists());
        ASSERT_TRUE(boris.client->files().decline(id));
        EXPECT_TRUE(becomes([&] { return sent(id); }, FileState::Declined));
    }
}

TEST_F(FilesOfTwo, AreDeclinedOrTakenBack) {
    const MessageId unwanted = send(write(noise(1000), QStringLiteral("a")));
    ASSERT_TRUE(boris.client->files().decline(unwanted));
    EXPECT_TRUE(becomes([&] { return sent(unwanted); }, FileState::Declined));
    EXPECT_FALSE(accept(unwanted));
    const MessageId mistaken = send(write(noise(1000), QStringLiteral("b")));
    ASSERT_TRUE(anna.client->files().cancel(mistaken));
    EXPECT_TRUE(becomes([&] { return got(mistaken); }, FileState::Cancelled));
    EXPECT_FALSE(accept(mistaken));
    EXPECT_TRUE(saved().isEmpty());
}

TEST_F(FilesAtASmallHub, MayBeStoppedHalfWayAndSavedAnotherTime) {
    const QByteArray content = noise(4'000'000);
    const MessageId id = send(write(content));
    ASSERT_TRUE(eventually([&] { return sent(id)->words.contains(QStringLiteral("full")); }));
    anna.close();  // so that it stays half way
    ASSERT_TRUE(accept(id));
    ASSERT_TRUE(eventually([&] { return got(id)->done > 0; }));
    ASSERT_TRUE(boris.client->files().cancel(id));
    EXPECT_EQ(got(id)->state, FileState::Offered);
    EXPECT_FALSE(QDir(downloads.path() + QStringLiteral("/.sesame-partial")).exists());
    anna.open();
    ASSERT_TRUE(accept(id));
    ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Done));
    EXPECT_EQ(contentOf(got(id)->path), content);
}

TEST_F(FilesAtASmallHub, AreNotSentOnOnceTheyHaveChanged) {
    const QString path = write(noise(2'000'000));
    const MessageId id = send(path);
    anna.close();
    write(noise(2'000'000, 2));
    anna.open();
    ASSERT_TRUE(becomes([&] { return sent(id); }, FileState::Failed));
    EXPECT_TRUE(becomes([&] { return got(id); }, FileState::Cancelled));
    EXPECT_TRUE(got(id)->words.contains(QStringLiteral("changed")));
    EXPECT_FALSE(accept(id)) << "it would wait for ever";
}

TEST_F(FilesAtASmallHub, AreGivenUpOnBothSidesWhenTheirSenderCannotReadThem) {
    const QString path = write(noise(2'000'000));
    const MessageId id = send(path);
    ASSERT_TRUE(eventually([&] { return sent(id)->words.contains(QStringLiteral("full")); }));
    anna.close();
    ASSERT_TRUE(accept(id));
    ASSERT_TRUE(QFile::remove(path) && QFile::link(path, path));  // round and round
    anna.open();
    ASSERT_TRUE(becomes([&] { return sent(id); }, FileState::Failed));
    EXPECT_TRUE(becomes([&] { return got(id); }, FileState::Cancelled));
    const auto parcels = QString::fromStdString((hub.folder() / "parcels").string());
    EXPECT_TRUE(eventually(
        [&] { return !QDirIterator(parcels, QDir::Files, QDirIterator::Subdirectories).hasNext(); }));
}

TEST_F(FilesHalfWay, AreSavedInAnotherFolderAndLeaveNothingInTheFirst) {
    const QTemporaryDir other;
    ASSERT_TRUE(boris.client->files().accept(id, other.path()));
    EXPECT_FALSE(QDir(partial()).exists());
    anna.open();
    ASSERT_TRUE(becomes([&] { return got(id); }, FileState::Done));
    EXPECT_EQ(contentOf(got(id)->path), content);
    EXPECT_TRUE(got(id)->path.startsWith(other.path()));
}

TEST_F(FilesHalfWay, LeaveNothingOnceTheyAreNotKeptAnyMore) {
    boris.close();
    clock.jumpWall(15LL * 24 * 3600 * 1000);
    boris.open();
    EXPECT_EQ(got(id)->state, FileState::Expired);
    EXPECT_FALSE(QDir(partial()).exists());
}

TEST_F(FilesOfTwo, AreOverAfterTwoWeeks) {
    const MessageId id = send(write(noise(1000)));
    anna.close();
    boris.close();
    clock.jumpWall(15LL * 24 * 3600 * 1000);
    boris.open();
    anna.open();
    EXPECT_EQ(got(id)->state, FileState::Expired);
    EXPECT_EQ(sent(id)->state, FileState::Expired);
    EXPECT_FALSE(accept(id));
}

// M38
TEST_F(FilesOfTwo, WithSecretsAreNotSent) {
    ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral(".gnupg")));
    const QString key = write("secret", QStringLiteral(".gnupg/private.key"));
    EXPECT_FALSE(anna.client->files().send(borisAtAnna, key));
    EXPECT_FALSE(anna.client->files().send(borisAtAnna, folder.path()));
    EXPECT_FALSE(anna.client->files().send(borisAtAnna, folder.filePath(QStringLiteral("nothing"))));
    EXPECT_TRUE(anna.messages(borisAtAnna, MessageKind::File).empty());
}

}  // namespace
}  // namespace sesame::client
