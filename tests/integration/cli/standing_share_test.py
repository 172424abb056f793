# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A share that stands, granted, opened again and ended by two accounts without windows."""
import datetime
import unittest

from two_people import TwoPeople

PHRASE = "把照片给小明看看"


class StandingShare(TwoPeople):
    def setUp(self):
        super().setUp()
        self.photos = self.root / "Photos"
        self.photos.mkdir()
        (self.photos / "sea.txt").write_text("the sea")
        self.rule = self.helper.call("rules.save", contact=self.to_receiver, phrase=PHRASE, command={
            "type": "share-folder", "path": str(self.photos), "level": "take", "minutes": 60})["rule"]

    def asked(self):
        """The question for the share; a yes to it counts by then."""
        self.helper.call("invitations.send", contact=self.to_receiver, rule=self.rule)
        self.receiver.wait_event("message.added", lambda m: m["kind"] == "invitation")
        self.say(PHRASE)
        return self.calm_question()

    def viewed(self):
        return self.helper.wait_event("share.viewed", lambda s: s["connected"])["params"]["share"]

    def leave(self, share):
        self.helper.call("shares.leave", share=share)
        self.helper.wait_event("share.viewed", lambda s: s["share"] == share and "ended" in s)

    def test_is_granted_for_days_and_opened_again_without_a_question(self):
        self.receiver.answer(self.asked(), answer="yes", minutes=30, standingDays=7)
        self.leave(self.viewed())
        standing, = self.receiver.call("shares.standing")
        until = datetime.datetime.fromisoformat(standing["until"].replace("Z", "+00:00"))
        self.assertLess(abs(until - datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=7)),
                        datetime.timedelta(hours=2))
        known, = self.helper.call("shares.standing")
        self.assertEqual((known["here"], known["name"]), (False, "Photos"))
        self.helper.call("shares.openStanding", share=known["share"])
        share = self.viewed()
        self.receiver.no_event("consent.ask", 0.2)
        self.leave(share)
        self.receiver.call("shares.endStanding", share=standing["share"])
        self.assertEqual(self.receiver.call("shares.standing"), [])

    def test_is_given_up_by_whoever_was_allowed(self):
        self.receiver.answer(self.asked(), answer="yes", minutes=30, standingDays=7)
        self.leave(self.viewed())
        known, = self.helper.call("shares.standing")
        self.helper.call("shares.endStanding", share=known["share"])
        self.assertEqual(self.helper.call("shares.standing"), [])
        self.receiver.wait_event("message.added", lambda m: "has given up “Photos”" in m.get("text", ""))
        self.assertEqual(self.receiver.call("shares.standing"), [])

    def test_a_time_that_makes_no_sense_is_asked_again(self):
        question = self.asked()
        for senseless in ({"standingDays": 367}, {"standingDays": -1}, {"standingDays": "forever"}, {"standingDays": 65535},
                          {"minutes": 61}, {"minutes": 0}, {"minutes": "long"}):
            self.receiver.answer(question, answer="yes", **senseless)
            question = self.receiver.wait_event("consent.ask")
            self.assertTrue(question["params"]["malformed"], senseless)
        self.assertEqual(self.receiver.call("shares.hosted"), [])
        self.receiver.answer(question, answer="yes", standingDays="until-ended")
        self.viewed()
        standing, = self.receiver.call("shares.standing")
        self.assertNotIn("until", standing)


if __name__ == "__main__":
    unittest.main(verbosity=2)
