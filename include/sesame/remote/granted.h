// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/clock.h"
#include "sesame/base/result.h"
#include "sesame/consent/grant.h"

#include <atomic>
#include <memory>

/// Consent as types: a grant becomes a GrantedView, which lets pictures out; only a GrantedControl, made from
/// a grant for control, opens the way to an InputSink (DESIGN section 3, I3 and I4).
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

/// The helper may see the screen, until the time is over or it is revoked. Move-only. live(): any thread.
class GrantedView {
  public:
    /// Uses up the grant. Refused when it is not for remote control, Expired when it is used or too old.
    static Result<GrantedView> from(const consent::Grant& grant, const Clock& clock);
    GrantedView(GrantedView&&) = default;
    GrantedView& operator=(GrantedView&&) = default;

    bool live() const;
    const PublicIdentity& helper() const { return helper_; }
    /// Look, Point, or Control when the grant reaches so far.
    trigger::RemoteLevel level() const { return level_; }
    std::int64_t endsBootMs() const { return endsBootMs_; }
    const Revocation& revocation() const { return revocation_; }
    /// The receiver answered "go on": another time as long, from now. Only while it lives.
    void extend(std::int64_t minutes);

  private:
    GrantedView() = default;
    const Clock* clock_ = nullptr;
    PublicIdentity helper_;
    trigger::RemoteLevel level_ = trigger::RemoteLevel::Look;
    std::int64_t endsBootMs_ = 0;
    Revocation revocation_;
    friend class GrantedControl;
};

/// The helper may move the mouse and type. Move-only; lives no longer than the view that it belongs to.
class GrantedControl {
  public:
    /// Of a view whose own grant was for control.
    static Result<GrantedControl> from(const GrantedView& view);
    /// A rise within a session: uses up a second grant, by the same helper, for control.
    static Result<GrantedControl> rise(const GrantedView& view, const consent::Grant& grant);
    GrantedControl(GrantedControl&&) = default;
    GrantedControl& operator=(GrantedControl&&) = default;

    bool live() const;
    /// Takes back control alone; the view goes on.
    void revoke() const { own_.revoke(); }
    Revocation handle() const { return own_; }

  private:
    GrantedControl() = default;
    Revocation session_;
    Revocation own_;
};

}  // namespace sesame::remote
