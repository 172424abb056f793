# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A group of three accounts without windows: founded, joined, written in, help given in it, left."""
import unittest

from two_people import BIN, TwoPeople
from rpc import Rpc, RpcError


class Group(TwoPeople):
    def setUp(self):
        super().setUp()
        self.third = Rpc(BIN, self.root / "third", env=self.env)
        self.third.call("account.create", name="Boris", hub=self.helper.call("account.link")["link"])
        asked = self.helper.wait_event("contact.changed", lambda c: (c["name"], c["state"]) == ("Boris", "incoming"))["params"]
        self.helper.call("contacts.accept", contact=asked["contact"])
        self.to_third = asked["contact"]
        self.third.wait_event("contact.changed", lambda c: c["state"] == "accepted")
        self.group = self.helper.call("groups.found", name="家人", members=[self.to_receiver, self.to_third])["group"]
        for person in (self.receiver, self.third):
            found = person.wait_event("group.changed", lambda g: g["state"] == "asked")["params"]
            self.assertEqual((found["group"], found["name"], found["founder"]), (self.group, "家人", "小明"))
            person.call("groups.answer", group=self.group, answer="yes", version=found["version"])
        self.helper.wait_event("group.changed", lambda g: all(member["joined"] for member in g["members"]))

    def tearDown(self):
        self.assertEqual(self.third.close(), 0)
        super().tearDown()

    def hears(self, person, text):
        return person.wait_event("group.messageAdded", lambda m: m["text"] == text)["params"]

    def refused(self, code, person, method, **params):
        with self.assertRaises(RpcError) as caught:
            person.call(method, **params)
        self.assertEqual(caught.exception.data.get("code"), code)
        return str(caught.exception)

    def test_what_one_says_all_contacts_hear(self):
        sent = self.helper.call("groups.send", group=self.group, text="大家好")["id"]
        for person in (self.receiver, self.third):
            heard = self.hears(person, "大家好")
            self.assertEqual((heard["id"], heard["senderName"], heard["kind"]), (sent, "小明", "text"))
        self.helper.wait_event("group.messageChanged",
                               lambda m: m["id"] == sent and {c["delivery"] for c in m["copies"]} == {"delivered"})
        mine = self.receiver.call("groups.send", group=self.group, text="你好")["id"]
        self.hears(self.helper, "你好")
        told = [m for m in self.receiver.call("groups.history", group=self.group) if m["id"] == mine][0]
        self.assertIn(("none", True), [(c["delivery"], c["reason"].endswith("is not among your contacts.")) for c in told["copies"]])

    def test_a_member_who_is_no_contact_can_be_asked_to_become_one(self):
        boris = self.third.call("account.get")["handle"]
        met = self.receiver.call("groups.meet", group=self.group, handle=boris)["contact"]
        asked = self.third.wait_event("contact.changed", lambda c: c["state"] == "incoming")["params"]
        self.third.call("contacts.accept", contact=asked["contact"])
        self.receiver.wait_event("contact.changed", lambda c: (c["contact"], c["state"]) == (met, "accepted"))
        self.receiver.wait_event("group.changed", lambda g: all(not m["words"] for m in g["members"]))
        self.receiver.call("groups.send", group=self.group, text="在吗")
        self.hears(self.third, "在吗")
        self.refused("not-found", self.receiver, "groups.meet", group=self.group, handle="nobody.abc")

    def test_a_phrase_counts_only_for_the_one_who_was_asked(self):
        rule = self.helper.call("rules.save", contact=self.to_receiver, phrase="把界面文字变大",
                                command={"type": "im-settings", "key": "text-size", "value": "large"})["rule"]
        self.helper.call("groups.invite", group=self.group, contact=self.to_receiver, rule=rule)
        card = self.receiver.wait_event("group.messageAdded", lambda m: m["kind"] == "invitation")["params"]
        self.assertEqual(card["invitation"]["phrase"], "把界面文字变大")
        self.third.wait_event("group.messageAdded", lambda m: "小明" in m["text"] and m["kind"] == "notice")
        self.third.call("groups.send", group=self.group, text="把界面文字变大")
        self.hears(self.helper, "把界面文字变大")
        self.receiver.call("messages.send", contact=self.to_helper, text="把界面文字变大")
        self.receiver.no_event("consent.ask", 1)
        self.receiver.call("groups.send", group=self.group, text="把界面文字变大")
        asked = self.calm_yes()
        self.assertEqual(asked["helper"], "小明")
        self.receiver.wait_event("setting.changed", lambda s: (s["key"], s["value"]) == ("text-size", "large"))
        self.third.no_event("consent.ask", 0.2)

    def test_only_the_founder_changes_it_and_anybody_may_leave(self):
        self.refused("refused", self.receiver, "groups.rename", group=self.group, name="我的")
        self.helper.call("groups.rename", group=self.group, name="我们家")
        self.receiver.wait_event("group.changed", lambda g: g["name"] == "我们家")
        self.receiver.call("groups.leave", group=self.group)
        self.helper.wait_event("group.changed", lambda g: len(g["members"]) == 2)
        self.refused("refused", self.receiver, "groups.send", group=self.group, text="还在吗")
        self.helper.call("groups.end", group=self.group)
        self.third.wait_event("group.changed", lambda g: g["state"] == "ended")
        self.assertEqual([g["state"] for g in self.helper.call("groups.list")], ["ended"])


if __name__ == "__main__":
    unittest.main()
