# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as messages: sent by the button, saved only after a Yes, declined, cancelled and saved after all; a pasted picture."""
import os

from harness import main, stays, wait_for
from steps import SIZE, two_windows, window_of

LETTER, SECOND, LARGE = "给奶奶的信.txt", "not wanted.txt", "film.bin"
LARGE_SIZE = 150_000_000


def message(words):
    """Of the conversation, not of the list of people, which has the latest words too."""
    return f"*, [0-9][0-9]:[0-9][0-9]: *{words}*"


def row(person, words):
    return person.wait(message(words), "list item")


def choose(person, words, act):
    """The n-th of what is offered for it, from the menu of the message: below "Copy"."""
    box = person.place_of(message(words), "list item")
    person.desktop.hand("mousemove", str(int(box.x + 60)), str(int(box.y + box.height / 2)))
    person.desktop.hand("click", "3")
    person.desktop.key(*["Down"] * (act + 1), "Return")


def press_in_card(person, words):
    """The first button of the card of theirs."""
    box = person.place_of(message(words), "list item")
    person.desktop.click(box.x + 75, box.y + box.height - 40)


def send(person, path):
    person.raise_window()
    person.click("Send a file", "push button")
    person.type_into("File name:", str(path))
    person.desktop.key("Return")
    row(person, path.name)


def saved_after_a_yes(helper, receiver, documents, downloads):
    letter = documents / LETTER
    letter.write_text("看完请回信\n", encoding="utf-8")
    send(helper, letter)
    row(helper, "Waits at the hub until * saves it")
    helper.desktop.screenshot("attachment-1-sent")
    receiver.raise_window()
    row(receiver, f"{LETTER}*would like to give you this file")
    receiver.desktop.screenshot("attachment-2-offered")
    stays("nothing fetched", lambda: not any(downloads.iterdir()), 1)
    press_in_card(receiver, LETTER)
    row(receiver, "Saved on this computer")
    assert (downloads / LETTER).read_bytes() == letter.read_bytes()
    assert (downloads / LETTER).stat().st_mode & 0o777 == 0o600
    row(helper, "has saved it")
    receiver.desktop.screenshot("attachment-3-saved")
    choose(receiver, LETTER, 1)
    program = wait_for("the letter in a window", lambda: window_of(receiver.desktop, LETTER))
    receiver.desktop.run(["xdotool", "windowclose", str(program)])
    wait_for("it to close", lambda: not window_of(receiver.desktop, LETTER))


def declined(helper, receiver, documents, downloads):
    (documents / SECOND).write_text("x")
    send(helper, documents / SECOND)
    receiver.raise_window()
    row(receiver, SECOND)
    choose(receiver, SECOND, 3)
    row(receiver, "You did not want this file")
    row(helper, "did not want this file")
    assert not (downloads / SECOND).exists()


def cancelled_and_saved_after_all(helper, receiver, documents, downloads):
    with open(documents / LARGE, "wb") as file:
        for _ in range(LARGE_SIZE // 1_000_000):
            file.write(os.urandom(1_000_000))
    send(helper, documents / LARGE)
    receiver.raise_window()
    row(receiver, f"{LARGE}*would like to give you this file")
    press_in_card(receiver, LARGE)
    row(receiver, f"{LARGE}*Is being saved")
    receiver.desktop.screenshot("attachment-4-moving")
    choose(receiver, LARGE, 1)
    row(receiver, f"{LARGE}*would like to give you this file")
    assert not (downloads / LARGE).exists()
    choose(receiver, LARGE, 1)
    wait_for("the whole of it", (downloads / LARGE).exists, 120)
    assert (downloads / LARGE).read_bytes() == (documents / LARGE).read_bytes()


def pasted_picture(helper, receiver, pictures, downloads):
    shot = receiver.desktop.screenshot("attachment-5-copied")
    with open(shot, "rb") as picture:
        receiver.desktop.start(["xclip", "-selection", "clipboard", "-t", "image/png", "-i", str(shot)])
        expected = len(picture.read())
    assert expected
    receiver.raise_window()
    receiver.focus("Message", "text")

    def asked():
        receiver.desktop.key("ctrl+v")
        return receiver.find("Send the copied picture*")
    wait_for("the question", asked)
    receiver.desktop.screenshot("attachment-6-asked")
    receiver.click("Send it", "push button")
    sent = wait_for("the kept picture", lambda: next(iter(pictures.glob("*.png")), None))
    helper.raise_window()
    row(helper, "would like to give you this file")
    choose(helper, sent.name, 1)
    wait_for("the picture", (downloads / sent.name).exists)
    assert (downloads / sent.name).read_bytes() == sent.read_bytes()


def not_allowed(helper, documents):
    (documents / "id_rsa").write_text("x")
    helper.raise_window()
    helper.click("Send a file", "push button")
    helper.type_into("File name:", str(documents / "id_rsa"))
    helper.desktop.key("Return")
    helper.wait("“id_rsa” cannot be sent*")


def body(desktop):
    helper, receiver = two_windows(desktop)
    home = desktop.home
    saved_after_a_yes(helper, receiver, home / "Documents", home / "Downloads")
    declined(helper, receiver, home / "Documents", home / "Downloads")
    cancelled_and_saved_after_all(helper, receiver, home / "Documents", home / "Downloads")
    pasted_picture(helper, receiver, home / "Pictures", home / "Downloads")
    not_allowed(helper, home / "Documents")


if __name__ == "__main__":
    main(body, SIZE)
