// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stream_link.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

namespace {

using namespace sesame;

bool waitFor(int descriptor, short what) {
    pollfd watched{descriptor, what, 0};
    return ::poll(&watched, 1, 10'000) == 1;
}

std::size_t readAll(int descriptor, std::size_t wanted) {
    Bytes room(64 * 1024);
    std::size_t got = 0;
    while (got < wanted && waitFor(descriptor, POLLIN)) {
        const ssize_t now = ::recv(descriptor, room.data(), room.size(), 0);
        if (now <= 0)
            break;
        got += static_cast<std::size_t>(now);
    }
    return got;
}

std::size_t writeSome(int descriptor) {
    const Bytes block(16 * 1024);
    std::size_t put = 0;
    while (true) {
        const ssize_t now = ::send(descriptor, block.data(), block.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (now < 0)
            return put;
        put += static_cast<std::size_t>(now);
    }
}

// The double that the tests of host and viewer stand on does as the real stream does.
TEST(StreamLink, CarriesBytesAndTellsHowManyArrived) {
    test::StreamLink link;
    const auto host = link.takeHost();
    const auto viewer = link.takeViewer();
    const Descriptor hostEnd = host->takeDescriptor();
    const Descriptor viewerEnd = viewer->takeDescriptor();
    const std::size_t put = writeSome(hostEnd.get());
    EXPECT_EQ(readAll(viewerEnd.get(), put), put);
    while (host->flow().acknowledged < put)
        ASSERT_TRUE(waitFor(host->flowEvent(), POLLIN));
    EXPECT_EQ(host->flow().sent, put);
    EXPECT_GT(host->flow().roundTripUs, 0U);
}

TEST(StreamLink, HoldsUpASenderWhoseReaderSleeps) {
    test::StreamLink link;
    const auto host = link.takeHost();
    const auto viewer = link.takeViewer();
    const Descriptor hostEnd = host->takeDescriptor();
    std::size_t put = 0;
    for (std::size_t before = 1; put != before;) {
        before = put;
        pollfd writable{hostEnd.get(), POLLOUT, 0};
        ::poll(&writable, 1, 200);
        put += writeSome(hostEnd.get());
    }
    EXPECT_LT(put, 2 * stream::Stream::kWindow);
}

TEST(StreamLink, DelaysBothWays) {
    using namespace std::chrono_literals;
    test::StreamLink link({.oneWay = 20ms});
    const auto host = link.takeHost();
    const auto viewer = link.takeViewer();
    const Descriptor hostEnd = host->takeDescriptor();
    const Descriptor viewerEnd = viewer->takeDescriptor();
    ASSERT_EQ(::send(hostEnd.get(), "x", 1, 0), 1);
    EXPECT_EQ(readAll(viewerEnd.get(), 1), 1U);
    ASSERT_TRUE(waitFor(host->flowEvent(), POLLIN));
    EXPECT_GE(host->flow().roundTripUs, 40'000U);
}

TEST(StreamLink, EndsOnBothSides) {
    test::StreamLink link;
    const auto host = link.takeHost();
    const auto viewer = link.takeViewer();
    const Descriptor viewerEnd = viewer->takeDescriptor();
    host->close();
    EXPECT_EQ(host->ending(), stream::Ending::Closed);
    EXPECT_EQ(viewer->ending(), stream::Ending::Lost);
    ASSERT_TRUE(waitFor(viewerEnd.get(), POLLIN));
    char byte = 0;
    EXPECT_EQ(::recv(viewerEnd.get(), &byte, 1, 0), 0);
}

}  // namespace
