# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A group with real windows: made, joined, written in; help in it, which nobody gets by another's words; its members."""
from harness import App, main, wait_for
from rpc import Rpc
from steps import HELPER, RECEIVER, SIZE, change_text_size, nothing_asked, press_yes, say, wait_question, window_of

PHRASE = "请打开奶奶的计算器"
GROUP, THIRD = "Family", "Chen"


def third_person(desktop):
    """A contact of the helper's alone, without a window; and a rule of the helper's for the receiver."""
    helper = Rpc(desktop.bin, desktop.home / "helper", env=desktop.env)
    person = Rpc(desktop.bin, desktop.home / "third", env=desktop.env)
    desktop.processes.append(person.process)
    person.call("account.create", name=THIRD, hub=helper.call("account.link")["link"])
    asked = helper.wait_event("contact.changed",
                              lambda contact: (contact["name"], contact["state"]) == (THIRD, "incoming"))["params"]
    helper.call("contacts.accept", contact=asked["contact"])
    person.wait_event("contact.changed", lambda contact: contact["state"] == "accepted")
    helper.call("rules.save", contact=helper.call("contacts.list")[0]["contact"], phrase=PHRASE,
                command={"type": "launch-program", "program": "galculator"})
    helper.close()
    return person


def made(helper):
    helper.raise_window()
    helper.desktop.key("ctrl+g")
    helper.type_into("Name of the group", GROUP)
    for name in (RECEIVER, THIRD):
        helper.click(name, "check box")
    helper.wait("2 of 2 chosen")
    # The dialog is made anew with its window, and what was begun in it stays.
    for key in ("ctrl+plus", "ctrl+minus"):
        change_text_size(helper, key)
        helper.wait("2 of 2 chosen")
        wait_for("the name", lambda: helper.text(helper.find("Name of the group", "text")) == GROUP)
    helper.desktop.screenshot("group-1-new")
    helper.click("Make the group")
    helper.wait_gone("Make the group")
    helper.wait("Members…")


def joined(receiver, third):
    receiver.raise_window()
    receiver.click(f"Group {GROUP}*", "list item")
    receiver.wait("Yes, join")
    receiver.desktop.screenshot("group-2-asked")
    receiver.click("Yes, join")
    receiver.wait_gone("Yes, join")
    asked = third.wait_event("group.changed", lambda group: group["state"] == "asked")["params"]
    third.call("groups.answer", group=asked["group"], answer="yes", version=asked["version"])
    return asked["group"]


def heard(person, who, text):
    return person.wait(f"{who}, *: {text}", "list item")


def written(helper, receiver, third):
    helper.wait(f"*{RECEIVER} joined.", "list item")
    helper.wait(f"*{THIRD} joined.", "list item")
    say(helper, "hello everybody")
    heard(receiver, HELPER, "hello everybody")
    third.wait_event("group.messageAdded", lambda message: message["text"] == "hello everybody")
    say(receiver, "hello from me")
    heard(helper, RECEIVER, "hello from me")
    helper.desktop.screenshot("group-3-written")


def kept(helper):
    """The window is made anew for another text size; the same group is open in it, with what was begun."""
    def begun():
        return helper.text(helper.find("Message", "text")) == "half a sentence"
    helper.type_into("Message", "half a sentence")
    for key in ("ctrl+plus", "ctrl+minus"):
        change_text_size(helper, key)
        wait_for("the draft", begun)
        assert helper.wait("Members…")
        helper.raise_window()
    helper.focus("Message", "text")
    helper.desktop.key("ctrl+a", "Delete")


def helped(helper, receiver, third, group):
    helper.raise_window()
    helper.desktop.key("ctrl+i", "Down", "Return")
    heard(receiver, HELPER, PHRASE)
    told = third.wait_event("group.messageAdded", lambda message: message["kind"] == "notice" and HELPER in message["text"])
    assert PHRASE not in told["params"]["text"], told
    helper.desktop.screenshot("group-4-invited")
    third.call("groups.send", group=group, text=PHRASE)
    heard(helper, THIRD, PHRASE)
    nothing_asked(receiver)
    say(receiver, PHRASE)
    wait_question(receiver)
    receiver.wait(HELPER, "label")
    receiver.desktop.screenshot("group-5-question")
    press_yes(receiver)
    wait_for("the calculator", lambda: window_of(receiver.desktop, "galculator"))
    third.no_event("consent.ask", 0.2)


