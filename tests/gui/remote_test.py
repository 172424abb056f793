# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A help session with real windows on two desktops: looking, pointing, using a real program, and the receiver's own hand."""
import itertools

from harness import Failure, main, stays, wait_for
from remote_steps import *
from steps import consent_window, wait_question, window_of

PHRASE = "请你看看我的屏幕"
HELLO = "你好，奶奶"


def asked(receiver):
    """The receiver chooses less time than was asked for."""
    receiver.desktop.screenshot("remote-1-asked")
    receiver.click("At most 15 minutes", "radio button")


def looks(helper, receiver, calculator):
    wait_for("the same picture", lambda: shows_their_screen(helper, receiver))
    receiver.wait("*14 minutes left*")
    helper.desktop.screenshot("remote-2-viewer-look")
    receiver.desktop.screenshot("remote-2-banner-look")
    before = pointer(receiver.desktop)
    click_there(helper, *middle(calculator.place_of("7", "toggle button")))
    stays("nothing is touched", lambda: pointer(receiver.desktop) == before and not result(calculator), 1)


def points(helper, receiver, calculator):
    helper.click("Ask to point")
    wait_question(receiver)
    helper.wait("*is answering a question*")
    receiver.desktop.screenshot("remote-3-asked-to-point")
    helper.desktop.screenshot("remote-3-viewer-paused")
    press_yes(receiver)
    helper.wait_gone("Ask to point")
    settle_viewer(helper)
    before = pointer(receiver.desktop)
    click_there(helper, *middle(calculator.place_of("7", "toggle button")))
    receiver.wait("Where * points")
    receiver.desktop.screenshot("remote-4-arrow")
    helper.desktop.screenshot("remote-4-viewer-point")
    stays("only the arrow moves", lambda: pointer(receiver.desktop) == before and not result(calculator), 1)
    receiver.wait_gone("Where * points")


def result(calculator):
    """What the calculator shows."""
    node = next((node for node in calculator.all("*", "text") if calculator.text(node).strip("0 ")), None)
    return calculator.text(node).strip() if node else ""


def uses(helper, receiver, calculator):
    rise(helper, receiver, "Ask to use mouse and keyboard")
    wait_obeyed(helper, receiver, 200, 300)
    for digit in "742":
        click_there(helper, *middle(calculator.place_of(digit, "toggle button")))
    wait_for("742 in the calculator", lambda: "742" in result(calculator))
    wait_for("the same picture", lambda: shows_their_screen(helper, receiver))
    helper.desktop.screenshot("remote-5-viewer-control")
    receiver.desktop.screenshot("remote-5-banner-control")


def types(helper, receiver):
    letter = receiver.desktop.home / "Documents/brief.txt"
    letter.write_text("", encoding="utf-8")
    receiver.desktop.start(["mousepad", str(letter)])
    window = wait_for("the editor", lambda: window_of(receiver.desktop, "mousepad"))
    receiver.desktop.run(["xdotool", "windowsize", "--sync", str(window), "500", "300"])
    receiver.desktop.run(["xdotool", "windowmove", "--sync", str(window), "20", "440"])
    wait_obeyed(helper, receiver, 250, 640)
    click_there(helper, 250, 640)

    def written():
        helper.desktop.key("ctrl+a", "Delete")
        helper.desktop.type(HELLO)
        helper.desktop.key("ctrl+s")
        try:
            return wait_for("the letter", lambda: letter.read_text(encoding="utf-8").strip() == HELLO, 4)
        except Failure:  # xdotool changes the keyboard for each character, which a busy program may see too late
            return False
    wait_for("the letter as it was typed", written)
    helper.desktop.screenshot("remote-6-typed")


def own_hand_wins(helper, receiver):
    """S28: a deliberate movement of the receiver's mouse mutes the helper's for two seconds."""
    wait_obeyed(helper, receiver, 200, 300)
    seen = []
    for x in itertools.cycle((900, 500)):
        receiver.desktop.hand("mousemove", str(x), "600")
        wait_for("the receiver's pointer", lambda: pointer(receiver.desktop) == (x, 600))
        point_there(helper, 300, 350)
        stays("the receiver's pointer stays", lambda: pointer(receiver.desktop) == (x, 600), 0.3)
        seen += [(receiver.find("*Your own hand counts now*"), helper.find("*is using mouse or keyboard*"))]
        if any(theirs for theirs, _ in seen) and any(ours for _, ours in seen):
            break
        assert len(seen) < 20, "nobody was told whose hand counts"
    receiver.wait_gone("*Your own hand counts now*")
    wait_obeyed(helper, receiver, 210, 310)


def pauses(helper, receiver):
    receiver.click("Pause the help")
    helper.wait("*has paused*")
    receiver.desktop.screenshot("remote-7-banner-paused")
    helper.desktop.screenshot("remote-7-viewer-paused")
    receiver.click("Go on with the help")
    helper.wait_gone("*has paused*")
    wait_for("the same picture", lambda: shows_their_screen(helper, receiver))


def stops(helper, receiver):
    receiver.click("Stop the help now")
    receiver.wait_gone(BANNER)
    helper.wait("*has ended the help*")
    helper.desktop.screenshot("remote-8-viewer-ended")
    helper.click("Close", "push button")
    wait_for("the viewer to close", lambda: not viewer_window(helper))
    for person in (helper, receiver):
        summary(person)
    receiver.desktop.screenshot("remote-8-summary")


def body(desktop):
    helper, receiver = two_desktops(desktop)
    calculator = Program(receiver.desktop, "galculator")
    calculator.place(20, 100, 440, 320)
    make_remote_rule(helper, PHRASE, "look")
    start_help(helper, receiver, 0, PHRASE, lambda: asked(receiver))
    looks(helper, receiver, calculator)
    points(helper, receiver, calculator)
    uses(helper, receiver, calculator)
    types(helper, receiver)
    own_hand_wins(helper, receiver)
    pauses(helper, receiver)
    stops(helper, receiver)
    assert not consent_window(receiver.desktop)


if __name__ == "__main__":
    main(body, SIZE)
