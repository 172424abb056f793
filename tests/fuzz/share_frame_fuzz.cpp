// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/control.h"
#include "share/frame.h"

#include <algorithm>

namespace {

using namespace sesame;
using namespace sesame::share;

void check(const Piece& piece) {
    SESAME_ASSERT(piece.bytes.size() <= kMaxPieceBytes);
    SESAME_ASSERT(piece.digest || !piece.bytes.empty());
}

/// What is let through must hold for whoever uses it without another look.
void check(const Control& control) {
    SESAME_ASSERT(control.bytes.size() <= kMaxControlBytes);
    for (const Side from : {Side::Server, Side::Client}) {
        const auto frame = readControl(control.bytes, from);
        if (!frame)
            continue;
        for (const auto& entry : frame->entries().entries())
            SESAME_ASSERT(isPathBelow(entry.name()));
        for (const auto& file : frame->offer().files())
            SESAME_ASSERT(isPathBelow(file.path()));
        for (const auto& folder : frame->offer().folders())
            SESAME_ASSERT(isPathBelow(folder));
        SESAME_ASSERT(frame->has_list() || frame->list().folder().empty());
        SESAME_ASSERT(!(from == Side::Server && (frame->has_take() || frame->has_put())));
    }
}

}  // namespace

/// What either side of a share may say to the other, in pieces of some length.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::size_t step = 1 + data[0];
    ByteView bytes = std::as_bytes(std::span(data, size)).subspan(1);
    FrameReader reader;
    while (!bytes.empty()) {
        const auto room = reader.room();
        SESAME_ASSERT(!room.empty());
        const ByteView part = bytes.first(std::min({bytes.size(), room.size(), step}));
        std::copy(part.begin(), part.end(), room.begin());
        reader.added(part.size());
        bytes = bytes.subspan(part.size());
        while (true) {
            const auto frame = reader.peek();
            if (!frame)
                return 0;
            if (!*frame)
                break;
            std::visit([](const auto& one) { check(one); }, **frame);
            reader.pop();
        }
    }
    return 0;
}
