// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/client/helped.h"

namespace sesame::client {

/// Anna sees Mum's screen, which is all in memory.
struct Seen : Helped {
    using Level = trigger::RemoteLevel;
    static constexpr std::uint32_t kMinutes = 30;

    void SetUp() override {
        Helped::SetUp();
        mum.desktop.screen.paint({0, 0, 640, 480}, 0x336699);
        QObject::connect(&mumsSessions(), &HelpSessions::pointed, mum.client.get(),
                         [this](QPoint at, bool) { arrows.push_back(at); });
        QObject::connect(&mumsSessions(), &HelpSessions::clipboardWanted, mum.client.get(),
                         [this] { ++clipboardsWanted; });
        QObject::connect(&mumsSessions(), &HelpSessions::clipboardOffered, mum.client.get(),
                         [this](const QString& text) { offered.append(text); });
        QObject::connect(&annasSessions(), &HelpSessions::clipboardReceived, anna.client.get(),
                         [this](ContactId, const QString& text) { received.append(text); });
        QObject::connect(&annasSessions(), &HelpSessions::viewedChanged, anna.client.get(),
                         [this](ContactId id) {
                             const auto view = annasSessions().viewed(id);
                             if (view && view->ended)
                                 endedAtAnna = view->ended;
                         });
    }

    HelpSessions& mumsSessions() { return mum.client->sessions(); }
    HelpSessions& annasSessions() { return anna.client->sessions(); }
    std::optional<HostedView> hosted() { return mumsSessions().hosted(); }
    std::optional<ViewedView> viewed() { return annasSessions().viewed(mumAtAnna); }

    /// The question is there.
    MessageId ask(Level level, std::uint32_t minutes = kMinutes) {
        const MessageId invitation =
            invite(QStringLiteral("开启远程控制功能"), trigger::RemoteControl{level, minutes});
        type(QStringLiteral("开启远程控制功能"));
        const std::size_t before = mum.consents.size();
        EXPECT_TRUE(eventually([&] { return mum.consents.size() > before; }));
        return invitation;
    }
    /// Anna sees it all, or the test has failed.
    void begin(Level level, std::uint32_t minutes = kMinutes) {
        ask(level, minutes);
        ASSERT_FALSE(mum.consents.empty());
        sayYes();
        ASSERT_TRUE(eventually([&] { return hosted() && hosted()->connected; }));
        ASSERT_TRUE(eventually([&] { return viewed() && viewed()->connected && isExact(); }));
    }
    bool isExact() {
        const auto viewer = annasSessions().viewer(mumAtAnna);
        bool same = false;
        if (viewer)
            viewer->read([&](const desktop::Pixels& shown) {
                same = shown.size == mum.desktop.screen.size();
                for (int y = 0; same && y < shown.size.height; ++y)
                    for (int x = 0; same && x < shown.size.width; ++x)
                        same = (shown.data[y * shown.stride + x] & 0xffffff) ==
                               (mum.desktop.screen.at({x, y}) & 0xffffff);
            });
        return same;
    }
    void point(desktop::Point at, unsigned buttons = 0) {
        annasSessions().viewer(mumAtAnna)->pointer(at, buttons);
    }
    void press(desktop::KeySymbol key) { press(*annasSessions().viewer(mumAtAnna), key); }
    static void press(remote::Viewer& viewer, desktop::KeySymbol key) {
        viewer.key(key, true);
        viewer.key(key, false);
    }
    static std::vector<std::uint32_t> pictureOf(const remote::Viewer& viewer) {
        std::vector<std::uint32_t> out;
        viewer.read([&](const desktop::Pixels& shown) {
            for (int y = 0; y < shown.size.height; ++y)
                out.insert(out.end(), shown.data + y * shown.stride,
                           shown.data + y * shown.stride + shown.size.width);
        });
        return out;
    }
    /// A key of the helper's has reached Mum's desktop.
    bool keyArrives(desktop::KeySymbol key) {
        press(key);
        return eventually([&] {
            const auto all = mum.desktop.hands.injected();
            return std::find(all.begin(), all.end(), test::Injected::key(key, true)) != all.end();
        });
    }
    std::size_t keysThatArrived() {
        std::size_t out = 0;
        for (const auto& one : mum.desktop.hands.injected())
            out += one.kind == test::Injected::Kind::Key && one.down ? 1 : 0;
        return out;
    }
    bool isOver(SessionEnd why) {
        return eventually([&] { return !hosted() && !viewed(); }) && endedAtAnna == why;
    }
    /// The last line of both conversations.
    QString lastOutcome(Person& person) {
        const auto all = person.messages(&person == &mum ? annaAtMum : mumAtAnna, MessageKind::Outcome);
        return all.empty() ? QString() : all.back().text;
    }

    std::vector<QPoint> arrows;
    int clipboardsWanted = 0;
    QStringList offered;
    QStringList received;
    std::optional<SessionEnd> endedAtAnna;
};

}  // namespace sesame::client
