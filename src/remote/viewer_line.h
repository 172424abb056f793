// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/client_messages.h"
#include "remote/pacer.h"
#include "remote/rfb_server.h"
#include "remote/update_writer.h"

#include "sesame/stream/stream.h"

#include <memory>
#include <optional>

namespace sesame::remote {

/// One viewer on one stream: what it asked for, what it has, and what is on its way. Never waits. One thread;
/// the stream may be closed from another.
class ViewerLine {
  public:
    using Time = Pacer::Time;
    static Result<std::unique_ptr<ViewerLine>> open(std::shared_ptr<stream::Stream> stream,
                                                    const desktop::ScreenSource& screen, Time now);

    int descriptor() const { return socket_.get(); }
    int flowEvent() const { return stream_->flowEvent(); }
    bool wantsToWrite() const { return !server_->output().empty(); }
    /// The viewer has asked for pictures.
    bool asked() const { return asked_; }
    stream::Ending ending() const;

    /// What the viewer wants done; what it says about pictures is dealt with here. Unavailable at the end of
    /// the stream, Malformed when it does not speak as it should.
    Result<std::vector<ClientMessage>> read();
    Status flush();
    void flowed(Time now);

    void damaged(const desktop::Rect& area) { writer_->suspect(area); }
    void cursorChanged() { cursorDue_ = true; }
    void pointerMoved(desktop::Point at) { pointerDue_ = at; }
    void resized(const desktop::ScreenSource& screen);
    void monitorsChanged() { monitorsDue_ = true; }

    /// When send() should be called; nothing while there is nothing to send, or no room for it.
    std::optional<Time> nextSend(Time now) const;
    /// Captures what may have changed, and sends it as far as there is room.
    Status send(desktop::ScreenSource& screen, Time now);

  private:
    ViewerLine(std::shared_ptr<stream::Stream> stream, Descriptor socket, std::unique_ptr<RfbServer> server,
               desktop::Size size, Time now);
    Status takeOwn(std::vector<ClientMessage>& messages);
    Status request(const UpdateRequest& wanted);
    Status writePointer(const desktop::ScreenSource& screen);
    bool hasNews(Time now) const;
    std::uint64_t written() const { return flushed_ + server_->output().size(); }

    const std::shared_ptr<stream::Stream> stream_;
    const Descriptor socket_;
    const std::unique_ptr<RfbServer> server_;
    std::optional<UpdateWriter> writer_;
    ClientMessages messages_;
    Pacer pacer_;
    desktop::Size size_;
    desktop::Rect wanted_;
    bool asked_ = false;
    bool cursorDue_ = true;
    bool resizeDue_ = false;
    bool monitorsDue_ = true;
    std::optional<desktop::Point> pointerDue_;
    std::uint64_t flushed_ = 0;  // bytes that the stream has
};

}  // namespace sesame::remote
