# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two accounts without windows and a real hub: contacts, messages, a rule, an invitation, the question, the outcome."""
import os
import pathlib
import subprocess
import unittest

from two_people import BIN, TwoPeople
from rpc import Rpc, RpcError

PHRASE = "把字调大一点"
BIGGER = {"type": "im-settings", "key": "text-size", "value": "large"}


class TheWayOfAMessage(TwoPeople):
    def invite(self, phrase=PHRASE, command=BIGGER):
        return super().invite(phrase, command)

    def test_a_message_arrives_and_is_seen_as_delivered_and_read(self):
        sent = self.say("你好，小明")
        got = self.helper.wait_event("message.added", lambda m: m["id"] == sent)["params"]
        self.assertEqual((got["text"], got["direction"]), ("你好，小明", "incoming"))
        self.receiver.wait_event("message.changed", lambda m: m["id"] == sent and m["delivery"] == "delivered")
        self.helper.call("messages.read", contact=self.to_receiver)
        self.receiver.wait_event("message.changed", lambda m: m["id"] == sent and m["delivery"] == "read")

    def test_the_phrase_asks_and_yes_runs_the_command_and_tells_both(self):
        self.invite()
        self.say("「把字調大一點」。")
        question = self.calm_yes()
        self.assertIn("小明", question["sentence"])
        self.receiver.wait_event("setting.changed", lambda s: s == {"key": "text-size", "value": "large"})
        self.helper.wait_event("message.added", lambda m: m["kind"] == "outcome")
        self.receiver.wait_event("message.added", lambda m: m["kind"] == "outcome")
        self.assertEqual(self.receiver.call("settings.get", key="text-size")["value"], "large")
        events = [entry["event"] for entry in self.receiver.call("audit.list")]
        self.assertIn("executed", events)
        self.assertTrue(self.receiver.call("audit.verify")["intact"])

    def test_no_runs_nothing_and_closes_the_invitation(self):
        self.invite()
        self.say(PHRASE)
        self.receiver.answer(self.receiver.wait_event("consent.ask"), answer="no")
        self.receiver.wait_event("consent.closed")
        self.helper.wait_event("message.changed",
                               lambda m: m.get("invitation", {}).get("state") == "declined")
        self.say(PHRASE)
        self.receiver.no_event("consent.ask", 1)

    def test_an_early_yes_is_refused_and_asked_again(self):
        """I3, S22: also for a program at the other end of the pipe."""
        self.invite()
        self.say(PHRASE)
        self.receiver.answer(self.receiver.wait_event("consent.ask"), answer="yes")
        again = self.receiver.wait_event("consent.ask")
        self.assertTrue(again["params"]["tooEarly"])
        self.receiver.answer(again, answer="no")
        self.assertNotEqual(self.receiver.call("settings.get", key="text-size")["value"], "large")

    def test_a_near_miss_only_asks_and_a_negation_does_not_even_ask(self):
        self.invite()
        self.say("不要把字调大一点")
        self.receiver.no_event("near.ask", 1)
        self.say("把字调大一点点")
        asked = self.receiver.wait_event("near.ask")
        self.assertEqual(asked["params"]["phrase"], PHRASE)
        self.receiver.answer(asked, answer="yes")
        self.calm_yes()
        self.receiver.wait_event("setting.changed")

    def test_an_everyday_phrase_is_refused_with_the_reason(self):
        """I10."""
        with self.assertRaises(RpcError) as refused:
            self.helper.call("rules.save", contact=self.to_receiver, phrase="好的好的好的好的", command=BIGGER)
        self.assertEqual(refused.exception.data["code"], "refused")
        self.assertTrue(refused.exception.data["reason"])

    def test_a_program_that_is_not_installed_is_said_so(self):
        self.invite("打开那个计算器程序", {"type": "launch-program", "program": "没有这个程序"})
        self.say("打开那个计算器程序")
        outcome = self.receiver.wait_event("message.added", lambda m: m["kind"] == "outcome")["params"]
        self.assertIn("没有这个程序", outcome["text"])
        self.helper.wait_event("message.added", lambda m: m["kind"] == "outcome")

    def test_a_withdrawn_invitation_does_nothing(self):
        rule = self.helper.call("rules.save", contact=self.to_receiver, phrase=PHRASE, command=BIGGER)["rule"]
        sent = self.helper.call("invitations.send", contact=self.to_receiver, rule=rule)["id"]
        self.receiver.wait_event("message.added", lambda m: m["kind"] == "invitation")
        self.helper.call("invitations.withdraw", id=sent)
        self.receiver.wait_event("message.changed",
                                 lambda m: m.get("invitation", {}).get("state") == "withdrawn")
        self.say(PHRASE)
        self.receiver.no_event("consent.ask", 1)

    def test_what_is_written_offline_arrives_later(self):
        self.helper.close()
        sent = [self.say(f"离线 {number}") for number in range(20)]
        for message in sent:
            self.receiver.wait_event("message.changed", lambda m: m["id"] == message and m["delivery"] == "sent")
        self.helper = Rpc(BIN, self.helper.data, env=self.env)
        got = [self.helper.wait_event("message.added", lambda m: m["kind"] == "text")["params"]["text"]
               for _ in sent]
        self.assertEqual(got, [f"离线 {number}" for number in range(20)])

    def test_a_folder_is_shared_taken_from_left_in_and_stopped(self):
        root = self.root
        photos = root / "照片"
        (photos / "2026").mkdir(parents=True)
        (photos / "2026" / "a.jpg").write_bytes(os.urandom(300_000))
        (photos / "读我.txt").write_text("你好")
        mine = root / "mine"
        mine.mkdir()
        (mine / "letter.txt").write_text("dear")
        self.invite("把旅行照片给小明看看", {"type": "share-folder", "path": str(photos), "level": "put", "minutes": 10})
        self.say("把旅行照片给小明看看")
        self.assertEqual(self.calm_yes()["target"], str(photos))
        share = self.helper.wait_event("share.viewed", lambda s: s["connected"])["params"]["share"]
        listed = self.helper.call("shares.list", share=share)
        self.assertEqual([entry["name"] for entry in listed["entries"]], ["2026", "读我.txt"])
        taken = self.helper.call("shares.take", share=share, path="", to=str(mine))["transfer"]
        ended = self.helper.wait_event("share.transferEnded", lambda t: t["transfer"] == taken)["params"]
        self.assertEqual(ended["ending"], "done")
        for path in ("2026/a.jpg", "读我.txt"):
            self.assertEqual((mine / path).read_bytes(), (photos / path).read_bytes())
        put = self.helper.call("shares.put", share=share, path=str(mine / "letter.txt"))["transfer"]
        self.helper.wait_event("share.transferEnded", lambda t: t["transfer"] == put)
        waiting = self.receiver.call("shares.quarantine")
        self.assertEqual([file["name"] for file in waiting], ["letter.txt"])
        accepted = self.receiver.call("shares.accept", file=waiting[0]["file"], folder=str(root))["path"]
        self.assertEqual(pathlib.Path(accepted).read_text(), "dear")
        self.receiver.call("shares.stop", share=share)
        self.assertEqual(self.receiver.call("shares.hosted"), [])
        over = self.helper.wait_event("share.viewed", lambda s: "ended" in s)["params"]
        self.assertEqual(over["ended"], "stopped")
        with self.assertRaises(RpcError):
            self.helper.call("shares.list", share=share)

    def test_a_second_start_on_the_same_account_is_refused(self):
        second = subprocess.run([f"{BIN}/sesame-cli", "rpc", "--data", str(self.receiver.data)], env=self.env,
                                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20)
        self.assertEqual(second.returncode, 1)
        self.assertIn("sesame-cli:", second.stderr)

    def test_bad_calls_get_errors_and_nothing_is_lost(self):
        for method, params in (("messages.send", {"contact": 99, "text": "x"}), ("contacts.add", {"link": "http://x"}),
                               ("rules.save", {"contact": self.to_helper, "phrase": "x", "command": {}}),
                               ("messages.send", {"contact": self.to_helper, "text": ""}),
                               ("settings.set", {"key": "text-size", "value": "gigantic"})):
            with self.assertRaises(RpcError, msg=method):
                self.receiver.call(method, **params)
        self.assertEqual(self.receiver.call("connection.get")["state"], "online")


if __name__ == "__main__":
    unittest.main(verbosity=2)
