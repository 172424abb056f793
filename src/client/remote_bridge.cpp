// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/remote_bridge.h"

#include "client/hand_over.h"

#include <algorithm>

namespace sesame::client {
namespace {

// All monitors together, "1920×1080".
std::string sizeOf(const std::vector<desktop::Monitor>& monitors) {
    int right = 0;
    int bottom = 0;
    for (const auto& monitor : monitors) {
        right = std::max(right, monitor.area.right());
        bottom = std::max(bottom, monitor.area.bottom());
    }
    return std::to_string(right) + "×" + std::to_string(bottom);
}

}  // namespace

Status RemoteBridge::withSide(const std::function<Status(HostedSide&)>& call) const {
    return handOver(events_, [&]() -> Status {
        return side_ ? call(*side_) : Error{ErrorCode::Cancelled, "the program ends"};
    });
}

Result<std::string> RemoteBridge::screen() const {
    bool shown = false;
    SESAME_TRY(withSide([&](HostedSide& side) -> Status {
        shown = side.session() && side.session()->serves();
        if (shown)
            monitors_ = side.session()->monitors();
        return {};
    }));
    if (!shown) {
        SESAME_TRY_ASSIGN(const auto opened, environment_.desktop.openScreen());
        monitors_ = opened->monitors();
    }
    return sizeOf(monitors_);
}

Status RemoteBridge::begin(const consent::Grant& grant) {
    HostedSide::Step step = HostedSide::Step::Begin;
    remote::HostEvents events;
    SESAME_TRY(withSide([&](HostedSide& side) -> Status {
        SESAME_TRY_ASSIGN(step, side.prepare(grant.scope()));
        if (step == HostedSide::Step::Rise)
            return side.rise(grant);
        events = side.events();
        return {};
    }));
    if (step == HostedSide::Step::Rise)
        return {};
    Status opened = open(grant, std::move(events));
    if (!opened)
        static_cast<void>(withSide([](HostedSide& side) -> Status {
            side.abandon();
            return {};
        }));
    return opened;
}

Status RemoteBridge::open(const consent::Grant& grant, remote::HostEvents events) {
    const Clock& clock = environment_.clock;
    SESAME_TRY_ASSIGN(auto view, remote::GrantedView::from(grant, clock));
    std::optional<remote::GrantedControl> control;
    if (view.level() == trigger::RemoteLevel::Control) {
        SESAME_TRY_ASSIGN(auto granted, remote::GrantedControl::from(view));
        control.emplace(std::move(granted));
    }
    SESAME_TRY_ASSIGN(auto host,
                      remote::Host::start(std::move(view), environment_.desktop, clock, std::move(events)));
    return withSide([&](HostedSide& side) -> Status {
        SESAME_TRY(side.serve(std::move(host), monitors_, std::move(control)));
        return {};
    });
}

Status RemoteBridge::passClipboard(const consent::Grant& grant) {
    return withSide([&](HostedSide& side) { return side.passClipboard(grant); });
}

}  // namespace sesame::client
