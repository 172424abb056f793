# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture, a sound and a clip in place of a phrase: chosen in the rule, sent back, confirmed, and the program opens."""
from attachment_test import press_in_card, row, send
from harness import main, stays, wait_for
from steps import SIZE, await_card, consent_window, nothing_asked, press_yes, two_windows, window_of

DOG, CAT = "小狗 dog.png", "cat.png"
TUNE, OTHER, CLIP = "bell.wav", "siren.wav", "garden.mp4"
WANTED = "Please send me back this %s."


def make(desktop, *arguments):
    desktop.run(["ffmpeg", "-v", "error", "-y", *map(str, arguments)], check=True)


def make_picture(desktop, path, kind):
    make(desktop, "-f", "lavfi", "-i", f"{kind}=size=800x600", "-frames:v", "1", path)


MELODY = "aevalsrc=0.5*sin(2*PI*t*(260+90*mod(floor(t*3)*3\\,7))):d=12"  # seven notes, three a second
SIREN = "aevalsrc=0.5*sin(2*PI*(300*t+40*t*t)):d=12"


def make_clip(desktop, path):
    make(desktop, "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=15:duration=12", "-f", "lavfi", "-i", MELODY,
         "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest", path)


def choose_file(person, button, path):
    person.click(button, "push button")
    person.type_into("File name:", str(path))
    person.desktop.key("Return")


def make_rule(helper, media, words):
    helper.raise_window()
    helper.desktop.key("ctrl+r")
    helper.click("Add…")
    helper.wait("Phrase", "text")
    helper.desktop.key("shift+Tab", "End")
    helper.wait("a picture, a sound or a short clip", "combo box")
    choose_file(helper, "Choose a picture, sound or clip", media)
    helper.type_into("Program", "galculator")
    helper.wait("This file is fine.")
    helper.desktop.screenshot(f"media-rule-1-form-{media.suffix[1:]}")
    helper.click("Save")
    helper.wait(words)
    helper.wait("Delivered")
    helper.desktop.key("Escape")
    helper.wait_gone("Add…")


def opened(desktop, receiver):
    """Near asks, never runs: first whether it was meant, then the question of every command."""
    receiver.wait("Yes, I meant that", "push button")
    nothing_asked(receiver)
    assert not consent_window(desktop)
    receiver.click("Yes, I meant that", "push button")
    press_yes(receiver)
    program = wait_for("the program's window", lambda: window_of(desktop, "galculator"))
    desktop.screenshot("media-rule-4-opened")
    desktop.run(["xdotool", "windowclose", str(program)])
    wait_for("the program to close", lambda: not window_of(desktop, "galculator"))


def no_match(receiver, path):
    send(receiver, path)
    stays(f"no question for {path.name}", lambda: not receiver.find("Yes, I meant that"), 3)


def invited(helper, receiver, rule, what):
    helper.raise_window()
    await_card(receiver, WANTED % what, lambda: helper.desktop.key("ctrl+i", *["Down"] * (rule + 1), "Return"))
    receiver.raise_window()


def a_picture(desktop, helper, receiver, documents):
    make_picture(desktop, documents / DOG, "testsrc2")
    make_picture(desktop, documents / CAT, "mandelbrot")
    make_rule(helper, documents / DOG, "A picture")
    invited(helper, receiver, 0, "picture")
    row(receiver, f"{DOG}*would like to give you this file")
    desktop.screenshot("media-rule-2-card")
    press_in_card(receiver, DOG)
    row(receiver, f"{DOG}*Saved on this computer")
    no_match(receiver, documents / CAT)
    press_in_card(receiver, DOG)
    receiver.wait("Yes, I meant that", "push button")
    desktop.screenshot("media-rule-3-meant")
    opened(desktop, receiver)


def a_sound(desktop, helper, receiver, documents):
    """Sent back quieter, without its beginning, and in another format."""
    make(desktop, "-f", "lavfi", "-i", MELODY, documents / TUNE)
    make(desktop, "-f", "lavfi", "-i", SIREN, documents / OTHER)
    make_rule(helper, documents / TUNE, "A sound")
    invited(helper, receiver, 1, "sound")
    no_match(receiver, documents / OTHER)
    again = documents / "again.ogg"
    make(desktop, "-ss", "0.7", "-i", documents / TUNE, "-af", "volume=0.4", "-c:a", "libvorbis", again)
    send(receiver, again)
    opened(desktop, receiver)


def a_clip(desktop, helper, receiver, documents):
    """Sent back smaller and in another container."""
    make_clip(desktop, documents / CLIP)
    make_rule(helper, documents / CLIP, "A clip")
    invited(helper, receiver, 2, "clip")
    again = documents / "again.webm"
    make(desktop, "-i", documents / CLIP, "-vf", "scale=426:240", "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libvorbis", again)
    send(receiver, again)
    opened(desktop, receiver)


def body(desktop):
    helper, receiver = two_windows(desktop)
    documents = desktop.home / "Documents"
    a_picture(desktop, helper, receiver, documents)
    a_sound(desktop, helper, receiver, documents)
    a_clip(desktop, helper, receiver, documents)


if __name__ == "__main__":
    main(body, SIZE)
