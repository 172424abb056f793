// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/helped.h"
#include "support/temp_tree.h"

#include <fstream>

namespace sesame::client {
namespace {

using Level = trigger::ShareLevel;
using share::Ending;

constexpr std::uint32_t kMinutes = 30;
const QString kPhrase = QStringLiteral("打开我的旅行照片");

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Below `root`: path → content.
std::map<std::string, std::string> treeOf(const std::string& root) {
    std::map<std::string, std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
        if (entry.is_regular_file())
            out[entry.path().string().substr(root.size())] = contentOf(entry.path());
    return out;
}

/// Mum shares a folder with Anna, over a real hub.
struct Shared : Helped {
    test::TempTree tree;
    std::string path = tree.folder("Trip");
    std::string mine = tree.folder("mine");
    std::map<share::RequestNumber, share::Listed> listings;
    std::map<share::RequestNumber, std::vector<std::string>> names;
    std::map<share::TransferNumber, Ending> ended;
    std::map<share::TransferNumber, share::Progress> progress;
    std::optional<SessionEnd> endedAtAnna;
    std::vector<MovedFile> moved;                     ///< as Mum sees it
    std::map<share::TransferNumber, QString> latest;  ///< at Anna's
    std::map<std::string, Result<QString>> accepted;  ///< by Mum

    void SetUp() override {
        Helped::SetUp();
        followMum();
        Shares& shares = annas();
        QObject* anchor = anna.client.get();
        QObject::connect(&shares, &Shares::filesKept, anchor,
                         [this](const ShareId&, share::TransferNumber number, const QString& there) {
                             latest[number] = there;
                         });
        QObject::connect(&shares, &Shares::listed, anchor,
                         [this](const ShareId&, share::RequestNumber number, const share::Listed& what) {
                             listings[number] = what;
                         });
        QObject::connect(&shares, &Shares::entriesCame, anchor,
                         [this](const ShareId&, share::RequestNumber number, quint64,
                                const std::vector<share::Entry>& entries) {
                             for (const auto& entry : entries)
                                 names[number].push_back(entry.name);
                         });
        QObject::connect(
            &shares, &Shares::transferEnded, anchor,
            [this](const ShareId&, share::TransferNumber number, Ending why) { ended[number] = why; });
        QObject::connect(
            &shares, &Shares::progressed, anchor,
            [this](const ShareId&, const share::Progress& now) { progress[now.transfer] = now; });
        QObject::connect(&shares, &Shares::viewedChanged, anchor, [this](const ShareId& id) {
            if (const auto view = annas().viewed(id); view && view->ended)
                endedAtAnna = view->ended;
        });
    }

    void followMum() {
        QObject* anchor = mum.client.get();
        QObject::connect(&mums(), &Shares::filesMoved, anchor,
                         [this](const ShareId&, const std::vector<MovedFile>& files) {
                             moved.insert(moved.end(), files.begin(), files.end());
                         });
        QObject::connect(
            &mums(), &Shares::accepted, anchor,
            [this](const std::string& file, const Result<QString>& where) { accepted.emplace(file, where); });
    }
    Result<QString> accept(const std::string& file, const std::string& folder) {
        accepted.erase(file);
        mums().accept(file, QString::fromStdString(folder));
        if (!eventually([&] { return accepted.contains(file); }))
            return Error{ErrorCode::Expired, "never answered"};
        return accepted.at(file);
    }

    Shares& mums() { return mum.client->shares(); }
    Shares& annas() { return anna.client->shares(); }

