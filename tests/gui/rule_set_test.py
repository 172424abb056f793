# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rule sets with real windows: into a file, out of it for somebody else, offered to two, accepted by one and then used."""
import json

from attachment_test import message
from harness import App, Failure, main, wait_for
from rpc import Rpc
from steps import HELPER, RECEIVER, SIZE, await_card, press_yes, say, window_of

PHRASE, SECOND = "请打开奶奶的计算器", "把字放大一点给我看"
SET = "Family"
WINDOW = "Phrases are offered to you"


def more_people(desktop, hub):
    """Two more contacts of the helper's, without windows; the rules are those for the first."""
    helper = Rpc(desktop.bin, desktop.home / "helper", env=desktop.env)
    people = []
    for name in ("Boris", "Clara"):
        person = Rpc(desktop.bin, desktop.home / name, env=desktop.env)
        desktop.processes.append(person.process)
        person.call("account.create", name=name, hub=helper.call("account.link")["link"])
        asked = helper.wait_event("contact.changed",
                                  lambda contact: (contact["name"], contact["state"]) == (name, "incoming"))["params"]
        helper.call("contacts.accept", contact=asked["contact"])
        person.wait_event("contact.changed", lambda contact: contact["state"] == "accepted")
        people.append((person, asked["contact"]))
    for phrase, command in ((PHRASE, {"type": "launch-program", "program": "galculator"}),
                            (SECOND, {"type": "im-settings", "key": "text-size", "value": "large"})):
        helper.call("rules.save", contact=people[0][1], phrase=phrase, command=command)
    helper.close()
    return [person for person, _ in people]


def rules_for(helper, row):
    """The rule window at the n-th contact."""
    helper.click("*", "combo box")  # a combo box is called by what is chosen in it
    helper.desktop.key("Home", *["Down"] * row, "Return")


def exported(helper, path):
    helper.raise_window()
    helper.desktop.key("ctrl+r")
    rules_for(helper, 1)
    helper.wait(PHRASE)
    helper.desktop.screenshot("rule-set-1-rules")
    helper.click("Export…")
    helper.type_into("Name of the set", SET)
    helper.type_into("File", str(path))
    helper.desktop.screenshot("rule-set-2-export")
    helper.click("Save the file")
    wait_for("the file", path.exists)
    helper.wait_gone("Save the file")
    written = json.loads(path.read_text(encoding="utf-8"))
    assert [rule["phrase"] for rule in written["rules"]] == [PHRASE, SECOND], written
    assert (written["format"], written["name"]) == ("sesame-rules", SET), written


def imported(helper, clara, path):
    """Only the second rule, so that the first is left to be offered."""
    rules_for(helper, 2)
    helper.wait_gone(PHRASE)
    helper.click("Import…")
    helper.type_into("File name:", str(path))
    helper.desktop.key("Return")
    helper.wait("New")
    helper.click(PHRASE, "check box")
    helper.wait("1 of 2 chosen")
    helper.desktop.screenshot("rule-set-3-import")
    assert clara.call("rules.list", contact=clara.contact()["contact"], direction="incoming") == []
    helper.click("Save the chosen rules")
    helper.wait(SECOND)
    wait_for("the rule to arrive", lambda: [rule["phrase"] for rule in clara.call(
        "rules.list", contact=clara.contact()["contact"], direction="incoming")] == [SECOND])


def offered(helper):
    rules_for(helper, 1)
    helper.wait(PHRASE)
    helper.click("Offer to several people…")
    helper.type_into("Name of the set", SET)
    helper.desktop.screenshot("rule-set-4-offer-rules")
    helper.click("Next")
    for name in (RECEIVER, "Clara"):
        helper.click(name, "check box")
    helper.wait("2 of 2 chosen")
    helper.desktop.screenshot("rule-set-5-offer-people")
    helper.click("Next")
    helper.wait("This is what will be sent")
    helper.desktop.screenshot("rule-set-6-offer-summary")
    helper.click("Offer now")
    helper.wait("2 of 2")
    helper.wait(f"{RECEIVER}: Offered. Their answer is shown under “Offered sets”.")
    helper.wait("Clara: Offered. Their answer is shown under “Offered sets”.")
    helper.desktop.screenshot("rule-set-7-offer-results")
    helper.click("Done")
    helper.click("Offered sets", "page tab")
    helper.wait(f"{RECEIVER}: “{SET}”")
    helper.desktop.screenshot("rule-set-8-offers")


def offer_window(receiver):
    return window_of(receiver.desktop, WINDOW)


def look_at_them(receiver):
    """The button of the card, which is no accessible of its own."""
    box = receiver.place_of(message("offers you 2 phrases"), "list item")
    receiver.desktop.click(box.x + box.width - 108, box.y + box.height - 40)


def accepted(receiver):
    receiver.raise_window()
    receiver.wait(message("offers you 2 phrases"), "list item")
    receiver.desktop.screenshot("rule-set-9-card")
    look_at_them(receiver)
    wait_for("the window with the offer", lambda: offer_window(receiver))
    receiver.wait(PHRASE)
    receiver.wait("Yes, take them")
    receiver.desktop.screenshot("rule-set-10-question")

    def answered():
        if not offer_window(receiver):
            return True
        if (button := receiver.find("Yes, take them")) and button.description == "":
            receiver.click("Yes, take them")
        try:
            return wait_for("the window to close", lambda: not offer_window(receiver), 3)
        except Failure:
            return False
    wait_for("the window to close", answered)


def body(desktop):
    hub = desktop.acquainted(HELPER, RECEIVER)
    boris, clara = more_people(desktop, hub)
    helper, receiver = App(desktop, "helper"), App(desktop, "receiver")
    helper.place(0, 24, 790, 820)
    receiver.place(800, 24, 790, 820)
    for person in (helper, receiver):
        person.wait("Online")
    receiver.wait("Message")
    path = desktop.home / "Documents" / "family.sesame-rules"
    exported(helper, path)
    imported(helper, clara, path)
    offered(helper)
    accepted(receiver)
    offer = clara.call("offers.list")[0]
    assert (offer["name"], offer["rules"], offer["state"]) == (SET, 1, "open"), offer
    clara.call("offers.decline", offer=offer["offer"])
    helper.wait("Accepted: 2 of 2 are in use")
    helper.wait("Declined")
    helper.desktop.screenshot("rule-set-11-answers")
    helper.desktop.activate(window_of(desktop, "Settings"))
    helper.desktop.key("Escape")
    helper.wait_gone("Offered sets", "page tab")
    helper.raise_window()
    helper.click(f"{RECEIVER}*", "list item")
    helper.wait(message("You offered 2 phrases"), "list item")
    await_card(receiver, PHRASE, lambda: helper.desktop.key("ctrl+i", "Down", "Return"))
    say(receiver, PHRASE)
    press_yes(receiver)
    wait_for("the calculator", lambda: window_of(desktop, "galculator"))
    receiver.desktop.screenshot("rule-set-12-used")


if __name__ == "__main__":
    main(body, SIZE)
