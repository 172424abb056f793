# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A share that stands, with real windows on two desktops: for a week, again after both programs came back, and ended."""
from harness import App, main, wait_for
from remote_steps import SIZE, two_desktops
from share_test import FOLDER, PHRASE, browser_window, make_share_rule
from steps import RECEIVER, consent_window, invite, press_yes, say, wait_question

AGAIN = f"Shared with you: {FOLDER}"


def again(person):
    person.process.terminate()
    person.process.wait(20)
    back = App(person.desktop, person.name)
    back.wait("Message")
    back.wait("Online")
    return back


def takes_letter(helper, name):
    copies = helper.desktop.home / name
    copies.mkdir()
    helper.desktop.activate(wait_for("the browser", lambda: browser_window(helper)))
    helper.click("Take the whole folder")
    helper.type_into("Folder", str(copies))
    helper.click("Copy into this folder")
    helper.wait("Done · *")
    assert (copies / FOLDER / "奶奶的信.txt").read_text(encoding="utf-8") == "你好\n"


def grants(helper, receiver):
    invite(helper, receiver, 0, PHRASE)
    say(receiver, PHRASE)
    wait_question(receiver)
    receiver.click("For a week", "radio button")
    receiver.desktop.screenshot("standing-1-asked")
    press_yes(receiver)
    receiver.wait("Shared now: *")
    takes_letter(helper, "first")


def opens_again(helper, receiver):
    helper.raise_window()
    helper.desktop.screenshot("standing-2-button")
    helper.click(AGAIN)
    receiver.wait("Shared now: *")
    assert not consent_window(receiver.desktop)
    takes_letter(helper, "second")
    receiver.desktop.screenshot("standing-3-open")


def ends(helper, receiver):
    receiver.raise_window()
    receiver.desktop.key("ctrl+comma")
    receiver.click("Shared folders", "list item")
    receiver.desktop.screenshot("standing-4-list")
    receiver.click(f"End: *, {FOLDER}")
    receiver.wait("Nobody may open anything of yours without asking you.")
    receiver.desktop.screenshot("standing-5-ended")
    receiver.wait_gone("Shared now: *")
    helper.wait_gone(AGAIN)
    helper.desktop.screenshot("standing-6-gone")


def gives_up(helper, receiver):
    """Granted once more, and given back by the helper, who is asked first."""
    invite(helper, receiver, 0, PHRASE)
    say(receiver, PHRASE)
    wait_question(receiver)
    receiver.click("For a week", "radio button")
    press_yes(receiver)
    receiver.wait("Shared now: *")
    helper.raise_window()
    helper.wait("See their files")
    helper.desktop.key("ctrl+comma")
    helper.click("Shared folders", "list item")
    helper.wait(f"“{FOLDER}” of {RECEIVER}")
    helper.desktop.screenshot("standing-7-theirs")
    helper.click(f"Give up: *, {FOLDER}", "push button")
    helper.wait(f"Give up “{FOLDER}” of {RECEIVER}? *")
    helper.desktop.screenshot("standing-8-sure")
    helper.click("Give up", "push button")
    helper.wait_gone(f"Give up: *, {FOLDER}")
    helper.desktop.key("Escape")
    helper.wait_gone(AGAIN)
    helper.wait(f"*You have given up “{FOLDER}” of {RECEIVER}. *", "list item")
    receiver.wait_gone("Shared now: *")
    receiver.desktop.key("Escape")
    receiver.wait(f"*has given up “{FOLDER}” and may not open it any more *", "list item")
    receiver.desktop.screenshot("standing-9-given-up")


def body(desktop):
    root = desktop.home / "Pictures" / FOLDER
    root.mkdir(parents=True)
    (root / "奶奶的信.txt").write_text("你好\n", encoding="utf-8")
    helper, receiver = two_desktops(desktop)
    make_share_rule(helper)
    grants(helper, receiver)
    receiver, helper = again(receiver), again(helper)
    opens_again(helper, receiver)
    ends(helper, receiver)
    gives_up(helper, receiver)


if __name__ == "__main__":
    main(body, SIZE)
