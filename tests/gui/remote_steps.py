# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of a help session, played on two desktops: the helper's and the receiver's."""
import os
import subprocess
import threading
import time

from harness import App, stays, wait_for
from steps import HELPER, RECEIVER, choose_next, invite, open_new_rule, press_yes, save_rule, say, wait_question

SIZE, THEIR_SIZE = "1600x1160", "1280x800"  # the picture fits into the helper's window unscaled
LEVELS = {
    "look": "I see their screen",
    "point": "I see their screen and point at things with a large arrow",
    "control": "I see their screen, move their mouse and type",
}
BANNER = "Help is running: *"


def two_desktops(desktop):
    """(helper, receiver): two acquainted accounts, each on a screen of its own."""
    desktop.acquainted(HELPER, RECEIVER)
    theirs = desktop.second(THEIR_SIZE)
    helper, receiver = App(desktop, "helper"), App(theirs, "receiver")
    helper.place(0, 24, 790, 820)
    receiver.place(500, 90, 770, 660)
    for person in (helper, receiver):
        person.wait("Message")
        person.wait("Online")
    return helper, receiver


class Program(App):
    """Another program on one of the desktops, seen through accessibility."""

    def __init__(self, desktop, *argv):
        self.desktop = desktop
        self.name = argv[0]
        self.process = desktop.start(list(argv), NO_AT_BRIDGE="0")
        wait_for(f"the window of {argv[0]}", self.main_window)

    def place(self, x, y, width, height):
        self.raise_window()
        super().place(x, y, width, height)


def allow_programs_to_press(person):
    """The setting of people with an on-screen keyboard: what xdotool presses then counts like a hand (S25)."""
    person.raise_window()
    person.desktop.key("ctrl+comma")
    person.click("Accessibility", "list item")
    person.click("I use an on-screen keyboard", "check box")
    person.desktop.key("Escape")
    person.wait_gone("I use an on-screen keyboard")


def make_remote_rule(helper, phrase, level):
    open_new_rule(helper)
    helper.type_into("Phrase", phrase)
    choose_next(helper, "Let me see or use their screen", 3)
    helper.click(LEVELS[level], "radio button")
    save_rule(helper, phrase)


def start_help(helper, receiver, row, phrase, ask=None):
    """From the invitation to the picture in the helper's window; `ask` is called while the question is open."""
    invite(helper, receiver, row, phrase)
    say(receiver, phrase)
    wait_question(receiver)
    if ask:
        ask()
    press_yes(receiver)
    receiver.wait(BANNER)
    wait_for("the viewer", lambda: viewer_window(helper))
    helper.wait("Their screen")
    settle_viewer(helper)


def viewer_window(helper):
    return next((window for window, (_, title, pid) in helper.desktop.windows().items()
                 if pid == helper.process.pid and title.startswith("Screen of ")), None)


def settle_viewer(helper):
    """The viewer in the upper left corner, with the whole picture unscaled, and with the keyboard."""
    window = viewer_window(helper)
    helper.desktop.activate(window)
    width, height = (int(part) for part in THEIR_SIZE.split("x"))
    wait_for("the unscaled picture", lambda: (box := picture(helper)) and box.width >= width and box.height >= height)
    wait_for("the viewer to come to rest", lambda: not moves(lambda: picture(helper)))


def moves(look):
    first = look()
    time.sleep(0.2)
    second = look()
    return not (first and second) or any(getattr(first, k) != getattr(second, k) for k in ("x", "y", "width", "height"))


def picture(helper):
    """Where the picture is on the helper's screen."""
    node = helper.find("Their screen")
    box = node and helper.box(node)
    if not box:
        return None
    width, height = (int(part) for part in THEIR_SIZE.split("x"))
    box.x, box.y = box.x + max(0, box.width - width) // 2, box.y + max(0, box.height - height) // 2
    return box


def there(helper, x, y):
    """The place on the helper's screen that shows this pixel of the receiver's."""
    box = picture(helper)
    return box.x + x, box.y + y


