// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/x3dh.h"
#include "people.h"
#include "support/places.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace sesame::crypto {
namespace {

/// Lines "name = hexadecimal", as in the files under vectors/.
class Transcript {
  public:
    void add(std::string_view name, ByteView bytes) { text_ << name << " = " << toHex(bytes) << "\n"; }
    std::string text() const { return text_.str(); }

  private:
    std::ostringstream text_;
};

std::string frozen(const std::string& name) {
    std::ostringstream out;
    out << std::ifstream(SESAME_SOURCE_DIR "/tests/unit/crypto/vectors/" + name).rdbuf();
    return out.str();
}

void addPerson(Transcript& out, const std::string& name, const Person& person) {
    out.add(name + ".seed", person.identity.seed().view());
    out.add(name + ".identity", person.id().view());
    out.add(name + ".signed_prekey.private", person.signedPrekey.privateKey.view());
    out.add(name + ".signed_prekey.public", person.signedPrekey.publicKey.view());
    out.add(name + ".signed_prekey.signature", signPrekey(person.identity, person.signedPrekey.publicKey));
    out.add(name + ".one_time_prekey.private", person.oneTime.privateKey.view());
    out.add(name + ".one_time_prekey.public", person.oneTime.publicKey.view());
}

void addAgreement(Transcript& out, bool withOneTime, const Person& alice, const Person& bob, Random& random) {
    const std::string name = withOneTime ? "with_one_time" : "without_one_time";
    const auto initiated = x3dhInitiate(alice.identity, bob.bundle(withOneTime), random);
    ASSERT_TRUE(initiated);
    const auto accepted = x3dhAccept(bob.identity, initiated->header, bob.prekeys());
    ASSERT_TRUE(accepted);
    EXPECT_EQ(toHex(initiated->secret.view()), toHex(accepted->secret.view()));
    Writer writer;
    initiated->header.write(writer);
    out.add(name + ".header", writer.take());
    out.add(name + ".secret", initiated->secret.view());
}

TEST(FrozenVectors, M21X3dh) {
    SeededRandom random(2026);
    const Person alice(random);
    const Person bob(random);
    Transcript out;
    addPerson(out, "alice", alice);
    addPerson(out, "bob", bob);
    addAgreement(out, true, alice, bob, random);
    addAgreement(out, false, alice, bob, random);
    EXPECT_EQ(out.text(), frozen("x3dh.txt"));
}

/// One end of the frozen conversation, writing down all that it does.
struct Speaker {
    std::string name;
    Session session;

    Bytes say(Transcript& out, const std::string& text, Random& random) {
        Bytes envelope = session.encrypt(asBytes(text), kAssociated, random);
        out.add(name + ".says." + text, envelope);
        return envelope;
    }
    void hear(Transcript& out, const Bytes& envelope, std::string_view text, Random& random) {
        const auto plain = session.decrypt(envelope, kAssociated, random);
        ASSERT_TRUE(plain);
        EXPECT_EQ(asText(*plain), text);
        out.add(name + ".state", session.serialise());
    }
};

TEST(FrozenVectors, M21DoubleRatchet) {
    SeededRandom random(2027);
    const Person aliceKeys(random);
    const Person bobKeys(random);
    Transcript out;
    addPerson(out, "alice", aliceKeys);
    addPerson(out, "bob", bobKeys);
    out.add("associated", kAssociated);
    Speaker alice{"alice", *Session::initiate(aliceKeys.identity, bobKeys.id(), bobKeys.bundle(), random)};
    const Bytes first = alice.say(out, "first", random);
    const Bytes second = alice.say(out, "second", random);
    auto accepted =
        Session::accept(bobKeys.identity, aliceKeys.id(), second, kAssociated, bobKeys.prekeys(), random);
    ASSERT_TRUE(accepted);
    Speaker bob{"bob", std::move(accepted->session)};
    out.add("bob.state", bob.session.serialise());
    out.add("session.id", bob.session.id());
    bob.hear(out, first, "first", random);
    alice.hear(out, bob.say(out, "answer", random), "answer", random);
    const Bytes late = alice.say(out, "late", random);
    bob.hear(out, alice.say(out, "early", random), "early", random);
    alice.hear(out, bob.say(out, "turn", random), "turn", random);
    bob.hear(out, alice.say(out, "again", random), "again", random);
    bob.hear(out, late, "late", random);
    EXPECT_EQ(out.text(), frozen("ratchet.txt"));
}

}  // namespace
}  // namespace sesame::crypto
