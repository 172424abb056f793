# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The receiver presses Yes or No under an invitation instead of typing the phrase; the keyboard reaches both."""
from harness import main, stays, wait_for
from steps import (SIZE, consent_window, invite, make_program_rule, nothing_asked, press_no, press_yes, two_windows,
                   wait_question, window_of)

PHRASE = "打开计算器"
YES, NO = f"Yes to “{PHRASE}”", f"No to “{PHRASE}”"


def body(desktop):
    helper, receiver = two_windows(desktop)
    make_program_rule(helper, PHRASE, "galculator")

    # No: nothing happens, the helper is told, the buttons are gone.
    invite(helper, receiver, 0, PHRASE)
    receiver.wait(YES)
    receiver.raise_window()
    desktop.screenshot("buttons-1-asked")
    receiver.click(NO)
    receiver.wait_gone(YES)
    nothing_asked(receiver)

    # Yes: said in the conversation, then the same question as after the phrase.
    invite(helper, receiver, 0, PHRASE)
    receiver.wait(YES)
    receiver.raise_window()
    receiver.click(YES)
    wait_question(receiver)
    helper.wait("They, *: Yes", "list item")
    press_no(receiver)
    receiver.wait_gone(YES)
    stays("no program after No", lambda: not window_of(desktop, "galculator"), 1)

    # Once more, by keyboard alone: from the composer back to Yes.
    invite(helper, receiver, 0, PHRASE)
    receiver.wait(YES)
    receiver.raise_window()
    receiver.focus("Message", "text")
    for _ in range(12):
        if receiver.has_keyboard(YES, "push button"):
            break
        desktop.key("shift+Tab")
    wait_for("Yes to have the keyboard", lambda: receiver.has_keyboard(YES, "push button"))
    desktop.key("space")
    wait_question(receiver)
    desktop.screenshot("buttons-2-question")
    press_yes(receiver)
    wait_for("the program's window", lambda: window_of(desktop, "galculator"))
    assert not consent_window(desktop)
    receiver.wait_gone(YES)


if __name__ == "__main__":
    main(body, SIZE)
