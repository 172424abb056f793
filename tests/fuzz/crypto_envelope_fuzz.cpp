// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../unit/crypto/people.h"

namespace {

using namespace sesame;
using namespace sesame::crypto;

/// Bob, in a session with Alice, and what he looked like before the hostile bytes came.
struct Target {
    Target() { initialise(); }
    SeededRandom random{40};
    Person alice{random};
    Person bob{random};
    Conversation conversation = Conversation::start(alice, bob, random);
    Bytes before = conversation.bob.serialise();
};

}  // namespace

/// Hostile bytes open nothing, start nothing and change nothing. Genuine ones cannot be found by search.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Target target;
    const ByteView bytes = std::as_bytes(std::span(data, size));
    Session& bob = target.conversation.bob;
    SESAME_ASSERT(!bob.decrypt(bytes, kAssociated, target.random));
    SESAME_ASSERT(!Session::accept(target.bob.identity, target.alice.id(), bytes, kAssociated,
                                   target.bob.prekeys(), target.random));
    SESAME_ASSERT(bob.serialise() == target.before);
    const bool initial = Session::isInitial(bytes);
    SESAME_ASSERT(Session::initialId(bytes, target.bob.id()).has_value() == initial);
    return 0;
}
