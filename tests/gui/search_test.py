# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody looks for what was said long ago, and comes to it in the conversation."""
from harness import App, main, wait_for
from rpc import Rpc
from steps import HELPER, RECEIVER, SIZE

OLD = "阳台的窗户要修了，记得打电话给王师傅"
LATER = 150  # messages since, three pages of the conversation


def talked_a_lot(desktop):
    desktop.acquainted(HELPER, RECEIVER)
    helper = Rpc(desktop.bin, desktop.home / "helper", env=desktop.env)
    contact = helper.contact()["contact"]
    for text in (OLD, *(f"line {number} of a long talk" for number in range(LATER))):
        helper.call("messages.send", contact=contact, text=text)
    helper.close()


def body(desktop):
    talked_a_lot(desktop)
    helper = App(desktop, "helper")
    helper.place(0, 24, 900, 820)
    helper.wait("Message")
    helper.wait("*line 149 of a long talk*", "list item")
    assert not helper.all(f"*{OLD}*", "list item")

    helper.raise_window()
    desktop.key("ctrl+f")
    helper.type_into("Words to search for", "zebra")
    helper.wait("Nothing was said with these words.")
    desktop.screenshot("search-1-nothing")
    helper.type_into("Words to search for", "long talk")
    helper.wait("The newest 100 messages are shown.")
    desktop.screenshot("search-2-many")
    helper.type_into("Words to search for", "王师傅")
    helper.wait("Messages: 1")
    desktop.screenshot("search-3-found")
    desktop.key("Return")
    helper.wait_gone("Words to search for", "text")
    wait_for("the old message in sight", lambda: helper.box(helper.find(f"*{OLD}*", "list item")))
    desktop.screenshot("search-4-there")


if __name__ == "__main__":
    main(body, SIZE)
