// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_connection.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <xcb/xcbext.h>

#include <utility>

namespace sesame::desktop {

Result<std::unique_ptr<X11Connection>> X11Connection::open(const char* display) {
    int screen = 0;
    std::unique_ptr<X11Connection> connection(new X11Connection(xcb_connect(display, &screen)));
    SESAME_TRY(connection->prepare(screen));
    return connection;
}

X11Connection::~X11Connection() {
    xcb_disconnect(connection_);
}

Status X11Connection::prepare(int screen) {
    if (!alive())
        return Error{ErrorCode::Unavailable, "no X server answers"};
    auto screens = xcb_setup_roots_iterator(xcb_get_setup(connection_));
    for (; screen > 0 && screens.rem > 1; --screen)
        xcb_screen_next(&screens);
    screen_ = screens.data;
    readiness_ = Descriptor(epoll_create1(EPOLL_CLOEXEC));
    rousing_ = Descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!screen_ || !readiness_ || !rousing_)
        return Error{ErrorCode::Io, "no descriptors for the X server"};
    watch(xcb_get_file_descriptor(connection_));
    watch(rousing_.get());
    return {};
}

Status X11Connection::require(xcb_extension_t& extension, std::string_view name) {
    const xcb_query_extension_reply_t* known = xcb_get_extension_data(connection_, &extension);
    if (!known || !known->present)
        return Error{ErrorCode::Unavailable, "the X server lacks the extension " + std::string(name)};
    return {};
}

void X11Connection::watch(int descriptor) {
    epoll_event interest{EPOLLIN, {}};
    epoll_ctl(readiness_.get(), EPOLL_CTL_ADD, descriptor, &interest);
}

X11Connection::Event X11Connection::next() {
    if (early_)
        return std::exchange(early_, x11Owned<xcb_generic_event_t>(nullptr));
    if (xcb_generic_event_t* event = xcb_poll_for_event(connection_))
        return x11Owned(event);
    std::uint64_t count = 0;
    if (std::exchange(roused_, false)) [[maybe_unused]]
        const auto got = ::read(rousing_.get(), &count, sizeof count);
    return x11Owned<xcb_generic_event_t>(nullptr);
}

void* X11Connection::rawAnswer(unsigned& sequence) {
    void* reply = nullptr;
    xcb_generic_error_t* error = nullptr;
    if (sequence == 0 || !xcb_poll_for_reply(connection_, sequence, &reply, &error))
        return nullptr;
    std::free(error);
    sequence = 0;
    return reply;
}

void X11Connection::rouse(bool awaiting) {
    if (!early_)
        early_ = x11Owned(xcb_poll_for_queued_event(connection_));
    if (roused_ || !(early_ || awaiting))
        return;
    const std::uint64_t one = 1;
    roused_ = ::write(rousing_.get(), &one, sizeof one) == sizeof one;
}

void X11Connection::finish() {
    x11Owned(xcb_get_input_focus_reply(connection_, xcb_get_input_focus(connection_), nullptr));
    rouse();
}

}  // namespace sesame::desktop
