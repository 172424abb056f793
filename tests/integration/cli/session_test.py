# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A help session scripted on both sides: a real X display is shown, seen as a PNG, and typed into."""
import os
import subprocess
import time
import unittest

from two_people import TwoPeople
from rpc import RpcError

PHRASE = "开启远程控制功能"
LIMIT = 30
LEFT, CONTROL, KEY_S = 1, 0xFFE3, 0x73


def wait_for(what, condition, limit=LIMIT):
    end = time.monotonic() + limit
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"after {limit} s still waiting for: {what}")
        time.sleep(0.05)
    return value


class Session(TwoPeople):
    def receiver_env(self):
        read, write = os.pipe()
        self.children = [subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)]
        os.close(write)
        with os.fdopen(read) as answer:
            self.display = {**self.env, "DISPLAY": ":" + answer.readline().strip(), "LC_ALL": "C.UTF-8",
                            "GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "1"}
        return self.display

    def tearDown(self):
        super().tearDown()
        for child in reversed(self.children):
            child.terminate()
            child.wait(10)

    def run_there(self, *argv):
        return subprocess.run(argv, env=self.display, capture_output=True, text=True, check=True).stdout

    def start_there(self, *argv):
        self.children.append(subprocess.Popen(argv, env=self.display, stdout=subprocess.DEVNULL,
                                              stderr=subprocess.DEVNULL))

    def begin(self, level):
        self.invite(PHRASE, {"type": "remote-control", "level": level, "minutes": 30})
        self.say(PHRASE)
        self.calm_yes()
        self.helper.wait_event("session.viewed", lambda s: s["connected"])

    def at(self, method, **params):
        return self.helper.call(f"sessions.{method}", contact=self.to_receiver, **params)

    def picture_is_equal(self):
        seen, real = self.root / "seen.png", self.root / "real.png"
        try:
            self.at("frame", path=str(seen))
        except RpcError as error:
            self.assertEqual(str(error), "there is no picture yet")
            return False
        self.run_there("import", "-window", "root", str(real))
        ran = subprocess.run(["compare", "-metric", "AE", str(seen), str(real), "null:"],
                             capture_output=True, text=True)
        return ran.returncode == 0

    def edit(self):
        """An editor on the receiver's desktop, in the left upper corner."""
        ready = self.root / "window-manager-ready"
        self.start_there("openbox", "--startup", f"touch {ready}")
        wait_for("the window manager", ready.exists)
        letter = self.root / "letter.txt"
        letter.write_text("")
        self.start_there("mousepad", str(letter))
        window = wait_for("the editor", lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "mousepad"], env=self.display,
            capture_output=True, text=True).stdout.split())[-1]
        self.run_there("xdotool", "windowsize", "--sync", window, "500", "400")
        self.run_there("xdotool", "windowmove", "--sync", window, "0", "20")
        return letter

    def click(self, x, y):
        for buttons in (0, LEFT, 0):
            self.at("pointer", x=x, y=y, buttons=buttons)

    def test_the_picture_is_the_screen_pixel_by_pixel(self):
        self.run_there("xsetroot", "-solid", "#336699")
        self.begin("look")
        self.assertEqual(self.receiver.call("sessions.hosted")["level"], "look")
        wait_for("the same picture", self.picture_is_equal)
        self.run_there("xsetroot", "-mod", "7", "5", "-fg", "#ffcc00", "-bg", "#004400")
        wait_for("the same picture again", self.picture_is_equal)

    def test_chinese_is_typed_into_a_real_editor(self):
        letter = self.edit()
        self.begin("control")

        def written():
            self.click(250, 250)
            self.at("type", text="你好 Grandma €")
            for symbol, down in ((CONTROL, True), (KEY_S, True), (KEY_S, False), (CONTROL, False)):
                self.at("key", symbol=symbol, down=down)
            return wait_for("the letter", lambda: letter.read_text(encoding="utf-8"))
        self.assertEqual(written().strip(), "你好 Grandma €")

    def test_who_may_only_look_touches_nothing(self):
        self.begin("look")
        before = self.run_there("xdotool", "getmouselocation")
        self.click(333, 222)
        self.at("type", text="abc")
        self.run_there("xsetroot", "-solid", "#336699")
        wait_for("a picture that was asked for after that", self.picture_is_equal)
        self.assertEqual(self.run_there("xdotool", "getmouselocation"), before)

    def test_stop_ends_it_for_both(self):
        self.begin("control")
        self.receiver.call("sessions.stop")
        ended = self.helper.wait_event("session.viewed", lambda s: "ended" in s)["params"]
        self.assertEqual(ended["ended"], "stopped")
        self.assertIsNone(self.receiver.call("sessions.hosted"))
        self.assertEqual(self.helper.call("sessions.viewed"), [])
        with self.assertRaises(RpcError):
            self.at("frame", path=str(self.root / "late.png"))
        for person in (self.helper, self.receiver):
            person.wait_event("message.added", lambda m: m["kind"] == "outcome" and "minute" in m["text"])
        events = [entry["event"] for entry in self.receiver.call("audit.list")]
        self.assertIn("session-end", events)

    def test_a_helper_who_leaves_ends_it_too(self):
        self.begin("look")
        self.at("leave")
        self.receiver.wait_event("session.hosted", lambda s: s == {})
        self.assertIsNone(self.receiver.call("sessions.hosted"))

    def test_more_is_asked_for_and_taken_back(self):
        self.begin("look")
        self.at("ask", level="control")
        self.calm_yes()
        self.helper.wait_event("session.viewed", lambda s: s["level"] == "control")
        self.receiver.call("sessions.lower", level="look")
        self.helper.wait_event("session.viewed", lambda s: s["level"] == "look")


class WithoutADisplay(TwoPeople):
    def test_says_that_this_computer_has_no_screen_to_show(self):
        self.invite(PHRASE, {"type": "remote-control", "level": "look", "minutes": 30})
        self.say(PHRASE)
        outcome = self.receiver.wait_event("message.added", lambda m: m["kind"] == "outcome")["params"]
        self.assertIn("screen", outcome["text"])
        self.helper.wait_event("message.added", lambda m: m["kind"] == "outcome")


if __name__ == "__main__":
    unittest.main(verbosity=2)
