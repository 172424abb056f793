// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/remote/host.h"

#include "remote/host_thread.h"

namespace sesame::remote {
namespace {

using namespace std::chrono_literals;

// The loop never takes so long; if it did, input would be shut out all the same.
constexpr auto kTurn = 200ms;

class ThreadedHost final : public Host {
  public:
    ThreadedHost(GrantedView view, std::unique_ptr<desktop::ScreenSource> screen,
                 desktop::SharedDesktop::Hands hands, const Clock& clock, HostEvents events)
        : view_(std::move(view)),
          gate_(std::move(hands.sink), clock),
          loop_(view_, std::move(screen), gate_, std::move(hands.local), std::move(events)),
          thread_([this] { loop_.run(); }) {}

    ~ThreadedHost() override {
        ThreadedHost::stop();
        const std::lock_guard lock(joining_);
        if (thread_.joinable())
            thread_.join();
    }
    ThreadedHost(const ThreadedHost&) = delete;
    ThreadedHost& operator=(const ThreadedHost&) = delete;

    void attach(std::unique_ptr<stream::Stream> stream) override { loop_.attach(std::move(stream)); }

    Status rise(const consent::Grant& grant) override {
        SESAME_TRY(view_.rise(grant));
        if (view_.level() == trigger::RemoteLevel::Control) {
            SESAME_TRY_ASSIGN(GrantedControl control, GrantedControl::from(view_));
            gate_.allow(std::move(control));
        }
        return {};
    }
    void allow(GrantedControl control) override { gate_.allow(std::move(control)); }
    void takeBackControl() override {
        view_.lower(trigger::RemoteLevel::Point);
        gate_.takeBack();
        loop_.waitForTurn(kTurn);
    }
    void extend(std::int64_t minutes) override { view_.extend(minutes); }

    void setPaused(bool paused) override {
        gate_.setPaused(paused);
        loop_.waitForTurn(kTurn);
    }
    void setShield(bool up) override {
        gate_.setShield(up);
        loop_.waitForTurn(kTurn);
    }

    void stop() override {
        gate_.close();
        view_.revocation().revoke();
        loop_.closeStream();
        loop_.wake();
        const std::lock_guard lock(joining_);
        if (!loop_.isThisThread() && thread_.joinable())
            thread_.join();
    }

  private:
    GrantedView view_;
    InputGate gate_;
    HostThread loop_;
    std::mutex joining_;
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<Host>> Host::start(GrantedView view, desktop::SharedDesktop& desktop,
                                          const Clock& clock, HostEvents events) {
    if (!view.live())
        return Error{ErrorCode::Expired, "not granted any more"};
    SESAME_TRY_ASSIGN(auto screen, desktop.openScreen());
    SESAME_TRY_ASSIGN(auto hands, desktop.openHands());
    return std::unique_ptr<Host>(std::make_unique<ThreadedHost>(std::move(view), std::move(screen),
                                                                std::move(hands), clock, std::move(events)));
}

}  // namespace sesame::remote
