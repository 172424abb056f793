# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Transfers that are cut at random bytes and go on: files as messages, taken from a share, and left in one.

SESAME_CUTS says how many cuts there are in all, SESAME_CUTS_SEED where. What is cut is the network of either client, or
either client or the hub with SIGKILL. Everything stands still at the byte of the cut until that is done."""
import hashlib
import os
import random
import re
import time
import unittest

from two_people import BIN, TwoPeople
from rpc import Hub, Rpc
from line import Gate, Line

CUTS = int(os.environ.get("SESAME_CUTS", "15"))
SEED = os.environ.get("SESAME_CUTS_SEED", "2026")
KINDS = 3  # of transfers
MOST_CUTS = 3  # of one transfer
MEGABYTE = 1024 * 1024
SIZE = 24 * MEGABYTE
HUB_KEEPS = 8 * MEGABYTE  # so that a file cannot be sent to its end before it is fetched
WRAPPING = 1.02  # seals, frames, TLS
ONE_CUT = 4 * MEGABYTE  # what was under way, or not synced or on record yet, and is sent again
LIMIT = 120
PHRASE = "把旅行照片给小明看看"
VICTIMS = ("network of the sender", "network of the getter", "sender", "getter", "hub")


def wait_for(what, condition, limit=LIMIT):
    end = time.monotonic() + limit
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"after {limit} s still waiting for: {what}")
        time.sleep(0.02)
    return value


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class FileMessage:
    """A file that the helper sends and the receiver saves. After each cut both go on by themselves."""

    sender, getter = "helper", "receiver"

    def __init__(self, test, path):
        self.test, self.path = test, path

    def start(self):
        test = self.test
        self.id = test.helper.call("files.send", contact=test.to_receiver, path=str(self.path))["id"]
        test.receiver.wait_event("message.added", lambda m: m["id"] == self.id)
        test.receiver.call("files.accept", file=self.id, folder=str(test.downloads))

    def go_on(self):
        pass

    def shown(self):
        return set(os.listdir(self.test.downloads)) - {".sesame-partial"}

    def finish(self):
        for person in (self.test.receiver, self.test.helper):
            over = person.wait_event("message.changed", lambda m: m["id"] == self.id and m["file"]["state"] not in (
                "offered", "moving", "waiting"), LIMIT)["params"]
            self.test.assertEqual(over["file"]["state"], "done")
        parcels = self.test.root / "hub" / "parcels"
        wait_for("nothing of it is left at the hub", lambda: not os.listdir(parcels))
        return self.test.downloads / self.path.name


class FromShare:
    """What takes and leaves have in common. When a client was killed, the share is over: the receiver shares once more, and
    the helper says that the transfer goes on."""

    def __init__(self, test, path):
        self.test, self.path = test, path
        if not test.share:
            test.share_folder()

    def start(self):
        self.call()

    def go_on(self):
        self.test.share_folder()
        self.call(again=True)

    def ended(self):
        over = self.test.helper.wait_event("share.transferEnded", lambda t: (t["share"], t["transfer"]) == (
            self.test.share, self.transfer), LIMIT)["params"]
        self.test.assertEqual(over["ending"], "done")


class Take(FromShare):
    sender, getter = "receiver", "helper"

    def call(self, again=False):
        self.transfer = self.test.helper.call("shares.take", share=self.test.share, path=self.path.name,
                                              to=str(self.test.downloads), resume=again)["transfer"]

    def shown(self):
        return set(os.listdir(self.test.downloads)) - {".sesame-partial"}

    def finish(self):
        self.ended()
        return self.test.downloads / self.path.name


class Leave(FromShare):
    sender, getter = "helper", "receiver"

    def call(self, again=False):
        known = {"put": self.put} if again else {}
        begun = self.test.helper.call("shares.put", share=self.test.share, path=str(self.path), **known)
        self.transfer, self.put = begun["transfer"], begun["put"]

    def quarantine(self):
        return self.test.receiver.data / "quarantine"

    def shown(self):
        return {name for name in os.listdir(self.quarantine()) if re.fullmatch("[0-9a-f]{32}", name)}

    def finish(self):
        self.ended()
        waiting = self.test.receiver.call("shares.quarantine")
        self.test.assertEqual([file["name"] for file in waiting], [self.path.name])
        path = self.test.receiver.call("shares.accept", file=waiting[0]["file"], folder=str(self.test.downloads))["path"]
        self.test.assertEqual(os.listdir(self.quarantine() / "partial"), [])
        self.test.assertEqual(os.listdir(self.quarantine()), ["partial"])
        return path


class CutTransfers(TwoPeople):
    hub_options = ("--parcel-bytes", str(HUB_KEEPS))

    def lines(self):
        self.gate = Gate()
        self.ways = {who: Line(who, self.hub, self.gate) for who in ("helper", "receiver")}
        return self.ways["helper"], self.ways["receiver"]

    def setUp(self):
        super().setUp()
        self.random = random.Random(f"{SEED} {self.id()}")
        self.victims = []
        self.share = self.rule = None
        self.shares = set()  # those before too
        self.source, self.downloads = self.root / "Source", self.root / "Downloads"
        for folder in (self.source, self.downloads):
            folder.mkdir()

    def tearDown(self):
        self.gate.open()
        super().tearDown()
        for line in self.ways.values():
            line.close()

    def share_folder(self):
        if self.rule:
            self.helper.call("invitations.send", contact=self.to_receiver, rule=self.rule)
            self.receiver.wait_event("message.added", lambda m: m["kind"] == "invitation")
        else:
            self.rule = self.invite(PHRASE, {"type": "share-folder", "path": str(self.source), "level": "put",
                                             "minutes": 60})
        self.say(PHRASE)
        self.calm_yes()
        begun = self.helper.wait_event("share.viewed", lambda s: s["connected"] and s["share"] not in self.shares)["params"]
        self.share = begun["share"]
        self.shares.add(self.share)

    def next_victim(self):
        """Each as often as the others."""
        if not self.victims:
            self.victims = self.random.sample(VICTIMS, len(VICTIMS))
        return self.victims.pop()

    def arm(self, moved, victim, size):
        """Where the cut will be. The sender may have nothing left to do by now."""
        ways = [(moved.sender, "up"), (moved.getter, "down")]
        if victim.endswith("getter") or (victim == "hub" and self.random.random() < 0.5):
            ways.reverse()
        share = self.random.random()
        return next((way for way in ways if self.gate.arm(way, share, size)), None)

    def cut(self, victim, moved):
        if victim == "hub":
            self.hub.kill()
            self.gate.open()
            self.hub = Hub(BIN, self.hub.data, *self.hub_options, port=self.hub.port)
            return
        who = moved.sender if victim.endswith("sender") else moved.getter
        if victim.startswith("network"):
            self.ways[who].cut(reset=self.random.random() < 0.5)
            self.gate.open()
            return
        person = getattr(self, who)
        person.kill()
        self.gate.open()
        setattr(self, who, Rpc(BIN, person.data, env=self.env))
        moved.go_on()

    def move_one(self, kind, number, wanted):
        """One file. Returns how many cuts it had."""
        path = self.source / f"film {number}.bin"
        path.write_bytes(self.random.randbytes(SIZE + self.random.randrange(MEGABYTE)))
        size = path.stat().st_size
        moved = kind(self, path)
        self.gate.begin(only_new=kind is FileMessage)  # what is said about a file is not held with it
        self.story = []
        while len(self.story) < wanted:
            victim = self.next_victim()
            way = self.arm(moved, victim, size)
            if not way:
                break
            if not self.story:
                moved.start()
            self.gate.wait_held(LIMIT)
            self.story.append(f"{victim} at byte {self.gate.counted(way):,} of {' '.join(way)}")
            self.assertEqual(moved.shown(), set(), "a name before the whole is there")
            self.cut(victim, moved)
        saved = moved.finish()
        self.assertEqual(digest(saved), digest(path))
        self.assertEqual(os.listdir(self.downloads), [path.name])
        print(f"{path.name}: {'; '.join(self.story)}", flush=True)
        # As much again: what was under way when the hub was full before anybody fetched.
        again = (len(self.story) + 1) * ONE_CUT
        for way in ((moved.sender, "up"), (moved.getter, "down")):
            self.assertLess(self.gate.counted(way), size * WRAPPING + again,
                            f"what was there was sent again: {' '.join(way)}")
        os.unlink(saved)
        path.unlink()
        return len(self.story)

    def cut_many(self, kind):
        left = -(-CUTS // KINDS)
        number = 0
        while left > 0:
            number += 1
            try:
                left -= self.move_one(kind, number, min(left, self.random.randint(1, MOST_CUTS)))
            except Exception as problem:
                raise AssertionError(f"seed {SEED}, file {number}, cuts: {self.story}") from problem

    def test_files_as_messages(self):
        self.cut_many(FileMessage)

    def test_files_taken_from_a_share(self):
        self.cut_many(Take)

    def test_files_left_in_a_share(self):
        self.cut_many(Leave)


if __name__ == "__main__":
    print(f"SESAME_CUTS={CUTS} SESAME_CUTS_SEED={SEED}", flush=True)
    unittest.main(verbosity=2)
