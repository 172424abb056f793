# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""M16, S27: the banner is there above a full-screen window, on every monitor, and at the largest text.

SESAME_M16_MINUTES (20 in the nightly run): so long somebody tries to cover it, and it is looked at all the time.
"""
import time

from harness import Failure, main, stays, wait_for
from remote_steps import *
from steps import window_of

PHRASE = "请你看看我的屏幕"


def above_full_screen(receiver):
    receiver.desktop.start(["mousepad"])
    window = wait_for("the editor", lambda: window_of(receiver.desktop, "mousepad"))
    receiver.desktop.activate(window)
    receiver.desktop.key("F11")
    wait_for("full screen", lambda: "FULLSCREEN" in receiver.desktop.run(
        ["xprop", "-id", str(window), "_NET_WM_STATE"]))
    wait_for("the banner above it", lambda: banner_shines(receiver.desktop), 1)
    receiver.desktop.screenshot("remote-banner-full-screen")
    for _ in range(3):  # raised again and again, as by somebody who wants to hide it
        receiver.desktop.run(["xdotool", "windowraise", str(window)])
        wait_for("the banner above it again", lambda: banner_shines(receiver.desktop), 1)
    receiver.desktop.key("F11")
    return window


def all_the_time(receiver, window):
    """Never out of sight for a second, whatever is raised above it."""
    receiver.desktop.activate(window)
    end = time.monotonic() + 60 * count("SESAME_M16_MINUTES", 0)
    while time.monotonic() < end:
        receiver.desktop.key("F11")
        receiver.desktop.run(["xdotool", "windowraise", str(window)])
        wait_for("the banner", lambda: banner_shines(receiver.desktop), 1)


def on_every_workspace(receiver):
    receiver.desktop.run(["xdotool", "set_num_desktops", "3"])
    for workspace in (2, 1, 0):
        receiver.desktop.run(["xdotool", "set_desktop", str(workspace)])
        wait_for(f"the banner on workspace {workspace}", lambda: banner_shines(receiver.desktop), 1)


def on_two_monitors(helper, receiver):
    width, height = (int(part) for part in THEIR_SIZE.split("x"))
    half = width // 2
    output = receiver.desktop.run(["sh", "-c", "xrandr | awk '/ connected/ {print $1; exit}'"]).strip()
    receiver.desktop.run(["xrandr", "--setmonitor", "left", f"{half}/200x{height}/200+0+0", output])
    receiver.desktop.run(["xrandr", "--setmonitor", "right", f"{half}/200x{height}/200+{half}+0", "none"])
    for x in (half // 2, half + half // 2):
        wait_for("a banner on each monitor", lambda: banner_shines(receiver.desktop, x))
    receiver.desktop.screenshot("remote-banner-two-monitors")
    assert len(receiver.all("Stop the help now")) == 2
    helper.wait("All screens", "combo box")
    receiver.desktop.run(["xrandr", "--delmonitor", "right"])
    receiver.desktop.run(["xrandr", "--delmonitor", "left"])
    wait_for("one banner again", lambda: len(receiver.all("Stop the help now")) == 1)
    wait_for("the banner in the middle", lambda: banner_shines(receiver.desktop))


def at_huge_text(receiver):
    before = receiver.place_of(BANNER)
    for _ in range(2):  # large, huge; each makes the windows anew
        height = receiver.place_of(BANNER).height
        receiver.raise_window()
        receiver.desktop.key("ctrl+plus")
        wait_for("a larger banner", lambda: (box := banner_box(receiver)) and box.height > height)
    assert receiver.place_of(BANNER).height > before.height * 1.3
    wait_for("the banner", lambda: banner_shines(receiver.desktop))
    box = receiver.place_of(BANNER)
    for name in ("Stop the help now", "Pause the help"):
        button = receiver.place_of(name)
        assert box.x <= button.x and button.x + button.width <= box.x + box.width
    receiver.desktop.screenshot("remote-banner-huge")


def body(desktop):
    helper, receiver = two_desktops(desktop)
    make_remote_rule(helper, PHRASE, "look")
    start_help(helper, receiver, 0, PHRASE)
    wait_for("the banner", lambda: banner_shines(receiver.desktop))
    window = above_full_screen(receiver)
    all_the_time(receiver, window)
    on_every_workspace(receiver)
    on_two_monitors(helper, receiver)
    at_huge_text(receiver)
    receiver.click("Stop the help now")
    receiver.wait_gone(BANNER)


if __name__ == "__main__":
    main(body, SIZE)
