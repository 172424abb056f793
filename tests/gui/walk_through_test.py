# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The five steps of the README, played with real keys; leaves a screenshot of each."""
from harness import main, wait_for
from steps import SIZE, consent_window, invite, make_setting_rule, nothing_asked, press_yes, say, two_windows, wait_question

PHRASE = "把字调大一点"


def body(desktop):
    helper, receiver = two_windows(desktop)
    make_setting_rule(helper, PHRASE)
    invite(helper, receiver, 0, PHRASE)
    desktop.screenshot("walk-1-invited")
    say(receiver, PHRASE)
    wait_question(receiver)
    desktop.screenshot("walk-2-asked")
    before = receiver.place_of("Send", "push button").height
    press_yes(receiver)
    wait_for("larger text", lambda: receiver.place_of("Send", "push button").height > before)
    helper.wait("*Text size*Large*", "list item")
    receiver.wait("*Text size*Large*", "list item")
    desktop.screenshot("walk-3-larger")
    invite(helper, receiver, 0, PHRASE)
    say(receiver, "不要" + PHRASE)
    nothing_asked(receiver)
    say(receiver, PHRASE + "点")
    receiver.wait("Yes, I meant that")
    assert not consent_window(desktop), "a slip went straight to the question"
    desktop.screenshot("walk-4-did-you-mean")
    receiver.click("No, I did not mean that")
    receiver.wait_gone("Yes, I meant that")
    nothing_asked(receiver)


if __name__ == "__main__":
    main(body, SIZE)
