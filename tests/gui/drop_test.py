# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are dragged from a file manager into the conversation: asked first, and sent after a Yes only."""

from attachment_test import choose, row
from drop_steps import drag_until, draw, inked, show_folder
from harness import main, stays, wait_for
from steps import RECEIVER, SIZE, two_windows

PICTURE = "花园.png"


def dropped(helper, receiver, folder):
    desktop = helper.desktop
    show_folder(desktop, folder, 820, 400)  # over the receiver's window
    start = wait_for("the picture in the file manager", lambda: inked(desktop))
    box = helper.place_of("Conversation", "list")
    end = (box.x + box.width / 2, box.y + box.height / 2)

    def ask():
        drag_until(desktop, start, end, "the question",
                   lambda limit: helper.wait(f"Send this to {RECEIVER}?*{PICTURE}*", limit=limit))
    ask()
    desktop.screenshot("drop-asked")
    helper.click("Cancel", "push button")
    stays("nothing sent", lambda: not helper.find(f"*{PICTURE}*", "list item"), 1)
    ask()
    helper.click("Send it", "push button")
    row(helper, "Waits at the hub until * saves it")


def saved_elsewhere(receiver, home):
    receiver.raise_window()
    row(receiver, f"{PICTURE}*would like to give you this file")
    choose(receiver, PICTURE, 2)
    folder = home / "Pictures" / "从小明来的"
    receiver.type_into("Folder", str(folder))
    receiver.desktop.screenshot("drop-where")
    receiver.click("Save in this folder", "push button")
    row(receiver, "Saved on this computer")
    assert (folder / PICTURE).read_bytes() == (home / "Documents" / "花园" / PICTURE).read_bytes()
    assert not (home / "Downloads" / PICTURE).exists()
    receiver.desktop.screenshot("drop-saved")


def body(desktop):
    helper, receiver = two_windows(desktop)
    folder = desktop.home / "Documents" / "花园"
    folder.mkdir()
    draw(desktop, folder / PICTURE)
    dropped(helper, receiver, folder)
    saved_elsewhere(receiver, desktop.home)


if __name__ == "__main__":
    main(body, SIZE)
