// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/x11_windows.h"

#include <poll.h>
#include <xcb/xcb_icccm.h>

#include <cstdlib>

namespace sesame::desktop {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kActivationTime{3000};
constexpr milliseconds kTimestampTime{500};

template <typename T>
std::unique_ptr<T, void (*)(void*)> owned(T* reply) {
    return {reply, &std::free};
}

}  // namespace

Result<std::unique_ptr<X11Windows>> X11Windows::open(const char* display) {
    int screen = 0;
    std::unique_ptr<X11Windows> windows(new X11Windows(xcb_connect(display, &screen)));
    SESAME_TRY(windows->prepare(screen));
    return windows;
}

X11Windows::~X11Windows() {
    if (ewmhReady_)
        xcb_ewmh_connection_wipe(&ewmh_);
    xcb_disconnect(connection_);
}

Status X11Windows::prepare(int screen) {
    if (!alive())
        return Error{ErrorCode::Unavailable, "no X server answers"};
    if (!xcb_ewmh_init_atoms_replies(&ewmh_, xcb_ewmh_init_atoms(connection_, &ewmh_), nullptr))
        return Error{ErrorCode::Unavailable, "the X server refuses"};
    ewmhReady_ = true;
    screen_ = screen;
    root_ = ewmh_.screens[screen]->root;
    const std::uint32_t mask = XCB_EVENT_MASK_PROPERTY_CHANGE;
    xcb_change_window_attributes(connection_, root_, XCB_CW_EVENT_MASK, &mask);
    own_ = xcb_generate_id(connection_);
    xcb_create_window(connection_, XCB_COPY_FROM_PARENT, own_, root_, -1, -1, 1, 1, 0,
                      XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, XCB_CW_EVENT_MASK, &mask);
    constexpr std::string_view kName = "WM_STATE";
    const auto atom = owned(xcb_intern_atom_reply(
        connection_, xcb_intern_atom(connection_, 0, kName.size(), kName.data()), nullptr));
    wmState_ = atom ? atom->atom : XCB_NONE;
    return alive() ? Status() : Error{ErrorCode::Unavailable, "the X server went away"};
}

X11Windows::Window X11Windows::read(xcb_window_t id) const {
    const auto classCookie = xcb_icccm_get_wm_class_unchecked(connection_, id);
    const auto pidCookie = xcb_ewmh_get_wm_pid_unchecked(const_cast<xcb_ewmh_connection_t*>(&ewmh_), id);
    const auto nameCookie = xcb_ewmh_get_wm_name_unchecked(const_cast<xcb_ewmh_connection_t*>(&ewmh_), id);
    const auto oldNameCookie = xcb_icccm_get_wm_name_unchecked(connection_, id);
    Window out;
    out.id = id;
    xcb_icccm_get_wm_class_reply_t classes{};
    if (xcb_icccm_get_wm_class_reply(connection_, classCookie, &classes, nullptr)) {
        out.windowClass = classes.class_name ? classes.class_name : "";
        out.instance = classes.instance_name ? classes.instance_name : "";
        xcb_icccm_get_wm_class_reply_wipe(&classes);
    }
    std::uint32_t pid = 0;
    if (xcb_ewmh_get_wm_pid_reply(const_cast<xcb_ewmh_connection_t*>(&ewmh_), pidCookie, &pid, nullptr))
        out.pid = static_cast<int>(pid);
    xcb_ewmh_get_utf8_strings_reply_t title{};
    if (xcb_ewmh_get_wm_name_reply(const_cast<xcb_ewmh_connection_t*>(&ewmh_), nameCookie, &title, nullptr)) {
        out.title.assign(title.strings, title.strings_len);
        xcb_ewmh_get_utf8_strings_reply_wipe(&title);
    }
    xcb_icccm_get_text_property_reply_t oldTitle{};
    if (xcb_icccm_get_wm_name_reply(connection_, oldNameCookie, &oldTitle, nullptr)) {
        if (out.title.empty())
            out.title.assign(oldTitle.name, oldTitle.name_len);
        xcb_icccm_get_text_property_reply_wipe(&oldTitle);
    }
    return out;
}

std::vector<X11Windows::Window> X11Windows::list() const {
    xcb_ewmh_connection_t ewmh = ewmh_;
    xcb_ewmh_get_windows_reply_t clients{};
    if (!xcb_ewmh_get_client_list_reply(&ewmh, xcb_ewmh_get_client_list_unchecked(&ewmh, screen_), &clients,
                                        nullptr))
        return {};
    std::vector<Window> out;
    for (std::uint32_t i = 0; i < clients.windows_len; ++i)
        out.push_back(read(clients.windows[i]));
    xcb_ewmh_get_windows_reply_wipe(&clients);
    return out;
}

bool X11Windows::isIconic(xcb_window_t id) const {
    const auto state = owned(xcb_get_property_reply(
        connection_, xcb_get_property(connection_, 0, id, wmState_, wmState_, 0, 2), nullptr));
    if (!state || state->format != 32 || xcb_get_property_value_length(state.get()) < 4)
        return false;
    return *static_cast<const std::uint32_t*>(xcb_get_property_value(state.get())) ==
           XCB_ICCCM_WM_STATE_ICONIC;
}