def looked_at(receiver, third):
    """Who is in it: the third is nobody's contact here, and can be asked to become one."""
    receiver.raise_window()
    receiver.click("Members…")
    receiver.wait("* is not among your contacts.")
    receiver.desktop.screenshot("group-6-members")
    receiver.click("Ask * to be contacts")
    third.wait_event("contact.changed", lambda contact: contact["state"] == "incoming")
    receiver.wait("They have been asked. As soon as they accept, you reach each other.")
    receiver.desktop.key("Return")
    receiver.wait_gone("They have been asked.*")


def changed(helper, receiver, third, group):
    """Renamed and with one person less by who made it; and left by the other."""
    helper.raise_window()
    helper.click("Members…")
    helper.type_into("Name of the group", "Family and friends")
    helper.click("Rename the group")
    receiver.wait("Group Family and friends", "list item")
    helper.click(f"Remove {THIRD}")
    helper.click("Remove")
    third.wait_event("group.changed", lambda changed: (changed["group"], changed["state"]) == (group, "removed"))
    helper.wait_gone(f"Remove {THIRD}")
    helper.desktop.screenshot("group-7-changed")
    receiver.wait_gone("* is not among your contacts.")
    receiver.click("Leave the group")
    receiver.click("Leave it")
    receiver.wait("*You left this group.", "list item")
    receiver.desktop.screenshot("group-8-left")
    helper.wait("*This group has ended.", "list item")


def declined_and_ended(helper, receiver, third):
    """Another one: one person does not want to, and who made it ends it."""
    for person in (helper, receiver):
        person.click("Close", "push button")
        person.wait_gone("Close", "push button")
    helper.raise_window()
    helper.desktop.key("ctrl+g")
    helper.type_into("Name of the group", "Choir")
    for name in (RECEIVER, THIRD):
        helper.click(name, "check box")
    helper.click("Make the group")
    helper.wait_gone("Make the group")
    receiver.raise_window()
    receiver.click("Group Choir*", "list item")
    receiver.wait("Yes, join")
    receiver.click("No", "push button")
    receiver.wait_gone("Group Choir*", "list item")
    receiver.desktop.screenshot("group-9-declined")
    helper.wait(f"*{RECEIVER} does not want to join.", "list item")
    asked = third.wait_event("group.changed", lambda group: (group["name"], group["state"], len(group["members"]))
                             == ("Choir", "asked", 2))["params"]
    third.call("groups.answer", group=asked["group"], answer="yes", version=asked["version"])
    helper.wait(f"*{THIRD} joined.", "list item")
    helper.raise_window()
    helper.click("Members…")
    helper.click("End the group")
    helper.wait("End “Choir” for everybody?")
    helper.click("End it")
    third.wait_event("group.changed", lambda group: (group["name"], group["state"]) == ("Choir", "ended"))
    helper.wait("*This group has ended.", "list item")
    helper.desktop.screenshot("group-10-ended")


def body(desktop):
    desktop.acquainted(HELPER, RECEIVER)
    third = third_person(desktop)
    helper, receiver = App(desktop, "helper"), App(desktop, "receiver")
    helper.place(0, 24, 790, 820)
    receiver.place(800, 24, 790, 820)
    for person in (helper, receiver):
        person.wait("Online")
    made(helper)
    group = joined(receiver, third)
    written(helper, receiver, third)
    kept(helper)
    helped(helper, receiver, third, group)
    looked_at(receiver, third)
    changed(helper, receiver, third, group)
    declined_and_ended(helper, receiver, third)


if __name__ == "__main__":
    main(body, SIZE)
