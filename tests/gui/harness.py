# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop for end-to-end tests: an X server, a window manager, a session bus with accessibility, real programs.

Widgets are found by their accessible names (AT-SPI, as a screen reader finds them) and used with real pointer and key
events (xdotool). Nothing sleeps: every wait is for a condition and has a limit.
"""
import copy
import fnmatch
import itertools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from gi.repository import GLib

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from rpc import Hub, Rpc, acquaint  # noqa: E402

LIMIT = float(os.environ.get("SESAME_GUI_LIMIT", "30"))


# What AT-SPI throws when a widget goes away while it is looked at.
GONE = (GLib.Error, LookupError, NotImplementedError)


class Failure(AssertionError):
    pass


def wait_for(what, condition, limit=LIMIT):
    """The first true value of condition(), looked at every 50 ms; Failure naming `what` after `limit` seconds."""
    end = time.monotonic() + limit
    while True:
        try:
            value = condition()
        except GONE:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"after {limit:.0f} s still waiting for: {what}")
        time.sleep(0.05)


def stays(what, condition, seconds):
    """condition() keeps true for that long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not condition():
            raise Failure(f"did not stay so: {what}")
        time.sleep(0.05)


class Desktop:
    """Xvfb + openbox + at-spi in a temporary home. Run the test under dbus-run-session (tests/gui/CMakeLists.txt does).

    second() is another screen in the same home. What click() and key() do there comes from a mouse and a keyboard, not from a
    program: Sesame tells the two apart.
    """

    def __init__(self, bin_dir, size="1280x900"):
        self.bin = pathlib.Path(bin_dir)
        self.seconds = []
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="sesame-gui-"))
        self.shots = pathlib.Path(os.environ.get("SESAME_SCREENSHOTS", self.home / "screenshots"))
        self.shots.mkdir(parents=True, exist_ok=True)
        self.processes = []
        runtime = self.home / "runtime"
        runtime.mkdir(mode=0o700)
        for folder in ("Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos"):
            (self.home / folder).mkdir()
        self.env = {
            "HOME": str(self.home), "PATH": f"{self.bin}:{os.environ['PATH']}", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(runtime), "XDG_SESSION_TYPE": "x11", "XDG_CURRENT_DESKTOP": "Openbox",
            "DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"],
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "GTK_A11Y": "none", "NO_AT_BRIDGE": "1",
            "GSETTINGS_BACKEND": "memory",
        }
        self.env["DISPLAY"] = self._start_x("Xvfb", "-screen", "0", f"{size}x24")
        self.hand_env = self.env
        os.environ.update(DISPLAY=self.env["DISPLAY"], XDG_RUNTIME_DIR=str(runtime))
        self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], NO_AT_BRIDGE="0")
        self._start_window_manager()

    def second(self, size):
        other = copy.copy(self)
        other.seconds = []
        # Xephyr has devices of its own, which are worked by working its window in the screen around it.
        other.hand_env = {**self.env, "DISPLAY": self._start_x("Xvfb", "-screen", "0", f"{size}x24")}
        other.env = {**self.env, "DISPLAY": self._start_x("Xephyr", "-screen", size, env=other.hand_env)}
        other._start_window_manager()
        self.seconds.append(other)
        return other

    def _start_window_manager(self):
        # openbox runs this once it manages windows; a window mapped earlier could be left out.
        managed = self.home / f"window-manager-ready{self.env['DISPLAY']}"
        self.start(["openbox", "--startup", f"touch {managed}"])
        wait_for("the window manager", managed.exists)

    def _start_x(self, *server, env=None):
        read, write = os.pipe()
        self.processes.append(subprocess.Popen(
            [*server, "-displayfd", str(write), "-nolisten", "tcp", "-noreset"],
            env=env, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as answer:
            return ":" + answer.readline().strip()

    def start(self, argv, **env):
        log = open(self.home / f"{pathlib.Path(argv[0]).name}-{len(self.processes)}.log", "wb")
        process = subprocess.Popen(argv, env={**self.env, **env}, stdout=log, stderr=subprocess.STDOUT)
        self.processes.append(process)
        return process

    def run(self, argv, check=False):
        return subprocess.run(argv, env=self.env, capture_output=True, text=True, check=check).stdout

    def acquainted(self, helper_name, receiver_name):
        """A hub, and the accounts "helper" and "receiver" on it that have accepted each other; no window yet."""
        hub = Hub(self.bin, self.home / "hub", env=self.env)
        self.processes.append(hub.process)
        people = [Rpc(self.bin, self.home / who, env=self.env) for who in ("helper", "receiver")]
        acquaint(*people, hub, helper_name, receiver_name)
        for person in people:
            person.close()
        return hub

    def screenshot(self, name):
        path = self.shots / f"{name}.png"
        self.run(["import", "-window", "root", str(path)], check=True)
        return path

    # Windows of the whole desktop, ours and others'.
    def windows(self):
        """{window id: (class, title, pid)} of all managed windows."""
        ids = self.run(["xprop", "-root", "_NET_CLIENT_LIST"]).partition("#")[2].replace(" ", "").strip().split(",")
        found = {}
        for window in filter(None, ids):
            text = self.run(["xprop", "-id", window, "WM_CLASS", "_NET_WM_NAME", "_NET_WM_PID"])
            fields = dict(line.split(" = ", 1) for line in text.splitlines() if " = " in line)
            pid = next((int(v) for k, v in fields.items() if k.startswith("_NET_WM_PID")), 0)
            title = next((v for k, v in fields.items() if k.startswith("_NET_WM_NAME")), "").strip('"')
            wm_class = next((v for k, v in fields.items() if k.startswith("WM_CLASS")), "")
            found[int(window, 16)] = (wm_class, title, pid)
        return found

    def active_window(self):
        text = self.run(["xprop", "-root", "_NET_ACTIVE_WINDOW"]).rpartition(" ")[2].strip()
        return int(text, 16) if text.startswith("0x") else 0

    def activate(self, window):
        self.run(["xdotool", "windowactivate", "--sync", str(window)])
        wait_for("the window to be active", lambda: self.active_window() == window)

    def hand(self, *deed):
        """What the person at this screen does with mouse or keyboard, as xdotool calls it."""
        subprocess.run(["xdotool", *deed], env=self.hand_env, check=True, capture_output=True)

    def key(self, *keys):
        self.hand("key", "--clearmodifiers", "--delay", "30", *keys)

    def type(self, text, delay=60):
        self.run(["xdotool", "type", "--delay", str(delay), text])

    def point(self, x, y):
        self.hand("mousemove", str(int(x)), str(int(y)))

    def click(self, x, y):
        self.point(x, y)
        self.hand("click", "1")

    def pointed_at(self):
        """(process, x, y, width, height) of the window that a click would reach now; None where none is."""
        place = dict(line.split("=") for line in self.run(["xdotool", "getmouselocation", "--shell"]).split())
        # The window manager has put a frame around what a program has opened.
        for window in re.findall(r"0x[0-9a-f]+", self.run(["xwininfo", "-tree", "-id", place["WINDOW"]])):
            pid = self.run(["xdotool", "getwindowpid", window]).strip()
            if pid.isdigit():
                lies = self.run(["xwininfo", "-id", window])
                return (int(pid), *(int(re.search(rf"{what}: +(-?[0-9]+)", lies)[1])
                                    for what in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")))
        return None

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if "SESAME_KEEP" not in os.environ:
            shutil.rmtree(self.home, ignore_errors=True)


class App:
    """One running `sesame`, seen through accessibility."""

    def __init__(self, desktop, who, *arguments, **env):
        self.desktop = desktop
        self.name = who
        self.data = desktop.home / who
        self.process = desktop.start([str(desktop.bin / "sesame"), "--data", str(self.data), *arguments], **env)
        wait_for(f"{who}'s window", self.main_window)

    def main_window(self):
        for window, (_, _, pid) in self.desktop.windows().items():
            if pid == self.process.pid:
                return window
        return None

    def _root(self):
        import pyatspi
        for application in pyatspi.Registry.getDesktop(0):
            try:
                if application is not None and application.get_process_id() == self.process.pid:
                    return application
            except Exception:  # an application that is just going away
                continue
        return None

    def all(self, name, role=None):
        """Every showing accessible with this name (* stands for anything)."""
        import pyatspi
        found = []

        def visit(node, depth):
            if node is None or depth > 40:
                return
            try:
                states = node.getState()
                matches = fnmatch.fnmatchcase(node.name, name)
                if matches and states.contains(pyatspi.STATE_SHOWING) and (role in (None, node.getRoleName())):
                    found.append(node)
                for child in node:
                    visit(child, depth + 1)
            except Exception:  # a widget that went away while we looked
                return

        root = self._root()
        if root is not None:
            root.clearCache()  # a window that has just opened may not be in it yet
        visit(root, 0)
        return found

    def find(self, name, role=None):
        found = self.all(name, role)
        return found[0] if found else None

    def wait(self, name, role=None, limit=LIMIT):
        return wait_for(f"“{name}” in {self.name}'s window", lambda: self.find(name, role), limit)

    def wait_gone(self, name, role=None, limit=LIMIT):
        wait_for(f"“{name}” to go from {self.name}'s window", lambda: not self.all(name, role), limit)

    def click(self, name, role=None):
        """A real click in the middle of it, once its window lies there: it may be on its way to the screen still."""
        def pointed_at():
            box = self.place_of(name, role)
            self.desktop.point(box.x + box.width / 2, box.y + box.height / 2)
            window = self.box(self.window_of(self.find(name, role)))
            return window and self.desktop.pointed_at() == (
                self.process.pid, window.x, window.y, window.width, window.height)
        wait_for(f"“{name}” in {self.name}'s window, under the pointer", pointed_at)
        self.desktop.hand("click", "1")

    @staticmethod
    def window_of(node):
        import pyatspi
        while node is not None and node.parent is not None and node.parent.getRole() != pyatspi.ROLE_APPLICATION:
            node = node.parent
        return node

    def place_of(self, name, role=None):
        """Where it is on the screen, once it has come to rest."""
        def rests():
            first = self.box(self.find(name, role))
            time.sleep(0.05)
            second = self.box(self.find(name, role))
            same = first and second and all(getattr(first, k) == getattr(second, k) for k in ("x", "y", "width", "height"))
            return second if same else None
        return wait_for(f"“{name}” in {self.name}'s window, at rest", rests)

    @staticmethod
    def box(node):
        """Its place on the screen; None when it has none, or there is no node."""
        import pyatspi
        if node is None:
            return None
        try:
            box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            return box if box.width > 0 and box.height > 0 else None
        except Exception:
            return None

    def text(self, node):
        try:
            query = node.queryText()
            return query.getText(0, query.characterCount)
        except Exception:
            return ""

    def has_keyboard(self, name, role):
        import pyatspi
        node = self.find(name, role)
        return node is not None and node.getState().contains(pyatspi.STATE_FOCUSED)

    def focus(self, name, role):
        """Clicks until it has the keyboard: a layout that is still moving can make a click miss."""
        def clicked():
            self.click(name, role)
            try:
                return wait_for("the keyboard", lambda: self.has_keyboard(name, role), 2)
            except Failure:
                return False
        wait_for(f"“{name}” to take the keyboard", clicked)

    def type_into(self, name, text, role="text"):
        """Types with real keys; again, and slower, if a key was lost on the way to a busy program."""
        delays = itertools.chain((60, 120), itertools.repeat(300))

        def typed():
            self.focus(name, role)
            self.desktop.key("ctrl+a", "Delete")
            self.desktop.type(text, next(delays))
            try:
                return wait_for("the text", lambda: self.text(self.find(name, role)) == text, 3)
            except Failure:
                return False
        wait_for(f"“{text}” in “{name}”", typed)

    def tree(self):
        """What a screen reader finds, for a person who writes a test."""
        lines = []

        def visit(node, depth):
            if node is None or depth > 40:
                return
            lines.append(f"{'  ' * depth}{node.getRoleName()} “{node.name}”")
            for child in node:
                visit(child, depth + 1)

        visit(self._root(), 0)
        return "\n".join(lines)

    def raise_window(self):
        self.desktop.activate(self.main_window())

    def place(self, x, y, width, height):
        window = str(self.main_window())
        self.desktop.run(["xdotool", "windowsize", "--sync", window, str(width), str(height)])
        self.desktop.run(["xdotool", "windowmove", "--sync", window, str(x), str(y)])


def main(body, size="1280x900"):
    """Runs body(desktop) and keeps a screenshot of a failure."""
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} DIRECTORY-OF-THE-PROGRAMS")
    desktop = Desktop(sys.argv[1], size)
    try:
        body(desktop)
        print("1 passed, 0 failed")
    except BaseException:
        name = pathlib.Path(sys.argv[0]).stem
        for number, shown in enumerate([desktop, *desktop.seconds], 1):
            print("screenshot:", shown.screenshot(f"failed-{name}-{number}"), file=sys.stderr)
        for log in desktop.home.glob("*.log"):
            tail = log.read_text(errors="replace").splitlines()[-15:]
            print(f"-- {log.name}", *tail, sep="\n", file=sys.stderr)
        os.environ["SESAME_KEEP"] = "1"
        raise
    finally:
        desktop.close()
