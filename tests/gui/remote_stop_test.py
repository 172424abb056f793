# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""M13: every way to stop ends the helper's hand at once, and nothing of it comes back (S36)."""
import time

from harness import main, stays, wait_for
from remote_steps import *
from steps import invite, nothing_asked, say

LOOK, USE = "请你看看我的屏幕", "请你操作我的电脑"
LIMIT = 0.2


def press(node):
    """As assistive technology presses: no mouse is moved, so the receiver's own hand has no part in it."""
    node.queryAction().doAction(0)


def last_movement(desktop, seconds):
    """When the pointer was last seen at another place than before, watched for so long."""
    end = time.monotonic() + seconds
    place, last = pointer(desktop), 0
    while time.monotonic() < end:
        begun = time.monotonic()
        now = pointer(desktop)
        if now != place:
            place, last = now, begun
    return last


def stopped_by_button(helper, receiver):
    start_help(helper, receiver, 1, USE)
    with Restless(helper):
        wait_for("the helper's mouse", lambda: last_movement(receiver.desktop, 0.3))
        press(receiver.wait("Stop the help now"))
        pressed = time.monotonic()
        late = last_movement(receiver.desktop, 3) - pressed
    assert late <= LIMIT, f"the helper's mouse still moved {late * 1000:.0f} ms after Stop"
    ended(helper, receiver)


def stopped_by_panic_key(helper, receiver):
    start_help(helper, receiver, 0, LOOK)
    receiver.desktop.hand("keydown", "Escape")
    receiver.wait_gone(BANNER, limit=3)
    receiver.desktop.hand("keyup", "Escape")
    ended(helper, receiver)


def stopped_by_word(helper, receiver):
    start_help(helper, receiver, 0, LOOK)
    say(receiver, "停")
    ended(helper, receiver)


def stopped_in_the_conversation(helper, receiver):
    start_help(helper, receiver, 0, LOOK)
    receiver.raise_window()
    receiver.click("Stop the help", "push button")
    ended(helper, receiver)


def the_helper_leaves(helper, receiver):
    start_help(helper, receiver, 0, LOOK)
    helper.click("Leave", "push button")
    wait_for("the viewer to close", lambda: not viewer_window(helper))
    receiver.wait_gone(BANNER)


def ended(helper, receiver):
    receiver.wait_gone(BANNER)
    helper.wait("*has ended the help*")
    helper.click("Close", "push button")
    wait_for("the viewer to close", lambda: not viewer_window(helper))


def nothing_begins_at_once(helper, receiver):
    """S25: in the minute after somebody had control, no session can be started."""
    invite(helper, receiver, 1, USE)
    say(receiver, USE)
    receiver.wait("*nor in the minute after*", "list item")
    nothing_asked(receiver)
    stays("no session", lambda: not receiver.find(BANNER), 1)


def body(desktop):
    helper, receiver = two_desktops(desktop)
    make_remote_rule(helper, LOOK, "look")
    make_remote_rule(helper, USE, "control")
    the_helper_leaves(helper, receiver)
    stopped_by_panic_key(helper, receiver)
    stopped_by_word(helper, receiver)
    stopped_in_the_conversation(helper, receiver)
    stopped_by_button(helper, receiver)
    nothing_begins_at_once(helper, receiver)


if __name__ == "__main__":
    main(body, SIZE)
