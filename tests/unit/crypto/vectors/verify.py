#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Derives the frozen transcripts a second time, from docs/crypto.md alone. Needs python3-cryptography."""

import hashlib
import hmac
import pathlib
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

PRIME = 2**255 - 19
STATE_PRIVATE_KEY = slice(140, 172)


def read(name):
    lines = (pathlib.Path(__file__).parent / name).read_text().splitlines()
    return [(key, bytes.fromhex(value)) for key, value in (line.split(" = ") for line in lines)]


def agree(private, public):
    return X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))


def agreement_public(identity):
    y = int.from_bytes(identity, "little") & (2**255 - 1)
    return ((1 + y) * pow(1 - y, -1, PRIME) % PRIME).to_bytes(32, "little")


def agreement_private(seed):
    return hashlib.sha512(seed).digest()[:32]


def mac(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


def hkdf(salt, ikm, info, length):
    extracted, out, block, counter = mac(salt, ikm), b"", b"", 1
    while len(out) < length:
        block = mac(extracted, block + info + bytes([counter]))
        out, counter = out + block, counter + 1
    return out[:length]


def hchacha20(key, nonce):
    s = list(struct.unpack("<4I8I4I", b"expand 32-byte k" + key + nonce))

    def quarter(a, b, c, d):
        for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = (s[x] + s[y]) & 0xFFFFFFFF
            s[z] ^= s[x]
            s[z] = (s[z] << turn | s[z] >> (32 - turn)) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            quarter(column, column + 4, column + 8, column + 12)
        for column in range(4):
            quarter(column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4)
    return struct.pack("<8I", *s[:4], *s[12:])


def unseal(key, nonce, sealed, associated):
    cipher = ChaCha20Poly1305(hchacha20(key, nonce[:16]))
    return cipher.decrypt(bytes(4) + nonce[16:], sealed, associated)


def accept(values, header):
    identity, ephemeral, used_one_time = header[:32], header[32:64], header[68]
    prekey = values["bob.signed_prekey.private"]
    material = b"\xff" * 32 + agree(prekey, agreement_public(identity))
    material += agree(agreement_private(values["bob.seed"]), ephemeral) + agree(prekey, ephemeral)
    if used_one_time:
        material += agree(values["bob.one_time_prekey.private"], ephemeral)
    return hkdf(bytes(32), material, b"sesame x3dh v1", 32)


class Reader:
    """Bob's end: he opens what Alice says, and what he says himself."""

    def __init__(self, values, states):
        self.values, self.states = values, states
        first = values["alice.says.first"]
        self.identities = first[2:34] + values["bob.identity"]
        self.root = accept(values, first[2:75])
        self.private = values["bob.signed_prekey.private"]

    @staticmethod
    def header_of(envelope):
        return 75 if envelope[1] == 1 else 2

    def turn(self, envelope, state=None):
        if state is not None:
            self.private = self.states[state][STATE_PRIVATE_KEY]
        start = self.header_of(envelope)
        derived = hkdf(self.root, agree(self.private, envelope[start : start + 32]), b"sesame ratchet v1", 64)
        self.root = derived[:32]
        return derived[32:]

    def check(self, chain, who, text):
        envelope = self.values[f"{who}.says.{text}"]
        start = self.header_of(envelope)
        number = int.from_bytes(envelope[start + 36 : start + 40], "big")
        for _ in range(number):
            chain = mac(chain, b"\2")
        bound = b"sesame message v1" + self.identities + envelope[: start + 40] + self.values["associated"]
        padded = unseal(mac(chain, b"\1"), envelope[start + 40 : start + 64], envelope[start + 64 :], bound)
        assert len(padded) == 128 and padded.rstrip(b"\0") == text.encode() + b"\x80", text


def verify_x3dh():
    values = dict(read("x3dh.txt"))
    for name in ("with_one_time", "without_one_time"):
        assert accept(values, values[name + ".header"]) == values[name + ".secret"], name
    context = b"sesame prekey v1"
    Ed25519PublicKey.from_public_bytes(values["bob.identity"]).verify(
        values["bob.signed_prekey.signature"],
        bytes([len(context)]) + context + values["bob.signed_prekey.public"])


def verify_ratchet():
    lines = read("ratchet.txt")
    values = dict(lines)
    bob = Reader(values, [value for key, value in lines if key == "bob.state"])
    first, late, again = (values["alice.says." + text] for text in ("first", "late", "again"))
    named = b"sesame session v1" + values["bob.identity"] + first[2:75]
    assert hashlib.blake2b(named, digest_size=32).digest() == values["session.id"]
    chain = bob.turn(first)
    bob.check(chain, "alice", "first")
    bob.check(chain, "alice", "second")
    bob.check(bob.turn(first, 0), "bob", "answer")
    chain = bob.turn(late)
    bob.check(chain, "alice", "late")
    bob.check(chain, "alice", "early")
    bob.check(bob.turn(late, 2), "bob", "turn")
    bob.check(bob.turn(again), "alice", "again")


if __name__ == "__main__":
    verify_x3dh()
    verify_ratchet()
    print("both transcripts agree")
