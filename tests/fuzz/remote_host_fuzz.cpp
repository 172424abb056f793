// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/viewer_line.h"
#include "support/fake_screen.h"
#include "support/fake_stream.h"

#include <algorithm>
#include <array>

namespace {

using namespace sesame;
using namespace sesame::remote;
using namespace std::chrono_literals;

constexpr std::string_view kHello = "RFB 003.008\n\x01\x01";

/// The other end of the stream, where the input comes from. What the host says is thrown away.
class HostileViewer {
  public:
    explicit HostileViewer(Descriptor socket) : socket_(std::move(socket)) {}
    void say(ByteView bytes) const { ::send(socket_.get(), bytes.data(), bytes.size(), MSG_DONTWAIT); }
    void hear() const {
        std::array<std::byte, 4096> room;
        while (::recv(socket_.get(), room.data(), room.size(), MSG_DONTWAIT) > 0)
            continue;
    }

  private:
    Descriptor socket_;
};

}  // namespace

/// What a hostile viewer may say to a host, pictures included.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const unsigned options = data[0];
    ByteView bytes = std::as_bytes(std::span(data, size)).subspan(1);
    test::FakeScreen screen({100, 70});
    const auto source = screen.open();
    auto made = test::FakeStream::make();
    ViewerLine::Time now{1h};
    auto line = ViewerLine::open(std::move(made.stream), *source, now);
    SESAME_ASSERT(line.has_value());
    const HostileViewer viewer(std::move(made.other));
    if ((options & 1) != 0)
        viewer.say(asBytes(kHello));
    for (unsigned step = 0; !bytes.empty(); ++step) {
        const ByteView part = bytes.first(std::min<std::size_t>(bytes.size(), 1 + (options >> 1) * 3));
        bytes = bytes.subspan(part.size());
        viewer.say(part);
        const auto messages = (*line)->read();
        if (!messages)
            return 0;
        SESAME_ASSERT(messages->size() <= part.size() + kHello.size());
        if (step % 7 == 3)
            screen.resize({50 + static_cast<int>(step % 60), 40});
        screen.paint({static_cast<int>(step % 50), 5, 40, 30}, 0x010305 * step);
        const auto changes = source->poll();
        if (changes->resized)
            (*line)->resized(*source);
        for (const desktop::Rect& area : changes->damaged)
            (*line)->damaged(area);
        now += 20ms;
        if ((*line)->nextSend(now) && !(*line)->send(*source, now))
            return 0;
        if (!(*line)->flush())
            return 0;
        viewer.hear();
    }
    return 0;
}