def point_there(helper, x, y):
    place = there(helper, x, y)
    helper.desktop.run(["xdotool", "mousemove", str(place[0]), str(place[1])])


def click_there(helper, x, y):
    point_there(helper, x, y)
    helper.desktop.run(["xdotool", "click", "1"])


def middle(box):
    return box.x + box.width // 2, box.y + box.height // 2


def pointer(desktop):
    fields = dict(line.split("=") for line in desktop.run(["xdotool", "getmouselocation", "--shell"]).split())
    return int(fields["X"]), int(fields["Y"])


def wait_obeyed(helper, receiver, x, y):
    """The receiver's own hand counts for two seconds; then the helper's moves their pointer."""
    def moved():
        point_there(helper, x - 30, y)  # a pointer that is there already does not move
        point_there(helper, x, y)
        return pointer(receiver.desktop) == (x, y)
    wait_for("the helper's pointer", moved)


def grab(desktop, name="grab", crop=None):
    path = desktop.home / f"{name}{desktop.env['DISPLAY']}.png"
    desktop.run(["import", "-window", "root", *(["-crop", crop, "+repage"] if crop else []), str(path)], check=True)
    return path


def differing_pixels(one, other):
    ran = subprocess.run(["compare", "-metric", "AE", str(one), str(other), "null:"], capture_output=True, text=True)
    return float(ran.stderr.split()[0])


def shows_their_screen(helper, receiver, above=0):
    """Whether the helper's window shows what is on the receiver's screen, pixel by pixel, below row `above`.

    The receiver's pointer is left out: it is in the helper's picture, but in no copy of a screen.
    """
    width, height = (int(part) for part in THEIR_SIZE.split("x"))
    box = picture(helper)
    if not box:
        return False
    seen = grab(helper.desktop, "seen", f"{width}x{height - above}+{box.x}+{box.y + above}")
    real = grab(receiver.desktop, "real", f"{width}x{height - above}+0+{above}")
    x, y = pointer(receiver.desktop)
    hidden = f"rectangle {x - 32},{y - above - 32} {x + 32},{y - above + 32}"
    for one in (seen, real):
        receiver.desktop.run(["mogrify", "-fill", "black", "-draw", hidden, str(one)], check=True)
    return differing_pixels(seen, real) == 0


def banner_box(receiver):
    node = receiver.find(BANNER)
    return node and receiver.box(node)


def pixel(desktop, x, y):
    path = grab(desktop, "pixel", f"1x1+{x}+{y}")
    return desktop.run(["convert", str(path), "-format", "%[hex:p{0,0}]", "info:"]).strip()[:6]


def banner_shines(desktop, x=None):
    """The frame and the colour of a banner at the top of the monitor in whose middle x lies."""
    width = int(THEIR_SIZE.split("x")[0])
    x = width // 2 if x is None else x
    return pixel(desktop, x, 1).upper() == "1B2421" and pixel(desktop, x, 8).upper() in ("FFD85C", "E6EAE8")


def rise(helper, receiver, button):
    """Asks for the next level and lets the receiver say Yes."""
    helper.click(button)
    press_yes(receiver)
    helper.wait_gone(button)
    helper.wait_gone("Asked; waiting for the answer")
    settle_viewer(helper)


class Restless:
    """A helper whose mouse never rests, on the left half of the receiver's screen."""

    def __init__(self, helper):
        self.helper = helper
        self.ended = False
        self.thread = threading.Thread(target=self._move, daemon=True)

    def _move(self):
        step = 0
        box = picture(self.helper)
        while not self.ended:
            step += 1
            x, y = box.x + 100 + 13 * step % 200, box.y + 300 + 7 * step % 200
            self.helper.desktop.run(["xdotool", "mousemove", str(x), str(y)])

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended = True
        self.thread.join()


def summary(person):
    """The row that tells afterwards what was done."""
    return person.wait("*screen*ended it.*", "list item")


def count(name, usual):
    """A number from the environment, for the nightly run."""
    return int(os.environ.get(name, usual))


__all__ = [name for name in dir() if not name.startswith("_")]
