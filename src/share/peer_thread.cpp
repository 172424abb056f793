// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/peer_thread.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <memory>

namespace sesame::share {
namespace {

// Time limits are looked at this often although nothing happens.
constexpr int kIdleMs = 500;

}  // namespace

PeerThread::PeerThread(Handler& handler)
    : handler_(handler), event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
}

void PeerThread::start() {
    thread_ = std::thread([this] { run(); });
}

Status PeerThread::post(std::function<void()> action) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_)
            return Error{ErrorCode::Cancelled, "stopped"};
        if (posted_.size() >= kMaxPosted)
            return Error{ErrorCode::Full, "too much waits"};
        posted_.push_back(std::move(action));
    }
    wake();
    return {};
}

Status PeerThread::attach(Descriptor socket) {
    return post([this, shared = std::make_shared<Descriptor>(std::move(socket))] {
        disconnect({ErrorCode::Unavailable, "another connection takes over"});
        link_.emplace(std::move(*shared));
        handler_.connected(*link_);
    });
}

void PeerThread::wake() const {
    const std::uint64_t one = 1;
    static_cast<void>(!::write(event_.get(), &one, sizeof one));
}

void PeerThread::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake();
    if (thread_.joinable())
        thread_.join();
}

void PeerThread::run() {
    while (true) {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_)
                break;
        }
        runPosted();
        if (link_)
            serve();
        await(busy_);
    }
    disconnect({ErrorCode::Cancelled, "stopped"});
}

void PeerThread::runPosted() {
    std::deque<std::function<void()>> actions;
    {
        const std::lock_guard lock(mutex_);
        actions.swap(posted_);
    }
    for (const auto& action : actions)
        action();
}

void PeerThread::serve() {
    if (const auto taken = takeFrames(); !taken)
        return disconnect(taken.error());
    const auto more = handler_.pump(*link_);
    if (!more)
        return disconnect(more.error());
    if (!link_->flush())
        return disconnect({ErrorCode::Unavailable, "the other side is gone"});
    busy_ = (*more || held_) && link_->hasRoom();
}

// No more than there is room for the answers to.
Status PeerThread::takeFrames() {
    held_ = false;
    while (link_->hasRoom()) {
        SESAME_TRY_ASSIGN(const auto frame, link_->frames().peek());
        if (!frame)
            return {};
        SESAME_TRY_ASSIGN(const bool taken, handler_.received(*frame, *link_));
        if (!taken)
            break;
        link_->frames().pop();
    }
    held_ = true;
    return {};
}

void PeerThread::disconnect(const Error& why) {
    if (!link_)
        return;
    link_.reset();
    busy_ = false;
    handler_.disconnected(why);
}

void PeerThread::await(bool busy) {
    pollfd waits[2] = {{event_.get(), POLLIN, 0}, {-1, 0, 0}};
    if (link_) {
        waits[1].fd = link_->fd();
        waits[1].events = static_cast<short>((held_ ? 0 : POLLIN) | (link_->waiting() > 0 ? POLLOUT : 0));
    }
    ::poll(waits, 2, busy ? 0 : kIdleMs);
    if ((waits[0].revents & POLLIN) != 0) {
        std::uint64_t count = 0;
        static_cast<void>(!::read(event_.get(), &count, sizeof count));
    }
    if (link_ && (waits[1].revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !held_ && !link_->receive())
        disconnect({ErrorCode::Unavailable, "the other side is gone"});
}

}  // namespace sesame::share
