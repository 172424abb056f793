# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A phrase that the helper tells by telephone: nowhere to be read, asked about when it was heard wrong, and then as any other."""
from harness import App, main, wait_for
from rpc import Rpc
from steps import HELPER, RECEIVER, change_text_size, nothing_asked, press_yes, say, window_of

PHRASE, HEARD = "打开计算器", "打开计算起"


def body(desktop):
    desktop.acquainted(HELPER, RECEIVER)
    helper = Rpc(desktop.bin, desktop.home / "helper", env=desktop.env)
    contact = helper.contact()["contact"]
    rule = helper.call("rules.save", contact=contact, phrase=PHRASE, ways=["phrase", "told"],
                       command={"type": "launch-program", "program": "galculator"})["rule"]
    receiver = App(desktop, "receiver")
    receiver.place(40, 40, 900, 760)
    receiver.wait("Online")
    helper.call("invitations.send", contact=contact, rule=rule)
    receiver.wait("*will tell you a phrase. Write it here.*", "list item")
    assert not receiver.all(f"*{PHRASE}*"), "the phrase is to be seen"
    desktop.screenshot("told-1-card")
    say(receiver, HEARD)
    receiver.wait(f"Did you mean “{PHRASE}”?")
    nothing_asked(receiver)
    desktop.screenshot("told-2-near")
    change_text_size(receiver, "ctrl+plus")
    receiver.wait(f"Did you mean “{PHRASE}”?")
    receiver.click("Yes, I meant that")
    press_yes(receiver)
    wait_for("the program", lambda: window_of(desktop, "galculator"))


if __name__ == "__main__":
    main(body)
