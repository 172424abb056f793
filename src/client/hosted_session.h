// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/control_memory.h"
#include "client/private_watch.h"
#include "client/session_context.h"
#include "client/session_time.h"

#include "sesame/remote/host.h"

#include <QPoint>
#include <atomic>

namespace sesame::client {

/// The help session on this computer, from the grant to its end: what the helper may see and do at each
/// moment, and who is told. Lives in the client's thread.
class HostedSession : public QObject {
  public:
    struct Ears {
        std::function<void()> changed;
        std::function<void(QPoint at, bool pressed)> pointed;
        std::function<void()>
            over;  ///< once; the session is not to be used any more, and may be deleted later
    };
    HostedSession(const SessionContext& context, ControlMemory& memory, store::ContactRecord helper,
                  consent::GrantScope scope, Ears ears);
    ~HostedSession() override;

    /// What the host is to tell. It may do so from any thread and at any time.
    remote::HostEvents events();
    /// The host has opened the screen: from here on the helper is told, and waited for.
    Status serve(std::unique_ptr<remote::Host> host, std::vector<desktop::Monitor> monitors,
                 std::optional<remote::GrantedControl> control);
    Status rise(const consent::Grant& granted);
    /// At once: hands, then pictures, then the secret; only then is anybody told. Harmless when it has ended.
    void end(SessionEnd why);

    void setPaused(bool paused);
    void lower(trigger::RemoteLevel level);
    void goOn();
    void setBannerSeen(bool seen);
    /// A safety window has opened, or the last one has closed.
    void windowsChanged();
    /// This request of the helper's has been answered, one way or the other.
    void answered(const MessageId& request);

    HostedView view() const;
    const StreamId& id() const { return entry_.session; }
    const store::ContactRecord& helper() const { return helper_; }
    const consent::GrantScope& scope() const { return scope_; }
    trigger::RemoteLevel level() const { return level_; }
    const std::vector<desktop::Monitor>& monitors() const { return monitors_; }
    std::uint32_t minutesLeft() const;
    bool goOnAsked() const { return time_.asking(); }
    bool serves() const { return host_ != nullptr; }

  private:
    void openLink(crypto::Key secret);
    void streamOver(stream::Ending why);
    void setConnected(bool connected);
    void localActed();
    void privateChanged(bool inFront);
    void tick();
    bool shielded() const { return context_.windows.anyOpen() || time_.asking(); }
    Pause pause() const;
    void refresh();
    void announce();

    const SessionContext& context_;
    ControlMemory& memory_;
    store::ContactRecord helper_;
    consent::GrantScope scope_;
    Ears ears_;
    SessionJournal::Entry entry_;
    trigger::RemoteLevel level_;
    SessionTime time_;
    std::shared_ptr<Feed<HostedSession>> feed_;
    std::shared_ptr<std::atomic<bool>> privateInFront_;
    std::unique_ptr<remote::Host> host_;
    std::unique_ptr<SessionLink> link_;
    std::unique_ptr<PrivateWatch> watch_;  // goes before the host, which it pauses
    std::vector<desktop::Monitor> monitors_;
    MessageId answered_;
    Pause told_ = Pause::None;
    std::optional<SessionStateContent> state_;  // the latest that the helper was told
    std::int64_t handUntilMs_ = 0;
    std::int64_t privateUntilMs_ = 0;
    bool shield_ = false;
    bool still_ = false;
    bool connected_ = false;
    bool userPaused_ = false;
    bool bannerSeen_ = true;
    bool asked_ = false;
    bool ended_ = false;
    QTimer tick_;
};

}  // namespace sesame::client
