// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/input_gate.h"
#include "remote/viewer_line.h"

#include "sesame/remote/host.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace sesame::remote {

/// The loop of a help session on the receiver's side. All of it runs on the thread that calls run(), but for
/// what says otherwise.
class HostThread {
  public:
    HostThread(const GrantedView& view, std::unique_ptr<desktop::ScreenSource> screen, InputGate& gate,
               std::unique_ptr<desktop::LocalInput> local, HostEvents events);

    /// Returns when the session is over: stopped, expired, revoked, panic, or the desktop is gone.
    void run();

    /// Any thread.
    void attach(std::shared_ptr<stream::Stream> stream);
    void wake();
    /// No picture leaves when this has returned.
    void closeStream();
    /// Waits until the loop has seen all that was set before, but no longer than this. On the loop's own
    /// thread it does not wait.
    void waitForTurn(std::chrono::milliseconds longest);
    bool isThisThread() const { return thread_ == std::this_thread::get_id(); }

  private:
    using Time = ViewerLine::Time;
    void turn();
    void takeStream();
    void endLine(stream::Ending why);
    void endAll();
    bool pollLocal();
    void pollScreen();
    void take(const desktop::ScreenSource::Changes& changes);
    void readLine();
    void handleInput();
    void handle(const ClientMessage& message);
    void sendPictures();
    void fail(const Error& error);
    void wait();
    std::optional<Time> nextTime(Time now) const;
    bool over() const { return over_ || !view_.live(); }

    const GrantedView& view_;
    const std::unique_ptr<desktop::ScreenSource> screen_;
    InputGate& gate_;
    const std::unique_ptr<desktop::LocalInput> local_;
    const HostEvents events_;
    const Descriptor wake_;

    std::mutex mutex_;
    std::shared_ptr<stream::Stream> stream_;  // the one that is served, or will be next
    bool streamIsNew_ = false;
    bool closed_ = false;
    std::condition_variable turned_;
    std::uint64_t turns_ = 0;
    std::uint64_t turnsBegun_ = 0;

    std::unique_ptr<ViewerLine> line_;
    std::deque<ClientMessage> input_;
    bool connected_ = false;  // events_.viewer was told so
    bool over_ = false;
    // What is ready, as poll() said. Replies may have brought news past it: then everything is asked.
    struct {
        bool screen = true;
        bool local = true;
        bool line = false;
        bool flow = false;
    } ready_;
    bool askAll_ = false;
    std::atomic<std::thread::id> thread_;
};

}  // namespace sesame::remote
