// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/host_thread.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>

namespace sesame::remote {
namespace {

using namespace std::chrono_literals;

// An expired or revoked view is noticed within this, also when nothing else happens.
constexpr auto kTick = 1s;
// A key that is held down may turn out to be the panic key.
constexpr auto kHeldKeyTick = 50ms;
// The helper's input is dealt with for so long before pictures and the receiver's own hands get their turn.
constexpr auto kInputTime = 4ms;
constexpr unsigned kWheelless = 7;  // left, middle and right button

std::chrono::steady_clock::time_point present() {
    return std::chrono::steady_clock::now();
}

}  // namespace

HostThread::HostThread(const GrantedView& view, std::unique_ptr<desktop::ScreenSource> screen,
                       InputGate& gate, std::unique_ptr<desktop::LocalInput> local, HostEvents events)
    : view_(view),
      screen_(std::move(screen)),
      gate_(gate),
      local_(std::move(local)),
      events_(std::move(events)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
}

void HostThread::run() {
    thread_ = std::this_thread::get_id();
    while (!over()) {
        {
            const std::lock_guard lock(mutex_);
            ++turnsBegun_;
        }
        turn();
        {
            const std::lock_guard lock(mutex_);
            turns_ = turnsBegun_;
            turned_.notify_all();
        }
        if (!over())
            wait();
    }
    endAll();
    const std::lock_guard lock(mutex_);
    turns_ = std::numeric_limits<std::uint64_t>::max();
    turned_.notify_all();
}

void HostThread::turn() {
    gate_.settle();
    takeStream();
    if (ready_.local && !pollLocal())
        return;
    if (ready_.line)
        readLine();
    handleInput();
    if (ready_.screen && !over())
        pollScreen();
    if (!over())
        sendPictures();
}

void HostThread::attach(std::shared_ptr<stream::Stream> stream) {
    std::shared_ptr<stream::Stream> before;
    {
        const std::lock_guard lock(mutex_);
        if (!closed_) {
            before = std::exchange(stream_, std::move(stream));
            streamIsNew_ = true;
        }
    }
    // Closed here, so that nothing more leaves on it whatever the loop is busy with.
    for (const auto& ended : {before, stream})
        if (ended)
            ended->close();
    wake();
}

void HostThread::wake() {
    const std::uint64_t one = 1;
    static_cast<void>(!::write(wake_.get(), &one, sizeof one));
}

void HostThread::closeStream() {
    std::shared_ptr<stream::Stream> ended;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        ended = stream_;
    }
    if (ended)
        ended->close();
}

void HostThread::waitForTurn(std::chrono::milliseconds longest) {
    if (isThisThread())
        return;
    std::unique_lock lock(mutex_);
    const std::uint64_t next = turnsBegun_ + 1;
    wake();
    turned_.wait_for(lock, longest, [&] { return turns_ >= next; });
}

void HostThread::takeStream() {
    std::shared_ptr<stream::Stream> stream;
    {
        const std::lock_guard lock(mutex_);
        if (!std::exchange(streamIsNew_, false))
            return;
        stream = stream_;
    }
    endLine(stream::Ending::Closed);
    // What is shown must be as it is now, not as it was when the last viewer looked.
    const desktop::Rect whole{0, 0, screen_->pixels().size.width, screen_->pixels().size.height};
    pollScreen();
    if (const Status captured = screen_->capture({&whole, 1}); !captured)
        askAll_ = true;
    auto line = ViewerLine::open(std::move(stream), *screen_, present());
    if (!line)
        return fail(line.error());
    line_ = *std::move(line);
    askAll_ = true;
}

void HostThread::endLine(stream::Ending why) {
    line_.reset();
    input_.clear();
    gate_.lineOver();
    if (std::exchange(connected_, false) && events_.viewer)
        events_.viewer(false, why);
}

void HostThread::endAll() {
    gate_.close();
    gate_.settle();
    closeStream();
    endLine(stream::Ending::Closed);
}

/// False when that was the end.
bool HostThread::pollLocal() {
    auto acts = local_->poll();
    if (!acts) {
        fail(acts.error());
        return false;
    }
    for (const auto act : *acts) {
        gate_.ownHands();
        if (act == desktop::LocalInput::Act::Panic) {
            view_.revocation().revoke();
            endAll();
            over_ = true;
        }
        if (events_.local)
            events_.local(act);
    }
    return !over();
}

void HostThread::pollScreen() {
    const auto changes = screen_->poll();
    if (!changes)
        return fail(changes.error());
    if (changes->monitors && events_.monitors)
        events_.monitors(screen_->monitors());
    if (line_)
        take(*changes);
}

