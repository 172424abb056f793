# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture in place of a phrase between two accounts without windows: made, sent beside the invitation, sent back."""
import random
import unittest

from two_people import TwoPeople
from rpc import RpcError


def picture(number, width, height):
    """PPM: the same patches for the same number, whatever the size."""
    dice = random.Random(number)
    patches = [[bytes(dice.randrange(256) for _ in range(3)) for _ in range(8)] for _ in range(6)]
    rows = (b"".join(patches[y * 6 // height][x * 8 // width] for x in range(width)) for y in range(height))
    return b"P6\n%d %d\n255\n" % (width, height) + b"".join(rows)


class MediaRules(TwoPeople):
    def write(self, name, number, width=640, height=480):
        path = self.root / name
        path.write_bytes(picture(number, width, height))
        return str(path)

    def save(self, path, **more):
        return self.helper.call("rules.save", contact=self.to_receiver, media=path, ways=["phrase"],
                                command={"type": "im-settings", "key": "text-size", "value": "large"}, **more)["rule"]

    def invite(self, rule):
        self.helper.call("invitations.send", contact=self.to_receiver, rule=rule)
        got = self.receiver.wait_event("message.added", lambda m: m["kind"] == "invitation")["params"]
        self.assertEqual(got["invitation"]["media"], "picture")

    def test_the_picture_that_came_is_sent_back_smaller_and_asked_about_twice(self):
        self.invite(self.save(self.write("dog.ppm", 1)))
        beside = self.receiver.wait_event("message.added", lambda m: m["kind"] == "file")["params"]
        self.assertEqual(beside["file"]["name"], "dog.ppm")
        self.receiver.call("files.send", contact=self.to_helper, path=self.write("small.ppm", 1, 320, 240))
        near = self.receiver.wait_event("near.ask")
        self.assertEqual(near["params"]["media"], "picture")
        self.receiver.answer(near, answer="yes")
        self.calm_yes()
        self.helper.wait_event("message.added", lambda m: m["kind"] == "outcome")

    def test_a_rule_keeps_its_picture_and_tells_where_it_is(self):
        path = self.write("dog.ppm", 1)
        rule = self.save(path)
        (listed,) = self.helper.call("rules.list", contact=self.to_receiver)
        self.assertEqual((listed["rule"], listed["phrase"], listed["media"], listed["mediaFile"]),
                         (rule, "", "picture", path))

    def test_what_is_no_key_is_refused_with_the_reason(self):
        plain = self.root / "plain.ppm"
        plain.write_bytes(b"P6\n64 64\n255\n" + bytes(64 * 64 * 3))
        letter = self.root / "letter.txt"
        letter.write_text("hello")
        for path, data in ((str(plain), {"code": "refused", "reason": "media-too-plain"}),
                           (str(letter), {"code": "malformed"}), (str(self.root / "none"), {"code": "not-found"})):
            with self.assertRaises(RpcError) as refused:
                self.save(path)
            self.assertEqual(refused.exception.data, data)


if __name__ == "__main__":
    unittest.main()
