# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A rule that is recognised at the hub: made in the editor, said while the helper's program is off, granted, run."""
import signal

from harness import main, wait_for
from steps import (SIZE, consent_window, invite, nothing_asked, open_new_rule, press_yes, save_rule, say, two_windows,
                   wait_question, window_of)

PHRASE = "打开计算器"
CLOSE = "打开计算气"


def body(desktop):
    helper, receiver = two_windows(desktop)
    open_new_rule(helper)
    helper.type_into("Phrase", PHRASE)
    helper.type_into("Program", "galculator")
    helper.click("on their computer; nobody else learns anything", "combo box")
    desktop.key("End", "Return")
    helper.wait("at the hub, word for word; it sees that a phrase was said, not which", "combo box")
    helper.type_into("Try a sentence", CLOSE)
    helper.wait("Nothing happens: close is not enough for the hub.")
    desktop.screenshot("hub-judge-1-rule")
    save_rule(helper, PHRASE)
    invite(helper, receiver, 0, PHRASE)

    # The helper's program is not needed any more.
    helper.process.send_signal(signal.SIGTERM)
    helper.process.wait(20)
    say(receiver, CLOSE)
    nothing_asked(receiver)
    say(receiver, PHRASE)
    wait_question(receiver)
    desktop.screenshot("hub-judge-2-question")
    press_yes(receiver)
    wait_for("the program's window", lambda: window_of(desktop, "galculator"))
    assert not consent_window(desktop)
    desktop.screenshot("hub-judge-3-opened")


if __name__ == "__main__":
    main(body, SIZE)
