# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does about a contact: calls them by another name, compares the safety number, blocks them, undoes it, and
hears what was refused meanwhile once it is sent again."""
from harness import main, stays, wait_for
from steps import HELPER, RECEIVER, SIZE, say, two_windows

OWN_NAME = "我们家隔壁楼上那位特别会修电脑的热心的小明 the neighbour upstairs"
DIGITS = "Safety number in digits: *"


RENAME, BLOCK = 3, 4  # rows of the menu


def choose(person, row):
    person.raise_window()
    person.click("Menu")
    person.desktop.key(*["Down"] * row, "Return")


def renamed(receiver):
    choose(receiver, RENAME)
    receiver.type_into("New name", "电" * 50)
    receiver.click("Rename", "push button")
    receiver.wait("This name cannot be used*")
    receiver.type_into("New name", OWN_NAME)
    receiver.desktop.screenshot("people-1-rename")
    receiver.click("Rename", "push button")
    receiver.wait(f"{OWN_NAME}*", "list item")
    receiver.wait_gone("New name", "text")
    # Empty is the name that they chose themselves; by the keyboard this time.
    choose(receiver, RENAME)
    receiver.focus("New name", "text")
    receiver.desktop.key("ctrl+a", "Delete", "Return")
    receiver.wait(f"{HELPER}*", "list item")
    receiver.wait_gone("New name", "text")


def compared(helper, receiver):
    """Both see the same number; whoever says so sees it at the name."""
    seen = []
    for person in (helper, receiver):
        person.raise_window()
        person.click("Safety number")
        seen.append(person.wait(DIGITS).name)
        person.desktop.screenshot(f"people-2-number-{person.name}")
        person.click("They match")
        person.wait_gone(DIGITS)
        person.wait("*safety number compared*")
    assert seen[0] == seen[1] and sum(c.isdigit() for c in seen[0]) == 60, seen


def blocked(helper, receiver):
    choose(receiver, BLOCK)
    receiver.wait("Block", "push button")
    receiver.desktop.screenshot("people-3-block")
    receiver.click("Block", "push button")
    receiver.wait_gone(f"{HELPER}*", "list item")
    say(helper, "are you there?")
    stays("nobody", lambda: not receiver.all(f"{HELPER}*", "list item"), 1)

    receiver.raise_window()
    receiver.desktop.key("ctrl+comma")
    receiver.click("Privacy", "list item")
    receiver.click(HELPER, "list item")
    receiver.desktop.screenshot("people-4-unblock")
    receiver.click("Unblock")
    receiver.desktop.key("Escape")
    receiver.wait_gone("Unblock")
    receiver.click(f"{HELPER}*", "list item")
    receiver.wait("Message", "text")
    assert not receiver.all("*are you there?*", "list item"), "what was said while they were blocked"

    # It was refused, which its writer sees; now it can be sent again.
    helper.raise_window()
    helper.click("*are you there?*Not sent*", "list item")
    helper.desktop.key("Menu", "Up", "Return")
    receiver.wait("*are you there?*", "list item")
    helper.wait_gone("*are you there?*Not sent*", "list item")


def body(desktop):
    helper, receiver = two_windows(desktop)
    say(helper, "hello")
    receiver.wait("*hello*", "list item")
    renamed(receiver)
    compared(helper, receiver)
    blocked(helper, receiver)
    wait_for("the receiver's name", lambda: helper.find(f"{RECEIVER}*", "list item"))


if __name__ == "__main__":
    main(body, SIZE)
