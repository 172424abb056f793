# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file opens, a setting changes, a slip of the pen only asks, and an everyday phrase is refused with the reason."""
from harness import main, stays, wait_for
from steps import (SIZE, consent_window, invite, make_file_rule, make_setting_rule, nothing_asked, open_new_rule, press_yes,
                   say, two_windows, window_of)

FILE_PHRASE, SIZE_PHRASE = "打开奶奶的购物清单", "把字调大一点"


def refuse_an_everyday_phrase(helper):
    """I10: the form says why and does not save."""
    open_new_rule(helper)
    helper.type_into("Phrase", "好的好的好的好的")
    helper.type_into("Program", "galculator")
    helper.wait_gone("This phrase is fine.")
    helper.desktop.screenshot("commands-1-refused")
    helper.click("Save")
    stays("the form is still there", lambda: helper.find("Phrase", "text"), 1)
    helper.click("Cancel")
    helper.wait_gone("Phrase", "text")
    helper.desktop.key("Escape")
    helper.wait_gone("Add…")


def open_a_file(desktop, helper, receiver):
    (desktop.home / "Documents/购物清单.txt").write_text("牛奶\n鸡蛋\n", encoding="utf-8")
    make_file_rule(helper, FILE_PHRASE, "购物清单.txt")
    invite(helper, receiver, 0, FILE_PHRASE)
    say(receiver, FILE_PHRASE)
    press_yes(receiver)
    window = wait_for("the editor with the list", lambda: window_of(desktop, "购物清单"))
    desktop.screenshot("commands-2-file")
    desktop.run(["xdotool", "windowclose", str(window)])
    wait_for("the editor to close", lambda: not window_of(desktop, "购物清单"))


def change_a_setting(desktop, helper, receiver):
    make_setting_rule(helper, SIZE_PHRASE)
    invite(helper, receiver, 1, SIZE_PHRASE)
    say(receiver, "不要" + SIZE_PHRASE)
    nothing_asked(receiver)
    assert not receiver.find("Yes, I meant that"), "a negation was taken for a slip"
    say(receiver, SIZE_PHRASE + "点")
    receiver.wait("Yes, I meant that")
    assert not consent_window(desktop), "a slip went straight to the question"
    desktop.screenshot("commands-3-did-you-mean")
    before = receiver.place_of("Send").height
    receiver.click("Yes, I meant that")
    press_yes(receiver)
    wait_for("larger text", lambda: receiver.place_of("Send").height > before)
    desktop.screenshot("commands-4-larger")


def body(desktop):
    helper, receiver = two_windows(desktop)
    refuse_an_everyday_phrase(helper)
    open_a_file(desktop, helper, receiver)
    change_a_setting(desktop, helper, receiver)


if __name__ == "__main__":
    main(body, SIZE)
