# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The product: a hub and two accounts without windows, between which files move as messages and out of a share."""
import contextlib
import pathlib
import sys
import threading
import time

from usage import Used

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from rpc import Hub, Rpc, acquaint  # noqa: E402

LIMIT = 1800
PHRASE = "把旅行照片给小明看看"
CHAT_PAUSE = 0.02


class Pair:
    """The receiver shares `source` with the helper."""

    def __init__(self, bin_dir, folder, source):
        folder.mkdir()
        self.source = source
        self.hub = Hub(bin_dir, folder / "hub")
        self.helper = Rpc(bin_dir, folder / "helper")
        self.receiver = Rpc(bin_dir, folder / "receiver")
        self.to_receiver, self.to_helper = acquaint(self.helper, self.receiver, self.hub, "小明", "奶奶")
        rule = self.helper.call("rules.save", contact=self.to_receiver, phrase=PHRASE, command={
            "type": "share-folder", "path": str(source), "level": "take", "minutes": 120})["rule"]
        self.helper.call("invitations.send", contact=self.to_receiver, rule=rule)
        self.receiver.wait_event("message.added", lambda m: m["kind"] == "invitation")
        self.receiver.call("messages.send", contact=self.to_helper, text=PHRASE)
        asked = self.receiver.wait_event("consent.ask")
        time.sleep(asked["params"]["answerAfterMs"] / 1000 + 0.2)
        self.receiver.answer(asked, answer="yes")
        self.share = self.helper.wait_event("share.viewed", lambda s: s["connected"])["params"]["share"]

    def used(self):
        return Used(hub=self.hub.process, helper=self.helper.process, receiver=self.receiver.process)

    def forget_events(self):
        for person in (self.helper, self.receiver):
            person.forget_events()

    def stop(self):
        for person in (self.helper, self.receiver):
            person.close()
        self.hub.stop()


class Sesame:
    """A way of moving files between the two."""

    synced = True

    def __init__(self, pair):
        self.pair = pair

    def move(self, what, to, chat=contextlib.nullcontext()):
        self.pair.forget_events()
        with self.pair.used() as used:
            begun = self.begin(what, to)
            with chat:
                self.wait(begun)
            used.done()
        return used

    def stop(self):
        pass


class AsMessage(Sesame):
    """From the helper, both online; saved as soon as it is offered."""

    name = "Sesame, a message"
    moves_trees = False

    def begin(self, what, to):
        pair = self.pair
        sent = pair.helper.call("files.send", contact=pair.to_receiver, path=str(pair.source / what))["id"]
        pair.receiver.wait_event("message.added", lambda m: m["id"] == sent)
        pair.receiver.call("files.accept", file=sent, folder=str(to))
        return sent

    def wait(self, sent):
        over = self.pair.receiver.wait_event("message.changed", lambda m: m["id"] == sent and m["file"]["state"] in (
            "done", "failed"), LIMIT)["params"]
        if over["file"]["state"] != "done":
            raise RuntimeError(f"not saved: {over['file']['words']}")


class FromShare(Sesame):
    name = "Sesame, a share"
    moves_trees = True

    def begin(self, what, to):
        if (self.pair.source / what).is_dir():
            to = to / what  # what is in a folder is taken, not the folder itself
            to.mkdir()
        return self.pair.helper.call("shares.take", share=self.pair.share, path=what, to=str(to))["transfer"]

    def wait(self, taken):
        over = self.pair.helper.wait_event("share.transferEnded", lambda t: t["transfer"] == taken, LIMIT)["params"]
        if over["ending"] != "done":
            raise RuntimeError(f"not taken: {over['ending']}")


class Chat:
    """Messages from the helper to the receiver, one after the other, until it is closed or there were enough."""

    def __init__(self, pair, most):
        self.pair, self.most = pair, most
        self.delays = []
        self.problem = None
        self.closed = threading.Event()
        self.thread = threading.Thread(target=self._talk)

    def __enter__(self):
        self.thread.start()
        return self

    def _talk(self):
        try:
            while len(self.delays) < self.most and not self.closed.wait(CHAT_PAUSE):
                text = f"message {len(self.delays)}"
                begun = time.monotonic()
                self.pair.helper.call("messages.send", contact=self.pair.to_receiver, text=text)
                self.pair.receiver.wait_event("message.added", lambda m: m["text"] == text)
                if not self.closed.is_set():
                    self.delays.append(time.monotonic() - begun)
        except Exception as problem:
            self.problem = problem

    def __exit__(self, *problem):
        self.closed.set()
        self.thread.join()
        if self.problem:
            raise self.problem
