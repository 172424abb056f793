// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/descriptor.h"
#include "sesame/base/result.h"

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <string_view>

namespace sesame::desktop {

/// What libxcb allocates and we free.
template <typename T>
using X11Owned = std::unique_ptr<T, void (*)(void*)>;
template <typename T>
X11Owned<T> x11Owned(T* reply) {
    return {reply, &std::free};
}

/// A connection to an X server. One thread.
class X11Connection {
  public:
    using Event = X11Owned<xcb_generic_event_t>;

    /// Unavailable when no X server answers.
    static Result<std::unique_ptr<X11Connection>> open(const char* display = nullptr);
    ~X11Connection();
    X11Connection(const X11Connection&) = delete;
    X11Connection& operator=(const X11Connection&) = delete;

    xcb_connection_t* get() const { return connection_; }
    const xcb_screen_t& screen() const { return *screen_; }
    xcb_window_t root() const { return screen_->root; }
    bool alive() const { return xcb_connection_has_error(connection_) == 0; }
    /// Unavailable, by name, when the server lacks it.
    Status require(xcb_extension_t& extension, std::string_view name);

    /// Readable when next() may have something to say, or a reply that somebody waits for has come.
    int descriptor() const { return readiness_.get(); }
    /// Makes descriptor() readable for this one, too.
    void watch(int descriptor);
    /// The next event, or null. Never waits.
    Event next();
    /// The answer to a question, if it is here. Never waits. `sequence` becomes 0 when it was answered, be it
    /// with an error: then the answer is null.
    template <typename Reply>
    X11Owned<Reply> answer(unsigned& sequence) {
        return x11Owned(static_cast<Reply*>(rawAnswer(sequence)));
    }
    /// Call it after every question that waited for its answer: events that came in meanwhile left the
    /// socket, so descriptor() would be silent about them. `awaiting`: so may the answer to another question.
    void rouse(bool awaiting = false);
    /// Waits until the server has done everything so far.
    void finish();

  private:
    explicit X11Connection(xcb_connection_t* connection) : connection_(connection) {}
    Status prepare(int screen);
    void* rawAnswer(unsigned& sequence);

    xcb_connection_t* connection_;
    const xcb_screen_t* screen_ = nullptr;
    Descriptor readiness_;
    Descriptor rousing_;
    bool roused_ = false;
    Event early_{nullptr, &std::free};
};

/// The event's type, whether or not another program sent it.
inline int x11Type(const xcb_generic_event_t& event) {
    return event.response_type & 0x7F;
}

}  // namespace sesame::desktop
