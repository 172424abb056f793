# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A share with real windows on two desktops: looking, taking a tree, leaving a file, and Stop in the middle of a transfer."""
import hashlib
import os

from drop_steps import drag_until, draw, inked, show_folder
from harness import Failure, main, stays, wait_for
from remote_steps import SIZE, two_desktops
from steps import RECEIVER, choose_next, consent_window, invite, open_new_rule, press_yes, save_rule, say, wait_question, window_of

PHRASE = "打开我的旅行照片吧"
FOLDER = "旅行照片"
HUGE = 8_000_000_000  # on no disk: it has no content


def make_photos(home):
    root = home / "Pictures" / FOLDER
    (root / "2024 夏天" / "海边").mkdir(parents=True)
    (root / "2024 夏天" / "海边" / "日落.jpg").write_bytes(os.urandom(3_000_000))
    (root / "2024 夏天" / "海边 2.jpg").write_bytes(os.urandom(40_000))
    (root / "电影").mkdir()
    (root / "电影" / "long film.mkv").touch()
    os.truncate(root / "电影" / "long film.mkv", 600_000_000)
    (root / "空的").mkdir()
    (root / "奶奶的信.txt").write_text("你好\n", encoding="utf-8")
    (root / "notes & <b>more.txt").write_text("x" * 70_000)
    (root / "list.ods").write_bytes(os.urandom(9_000))
    (root / "link").symlink_to("/etc/passwd")
    return root


def tree(root):
    """path → digest of all files below; folders too."""
    found = {}
    for path in sorted(root.rglob("*")):
        if path.is_symlink():
            continue
        name = str(path.relative_to(root))
        if path.is_dir():
            found[name] = "folder"
        else:
            with path.open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest() if hasattr(hashlib, "file_digest") \
                    else hashlib.sha256(file.read()).hexdigest()
    return found


def make_share_rule(helper):
    open_new_rule(helper)
    helper.type_into("Phrase", PHRASE)
    choose_next(helper, "Share a folder or file of theirs with me", 4)
    helper.type_into("Folder or file", FOLDER)
    helper.click("I see what is in it, get copies and leave files for them", "radio button")
    helper.desktop.screenshot("share-1-rule")
    save_rule(helper, PHRASE)


def browser_window(helper):
    return next((window for window, (_, title, pid) in helper.desktop.windows().items()
                 if pid == helper.process.pid and title == f"“{FOLDER}” of {RECEIVER}"), None)


def names(helper):
    """What the list shows, in its order."""
    rows = {}
    for node in helper.all("*", "table cell"):
        if box := helper.box(node):
            rows.setdefault(box.y, {})[box.x] = node.name
    return [row[min(row)] for _, row in sorted(rows.items())]


def wait_names(helper, wanted):
    try:
        wait_for("the list", lambda: names(helper) == wanted)
    except Failure:
        raise Failure(f"the list is {names(helper)}, not {wanted}") from None


def begin(helper, receiver):
    invite(helper, receiver, 0, PHRASE)
    say(receiver, PHRASE)
    wait_question(receiver)
    receiver.desktop.screenshot("share-2-asked")
    receiver.click("At most 15 minutes", "radio button")
    press_yes(receiver)
    receiver.wait(f"Shared now: * may see and take what is in “{FOLDER}”, and leave files for you.*")
    window = wait_for("the browser", lambda: browser_window(helper))
    helper.desktop.run(["xdotool", "windowsize", "--sync", str(window), "800", "700"])
    helper.desktop.run(["xdotool", "windowmove", "--sync", str(window), "796", "24"])
    helper.desktop.activate(window)


