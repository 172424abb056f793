// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream/channel.h"

#include <algorithm>

namespace {

using namespace sesame;
using namespace sesame::stream;

crypto::Key secret() {
    return crypto::Key(ByteArray<32>{});
}

}  // namespace

/// What a relay may say instead of the other side, and what the other side may say inside the seal.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    crypto::initialise();
    static crypto::SystemRandom random;
    const ByteView bytes = std::as_bytes(std::span(data, size));
    for (const bool final : {false, true}) {
        const auto frame = readFrame(toBytes(bytes), final);
        SESAME_ASSERT(!frame || frame->data.size() < size);
        SESAME_ASSERT(!frame || !frame->credit || !final);
    }
    Channel channel(Terms::Role::Offers, secret(), random);
    const std::size_t greeting = std::min<std::size_t>(size, 33);
    if (!channel.takeHello(bytes.first(greeting)))
        return 0;
    const ByteView rest = bytes.subspan(greeting);
    if (channel.takeHeader(rest.first(std::min<std::size_t>(rest.size(), 24))))
        SESAME_ASSERT(!channel.open(rest.subspan(24)));
    return 0;
}
