# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The helper makes "打开计算器" open a real installed program; the receiver types it; No does nothing, Yes opens it in front."""
from harness import main, stays, wait_for
from steps import (SIZE, consent_window, invite, make_program_rule, nothing_asked, press_no, press_yes, say, two_windows,
                   wait_question, window_of)

PHRASE = "打开计算器"


def body(desktop):
    helper, receiver = two_windows(desktop)
    make_program_rule(helper, PHRASE, "galculator")

    invite(helper, receiver, 0, PHRASE)
    desktop.screenshot("phrase-1-card")
    say(receiver, PHRASE)
    wait_question(receiver)
    # I3: the composer keeps the keyboard although the question is there.
    assert desktop.active_window() != consent_window(desktop), "the question took the keyboard"
    press_no(receiver)
    stays("no program after No", lambda: not window_of(desktop, "galculator"), 1.5)
    say(receiver, PHRASE)
    nothing_asked(receiver)

    invite(helper, receiver, 0, PHRASE)
    say(receiver, PHRASE)
    wait_question(receiver)
    desktop.screenshot("phrase-2-question")
    press_yes(receiver)
    window = wait_for("the program's window", lambda: window_of(desktop, "galculator"))
    wait_for("the program in front", lambda: desktop.active_window() == window)
    desktop.screenshot("phrase-3-opened")

    # It runs now: the same again brings it to the front instead of starting a second one.
    receiver.raise_window()
    invite(helper, receiver, 0, PHRASE)
    say(receiver, PHRASE)
    press_yes(receiver)
    wait_for("the program in front again", lambda: desktop.active_window() == window)


if __name__ == "__main__":
    main(body, SIZE)
