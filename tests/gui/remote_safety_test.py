# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""M5, S24: a helper who has the mouse and the keyboard cannot answer a single question on the receiver's screen.

The helper is sesame-cli, whose events go out whether or not a picture stands still. SESAME_M5_EVENTS events (10,000 in the
nightly run) during each of SESAME_M5_DIALOGS dialogs of every kind (50).
"""
import itertools

from harness import App, Failure, main, wait_for
from remote_steps import BANNER, THEIR_SIZE, count, middle
from rpc import Rpc
from steps import HELPER, RECEIVER, await_card, consent_window, press_yes, say, wait_question, window_of

EVENTS, DIALOGS = count("SESAME_M5_EVENTS", 400), count("SESAME_M5_DIALOGS", 2)
ROUNDS = 5  # in one session: after half an hour the receiver is asked whether it shall go on (M17)
LOOK, USE, OPEN = "请你看看我的屏幕", "请你操作我的电脑", "打开计算器"
# Return, Escape, Space, Tab, y, n, Y, Alt, F4, Left, Enter of the keypad, 是
KEYS = [0xff0d, 0xff1b, 0x20, 0xff09, 0x79, 0x6e, 0x59, 0xffe9, 0xffc1, 0xff51, 0xff8d, 0x0100662f]


class Attacker:
    def __init__(self, desktop):
        self.rpc = Rpc(desktop.bin, desktop.home / "helper", env=desktop.env)
        self.id = self.rpc.contact()["contact"]
        self.rules = {}

    def make_rule(self, phrase, **command):
        self.rules[phrase] = self.rpc.call("rules.save", contact=self.id, phrase=phrase, command=command)["rule"]

    def invite(self, receiver, phrase):
        await_card(receiver, phrase, lambda: self.rpc.call("invitations.send", contact=self.id, rule=self.rules[phrase]))

    def events(self, target):
        """Keys, chords, clicks and drags on and around the buttons, wheel."""
        left, top, width, height = target
        grid = itertools.cycle([(left + width * i // 12, top + height * j // 8) for j in range(1, 8) for i in range(1, 12)])
        for number in range(EVENTS // 4):
            x, y = next(grid)
            buttons = (1, 2, 4, 8)[number % 4]
            self.rpc.call("sessions.pointer", contact=self.id, x=x, y=y, buttons=buttons)
            if number % 3 == 0:
                x, y = next(grid)  # a drag
            self.rpc.call("sessions.pointer", contact=self.id, x=x, y=y, buttons=0)
            key = KEYS[number % len(KEYS)]
            self.rpc.call("sessions.key", contact=self.id, symbol=key, down=True)
            self.rpc.call("sessions.key", contact=self.id, symbol=key, down=False)


def dialog_area(receiver):
    boxes = [receiver.place_of(name) for name in ("No", "Yes, do it")]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return left - 40, top - 40, max(box.x + box.width for box in boxes) - left + 80, boxes[0].height + 80


def attacked(attacker, receiver, kind):
    """The dialog is open; whatever the helper does, it is still the same afterwards."""
    wait_question(receiver)
    window = consent_window(receiver.desktop)
    button = wait_for("Yes to come alive", lambda: (found := receiver.find("Yes, do it")) and not found.description and found)
    attacker.events(dialog_area(receiver))
    assert consent_window(receiver.desktop) == window, f"the helper closed the question of kind {kind}"
    attacker.events(dialog_area(receiver))
    assert consent_window(receiver.desktop) == window, f"the helper closed the question of kind {kind}"
    del button


def say_until_asked(receiver, phrase):
    """In the minute after a session nothing is started, and the receiver is told to send the phrase again later."""
    def asked():
        say(receiver, phrase)
        try:
            return wait_for("the question", lambda: consent_window(receiver.desktop), 10)
        except Failure:
            return False
    wait_for("the question, once the minute is over", asked, 120)


def the_first_level(attacker, receiver):
    attacker.rpc.forget_events()  # of sessions before
    attacker.invite(receiver, LOOK)
    say_until_asked(receiver, LOOK)
    press_yes(receiver)
    receiver.wait(BANNER)
    attacker.rpc.wait_event("session.viewed", lambda session: session["connected"])


def rises(attacker, receiver):
    """For pointing, then for control: with nothing but a picture, the helper's events must not answer either."""
    for level in ("point", "control"):
        attacker.rpc.call("sessions.ask", contact=attacker.id, level=level)
        attacked(attacker, receiver, level)
        session, = (session for session in attacker.rpc.call("sessions.viewed") if "ended" not in session)
        assert session["level"] != level
        press_yes(receiver)
        attacker.rpc.wait_event("session.viewed", lambda session, level=level: session["level"] == level)


