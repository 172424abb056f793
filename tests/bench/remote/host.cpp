// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The receiver's end of a help session on $DISPLAY, without a client around it. Until standard input ends.
//
//     remote-bench-host "ready wss://… sha256:…" PORT        the port to reach the hub at, 0: its own

#include "sesame/remote/host.h"

#include "meeting.h"

#include "sesame/consent/gate.h"

#include <thread>

namespace sesame::bench {
namespace {

/// A grant the only way there is: asked, seen, waited for, answered.
consent::Grant grant(const Clock& clock) {
    consent::GrantScope scope;
    scope.command = trigger::RemoteControl{trigger::RemoteLevel::Control, 120};
    consent::Gate gate(clock);
    gate.offer(std::move(scope));
    gate.shownAnew();
    std::this_thread::sleep_for(std::chrono::milliseconds(consent::Gate::kInertMs + 100));
    return *gate.yes();
}

int run(const char* ready, std::uint16_t port) {
    const SystemClock clock;
    const auto desktop = desktop::openSharedDesktop(clock);
    auto view = remote::GrantedView::from(grant(clock), clock);
    auto control = view ? remote::GrantedControl::from(*view) : view.error();
    if (!control)
        return std::fprintf(stderr, "no grant: %s\n", control.error().detail.c_str());
    auto host = remote::Host::start(*std::move(view), *desktop, clock, {});
    if (!host)
        return std::fprintf(stderr, "no host: %s\n", host.error().detail.c_str());
    (*host)->allow(*std::move(control));
    Meeting meeting(ready, port, true);
    (*host)->attach(meeting.open([](stream::State) {}));
    stay();
    (*host)->stop();
    return 0;
}

}  // namespace
}  // namespace sesame::bench

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    return sesame::bench::run(argv[1], static_cast<std::uint16_t>(std::atoi(argv[2])));
}
