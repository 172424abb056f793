// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/base/result.h"
#include "sesame/consent/grant.h"

#include <atomic>
#include <memory>

/// Consent as types: a grant becomes a GrantedView, which lets pictures out; only a GrantedControl, made from
/// a view that was granted for control, opens the way to an InputSink (DESIGN section 3, I3 and I4).
namespace sesame::remote {

/// Ends everything that was granted for one session, at once and for good. Copies share it. Thread-safe.
class Revocation {
  public:
    Revocation() : revoked_(std::make_shared<std::atomic<bool>>(false)) {}
    void revoke() const { revoked_->store(true); }
    bool isRevoked() const { return revoked_->load(); }

  private:
    std::shared_ptr<std::atomic<bool>> revoked_;
};

/// The helper may see the screen, until the time is over or it is revoked. Move-only. Any thread.
class GrantedView {
  public:
    /// Uses up the grant. Refused when it is not for remote control, Expired when it is used or too old.
    static Result<GrantedView> from(const consent::Grant& grant, const Clock& clock);
    GrantedView(GrantedView&&) = default;
    GrantedView& operator=(GrantedView&&) = default;

    /// A rise within a session: uses up a second grant, by the same helper to the same receiver. The level is
    /// the new grant's when that is higher; the end stays where it is. Refused otherwise, Expired when either
    /// is.
    Status rise(const consent::Grant& grant);
    /// The receiver takes back what goes beyond this level.
    void lower(trigger::RemoteLevel level);
    /// The receiver answered "go on": another time as long, from now. Only while it lives.
    void extend(std::int64_t minutes);

    bool live() const;
    const PublicIdentity& helper() const;
    /// Look, Point, or Control when the grant reaches so far.
    trigger::RemoteLevel level() const;
    std::int64_t endsBootMs() const;
    const Revocation& revocation() const;

  private:
    friend class GrantedControl;
    struct Session;
    explicit GrantedView(std::shared_ptr<Session> session) : session_(std::move(session)) {}
    std::shared_ptr<Session> session_;
};

/// The helper may move the mouse and type. Move-only; lives no longer than the view that it belongs to. Any
/// thread.
class GrantedControl {
  public:
    /// Of a view whose level is control. Refused otherwise, Expired when the view is over.
    static Result<GrantedControl> from(const GrantedView& view);
    GrantedControl(GrantedControl&&) = default;
    GrantedControl& operator=(GrantedControl&&) = default;

    bool live() const;
    /// Takes back control alone; the view goes on.
    void revoke() const { own_.revoke(); }
    Revocation handle() const { return own_; }

  private:
    explicit GrantedControl(std::shared_ptr<const GrantedView::Session> session)
        : session_(std::move(session)) {}
    std::shared_ptr<const GrantedView::Session> session_;
    Revocation own_;
};

}  // namespace sesame::remote
