// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_hands.h"

#include "desktop/x11/x11_input_sink.h"
#include "desktop/x11/x11_local_input.h"

#include <sys/timerfd.h>

#include <algorithm>

namespace sesame::desktop {

Result<SharedDesktop::Hands> X11Hands::open(const Clock& clock, const char* display) {
    SESAME_TRY_ASSIGN(auto connection, X11Connection::open(display));
    const auto hands = std::make_shared<X11Hands>(std::move(connection), clock);
    SESAME_TRY(hands->start());
    return handsOf(hands);
}

SharedDesktop::Hands X11Hands::handsOf(const std::shared_ptr<X11Hands>& hands) {
    SharedDesktop::Hands out;
    out.sink = std::make_unique<X11InputSink>(hands);
    out.local = std::make_unique<X11LocalInput>(hands);
    return out;
}

Status X11Hands::start() {
    SESAME_TRY(injector.start());
    SESAME_TRY(owner.start());
    SESAME_TRY(RawInput::select(
        *connection, XCB_INPUT_XI_EVENT_MASK_RAW_KEY_PRESS | XCB_INPUT_XI_EVENT_MASK_RAW_KEY_RELEASE |
                         XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_PRESS |
                         XCB_INPUT_XI_EVENT_MASK_RAW_BUTTON_RELEASE | XCB_INPUT_XI_EVENT_MASK_RAW_MOTION |
                         XCB_INPUT_XI_EVENT_MASK_RAW_TOUCH_BEGIN));
    const auto device = devices.keyboard();
    if (!device)
        return Error{ErrorCode::Unavailable, "the X server has no XTEST keyboard"};
    SESAME_TRY(keyboard.start(*device));
    timer_ = Descriptor(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
    if (!timer_)
        return Error{ErrorCode::Io, "no timer"};
    connection->watch(timer_.get());
    connection->finish();
    return {};
}

void X11Hands::pump() {
    while (const auto event = connection->next()) {
        if (keyboard.handle(*event))
            continue;
        const auto act = RawInput::read(*connection, *event);
        if (act && !injector.isOwn(*act))
            acts_.push_back(*act);
    }
}

bool X11Hands::interrupted() {
    pump();
    return std::ranges::any_of(acts_, [](const RawInput::Act& act) {
        using Kind = RawInput::Act::Kind;
        return act.kind == Kind::KeyPress || act.kind == Kind::ButtonPress || act.kind == Kind::Touch;
    });
}

void X11Hands::wakeIn(std::int64_t ms) {
    const itimerspec when{{}, {ms / 1000, (ms % 1000) * 1'000'000 + 1}};
    timerfd_settime(timer_.get(), 0, &when, nullptr);
    timerSet_ = true;
}

void X11Hands::sleep() {
    if (!std::exchange(timerSet_, false))
        return;
    const itimerspec never{};
    timerfd_settime(timer_.get(), 0, &never, nullptr);
}

}  // namespace sesame::desktop
