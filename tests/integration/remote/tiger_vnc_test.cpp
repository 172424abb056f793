// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "real_session.h"
#include "support/temporary_directory.h"
#include "unit/remote/canvas.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>

namespace {

using namespace sesame;
using namespace sesame::test;
using desktop::Point;

/// Joins a viewer that comes to a socket file with the viewer's end of a stream.
class Bridge {
  public:
    Bridge(const std::string& path, std::unique_ptr<stream::Stream> stream)
        : stream_(std::move(stream)), inner_(stream_->takeDescriptor()) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        listener_ = Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        EXPECT_EQ(::bind(listener_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        EXPECT_EQ(::listen(listener_.get(), 1), 0);
        thread_ = std::thread([this] { run(); });
    }
    ~Bridge() {
        over_ = true;
        ::shutdown(listener_.get(), SHUT_RDWR);
        ::shutdown(inner_.get(), SHUT_RDWR);
        thread_.join();
    }
    Bridge(const Bridge&) = delete;
    Bridge& operator=(const Bridge&) = delete;

  private:
    void run() {
        const Descriptor outer(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
        while (!over_ && outer) {
            pollfd both[] = {{inner_.get(), POLLIN, 0}, {outer.get(), POLLIN, 0}};
            ::poll(both, 2, -1);
            if ((both[0].revents != 0 && !pass(inner_.get(), outer.get())) ||
                (both[1].revents != 0 && !pass(outer.get(), inner_.get())))
                return;
        }
    }
    static bool pass(int from, int to) {
        std::array<std::byte, 64 * 1024> room;
        const ssize_t got = ::recv(from, room.data(), room.size(), MSG_DONTWAIT);
        if (got <= 0)
            return got < 0 && errno == EAGAIN;
        for (ssize_t done = 0; done < got;) {
            const ssize_t put =
                ::send(to, room.data() + done, static_cast<std::size_t>(got - done), MSG_NOSIGNAL);
            if (put < 0 && errno != EAGAIN)
                return false;
            if (put < 0) {
                pollfd writable{to, POLLOUT, 0};
                ::poll(&writable, 1, -1);
            }
            done += std::max<ssize_t>(0, put);
        }
        return true;
    }
    std::unique_ptr<stream::Stream> stream_;
    Descriptor inner_;
    Descriptor listener_;
    std::atomic<bool> over_{false};
    std::thread thread_;
};

// A viewer that nobody here wrote shows every pixel of our host's desktop.
TEST(TigerVnc, ShowsWhatOurHostServes) {
    XDisplay viewers("1200x900x24");
    XDisplay display("800x600x24");
    RealHost real;
    StreamLink link;
    const TemporaryDirectory folder;
    const std::string path = folder.path() / "viewer";
    const Bridge bridge(path, link.takeViewer());
    real.host().attach(link.takeHost());
    Painter painter;
    painter.paint({0, 0, 800, 600}, [](Point at) { return Canvas::page(at); });
    const Child viewer({"env", "DISPLAY=" + viewers.name(), "HOME=" + folder.path().string(),
                        "xtigervncviewer", "-geometry", "800x600+100+50", "-SecurityTypes", "None", path});
    ASSERT_TRUE(viewer.started());
    Point corner{100, 50};
    const auto same = [&] {
        const Screenshot ours(display);
        const Screenshot theirs(viewers);
        bool equal = ours.taken() && theirs.taken();
        for (int y = 0; equal && y < ours.size().height; ++y)
            for (int x = 0; equal && x < ours.size().width; ++x)
                equal = ours.at({x, y}) == theirs.at({corner.x + x, corner.y + y});
        return equal;
    };
    EXPECT_TRUE(eventually(same));
    for (int step = 0; step < 10; ++step) {
        painter.shift({0, 40, 800, 560}, {0, -40});
        painter.paint({0, 560, 800, 40},
                      [=](Point at) { return Canvas::page(at, 10U + static_cast<unsigned>(step)); });
    }
    EXPECT_TRUE(eventually(same));
    painter.paint({200, 200, 300, 200},
                  [](Point at) { return static_cast<std::uint32_t>(at.x * at.y * 911); });
    EXPECT_TRUE(eventually(same));
}

}  // namespace
