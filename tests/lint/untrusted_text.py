#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sesame authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""M40: in the app, text that came from somebody else can only be shown as plain text.

Qt's labels, message boxes and tool tips guess whether a text is HTML. So each of them has one door in src/app
that switches the guessing off, and this check fails on any use that goes around the door.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

# what must not appear, where it may, and what to use instead
RULES = [
    (r"\bQLabel\b", {"plain_label.h", "plain_label.cpp"}, "PlainLabel"),
    (r"\bQMessageBox\b", {"say.cpp"}, "say() or confirm()"),
    (r"\bsetToolTip\s*\(|\bQToolTip\b|\bToolTipRole\b", {"plain_text.cpp"}, "setPlainToolTip()"),
    (r"\bsetStatusTip\s*\(|\bsetWhatsThis\s*\(|\bWhatsThisRole\b|\bStatusTipRole\b", set(), "nothing of that kind"),
    (r"\bQTextBrowser\b|\bQTextEdit\b|\bQTextDocument::setHtml\b", set(), "QPlainTextEdit or PlainPassage"),
    (r"\bsetHtml\s*\(|\binsertHtml\s*\(|\bappendHtml\s*\(", set(), "plain text"),
    (r"\bQt::(RichText|AutoText|MarkdownText)\b", set(), "Qt::PlainText"),
    (r"\bQSystemTrayIcon\b", {"tray_sign.h", "tray_sign.cpp"}, "TraySign"),
    (r"\bshowMessage\s*\(", set(), "nothing of that kind yet"),
    (r"\bQErrorMessage\b|\bQInputDialog\b|\bQProgressDialog\b|\bQWhatsThis\b", set(), "a dialog of our own"),
    (r"\bQDesktopServices\b", set(), "nothing: links are never opened"),
]


def offences_in_source(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        code = line.split("//")[0]
        for pattern, doors, instead in RULES:
            if path.name not in doors and re.search(pattern, code):
                yield f"{path}:{number}: use {instead}: {code.strip()}"


def offences_in_form(path):
    for widget in ElementTree.parse(path).getroot().iter("widget"):
        if widget.get("class") in ("QLabel", "QTextEdit", "QTextBrowser"):
            yield f"{path}: {widget.get('name')} is a {widget.get('class')}; use sesame::app::PlainLabel"
        for entry in widget.findall("property"):
            if entry.get("name") in ("toolTip", "whatsThis", "statusTip"):
                yield f"{path}: {widget.get('name')} has a {entry.get('name')}"


def main(root):
    sources = sorted((root / "src/app").glob("*.cpp")) + sorted((root / "src/app").glob("*.h"))
    forms = sorted((root / "ui").glob("*.ui"))
    if not sources or not forms:
        sys.exit(f"nothing to check below {root}")
    offences = [o for path in sources for o in offences_in_source(path)]
    offences += [o for path in forms for o in offences_in_form(path)]
    # The doors themselves must be shut.
    if "setTextFormat(Qt::PlainText)" not in (root / "src/app/plain_label.cpp").read_text(encoding="utf-8"):
        offences.append("src/app/plain_label.cpp no longer sets Qt::PlainText")
    boxes = (root / "src/app/say.cpp").read_text(encoding="utf-8")
    if len(re.findall(r"QMessageBox::NoIcon", boxes)) != boxes.count("setTextFormat(Qt::PlainText)"):
        offences.append("src/app/say.cpp has a box without Qt::PlainText")
    print("\n".join(offences) if offences else f"{len(sources)} sources and {len(forms)} forms are clean")
    return 1 if offences else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