xcb_window_t X11Windows::activeWindow() const {
    xcb_ewmh_connection_t ewmh = ewmh_;
    xcb_window_t active = XCB_NONE;
    xcb_ewmh_get_active_window_reply(&ewmh, xcb_ewmh_get_active_window_unchecked(&ewmh, screen_), &active,
                                     nullptr);
    return active;
}

xcb_window_t X11Windows::focusWindow() const {
    const auto focus =
        owned(xcb_get_input_focus_reply(connection_, xcb_get_input_focus(connection_), nullptr));
    return focus && focus->focus != XCB_INPUT_FOCUS_POINTER_ROOT ? focus->focus : XCB_NONE;
}

xcb_window_t X11Windows::parentOf(xcb_window_t id) const {
    const auto tree = owned(xcb_query_tree_reply(connection_, xcb_query_tree(connection_, id), nullptr));
    return tree ? tree->parent : XCB_NONE;
}

std::optional<X11Windows::Window> X11Windows::active() const {
    if (const xcb_window_t id = activeWindow(); id != XCB_NONE)
        return read(id);
    // Nobody manages it, or there is no window manager: the focus may be on a part of what has the name.
    for (xcb_window_t id = focusWindow(); id != XCB_NONE && id != root_; id = parentOf(id)) {
        Window window = read(id);
        if (!window.title.empty() || !window.windowClass.empty() || parentOf(id) == root_)
            return window;
    }
    return std::nullopt;
}

std::unique_ptr<xcb_generic_event_t, void (*)(void*)> X11Windows::nextEvent(Deadline deadline) {
    xcb_flush(connection_);
    while (alive()) {
        if (xcb_generic_event_t* event = xcb_poll_for_event(connection_))
            return owned(event);
        const auto left = std::chrono::duration_cast<milliseconds>(deadline - steady_clock::now()).count();
        if (left <= 0)
            break;
        pollfd descriptor{xcb_get_file_descriptor(connection_), POLLIN, 0};
        ::poll(&descriptor, 1, static_cast<int>(left));
    }
    return {nullptr, &std::free};
}

xcb_timestamp_t X11Windows::serverTime(Deadline deadline) {
    xcb_change_property(connection_, XCB_PROP_MODE_APPEND, own_, XCB_ATOM_WM_NAME, XCB_ATOM_STRING, 8, 0,
                        nullptr);
    while (const auto event = nextEvent(deadline)) {
        if ((event->response_type & 0x7F) != XCB_PROPERTY_NOTIFY)
            continue;
        const auto* change = reinterpret_cast<const xcb_property_notify_event_t*>(event.get());
        if (change->window == own_)
            return change->time;
    }
    return XCB_CURRENT_TIME;
}

Status X11Windows::activate(const Window& window) {
    constexpr std::uint32_t kKnown = XCB_EVENT_MASK_NO_EVENT;
    const auto gone =
        owned(xcb_request_check(connection_, xcb_change_window_attributes_checked(
                                                 connection_, window.id, XCB_CW_EVENT_MASK, &kKnown)));
    if (gone || !alive())
        return Error{ErrorCode::Unavailable, "the window is gone"};
    if (watched_ == window.id)
        watched_ = XCB_NONE;  // that took its events away
    if (isIconic(window.id))
        xcb_map_window(connection_, window.id);
    const xcb_timestamp_t now = serverTime(steady_clock::now() + kTimestampTime);
    xcb_ewmh_request_change_active_window(&ewmh_, screen_, window.id, XCB_EWMH_CLIENT_SOURCE_TYPE_OTHER, now,
                                          activeWindow());
    const Deadline deadline = steady_clock::now() + kActivationTime;
    xcb_flush(connection_);
    while (activeWindow() != window.id)
        if (!nextEvent(deadline))
            return Error{ErrorCode::Unavailable, "the window manager did not bring it to the front"};
    return {};
}

// Another page in a browser changes nothing but the title of a window that was active before.
bool X11Windows::watchActive() {
    const xcb_window_t active = activeWindow();
    if (active == watched_)
        return false;
    const std::uint32_t none = XCB_EVENT_MASK_NO_EVENT;
    const std::uint32_t titles = XCB_EVENT_MASK_PROPERTY_CHANGE;
    if (watched_ != XCB_NONE)
        xcb_change_window_attributes(connection_, watched_, XCB_CW_EVENT_MASK, &none);
    if (active != XCB_NONE)
        xcb_change_window_attributes(connection_, active, XCB_CW_EVENT_MASK, &titles);
    watched_ = active;
    return true;
}

bool X11Windows::tellsChange(const xcb_generic_event_t& event) const {
    if ((event.response_type & 0x7F) != XCB_PROPERTY_NOTIFY)
        return false;
    const auto& change = reinterpret_cast<const xcb_property_notify_event_t&>(event);
    const bool title = change.atom == XCB_ATOM_WM_NAME || change.atom == ewmh_._NET_WM_NAME;
    return change.window == root_ || (change.window == watched_ && title);
}

Status X11Windows::waitForChange(int timeOutMs) {
    const Deadline deadline = steady_clock::now() + milliseconds(timeOutMs);
    // What it was called before it was watched may have been looked at too early.
    for (bool heard = watchActive(); !heard;) {
        const auto event = nextEvent(deadline);
        if (!event)
            break;
        heard = tellsChange(*event);
    }
    return alive() ? Status() : Error{ErrorCode::Unavailable, "the X server went away"};
}

}  // namespace sesame::desktop