    /// The question is there.
    void ask(Level level) {
        invite(kPhrase, trigger::ShareFolder{path, {}, level, kMinutes});
        type(kPhrase);
        ASSERT_TRUE(eventually([&] { return !mum.consents.empty(); }));
    }
    /// Anna reaches it.
    ShareId begin(Level level) {
        ask(level);
        if (mum.consents.empty())
            return {};
        sayYes();
        EXPECT_TRUE(eventually([&] {
            const auto here = mums().hosted();
            const auto there = annas().viewed();
            return here.size() == 1 && here[0].connected && there.size() == 1 && there[0].connected;
        }));
        return annas().viewed().empty() ? ShareId() : annas().viewed()[0].id;
    }
    std::vector<std::string> list(const ShareId& id, const std::string& folder) {
        share::ListRequest request;
        request.folder = folder;
        const auto number = annas().list(id, request);
        if (!number || !eventually([&] { return listings.contains(*number); }))
            return {};
        EXPECT_TRUE(annas().page(id, *number, 0, 1000));
        EXPECT_TRUE(eventually([&] { return names[*number].size() == listings[*number].entries; }));
        return names[*number];
    }
    std::optional<Ending> endOf(const Result<share::TransferNumber>& transfer) {
        if (!transfer || !eventually([&] { return ended.contains(*transfer); }))
            return std::nullopt;
        return ended[*transfer];
    }
    /// Progress is told now and then, by the clock.
    bool isUnderWay(share::TransferNumber transfer) {
        return eventually([&] {
            clock.advance(200);
            return progress[transfer].bytesDone > 0;
        });
    }
    bool isOver(SessionEnd why) {
        return eventually([&] { return mums().hosted().empty() && annas().viewed().empty(); }) &&
               endedAtAnna == why;
    }
    QString lastOutcome(Person& person) {
        const auto all = person.messages(&person == &mum ? annaAtMum : mumAtAnna, MessageKind::Outcome);
        return all.empty() ? QString() : all.back().text;
    }
    /// What the diary says of this step.
    static std::vector<std::string> details(Person& person, const std::string& event) {
        std::vector<std::string> out;
        const auto entries = person.client->audit().entries();
        for (const auto& entry : *entries)
            if (entry.event == event)
                out.push_back(entry.detail);
        return out;
    }
    /// A file that takes a while, and no room on the disk.
    void makeHugeFile() {
        tree.file("Trip/huge.bin");
        std::filesystem::resize_file(path + "/huge.bin", 1'500'000'000);
    }
};

TEST_F(Shared, OpensAFolderAfterThePhraseAndAYes) {
    tree.file("Trip/a.txt", "a");
    tree.file("Trip/days/one/b.bin", std::string(3'000'000, 'b'));
    tree.file("Trip/days/empty", "");
    for (int i = 0; i < 40; ++i)
        tree.file("Trip/many/" + std::to_string(i), std::string(static_cast<std::size_t>(i), 'x'));
    ask(Level::Take);
    EXPECT_EQ(
        mum.consents[0].sentence,
        QStringLiteral("Anna wants to get copies of what is in “Trip” for up to 30 minutes. You can stop "
                       "at any time."));
    EXPECT_EQ(mum.consents[0].target, QString::fromStdString(path));
    settle();
    EXPECT_TRUE(mums().hosted().empty());
    EXPECT_TRUE(annas().viewed().empty());
    sayYes();
    ASSERT_TRUE(eventually([&] { return annas().viewed().size() == 1 && annas().viewed()[0].connected; }));
    const ShareId id = annas().viewed()[0].id;
    EXPECT_EQ(annas().viewed()[0].name, QStringLiteral("Trip"));
    EXPECT_EQ(mums().hosted(id)->path, QString::fromStdString(path));
    EXPECT_EQ(list(id, ""), (std::vector<std::string>{"days", "many", "a.txt"}));
    EXPECT_EQ(list(id, "days/one"), std::vector<std::string>{"b.bin"});

    const auto one = annas().take(id, "a.txt", {tree.folder("one"), false});
    EXPECT_EQ(endOf(one), Ending::Done);
    EXPECT_EQ(latest[*one], QString::fromStdString(tree.path("one/a.txt")));
    ASSERT_TRUE(eventually([&] { return moved.size() == 1; }));
    EXPECT_EQ(moved[0].transfer, *one);
    EXPECT_EQ(moved[0].name, QStringLiteral("a.txt"));
    EXPECT_EQ(moved[0].size, 1U);
    EXPECT_TRUE(moved[0].taken);
    EXPECT_FALSE(annas().viewed(id)->isFile);

    EXPECT_EQ(endOf(annas().take(id, "", {mine, false})), Ending::Done);
    EXPECT_EQ(treeOf(mine), treeOf(path));
    ASSERT_TRUE(eventually([&] { return mums().hosted(id)->taken == 43; }));
    EXPECT_EQ(mums().hosted(id)->takenBytes, 3'000'781U);
    EXPECT_EQ(details(mum, "share-taken").size(), 43U);
    EXPECT_EQ(details(mum, "share-start"), std::vector<std::string>{"take, Trip"});
    ASSERT_TRUE(annas().leave(id));
    ASSERT_TRUE(isOver(SessionEnd::Left));
    EXPECT_TRUE(lastOutcome(mum).startsWith(QStringLiteral("“Trip” was shared with Anna")))
        << lastOutcome(mum).toStdString();
    EXPECT_TRUE(lastOutcome(mum).contains(QStringLiteral("Files taken: 43 (3.0 MB). Anna ended it.")))
        << lastOutcome(mum).toStdString();
    EXPECT_TRUE(lastOutcome(anna).contains(QStringLiteral("Files taken: 44. You ended it.")))
        << lastOutcome(anna).toStdString();
    EXPECT_TRUE(mum.client->audit().verify()->intact);
}

TEST_F(Shared, EndsInTheMiddleWhenTheReceiverSaysStop) {
    makeHugeFile();
    const ShareId id = begin(Level::Take);
    const auto number = annas().take(id, "", {mine, false});
    ASSERT_TRUE(isUnderWay(*number));
    mums().stop(id);
    EXPECT_TRUE(mums().hosted().empty());
    ASSERT_TRUE(isOver(SessionEnd::Stopped));
    EXPECT_FALSE(std::filesystem::exists(mine + "/huge.bin"));
    EXPECT_EQ(annas().take(id, "", {mine, true}).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(lastOutcome(mum).endsWith(QStringLiteral("You ended it."))) << lastOutcome(mum).toStdString();
    EXPECT_TRUE(lastOutcome(anna).endsWith(QStringLiteral("Mum ended it.")));
}

TEST_F(Shared, EndsAtTheWordStop) {
    begin(Level::Look);
    type(QStringLiteral("请停止"));
    EXPECT_TRUE(mums().hosted().empty());
    EXPECT_TRUE(isOver(SessionEnd::Stopped));
}

TEST_F(Shared, EndsWithItsTime) {
    const ShareId id = begin(Level::Take);
    EXPECT_EQ(QDateTime::fromMSecsSinceEpoch(clock.wallMs()).secsTo(mums().hosted(id)->ends), kMinutes * 60);
    clock.advance(kMinutes * 60'000LL);
    EXPECT_TRUE(isOver(SessionEnd::TimeOver));
}

TEST_F(Shared, StopsOneTransferAndGoesOn) {
    makeHugeFile();
    const ShareId id = begin(Level::Take);
    const auto number = annas().take(id, "huge.bin", {mine, false});
    ASSERT_TRUE(isUnderWay(*number));
    mums().stopTransfer(id, *number);
    EXPECT_EQ(endOf(number), Ending::Cancelled);
    tree.file("Trip/small.txt", "small");
    EXPECT_EQ(endOf(annas().take(id, "small.txt", {mine, false})), Ending::Done);
    EXPECT_EQ(treeOf(mine), (std::map<std::string, std::string>{{"/small.txt", "small"}}));
}

TEST_F(Shared, GoesNoFurtherThanItsLevel) {
    tree.file("Trip/a.txt", "a");
    const ShareId id = begin(Level::Look);
    EXPECT_EQ(list(id, ""), std::vector<std::string>{"a.txt"});
    EXPECT_EQ(endOf(annas().take(id, "a.txt", {mine, false})), Ending::NotAllowed);
    EXPECT_EQ(endOf(annas().put(id, tree.file("mine/b.txt", "b"), {std::byte{1}})), Ending::NotAllowed);
    EXPECT_TRUE(mums().quarantined().empty());
    EXPECT_TRUE(details(mum, "share-taken").empty());
}

TEST_F(Shared, IsNotDoneWhereAFileCouldNotBeKept) {
    tree.file("Trip/days/one.txt", "1");
    tree.file("mine/days", "in the way of the folder");
    const ShareId id = begin(Level::Take);
    const auto number = annas().take(id, "", {mine, true});
    const auto end = endOf(number);
    ASSERT_TRUE(end);
    EXPECT_NE(*end, Ending::Done);
    EXPECT_EQ(progress[*number].filesFailed, 1U);
    EXPECT_EQ(progress[*number].filesDone, 0U);
}

// S34
TEST_F(Shared, S34WhatIsLeftWaitsUntilTheReceiverAcceptsIt) {
    const ShareId id = begin(Level::Put);
    EXPECT_EQ(endOf(annas().put(id, tree.file("mine/letter.txt", "dear"), {std::byte{1}})), Ending::Done);
    EXPECT_TRUE(std::filesystem::is_empty(path));
    const auto waiting = mums().quarantined();
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].from, "Anna");
    ASSERT_TRUE(eventually([&] { return mums().hosted(id)->put == 1; }));
    EXPECT_EQ(details(mum, "share-left"), std::vector<std::string>{"letter.txt"});
    EXPECT_FALSE(moved.back().taken);
    EXPECT_EQ(moved.back().name, QStringLiteral("letter.txt"));
    EXPECT_FALSE(accept(waiting[0].id, tree.path("no such folder")));
    EXPECT_EQ(mums().quarantined().size(), 1U);
    EXPECT_TRUE(details(mum, "share-kept").empty());
    const auto there = accept(waiting[0].id, tree.folder("accepted"));
    ASSERT_TRUE(there);
    EXPECT_EQ(contentOf(there->toStdString()), "dear");
    EXPECT_TRUE(mums().quarantined().empty());
    EXPECT_EQ(accept(waiting[0].id, tree.path("accepted")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(details(mum, "share-kept"), std::vector<std::string>{"letter.txt"});
}

// I6
TEST_F(Shared, WhatIsThrownAwayUnseenIsOnRecordToo) {
    const ShareId id = begin(Level::Put);
    EXPECT_EQ(endOf(annas().put(id, tree.file("mine/ad.txt", "buy"), {std::byte{1}})), Ending::Done);
    ASSERT_TRUE(eventually([&] { return mums().quarantined().size() == 1; }));
    mums().discard(mums().quarantined()[0].id);
    EXPECT_TRUE(mums().quarantined().empty());
    EXPECT_EQ(details(mum, "share-discarded"), std::vector<std::string>{"ad.txt"});
}

TEST_F(Shared, GoesOnWhenTheHubComesBack) {
    tree.file("Trip/a.txt", "a");
    std::string noise;
    noise.resize(150'000'000);
    for (std::size_t i = 0; i < noise.size(); ++i)
        noise[i] = static_cast<char>(i * 2'654'435'761U >> 13);
    tree.file("Trip/noise.bin", noise);
    const ShareId id = begin(Level::Take);
    const auto number = annas().take(id, "", {mine, false});
    ASSERT_TRUE(isUnderWay(*number));
    hub.kill();
    ASSERT_TRUE(eventually([&] { return !mums().hosted(id)->connected && !annas().viewed(id)->connected; }));
    EXPECT_FALSE(ended.contains(*number));
    hub.start();
    EXPECT_EQ(endOf(number), Ending::Done);
    EXPECT_EQ(treeOf(mine), treeOf(path));
}

// I2
TEST_F(Shared, M2SharesNothingWhenTheFolderIsAnotherByThen) {
    ask(Level::Take);
    std::filesystem::rename(path, tree.path("moved"));
    tree.file("Trip/other.txt", "other");
    sayYes();
    ASSERT_TRUE(eventually([&] { return !lastOutcome(mum).isEmpty(); }));
    EXPECT_TRUE(lastOutcome(mum).startsWith(QStringLiteral("“Trip” was not shared: it changed")))
        << lastOutcome(mum).toStdString();
    EXPECT_TRUE(mums().hosted().empty());
}

// A share that nobody would see does not begin, whatever a rule says.
TEST_F(Shared, AsksNothingWhereNoWindowShowsShares) {
    mum.environment.showsShares = false;
    mum.close();
    mum.open();
    ASSERT_TRUE(eventually([&] { return mum.isOnline(); }));
    invite(kPhrase, trigger::ShareFolder{path, {}, Level::Look, kMinutes});
    type(kPhrase);
    ASSERT_TRUE(eventually([&] { return !lastOutcome(mum).isEmpty(); }));
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(eventually([&] { return !lastOutcome(anna).isEmpty(); }));
}

// S33
TEST_F(Shared, S33NeverAsksAboutASecretPlace) {
    path = tree.folder("home/.ssh");
    invite(kPhrase, trigger::ShareFolder{path, {}, Level::Take, kMinutes});
    type(kPhrase);
    ASSERT_TRUE(eventually([&] { return !lastOutcome(mum).isEmpty(); }));
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(lastOutcome(mum).contains(QStringLiteral("may not be shared")));
}

TEST_F(Shared, IsOverOnRecordWhenTheReceiversProgramEnded) {
    begin(Level::Look);
    mum.close();
    mum.open();
    EXPECT_TRUE(eventually([&] { return annas().viewed().empty(); }));
    EXPECT_EQ(endedAtAnna, SessionEnd::Failed);
    EXPECT_TRUE(mums().hosted().empty());
    EXPECT_FALSE(details(mum, "share-end").empty());
}

}  // namespace
}  // namespace sesame::client