def looks(helper, receiver):
    folders = ["2024 夏天", "电影", "空的"]
    files = ["list.ods", "notes & <b>more.txt", "奶奶的信.txt"]
    wait_names(helper, folders + files)
    helper.wait("*1 left out*")
    helper.wait("*14 minutes left*")
    receiver.wait("*nothing taken so far*")
    helper.desktop.screenshot("share-3-browser")
    receiver.desktop.screenshot("share-3-bar")
    helper.click("Size", "table column header")
    wait_names(helper, folders + ["奶奶的信.txt", "list.ods", "notes & <b>more.txt"])
    # Two quick clicks on the header would be a double click, which does not sort.
    helper.click("list.ods", "table cell")
    helper.click("Size", "table column header")
    wait_names(helper, [*reversed(folders), "notes & <b>more.txt", "list.ods", "奶奶的信.txt"])
    helper.click("Name", "table column header")
    wait_names(helper, folders + files)
    helper.type_into("Search here and in all folders below", "海边")
    wait_names(helper, ["2024 夏天/海边", "2024 夏天/海边 2.jpg"])
    helper.desktop.screenshot("share-4-search")
    helper.desktop.key("Escape")
    wait_names(helper, folders + files)


def walks(helper):
    """Into a folder and back, with keys."""
    helper.click("空的", "table cell")
    helper.desktop.key("Return")
    helper.wait("This folder is empty.")
    helper.desktop.key("BackSpace")
    helper.wait("2024 夏天", "table cell")
    helper.click("2024 夏天", "table cell")
    helper.desktop.key("Return")
    wait_names(helper, ["海边", "海边 2.jpg"])
    helper.desktop.key("alt+Up")
    helper.wait("电影", "table cell")


def takes(helper, receiver, root):
    copies = helper.desktop.home / "Downloads" / "from 奶奶"
    helper.click("Take the whole folder")
    helper.wait("Folder", "text")
    helper.desktop.screenshot("share-5-where")
    helper.type_into("Folder", str(copies))
    helper.click("Copy into this folder")
    helper.wait("* % · *files · *")
    receiver.wait("*files taken so far: *")
    helper.desktop.screenshot("share-6-progress")
    helper.wait("Done · *")
    assert tree(copies / FOLDER) == tree(root), (tree(copies / FOLDER), tree(root))
    receiver.wait("*files taken so far: 6 *")
    helper.click("奶奶的信.txt", "table cell")
    helper.desktop.key("Return")
    wait_for("the letter", (copies / "奶奶的信.txt").exists)
    helper.wait("Open 奶奶的信.txt")
    helper.desktop.screenshot("share-7-taken")
    return copies


def completes(helper, root, copies):
    """What is missing of a tree that was taken before, and nothing else."""
    lost = copies / FOLDER / "2024 夏天" / "海边 2.jpg"
    lost.unlink()
    (copies / FOLDER / "my own note.txt").write_text("stays")
    helper.click("Take the whole folder")
    helper.wait("*Copy only what is missing there?")
    helper.desktop.screenshot("share-7-there-already")
    helper.click("Only what is missing", "push button")
    wait_for("what was missing", lost.exists)
    (copies / FOLDER / "my own note.txt").unlink()
    wait_for("the tree as it is there", lambda: tree(copies / FOLDER) == tree(root))
    assert not (copies / f"{FOLDER} (2)").exists()


def look_at_left_files(receiver):
    """The bar has just come, and the layout may still move under the click."""
    def looked():
        receiver.click("Look at them")
        try:
            return receiver.wait("给奶奶.txt", "table cell", 5)
        except Failure:
            return False
    wait_for("the window of what was left", looked)


def close_left_files(receiver):
    """With the keyboard; again if a busy window manager missed the keys."""
    def closed():
        window = window_of(receiver.desktop, "Files left for you")
        if window:
            receiver.desktop.activate(window)
            receiver.desktop.key("alt+F4")
        try:
            return wait_for("it to close", lambda: not window_of(receiver.desktop, "Files left for you"), 5)
        except Failure:
            return False
    wait_for("the window of what was left to close", closed)


