# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture in place of a phrase: chosen in the rule, saved by the receiver, sent back from its card, and the program opens."""
from attachment_test import press_in_card, row, send
from harness import main, stays, wait_for
from steps import SIZE, await_card, consent_window, nothing_asked, press_yes, two_windows, window_of

DOG, CAT = "小狗 dog.png", "cat.png"
WANTED = "Please send me back this picture."


def make_picture(desktop, path, kind):
    desktop.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"{kind}=size=800x600", "-frames:v", "1", str(path)],
                check=True)


def choose_file(person, button, path):
    person.click(button, "push button")
    person.type_into("File name:", str(path))
    person.desktop.key("Return")


def make_rule(helper, picture):
    helper.raise_window()
    helper.desktop.key("ctrl+r")
    helper.click("Add…")
    helper.wait("Phrase", "text")
    helper.desktop.key("shift+Tab", "End")
    helper.wait("a picture, a sound or a short clip", "combo box")
    choose_file(helper, "Choose a picture, sound or clip", picture)
    helper.type_into("Program", "galculator")
    helper.wait("This file is fine.")
    helper.desktop.screenshot("media-rule-1-form")
    helper.click("Save")
    helper.wait("A picture")
    helper.wait("Delivered")
    helper.desktop.key("Escape")
    helper.wait_gone("Add…")


def body(desktop):
    helper, receiver = two_windows(desktop)
    documents = desktop.home / "Documents"
    make_picture(desktop, documents / DOG, "testsrc2")
    make_picture(desktop, documents / CAT, "mandelbrot")
    make_rule(helper, documents / DOG)

    helper.raise_window()
    await_card(receiver, WANTED, lambda: desktop.key("ctrl+i", "Down", "Return"))
    receiver.raise_window()
    row(receiver, f"{DOG}*would like to give you this file")
    desktop.screenshot("media-rule-2-card")
    press_in_card(receiver, DOG)
    row(receiver, f"{DOG}*Saved on this computer")

    send(receiver, documents / CAT)
    stays("no question for another picture", lambda: not receiver.find("Yes, I meant that"), 3)

    press_in_card(receiver, DOG)
    receiver.wait("Yes, I meant that", "push button")
    desktop.screenshot("media-rule-3-meant")
    nothing_asked(receiver)
    assert not consent_window(desktop)
    receiver.click("Yes, I meant that", "push button")
    press_yes(receiver)
    wait_for("the program's window", lambda: window_of(desktop, "galculator"))
    desktop.screenshot("media-rule-4-opened")


if __name__ == "__main__":
    main(body, SIZE)
