# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A helper and a receiver without windows, acquainted over a real hub: the ground of the tests here."""
import os
import pathlib
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "support"))
from rpc import Hub, Rpc, acquaint  # noqa: E402

BIN = sys.argv.pop(1)


class TwoPeople(unittest.TestCase):
    """`env` is the environment of both; the receiver's may hold more (`receiver_env`). `lines` are their ways to the hub."""

    hub_options = ()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        self.env = {**os.environ, "HOME": self.folder.name, "XDG_DATA_HOME": str(self.root / "share"),
                    "XDG_CONFIG_HOME": str(self.root / "config")}
        self.env.pop("DISPLAY", None)
        self.hub = Hub(BIN, self.root / "hub", *self.hub_options)
        self.helper = Rpc(BIN, self.root / "helper", env=self.env)
        self.receiver = Rpc(BIN, self.root / "receiver", env={**self.env, **self.receiver_env()})
        helpers_hub, receivers_hub = self.lines()
        self.to_receiver, self.to_helper = acquaint(self.helper, self.receiver, helpers_hub, "小明", "奶奶", receivers_hub)

    def lines(self):
        return self.hub, None

    def receiver_env(self):
        return {}

    def tearDown(self):
        for person in (self.helper, self.receiver):
            self.assertEqual(person.close(), 0)
        self.assertEqual(self.hub.stop(), 0)
        self.folder.cleanup()

    def invite(self, phrase, command):
        rule = self.helper.call("rules.save", contact=self.to_receiver, phrase=phrase, command=command)["rule"]
        self.helper.call("invitations.send", contact=self.to_receiver, rule=rule)
        self.receiver.wait_event("message.added", lambda m: m["kind"] == "invitation")
        return rule

    def say(self, text):
        return self.receiver.call("messages.send", contact=self.to_helper, text=text)["id"]

    def calm_question(self):
        """The question, once the gate has become live: so late does a person answer."""
        asked = self.receiver.wait_event("consent.ask")
        time.sleep(asked["params"]["answerAfterMs"] / 1000 + 0.2)
        return asked

    def calm_yes(self):
        asked = self.calm_question()
        self.receiver.answer(asked, answer="yes")
        return asked["params"]
