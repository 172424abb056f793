// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks at the viewer's window, from outside: at the pixels of the X server that shows it.
//
//     remote-bench-watch find FRAME-BUFFER
//         waits for the calibration scene and prints "X Y", where it is
//     remote-bench-watch frames DISPLAY FRAME-BUFFER X Y SCENE
//         a line "NUMBER NANOSECONDS" whenever another frame is whole in the window, until standard input
//         ends
//     remote-bench-watch press DISPLAY FRAME-BUFFER X Y SCENE COUNT key|click PAUSE-MS
//         presses in the viewer's window, by XTEST; a line "NANOSECONDS" each, until the frame that answers
//         is there
//     remote-bench-watch compare FRAME-BUFFER FRAME-BUFFER X Y
//         how many pixels of the scene differ between the host's screen and the window

#include "clock.h"
#include "frame_buffer.h"

#include <poll.h>
#include <unistd.h>
#include <xcb/damage.h>
#include <xcb/xcb.h>
#include <xcb/xtest.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace sesame::bench {
namespace {

constexpr std::int64_t kMs = 1'000'000;

/// Tells when something on a display was drawn.
class Drawn {
  public:
    explicit Drawn(const char* display) : connection_(xcb_connect(display, nullptr)) {
        if (xcb_connection_has_error(connection_) != 0)
            std::exit(1);
        const auto* extension = xcb_get_extension_data(connection_, &xcb_damage_id);
        std::free(xcb_damage_query_version_reply(
            connection_,
            xcb_damage_query_version(connection_, XCB_DAMAGE_MAJOR_VERSION, XCB_DAMAGE_MINOR_VERSION),
            nullptr));
        event_ = extension->first_event;
        root_ = xcb_setup_roots_iterator(xcb_get_setup(connection_)).data->root;
        // Every single one: a level that must be emptied first would be silent about what is drawn meanwhile.
        xcb_damage_create(connection_, xcb_generate_id(connection_), root_,
                          XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
        xcb_flush(connection_);
    }
    ~Drawn() { xcb_disconnect(connection_); }
    Drawn(const Drawn&) = delete;
    Drawn& operator=(const Drawn&) = delete;

    xcb_connection_t* connection() { return connection_; }
    xcb_window_t root() const { return root_; }

    /// False when the time is over, or there is something to read from `other`.
    bool wait(std::int64_t untilNs, int other) {
        while (true) {
            bool drawn = false;
            while (xcb_generic_event_t* event = xcb_poll_for_event(connection_)) {
                drawn = drawn || (event->response_type & 0x7F) == event_ + XCB_DAMAGE_NOTIFY;
                std::free(event);
            }
            if (drawn)
                return true;
            const std::int64_t left = untilNs - nowNs();
            pollfd both[] = {{xcb_get_file_descriptor(connection_), POLLIN, 0}, {other, POLLIN, 0}};
            const timespec time{left / 1'000'000'000, left % 1'000'000'000};
            if (left <= 0 || ppoll(both, 2, &time, nullptr) <= 0 || both[1].revents != 0)
                return false;
        }
    }

  private:
    xcb_connection_t* connection_;
    xcb_window_t root_ = 0;
    int event_ = 0;
};

int find(const FrameBuffer& screen) {
    const std::int64_t end = nowNs() + 20'000 * kMs;
    while (nowNs() < end) {
        if (const auto place = screen.findScene()) {
            std::printf("%d %d\n", place->x, place->y);
            return 0;
        }
        usleep(50'000);
    }
    std::fprintf(stderr, "the scene is not to be seen\n");
    return 1;
}

/// A scene in a window, and the last frame that was seen in it.
class Shown {
  public:
    Shown(const FrameBuffer& screen, marker::Point at, marker::Kind kind)
        : screen_(screen), at_(at), kind_(kind) {}
    /// The number of another frame, when there is one.
    std::optional<unsigned> next() {
        const auto frame = screen_.frameAfter(kind_, at_, last_);
        last_ = frame.value_or(last_);
        return frame;
    }

  private:
    const FrameBuffer& screen_;
    const marker::Point at_;
    const marker::Kind kind_;
    unsigned last_ = 0;
};

int frames(Drawn& drawn, Shown& shown) {
    std::printf("ready\n");
    std::fflush(stdout);
    while (drawn.wait(INT64_MAX / 2, STDIN_FILENO)) {
        const auto frame = shown.next();
        const std::int64_t now = nowNs();
        if (frame)
            std::printf("%u %lld\n", *frame, static_cast<long long>(now));
    }
    return 0;
}

void send(Drawn& drawn, int type, int detail, int x, int y) {
    xcb_test_fake_input(drawn.connection(), static_cast<std::uint8_t>(type),
                        static_cast<std::uint8_t>(detail), XCB_CURRENT_TIME, drawn.root(),
                        static_cast<std::int16_t>(x), static_cast<std::int16_t>(y), 0);
}

/// Presses once and waits for another frame than the one before. Negative: none came in two seconds.
std::int64_t pressOnce(Drawn& drawn, Shown& shown, bool key, int number) {
    shown.next();
    const std::int64_t begun = nowNs();
    const int detail = key ? 38 + number % 9 : 1;  // the keys a to l
    send(drawn, key ? XCB_KEY_PRESS : XCB_BUTTON_PRESS, detail, 0, 0);
    send(drawn, key ? XCB_KEY_RELEASE : XCB_BUTTON_RELEASE, detail, 0, 0);
    xcb_flush(drawn.connection());
    while (drawn.wait(begun + 2000 * kMs, -1)) {
        const std::int64_t now = nowNs();
        if (shown.next())
            return now - begun;
    }
    return -1;
}

int press(Drawn& drawn, Shown& shown, marker::Point at, int count, bool key, int pauseMs) {
    send(drawn, XCB_MOTION_NOTIFY, 0, at.x + 1000, at.y + 600);
    xcb_flush(drawn.connection());
    usleep(300'000);
    Dice dice;
    for (int i = 0; i < count; ++i) {
        std::printf("%lld\n", static_cast<long long>(pressOnce(drawn, shown, key, i)));
        usleep((static_cast<unsigned>(pauseMs) + dice.below(static_cast<unsigned>(pauseMs))) * 1000);
    }
    return 0;
}

int compare(const FrameBuffer& host, const FrameBuffer& shown, int x, int y) {
    int different = 0;
    for (int row = 0; row < marker::kSceneHeight; ++row) {
        for (int column = 0; column < marker::kSceneWidth; ++column) {
            const std::uint32_t difference = host.pixel(column, row) ^ shown.pixel(x + column, y + row);
            different += (difference & 0xFFFFFFU) != 0 ? 1 : 0;
        }
    }
    std::printf("%d\n", different);
    return 0;
}

}  // namespace
}  // namespace sesame::bench

int main(int argc, char** argv) {
    using namespace sesame::bench;
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "find" && argc == 3)
        return find(FrameBuffer(argv[2]));
    if (what == "compare" && argc == 6)
        return compare(FrameBuffer(argv[2]), FrameBuffer(argv[3]), std::atoi(argv[4]), std::atoi(argv[5]));
    if ((what == "frames" && argc == 7) || (what == "press" && argc == 10)) {
        Drawn drawn(argv[2]);
        const FrameBuffer screen(argv[3]);
        const marker::Point at{std::atoi(argv[4]), std::atoi(argv[5])};
        Shown shown(screen, at, marker::kindOf(argv[6]));
        if (what == "frames")
            return frames(drawn, shown);
        return press(drawn, shown, at, std::atoi(argv[7]), std::string_view(argv[8]) == "key",
                     std::atoi(argv[9]));
    }
    std::fprintf(stderr, "usage: see the beginning of tests/bench/remote/watch.cpp\n");
    return 2;
}
