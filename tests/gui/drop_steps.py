# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file dragged with the mouse from a file manager into a window of ours."""
from harness import Failure, wait_for

INK = "#ff00ff"  # of nothing else on this screen


def draw(desktop, path):
    desktop.run(["convert", "-size", "200x150", f"xc:{INK}", f"png:{path}"], check=True)


def inked(desktop):
    """The middle of what is of this color on the screen; None without."""
    shot = desktop.screenshot("drop-look")
    found = desktop.run(["convert", str(shot), "-fill", "black", "+opaque", INK, "-trim", "-format", "%w %h %X %Y", "info:"])
    width, height, x, y = (int(number) for number in found.split())
    return (x + width / 2, y + height / 2) if 20 < width < 300 else None


def show_folder(desktop, folder, x, y):
    """A window of the file manager, with one picture in it."""
    desktop.start(["pcmanfm", "--no-desktop", str(folder)])
    window = wait_for("the file manager", lambda: next(
        (one for one, (_, title, _) in desktop.windows().items() if folder.name in title), None))
    desktop.run(["xdotool", "windowsize", "--sync", str(window), "700", "400"])
    desktop.run(["xdotool", "windowmove", "--sync", str(window), str(x), str(y)])
    desktop.activate(window)
    return window


def drag(desktop, start, end):
    """A hand that goes there in small steps with the button held."""
    desktop.hand("mousemove", *(str(int(at)) for at in start))
    desktop.hand("mousedown", "1")
    for step in range(1, 21):
        desktop.hand("mousemove", *(str(int(a + (b - a) * step / 20)) for a, b in zip(start, end)))
    desktop.hand("mouseup", "1")


def drag_until(desktop, start, end, what, came):
    """Drags until came(limit) finds it: let go too early for one of the two programs, nothing was dropped, and a person
    does it once more."""
    def dragged():
        drag(desktop, start, end)
        try:
            return came(5)
        except Failure:
            return None
    return wait_for(what, dragged)
