// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../unit/crypto/people.h"

/// Whatever restores is a whole session: it has one encoding, and can seal and be asked to open.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sesame;
    using namespace sesame::crypto;
    static const bool ready = (initialise(), true);
    const ByteView bytes = std::as_bytes(std::span(data, size));
    auto session = Session::restore(bytes);
    if (!ready || !session)
        return 0;
    const Bytes again = session->serialise();
    SESAME_ASSERT(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()));
    SeededRandom random(41);
    Session copy = session->clone();
    const Bytes envelope = copy.encrypt(asBytes("text"), kAssociated, random);
    static_cast<void>(session->decrypt(envelope, kAssociated, random).has_value());
    return 0;
}
