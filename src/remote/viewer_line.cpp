// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/viewer_line.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace sesame::remote {
namespace {

constexpr std::size_t kReadBytes = 16UL * 1024;

}  // namespace

Result<std::unique_ptr<ViewerLine>> ViewerLine::open(std::shared_ptr<stream::Stream> stream,
                                                     const desktop::ScreenSource& screen, Time now) {
    Descriptor socket = stream->takeDescriptor();
    if (!socket)
        return Error{ErrorCode::Unavailable, "stream without a socket"};
    SESAME_TRY_ASSIGN(auto server, RfbServer::create(screen.pixels()));
    return std::unique_ptr<ViewerLine>(
        new ViewerLine(std::move(stream), std::move(socket), std::move(server), screen.pixels().size, now));
}

ViewerLine::ViewerLine(std::shared_ptr<stream::Stream> stream, Descriptor socket,
                       std::unique_ptr<RfbServer> server, desktop::Size size, Time now)
    : stream_(std::move(stream)),
      socket_(std::move(socket)),
      server_(std::move(server)),
      writer_(std::in_place, size),
      pacer_(now),
      size_(size) {
}

stream::Ending ViewerLine::ending() const {
    // The stream says why only when it has ended on this side too.
    const stream::Ending why = stream_->ending();
    return why == stream::Ending::None ? stream::Ending::Finished : why;
}

Result<std::vector<ClientMessage>> ViewerLine::read() {
    std::vector<ClientMessage> messages;
    std::array<std::byte, kReadBytes> room;
    const ssize_t got = ::recv(socket_.get(), room.data(), room.size(), MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
        return Error{ErrorCode::Unavailable, "end of stream"};
    if (got < 0)
        return messages;
    SESAME_TRY(messages_.take(ByteView(room).first(static_cast<std::size_t>(got)), messages));
    SESAME_TRY(takeOwn(messages));
    return messages;
}

Status ViewerLine::takeOwn(std::vector<ClientMessage>& messages) {
    Status status;
    std::erase_if(messages, [&](const ClientMessage& message) {
        if (!status)
            return true;
        if (const auto* format = std::get_if<PixelFormatMessage>(&message))
            status = server_->setPixelFormat(*format);
        else if (const auto* encodings = std::get_if<EncodingsMessage>(&message))
            server_->setEncodings(*encodings);
        else if (const auto* wanted = std::get_if<UpdateRequest>(&message))
            status = request(*wanted);
        else
            return false;
        return true;
    });
    return status;
}

Status ViewerLine::request(const UpdateRequest& wanted) {
    wanted_ = wanted.area.common({0, 0, size_.width, size_.height});
    if (!wanted.incremental)
        writer_->forget(wanted_);
    asked_ = true;
    return {};
}

Status ViewerLine::flush() {
    Bytes& output = server_->output();
    std::size_t gone = 0;
    while (gone < output.size()) {
        const ssize_t put =
            ::send(socket_.get(), output.data() + gone, output.size() - gone, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0 && errno != EAGAIN)
            return Error{ErrorCode::Unavailable, "end of stream"};
        if (put < 0)
            break;
        gone += static_cast<std::size_t>(put);
    }
    flushed_ += gone;
    output.erase(output.begin(), output.begin() + static_cast<std::ptrdiff_t>(gone));
    return {};
}

void ViewerLine::flowed(Time now) {
    std::uint64_t count = 0;
    static_cast<void>(!::read(stream_->flowEvent(), &count, sizeof count));
    pacer_.flowed(stream_->flow(), written(), now);
}

void ViewerLine::resized(const desktop::ScreenSource& screen) {
    size_ = screen.pixels().size;
    writer_.emplace(size_);
    wanted_ = {0, 0, size_.width, size_.height};
    resizeDue_ = true;
    // From here on nothing of the old picture may be read.
    server_->setPicture(screen.pixels());
}

bool ViewerLine::hasNews(Time now) const {
    const Abilities& can = server_->abilities();
    return resizeDue_ || (cursorDue_ && can.cursor) || (pointerDue_ && can.pointerPosition) ||
           (monitorsDue_ && can.extendedDesktopSize) || writer_->hasNews(wanted_, now);
}

std::optional<ViewerLine::Time> ViewerLine::nextSend(Time now) const {
    if (!asked_ || wantsToWrite())
        return std::nullopt;
    if (!hasNews(now))
        return writer_->nextDue(wanted_);
    const Time turn = pacer_.nextTurn(now);
    if (turn > now)
        return turn;
    return pacer_.room(now) > 0 ? std::optional(now) : std::nullopt;
}

Status ViewerLine::send(desktop::ScreenSource& screen, Time now) {
    const std::vector<desktop::Rect> suspects = writer_->suspects(wanted_);
    if (!suspects.empty())
        if (const Status captured = screen.capture(suspects); !captured)
            // Another size: the screen says so next.
            return captured.error().code == ErrorCode::Changed ? Status() : captured;
    const std::size_t before = server_->output().size();
    server_->begin();
    const std::size_t empty = server_->output().size();
    SESAME_TRY(writePointer(screen));
    SESAME_TRY_ASSIGN(const bool pictures,
                      writer_->write(*server_, screen.pixels(), wanted_, pacer_.room(now), now));
    if (!pictures && server_->output().size() == empty) {
        server_->output().resize(before);  // damage without a change: nothing to say
        return {};
    }
    SESAME_TRY(server_->end());
    pacer_.sent(written(), now);
    return flush();
}

/// The small things, which come before the picture.
Status ViewerLine::writePointer(const desktop::ScreenSource& screen) {
    const Abilities& can = server_->abilities();
    if (resizeDue_ || (monitorsDue_ && can.extendedDesktopSize))
        SESAME_TRY(server_->resize(screen.monitors()));
    resizeDue_ = monitorsDue_ = false;
    if (cursorDue_ && can.cursor) {
        SESAME_TRY(server_->cursor(screen.cursor()));
        cursorDue_ = false;
    }
    if (pointerDue_ && can.pointerPosition)
        SESAME_TRY(server_->pointer(*pointerDue_));
    pointerDue_.reset();
    return {};
}

}  // namespace sesame::remote
