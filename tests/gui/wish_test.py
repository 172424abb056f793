# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The receiver asks in own words; the helper answers with Yes, by typing, or with No; then the receiver is asked once more,
and again when that question was missed."""
from harness import App, main, stays, wait_for
from steps import SIZE, nothing_asked, press_yes, say, two_windows, wait_question, window_of

WISH = "帮我打开 galculator"
SEE = "我想让你进行远距离的控制操作"


def ask(receiver, words):
    say(receiver, words)
    receiver.wait("Yes, ask for that")


def started_again(desktop, receiver):
    receiver.process.kill()
    receiver.process.wait()
    receiver = App(desktop, "receiver")
    receiver.place(800, 24, 790, 820)
    receiver.wait("Online")
    receiver.raise_window()
    return receiver


def body(desktop):
    helper, receiver = two_windows(desktop)

    # What was understood is shown first, and nothing leaves before a Yes.
    ask(receiver, WISH)
    desktop.screenshot("wish-1-understood")
    receiver.click("No, ask for nothing")
    stays("no wish at the helper's", lambda: not helper.all(f"Yes to “{WISH}”"), 1)

    # Asked, and the helper says No.
    ask(receiver, WISH)
    receiver.click("Yes, ask for that")
    helper.wait(f"No to “{WISH}”")
    helper.raise_window()
    helper.click(f"No to “{WISH}”")
    receiver.wait("*cannot do this now*", "list item")
    nothing_asked(receiver)

    # Asked again, and the helper types it.
    ask(receiver, WISH)
    receiver.click("Yes, ask for that")
    helper.wait(f"Yes to “{WISH}”")
    desktop.screenshot("wish-2-asked")
    say(helper, "好的")
    press_yes(receiver)
    wait_for("the program's window", lambda: window_of(desktop, "galculator"))

    # All the way to a help session: something else than what was understood first, and the button.
    receiver.raise_window()
    ask(receiver, SEE)
    receiver.click("Something else…")
    desktop.screenshot("wish-3-something-else")
    desktop.key("Down", "Down", "Return")
    helper.wait(f"Yes to “{SEE}”")
    helper.raise_window()
    helper.click(f"Yes to “{SEE}”")
    wait_question(receiver)
    desktop.screenshot("wish-4-question")

    # The receiver's program ends while it asks: the wish can be gone on with, and is asked about again.
    receiver = started_again(desktop, receiver)
    receiver.wait(f"Yes to “{SEE}”")
    stays("no session", lambda: not window_of(desktop, "Screen of"), 1)
    desktop.screenshot("wish-5-go-on")
    receiver.click(f"Yes to “{SEE}”")
    press_yes(receiver)
    wait_for("the receiver's screen at the helper's", lambda: window_of(desktop, "Screen of"))
    desktop.screenshot("wish-6-session")


if __name__ == "__main__":
    main(body, SIZE)
