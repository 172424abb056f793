// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/host_line.h"

#include "remote/viewer_messages.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace sesame::remote {
namespace {

constexpr std::size_t kBufferBytes = 64UL * 1024;

}  // namespace

HostLine::HostLine(std::unique_ptr<stream::Stream> stream, Descriptor wake)
    : stream_(std::move(stream)),
      fd_(stream_->takeDescriptor()),
      wake_(std::move(wake)),
      buffer_(kBufferBytes) {
}

ByteView HostLine::next() {
    atEnd_ = taken_ == filled_ && !fill();
    return atEnd_ ? ByteView() : ByteView(buffer_).subspan(taken_, filled_ - taken_);
}

bool HostLine::fill() {
    while (!left_) {
        const ssize_t got = ::recv(fd_.get(), buffer_.data(), buffer_.size(), 0);
        if (got > 0) {
            taken_ = 0;
            filled_ = static_cast<std::size_t>(got);
            received_ += filled_;
            return true;
        }
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            return false;
        wait();
    }
    return false;
}

void HostLine::wait() {
    const short toSend = wantsToSend() ? POLLOUT : 0;
    pollfd both[] = {{fd_.get(), static_cast<short>(POLLIN | toSend), 0}, {wake_.get(), POLLIN, 0}};
    if (::poll(both, 2, -1) <= 0)
        return;
    if ((both[1].revents & POLLIN) != 0) {
        eventfd_t ignored = 0;
        ::eventfd_read(wake_.get(), &ignored);
    }
    sendWaiting();
}

bool HostLine::wantsToSend() {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty();
}

std::size_t HostLine::put(Bytes message) {
    const std::lock_guard lock(mutex_);
    const bool replaces =
        waiting_.size() > (sentOfFirst_ > 0 ? 1U : 0U) && say::sameButtons(waiting_.back(), message);
    if (replaces)
        waiting_.back() = std::move(message);
    else if (waiting_.size() < kMaxWaiting)
        waiting_.push_back(std::move(message));
    return waiting_.size();
}

void HostLine::flush() {
    sendWaiting();
    if (wantsToSend())
        wake();
}

void HostLine::sendWaiting() {
    const std::lock_guard lock(mutex_);
    while (!waiting_.empty()) {
        std::array<iovec, kAtOnce> pieces{};
        const std::size_t count = std::min(waiting_.size(), kAtOnce);
        for (std::size_t i = 0; i < count; ++i)
            pieces[i] = {waiting_[i].data(), waiting_[i].size()};
        pieces[0] = {waiting_[0].data() + sentOfFirst_, waiting_[0].size() - sentOfFirst_};
        msghdr all{};
        all.msg_iov = pieces.data();
        all.msg_iovlen = count;
        const ssize_t sent = ::sendmsg(fd_.get(), &all, MSG_NOSIGNAL);
        if (sent < 0)
            return;
        sentOfFirst_ += static_cast<std::size_t>(sent);
        while (!waiting_.empty() && sentOfFirst_ >= waiting_.front().size()) {
            sentOfFirst_ -= waiting_.front().size();
            waiting_.pop_front();
        }
    }
}

void HostLine::wake() const {
    ::eventfd_write(wake_.get(), 1);
}

void HostLine::leave() {
    left_ = true;
    wake();
}

stream::Ending HostLine::close() {
    const stream::Ending why = stream_->ending();
    stream_->close();
    if (left_)
        return stream::Ending::Closed;
    if (!atEnd_)
        return stream::Ending::Tampered;
    return why == stream::Ending::None ? stream::Ending::Finished : why;
}

}  // namespace sesame::remote