def has_control(attacker, receiver):
    """The attack would work if nothing stood in its way."""
    def moved():
        attacker.rpc.call("sessions.pointer", contact=attacker.id, x=333, y=444, buttons=0)
        return "x:333 y:444" in receiver.desktop.run(["xdotool", "getmouselocation"])
    wait_for("the helper's pointer", moved)


def copy(receiver, text):
    receiver.raise_window()
    receiver.type_into("Message", text)
    receiver.desktop.key("ctrl+a", "ctrl+x")


def copied_text(attacker, receiver):
    copy(receiver, "of the receiver")
    attacker.rpc.call("clipboard.ask", contact=attacker.id)
    attacked(attacker, receiver, "their text")
    attacker.rpc.no_event("clipboard.received", 0.2)
    press_yes(receiver)
    attacker.rpc.wait_event("clipboard.received", lambda got: got["text"] == "of the receiver")
    attacker.rpc.call("clipboard.offer", contact=attacker.id, text="of the helper")
    attacked(attacker, receiver, "a text for them")
    press_yes(receiver)


def a_command(attacker, receiver):
    attacker.invite(receiver, OPEN)
    say(receiver, OPEN)
    attacked(attacker, receiver, "a program")
    assert not window_of(receiver.desktop, "galculator")
    press_yes(receiver)
    program = wait_for("the program", lambda: window_of(receiver.desktop, "galculator"))
    receiver.desktop.run(["xdotool", "windowclose", str(program)])
    wait_for("the program to close", lambda: not window_of(receiver.desktop, "galculator"))


def settings_window(attacker, receiver):
    """A dialog of ours in which things are decided: its setting stays as it is."""
    receiver.raise_window()
    receiver.desktop.key("ctrl+comma")
    receiver.click("Appearance", "list item")
    box = receiver.place_of("Huge", "radio button")
    attacker.events((box.x - 60, box.y - 60, 200, 100))
    assert receiver.find("Huge", "radio button"), "the helper closed the settings"
    import pyatspi
    assert not receiver.find("Huge", "radio button").getState().contains(pyatspi.STATE_CHECKED)
    receiver.desktop.key("Escape")
    receiver.wait_gone("Huge", "radio button")


def body(desktop):
    from remote_steps import allow_programs_to_press
    desktop.acquainted(HELPER, RECEIVER)
    attacker = Attacker(desktop)
    receiver = App(desktop, "receiver")
    receiver.place(400, 90, 790, 660)
    receiver.wait("Online")
    allow_programs_to_press(receiver)
    attacker.make_rule(LOOK, type="remote-control", level="look", minutes=120)
    attacker.make_rule(OPEN, type="launch-program", program="galculator")
    for number in range(DIALOGS):
        if number % ROUNDS == 0:
            the_first_level(attacker, receiver)
            rises(attacker, receiver)
            has_control(attacker, receiver)
        copied_text(attacker, receiver)
        a_command(attacker, receiver)
        settings_window(attacker, receiver)
        print(f"dialog {number + 1} of each kind: no answer but the receiver's", flush=True)
        if number % ROUNDS == ROUNDS - 1 or number == DIALOGS - 1:
            has_control(attacker, receiver)
            desktop.screenshot("remote-safety")
            attacker.rpc.call("sessions.leave", contact=attacker.id)
            receiver.wait_gone(BANNER)


if __name__ == "__main__":
    main(body, THEIR_SIZE)
