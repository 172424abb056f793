# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rule sets between three accounts without windows: exported, imported, offered to two; accepted, declined, taken back."""
import json
import unittest

from two_people import BIN, TwoPeople
from rpc import Rpc, RpcError

RULES = {"打开计算器": {"type": "launch-program", "program": "计算器"},
         "看看我的屏幕": {"type": "remote-control", "level": "look", "minutes": 30}}


class RuleSets(TwoPeople):
    def setUp(self):
        super().setUp()
        self.third = Rpc(BIN, self.root / "third", env=self.env)
        self.third.call("account.create", name="Boris", hub=self.helper.call("account.link")["link"])
        asked = self.helper.wait_event("contact.changed", lambda c: (c["name"], c["state"]) == ("Boris", "incoming"))["params"]
        self.helper.call("contacts.accept", contact=asked["contact"])
        self.to_third = asked["contact"]
        known = self.third.wait_event("contact.changed", lambda c: c["state"] == "accepted")["params"]
        self.third_to_helper = known["contact"]
        self.path = str(self.root / "family.sesame-rules")

    def tearDown(self):
        self.assertEqual(self.third.close(), 0)
        super().tearDown()

    def save_rules(self):
        return [self.helper.call("rules.save", contact=self.to_receiver, phrase=phrase, command=command)["rule"]
                for phrase, command in RULES.items()]

    def write(self, phrases):
        rules = [{"phrase": phrase, "command": command, "ways": ["phrase", "buttons"], "judgedAt": "receiver"}
                 for phrase, command in phrases.items()]
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump({"format": "sesame-rules", "version": 1, "name": "Family", "rules": rules}, file)

    def offer(self, *to):
        self.write(RULES)
        sent = self.helper.call("rules.offer", path=self.path, to=list(to))
        return [one["offer"] for one in sent]

    def arrives(self, person, offer):
        return person.wait_event("message.added", lambda m: m["id"] == offer)["params"]

    def answered(self, offer, state):
        return self.helper.wait_event("message.changed",
                                      lambda m: m["id"] == offer and m["offer"]["state"] == state)["params"]["offer"]

    def phrases(self, person, contact):
        return [rule["phrase"] for rule in person.call("rules.list", contact=contact, direction="incoming")]

    def fails(self, code, person, method, **params):
        with self.assertRaises(RpcError) as caught:
            person.call(method, **params)
        self.assertEqual(caught.exception.data.get("code"), code)
        return str(caught.exception)

    def test_a_file_carries_rules_from_one_contact_to_another(self):
        rules = self.save_rules()
        done = self.helper.call("rules.export", contact=self.to_receiver, name="Family", path=self.path)
        self.assertEqual(done, {"rules": 2})
        self.helper.call("rules.save", contact=self.to_third, phrase="打开计算器",
                         command={"type": "launch-program", "program": "Notes"})
        look = self.helper.call("rules.import", contact=self.to_third, path=self.path, look=True)
        self.assertEqual([row["fate"] for row in look["rows"]], ["replaces", "new"])
        self.assertNotIn("saved", look)
        self.assertEqual(self.helper.call("rules.import", contact=self.to_third, path=self.path, rows=[1])["saved"], 1)
        self.assertEqual(self.helper.call("rules.import", contact=self.to_third, path=self.path)["saved"], 1)
        self.third.wait_event("rules.changed", lambda _: set(self.phrases(self.third, self.third_to_helper)) == set(RULES))
        self.helper.call("rules.export", contact=self.to_receiver, name="One", path=self.path, rules=rules[:1])
        with open(self.path, encoding="utf-8") as file:
            written = json.load(file)
        self.assertEqual([rule["phrase"] for rule in written["rules"]], ["打开计算器"])
        self.assertNotIn(self.helper.call("account.get")["fingerprint"], json.dumps(written))

    def test_what_is_wrong_with_a_file_is_said(self):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write('{"format": "sesame-rules", "version": 1,\n"name": "x",\n"surprise": 1, "rules": []}')
        words = self.fails("malformed", self.helper, "rules.import", contact=self.to_receiver, path=self.path)
        self.assertEqual(words, "Line 3: “surprise” is not known here.")
        self.fails("not-found", self.helper, "rules.import", contact=self.to_receiver, path=str(self.root / "nowhere"))
        self.fails("not-found", self.helper, "rules.export", contact=self.to_receiver, name="x", path=self.path)
        self.save_rules()
        self.fails("io", self.helper, "rules.export", contact=self.to_receiver, name="x", path="/nowhere/x")

    def test_one_accepts_and_the_other_declines(self):
        to_receiver, to_third = self.offer(self.to_receiver, self.to_third)
        got = self.arrives(self.receiver, to_receiver)
        self.arrives(self.third, to_third)
        self.assertEqual((got["kind"], got["offer"]["rules"], got["offer"]["state"]), ("rule-offer", 2, "open"))
        rows = self.receiver.call("offers.rows", offer=to_receiver)
        self.assertEqual([(row["phrase"], row["fate"]) for row in rows], [(phrase, "new") for phrase in RULES])
        self.assertEqual(self.phrases(self.receiver, self.to_helper), [])
        self.fails("refused", self.helper, "invitations.send", contact=self.to_receiver, rule=rows[0]["rule"])

        taken = self.receiver.call("offers.accept", offer=to_receiver)
        self.assertEqual([row["fate"] for row in taken], ["new", "new"])
        self.fails("expired", self.receiver, "offers.accept", offer=to_receiver)
        self.third.call("offers.decline", offer=to_third)
        self.assertEqual(self.answered(to_receiver, "accepted")["taken"], 2)
        self.answered(to_third, "declined")
        self.assertEqual(self.phrases(self.receiver, self.to_helper), list(RULES))
        self.assertEqual(self.phrases(self.third, self.third_to_helper), [])
        states = {one["contact"]: one["state"] for one in self.helper.call("offers.list", direction="outgoing")}
        self.assertEqual(states, {self.to_receiver: "accepted", self.to_third: "declined"})
        self.helper.call("invitations.send", contact=self.to_receiver, rule=rows[0]["rule"])
        self.receiver.wait_event("message.added", lambda m: m["kind"] == "invitation")

    def test_an_offer_can_be_taken_back(self):
        offer, = self.offer(self.to_receiver)
        self.arrives(self.receiver, offer)
        self.helper.call("offers.withdraw", offer=offer)
        self.receiver.wait_event("message.changed", lambda m: m["id"] == offer and m["offer"]["state"] == "withdrawn")
        self.fails("expired", self.receiver, "offers.accept", offer=offer)
        self.assertEqual(self.phrases(self.receiver, self.to_helper), [])

    def test_each_of_several_is_told_of(self):
        self.write({"hello": RULES["打开计算器"]})
        sent = self.helper.call("rules.offer", path=self.path, to=[self.to_receiver, 9999])
        self.assertEqual([one["code"] for one in sent], ["exists", "not-found"])


if __name__ == "__main__":
    unittest.main()
