# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What helper and receiver do in their windows, as steps that tests share."""
from harness import App, Failure, stays, wait_for

HELPER, RECEIVER = "小明 Xiao Ming", "奶奶 Grandma"
SIZE = "1600x900"


def two_windows(desktop):
    """(helper, receiver): two acquainted accounts, side by side."""
    desktop.acquainted(HELPER, RECEIVER)
    helper, receiver = App(desktop, "helper"), App(desktop, "receiver")
    helper.place(0, 24, 790, 820)
    receiver.place(800, 24, 790, 820)
    for person in (helper, receiver):
        person.wait("Message")
        person.wait("Online")
    return helper, receiver


def open_new_rule(helper):
    helper.raise_window()
    helper.desktop.key("ctrl+r")
    helper.click("Add…")
    helper.wait("Phrase", "text")


def save_rule(helper, phrase):
    """Saves the open form, waits until the receiver has the rule, and goes back to the conversation."""
    helper.click("Save")
    helper.wait_gone("Phrase", "text")
    helper.wait(phrase)
    helper.wait("Delivered")
    helper.desktop.key("Escape")
    helper.wait_gone("Add…")


def make_program_rule(helper, phrase, program):
    open_new_rule(helper)
    helper.type_into("Phrase", phrase)
    helper.type_into("Program", program)
    save_rule(helper, phrase)


def make_file_rule(helper, phrase, name):
    open_new_rule(helper)
    helper.type_into("Phrase", phrase)
    choose_next(helper, "Open a file", 1)
    helper.type_into("File", name)
    save_rule(helper, phrase)


def make_setting_rule(helper, phrase):
    """The setting that the form offers first is the text size, from small on; Large is the third."""
    open_new_rule(helper)
    helper.type_into("Phrase", phrase)
    choose_next(helper, "Change this chat program", 2)
    choose_next(helper, "Text size", 0)
    choose_next(helper, "Large", 2)
    save_rule(helper, phrase)


def choose_next(person, wanted, row):
    """Tab to the next field, a combo box, and down to `wanted`, its n-th entry."""
    person.desktop.key("Tab", "Home", *["Down"] * row)
    person.wait(wanted, "combo box")


def invite(helper, receiver, row, phrase):
    """Sends the invitation of the n-th rule and waits for its card in the receiver's window."""
    helper.raise_window()
    await_card(receiver, phrase, lambda: helper.desktop.key("ctrl+i", *["Down"] * (row + 1), "Return"))


def await_card(receiver, phrase, send):
    before, had_card = len(cards(receiver, phrase)), ends_with_card(receiver, phrase)
    send()
    # Where a conversation is long, an older card goes out of sight for it.
    wait_for("the card", lambda: len(cards(receiver, phrase)) > before
             or not had_card and ends_with_card(receiver, phrase))


def cards(receiver, phrase):
    return receiver.all(f"They, *: {phrase}", "list item")


def ends_with_card(receiver, phrase):
    rows = receiver.all("*[0-9][0-9]:[0-9][0-9]: *", "list item")
    return bool(rows) and rows[-1].name.startswith("They, ") and rows[-1].name.endswith(f": {phrase}")


def say(person, text):
    """Types it with real keys and presses Send; again if a busy program missed the click: a second one does nothing."""
    person.raise_window()
    person.type_into("Message", text)

    def sent():
        person.click("Send")
        try:
            return wait_for("an empty composer", lambda: person.text(person.find("Message", "text")) == "", 3)
        except Failure:
            return False
    wait_for("the message to leave the composer", sent)


def change_text_size(person, key):
    """By ctrl+plus or ctrl+minus; waits for the window that takes the place of the one there was."""
    person.raise_window()
    before = person.main_window()
    person.desktop.key(key)
    wait_for("the new window", lambda: person.main_window() not in (None, before))


def consent_window(desktop):
    return next((window for window, (_, title, _) in desktop.windows().items() if title == "Sesame asks you"), None)


def wait_question(receiver):
    wait_for("the question", lambda: consent_window(receiver.desktop))
    return receiver.wait("Yes, do it")


def press_yes(receiver):
    """A calm person: waits until Yes is alive, then clicks it; again if it went dead just then."""
    wait_question(receiver)

    def answered():
        if not consent_window(receiver.desktop):
            return True
        if (button := receiver.find("Yes, do it")) and button.description == "":
            receiver.click("Yes, do it")
        try:
            return wait_for("the question to close", lambda: not consent_window(receiver.desktop), 3)
        except Failure:
            return False
    wait_for("the question to close", answered)


def press_no(receiver):
    wait_question(receiver)
    receiver.click("No")
    wait_for("the question to close", lambda: not consent_window(receiver.desktop))


def nothing_asked(receiver, seconds=1.5):
    stays("no question", lambda: not consent_window(receiver.desktop), seconds)


def window_of(desktop, part):
    """The window of another program whose class or title contains this."""
    return next((window for window, (wm_class, title, _) in desktop.windows().items()
                 if part.lower() in (wm_class + title).lower()), None)