void HostThread::take(const desktop::ScreenSource::Changes& changes) {
    if (changes.resized)
        line_->resized(*screen_);
    if (changes.monitors)
        line_->monitorsChanged();
    if (changes.cursor)
        line_->cursorChanged();
    if (changes.pointer && changes.pointer != gate_.latest())
        line_->pointerMoved(*changes.pointer);
    for (const desktop::Rect& area : changes.damaged)
        line_->damaged(area);
}

void HostThread::readLine() {
    // What is read is dealt with first: input is never queued without end.
    if (!line_ || !input_.empty())
        return;
    auto messages = line_->read();
    if (!messages) {
        const bool malformed = messages.error().code == ErrorCode::Malformed;
        return endLine(malformed ? stream::Ending::Closed : line_->ending());
    }
    input_.insert(input_.end(), messages->begin(), messages->end());
    if (line_->asked() && !std::exchange(connected_, true) && events_.viewer)
        events_.viewer(true, stream::Ending::None);
}

void HostThread::handleInput() {
    const auto until = present() + kInputTime;
    while (!input_.empty() && present() < until) {
        // The receiver's own hands come first, also between two events of the helper's.
        if (!pollLocal())
            return;
        const ClientMessage message = input_.front();
        input_.pop_front();
        handle(message);
    }
    askAll_ = askAll_ || !input_.empty();
    if (gate_.broken())
        fail({ErrorCode::Unavailable, "input to the desktop failed"});
}

void HostThread::handle(const ClientMessage& message) {
    if (const auto* key = std::get_if<KeyMessage>(&message)) {
        gate_.key(key->symbol, key->down);
    } else if (const auto* pointer = std::get_if<PointerMessage>(&message)) {
        const desktop::Size size = screen_->pixels().size;
        const desktop::Point at{std::clamp(pointer->at.x, 0, size.width - 1),
                                std::clamp(pointer->at.y, 0, size.height - 1)};
        const bool points = view_.level() >= trigger::RemoteLevel::Point && !gate_.standsStill();
        if (!gate_.pointer(at, pointer->buttons) && points && events_.pointed)
            events_.pointed(at, (pointer->buttons & kWheelless) != 0);
    }
    askAll_ = true;
}

void HostThread::sendPictures() {
    if (!line_)
        return;
    const Time now = present();
    if (ready_.flow)
        line_->flowed(now);
    if (Status flushed = line_->flush(); !flushed)
        return endLine(line_->ending());
    const auto next = line_->nextSend(now);
    if (gate_.standsStill() || !next || *next > now)
        return;
    askAll_ = true;
    const Status sent = line_->send(*screen_, now);
    if (sent)
        return;
    // The viewer's end can be told from the desktop's: it has closed the socket, or asked for too much.
    if (sent.error().code == ErrorCode::Io)
        return fail(sent.error());
    endLine(line_->ending());
}

void HostThread::fail(const Error& error) {
    over_ = true;
    endAll();
    if (events_.failed)
        events_.failed(error);
}

std::optional<HostThread::Time> HostThread::nextTime(Time now) const {
    std::optional<Time> next = now + kTick;
    if (local_->wantsTick())
        next = now + kHeldKeyTick;
    else if (gate_.holdsKey())
        next = now + std::chrono::milliseconds(InputGate::kHeldLookMs);
    if (line_ && !gate_.standsStill())
        if (const auto send = line_->nextSend(now))
            next = std::min(*next, *send);
    return next;
}

void HostThread::wait() {
    const Time now = present();
    const auto pause =
        std::exchange(askAll_, false) ? 0ns : std::max<std::chrono::nanoseconds>(0ns, *nextTime(now) - now);
    pollfd watched[] = {
        {wake_.get(), POLLIN, 0},
        {screen_->descriptor(), POLLIN, 0},
        {local_->descriptor(), POLLIN, 0},
        {line_ ? line_->descriptor() : -1,
         static_cast<short>((input_.empty() ? POLLIN : 0) | (line_ && line_->wantsToWrite() ? POLLOUT : 0)),
         0},
        {line_ ? line_->flowEvent() : -1, POLLIN, 0},
    };
    const timespec time{pause / 1s, (pause % 1s).count()};
    ::ppoll(watched, std::size(watched), &time, nullptr);
    std::uint64_t ignored = 0;
    if (watched[0].revents != 0)
        static_cast<void>(!::read(wake_.get(), &ignored, sizeof ignored));
    const bool all = pause == 0ns;
    ready_ = {.screen = all || watched[1].revents != 0,
              .local = all || watched[2].revents != 0 || local_->wantsTick(),
              .line = (watched[3].revents & (POLLIN | POLLHUP | POLLERR)) != 0,
              .flow = watched[4].revents != 0};
}

}  // namespace sesame::remote