def leaves(helper, receiver):
    letter = helper.desktop.home / "Documents" / "给奶奶.txt"
    letter.write_text("看完请回信\n", encoding="utf-8")
    helper.click("Leave files for them…")
    helper.type_into("File name:", str(letter))
    helper.desktop.key("Return")
    helper.wait("Arrived; it waits there until they look at it*")
    receiver.wait("A file was left for you. *")
    receiver.desktop.screenshot("share-8-left")
    look_at_left_files(receiver)
    receiver.desktop.screenshot("share-9-left-files")
    receiver.click("Keep…")
    receiver.click("Keep in this folder")
    receiver.wait("Kept as *")
    kept = receiver.desktop.home / "Downloads" / "给奶奶.txt"
    assert kept.read_text(encoding="utf-8") == letter.read_text(encoding="utf-8")
    receiver.wait("Nobody has left anything for you.")
    close_left_files(receiver)


def drags(helper, receiver):
    """A picture from a file manager, let go over the list of the share."""
    desktop = helper.desktop
    folder = desktop.home / "Documents" / "花园"
    folder.mkdir()
    draw(desktop, folder / "花园.png")
    show_folder(desktop, folder, 60, 740)
    start = wait_for("the picture in the file manager", lambda: inked(desktop))
    box = helper.place_of("奶奶的信.txt", "table cell")
    end = (box.x + box.width / 2, box.y + box.height / 2)
    drag_until(desktop, start, end, "the picture to arrive",
               lambda limit: receiver.wait("A file was left for you. *", limit=limit))
    desktop.screenshot("share-9-dragged")
    desktop.activate(browser_window(helper))


def arrived(copies):
    """Bytes on the helper's disk, whole or in part."""
    return sum(path.stat().st_size for path in copies.rglob("*") if path.is_file())


def stops(helper, receiver, root, copies):
    (root / "huge.bin").touch()
    os.truncate(root / "huge.bin", HUGE)
    helper.desktop.activate(browser_window(helper))
    helper.desktop.key("F5")
    helper.click("huge.bin", "table cell")
    before = arrived(copies)
    helper.click("Take a copy")
    wait_for("a part of it", lambda: arrived(copies) > before)
    helper.wait("* a second")
    receiver.click("Show what is taken: *")
    receiver.wait("Stop huge.bin")
    receiver.desktop.screenshot("share-10-what-is-taken")
    helper.desktop.screenshot("share-10-runs")
    receiver.click("Stop sharing", "push button")
    helper.wait(f"{RECEIVER} has stopped sharing.*")
    helper.wait("Not finished, because the sharing ended: *")
    size = arrived(copies)
    stays("no byte more", lambda: arrived(copies) == size, 1)
    assert size - before < HUGE, "it was all there before Stop"
    receiver.wait_gone("Shared now: *")
    helper.desktop.screenshot("share-11-ended")
    receiver.desktop.screenshot("share-11-ended-there")
    helper.click("Close", "push button")
    wait_for("the browser to close", lambda: not browser_window(helper))


def remembers(helper, receiver):
    receiver.wait(f"*“{FOLDER}” was shared with *Files taken: 7 *Files left: 2. You ended it.*", "list item")
    helper.wait(f"*{RECEIVER} shared “{FOLDER}” with you *{RECEIVER} ended it.*", "list item")
    receiver.raise_window()
    receiver.desktop.key("ctrl+h")
    for step in (f"You began to share: to look, take and leave files, {FOLDER}", "Taken from you: huge.bin",
                 "Taken from you: 2024 夏天/海边/日落.jpg", "Left for you: 给奶奶.txt", "Left for you: 花园.png",
                 "Kept by you: 给奶奶.txt", "You no longer share: stopped by whoever shared, *"):
        receiver.wait(step, "table cell")
    receiver.desktop.screenshot("share-12-history")


def body(desktop):
    root = make_photos(desktop.home)
    helper, receiver = two_desktops(desktop)
    make_share_rule(helper)
    begin(helper, receiver)
    looks(helper, receiver)
    walks(helper)
    copies = takes(helper, receiver, root)
    completes(helper, root, copies)
    leaves(helper, receiver)
    drags(helper, receiver)
    stops(helper, receiver, root, copies)
    remembers(helper, receiver)
    assert not consent_window(receiver.desktop)


if __name__ == "__main__":
    main(body, SIZE)
