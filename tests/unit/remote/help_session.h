// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_shared_desktop.h"
#include "support/grants.h"
#include "support/stream_link.h"

#include "sesame/remote/host.h"
#include "sesame/remote/viewer.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace sesame::test {

/// A host of a desktop in memory, what it told, and a viewer at the other end of a link.
class HelpSession {
  public:
    explicit HelpSession(trigger::RemoteLevel level, desktop::Size size = {640, 480},
                         std::uint32_t minutes = 30)
        : desktop(size), viewer(remote::Viewer::create(viewerEvents())) {
        auto view = *remote::GrantedView::from(grant(level, minutes), clock);
        std::optional<remote::GrantedControl> control;
        if (level == trigger::RemoteLevel::Control)
            control = *remote::GrantedControl::from(view);
        host = *remote::Host::start(std::move(view), desktop, clock, hostEvents());
        if (control)
            host->allow(*std::move(control));
    }
    ~HelpSession() {
        host->stop();
        viewer->stop();
    }

    consent::Grant grant(trigger::RemoteLevel level, std::uint32_t minutes = 30) {
        return grantFor(clock, screenScopeFor(trigger::RemoteControl{level, minutes}));
    }
    /// Joins the two.
    void connect(LinkQuality quality = {}) {
        link = std::make_unique<StreamLink>(quality);
        viewer->attach(link->takeViewer());
        host->attach(link->takeHost());
    }
    template <typename Condition>
    bool until(Condition condition, std::chrono::milliseconds patience = std::chrono::seconds(20)) {
        std::unique_lock lock(mutex);
        return told.wait_for(lock, patience, [&] { return condition(); });
    }
    /// Waits until the viewer shows every pixel as the desktop has it.
    bool untilExact(std::chrono::milliseconds patience = std::chrono::seconds(20)) {
        return until([&] { return isExact(); }, patience);
    }
    bool isExact() const {
        bool same = false;
        viewer->read([&](const desktop::Pixels& shown) {
            same = shown.size == desktop.screen.size();
            for (int y = 0; same && y < shown.size.height; ++y)
                for (int x = 0; same && x < shown.size.width; ++x)
                    same = (shown.data[y * shown.stride + x] & 0xffffff) ==
                           (desktop.screen.at({x, y}) & 0xffffff);
        });
        return same;
    }
    /// Waits until the host has dealt with everything that the viewer said.
    void settle(bool shield) {
        while (!link->isQuiet())
            std::this_thread::yield();
        for (int turn = 0; turn < 32; ++turn)
            host->setShield(shield);
    }
    /// Connected, and everything is there.
    bool ready() {
        connect();
        return untilExact();
    }

    FakeClock clock;
    FakeSharedDesktop desktop;
    std::unique_ptr<remote::Viewer> viewer;
    std::unique_ptr<remote::Host> host;
    std::unique_ptr<StreamLink> link;

    // What they told.
    std::mutex mutex;
    std::condition_variable told;
    std::vector<std::pair<desktop::Point, bool>> pointed;
    std::vector<desktop::LocalInput::Act> acts;
    std::vector<std::pair<bool, stream::Ending>> viewers;
    std::vector<std::vector<desktop::Monitor>> monitors;
    std::vector<Error> failures;
    std::vector<desktop::CursorShape> cursors;
    std::vector<desktop::Point> pointers;
    std::size_t updates = 0;

  private:
    template <typename Change>
    void note(Change change) {
        const std::lock_guard lock(mutex);
        change();
        told.notify_all();
    }
    remote::HostEvents hostEvents() {
        return {
            .pointed = [this](desktop::Point at,
                              bool pressed) { note([&] { pointed.emplace_back(at, pressed); }); },
            .local = [this](desktop::LocalInput::Act act) { note([&] { acts.push_back(act); }); },
            .viewer = [this](bool on, stream::Ending why) { note([&] { viewers.emplace_back(on, why); }); },
            .monitors = [this](auto all) { note([&] { monitors.push_back(std::move(all)); }); },
            .failed = [this](Error error) { note([&] { failures.push_back(std::move(error)); }); }};
    }
    remote::ViewerEvents viewerEvents() {
        return {
            .resized = [this](desktop::Size) { note([] {}); },
            .changed = [this](auto) { note([&] { ++updates; }); },
            .cursor =
                [this](desktop::CursorShape shape) { note([&] { cursors.push_back(std::move(shape)); }); },
            .pointer = [this](desktop::Point at) { note([&] { pointers.push_back(at); }); },
            .stream = {}};
    }
};

}  // namespace sesame::test
