// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/passphrase.h"
#include "sesame/crypto/safety_number.h"
#include "sesame/crypto/session.h"
#include "sesame/crypto/stream.h"

#include <benchmark/benchmark.h>

namespace sesame::crypto {
namespace {

const ByteView kAssociated = asBytes("alice@hub to bob@hub");

/// Alice and Bob with a session in which both have written.
struct Pair {
    Pair() {
        initialise();
        const Bytes hello = alice.encrypt(asBytes("hello"), kAssociated, random);
        bob = std::move(
            Session::accept(bobIdentity, aliceIdentity.publicKey(), hello, kAssociated, prekeys(), random)
                ->session);
        const Bytes answer = bob->encrypt(asBytes("hello"), kAssociated, random);
        SESAME_ASSERT(alice.decrypt(answer, kAssociated, random).has_value());
    }
    PrekeyBundle bundle() const {
        return {bobIdentity.publicKey(), 1, prekey.publicKey, signPrekey(bobIdentity, prekey.publicKey),
                PrekeyBundle::OneTime{2, oneTime.publicKey}};
    }
    Session::PrekeySource prekeys() const {
        return {[this](std::uint32_t) { return std::optional(prekey.clone()); },
                [this](std::uint32_t) { return std::optional(oneTime.clone()); }};
    }

    SystemRandom random;
    Identity aliceIdentity = Identity::generate(random);
    Identity bobIdentity = Identity::generate(random);
    PrekeyPair prekey = generatePrekey(1, random);
    PrekeyPair oneTime = generatePrekey(2, random);
    Session alice = *Session::initiate(aliceIdentity, bobIdentity.publicKey(), bundle(), random);
    std::optional<Session> bob;
};

void encrypt(benchmark::State& state) {
    Pair pair;
    const Bytes text(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(pair.alice.encrypt(text, kAssociated, pair.random));
}
BENCHMARK(encrypt)->Arg(200)->Arg(16384);

void decryptInOneDirection(benchmark::State& state) {
    Pair pair;
    const Bytes text(200);
    for (auto _ : state) {
        state.PauseTiming();
        const Bytes envelope = pair.alice.encrypt(text, kAssociated, pair.random);
        state.ResumeTiming();
        benchmark::DoNotOptimize(pair.bob->decrypt(envelope, kAssociated, pair.random));
    }
}
BENCHMARK(decryptInOneDirection);

/// Every message turns the Diffie-Hellman ratchet: the dearest kind. One encrypt and one decrypt an
/// iteration.
void encryptAndDecryptInTurns(benchmark::State& state) {
    Pair pair;
    const Bytes text(200);
    Session* from = &pair.alice;
    Session* to = &*pair.bob;
    for (auto _ : state) {
        const Bytes envelope = from->encrypt(text, kAssociated, pair.random);
        benchmark::DoNotOptimize(to->decrypt(envelope, kAssociated, pair.random));
        std::swap(from, to);
    }
}
BENCHMARK(encryptAndDecryptInTurns);

void initiateWithX3dh(benchmark::State& state) {
    Pair pair;
    const PrekeyBundle bundle = pair.bundle();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            Session::initiate(pair.aliceIdentity, pair.bobIdentity.publicKey(), bundle, pair.random));
}
BENCHMARK(initiateWithX3dh);

void acceptWithX3dh(benchmark::State& state) {
    Pair pair;
    Session session =
        *Session::initiate(pair.aliceIdentity, pair.bobIdentity.publicKey(), pair.bundle(), pair.random);
    const Bytes hello = session.encrypt(asBytes("hello"), kAssociated, pair.random);
    for (auto _ : state)
        benchmark::DoNotOptimize(Session::accept(pair.bobIdentity, pair.aliceIdentity.publicKey(), hello,
                                                 kAssociated, pair.prekeys(), pair.random));
}
BENCHMARK(acceptWithX3dh);

void serialiseAndRestore(benchmark::State& state) {
    Pair pair;
    for (auto _ : state)
        benchmark::DoNotOptimize(Session::restore(pair.alice.serialise()));
}
BENCHMARK(serialiseAndRestore);

void sealAStream(benchmark::State& state) {
    initialise();
    StreamSealer sealer{Key{}};
    const Bytes chunk(64 * 1024);
    for (auto _ : state)
        benchmark::DoNotOptimize(sealer.seal(chunk));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(chunk.size()));
}
BENCHMARK(sealAStream);

void compareSafetyNumbers(benchmark::State& state) {
    Pair pair;
    for (auto _ : state)
        benchmark::DoNotOptimize(safetyNumber(pair.aliceIdentity.publicKey(), pair.bobIdentity.publicKey()));
}
BENCHMARK(compareSafetyNumbers);

void guessOnePassphrase(benchmark::State& state) {
    initialise();
    for (auto _ : state)
        benchmark::DoNotOptimize(deriveKey("correct horse", Salt{}));
}
BENCHMARK(guessOnePassphrase)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sesame::crypto

BENCHMARK_MAIN();
