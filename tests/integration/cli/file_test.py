# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as messages between two accounts without windows: sent, saved, declined, taken back, and over a killed hub."""
import os
import random
import stat
import unittest

from two_people import TwoPeople
from rpc import RpcError


class FilesAsMessages(TwoPeople):
    def setUp(self):
        super().setUp()
        self.letters = self.root / "Letters"
        self.downloads = self.root / "Downloads"
        for folder in (self.letters, self.downloads):
            folder.mkdir()

    def write(self, name, size):
        path = self.letters / name
        path.write_bytes(random.Random(size).randbytes(size))
        return path

    def send(self, path):
        sent = self.helper.call("files.send", contact=self.to_receiver, path=str(path))["id"]
        got = self.receiver.wait_event("message.added", lambda m: m["id"] == sent)["params"]
        self.assertEqual((got["kind"], got["file"]["state"]), ("file", "offered"))
        return sent, got["file"]

    def becomes(self, person, sent, state):
        return person.wait_event("message.changed",
                                 lambda m: m["id"] == sent and m.get("file", {}).get("state") == state)["params"]["file"]

    def test_it_is_saved_when_the_receiver_says_so_and_not_before(self):
        path = self.write("photo.jpg", 3_000_000)
        sent, offered = self.send(path)
        self.assertEqual((offered["name"], offered["size"]), ("photo.jpg", 3_000_000))
        self.becomes(self.helper, sent, "waiting")
        self.assertEqual(os.listdir(self.downloads), [])
        (self.downloads / "photo.jpg").write_text("mine")
        self.receiver.call("files.accept", file=sent, folder=str(self.downloads))
        saved = self.becomes(self.receiver, sent, "done")
        self.assertEqual(saved["path"], str(self.downloads / "photo (2).jpg"))
        self.assertEqual((self.downloads / "photo (2).jpg").read_bytes(), path.read_bytes())
        self.assertEqual(stat.S_IMODE(os.stat(saved["path"]).st_mode), 0o600)
        self.assertEqual((self.downloads / "photo.jpg").read_text(), "mine")
        self.becomes(self.helper, sent, "done")
        self.assertEqual(sorted(os.listdir(self.downloads)), ["photo (2).jpg", "photo.jpg"])

    def test_a_no_is_told(self):
        sent, _ = self.send(self.write("long.pdf", 1000))
        self.receiver.call("files.decline", file=sent)
        self.assertIn("did not want", self.becomes(self.helper, sent, "declined")["words"])
        with self.assertRaises(RpcError):
            self.receiver.call("files.accept", file=sent, folder=str(self.downloads))

    def test_it_can_be_taken_back(self):
        sent, _ = self.send(self.write("wrong.txt", 1000))
        self.helper.call("files.cancel", file=sent)
        self.becomes(self.receiver, sent, "cancelled")

    def test_what_may_hold_secrets_is_not_sent(self):
        keys = self.root / ".ssh"
        keys.mkdir()
        (keys / "id_ed25519").write_text("secret")
        for path in (keys / "id_ed25519", self.letters, self.root / "nowhere"):
            with self.assertRaises(RpcError):
                self.helper.call("files.send", contact=self.to_receiver, path=str(path))


if __name__ == "__main__":
    unittest.main()
